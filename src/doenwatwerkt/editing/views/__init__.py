"""The pages of this room, one file per noun. Door, input, act, answer."""

from doenwatwerkt.editing.views.contributions import bring_in, brought_in
from doenwatwerkt.editing.views.desk import confirm_card, confirm_fact, desk, desk_pile
from doenwatwerkt.editing.views.language import language_help

__all__ = ["bring_in", "brought_in", "confirm_card", "confirm_fact", "desk", "desk_pile", "language_help"]
