"""The pages of this room, one file per noun. Door, input, act, answer."""

from doenwatwerkt.editing.views.cards import (
    accept_offer,
    begin,
    begin_new,
    card,
    decline_offer,
    offer,
    restore,
    retire,
)
from doenwatwerkt.editing.views.contributions import bring_in, brought_in
from doenwatwerkt.editing.views.desk import confirm_card, confirm_fact, desk, desk_pile
from doenwatwerkt.editing.views.drafts import (
    catch_up,
    difference,
    drop,
    hand_in,
    index,
    publish,
    schedule,
    show,
    take_back,
)
from doenwatwerkt.editing.views.judgements import (
    drop_judgement,
    give_judgement,
    hand_in_judgement,
    judgement,
    judgements,
    propose_judgement,
    save_judgement,
    take_back_judgement,
)
from doenwatwerkt.editing.views.language import language_help
from doenwatwerkt.editing.views.reviews import (
    ask_by_link,
    ask_colleague,
    by_link,
    decline_review,
    remind_review,
    remove_review,
    review,
    reviewers,
    reviews,
)
from doenwatwerkt.editing.views.writing import autosave, edit, preview, save

__all__ = [
    "accept_offer", "ask_by_link", "ask_colleague", "autosave", "begin", "begin_new", "bring_in", "brought_in",
    "by_link", "card", "catch_up", "confirm_card", "confirm_fact", "decline_offer", "decline_review", "desk",
    "desk_pile", "difference", "drop", "drop_judgement", "edit", "give_judgement", "hand_in",
    "hand_in_judgement", "index", "judgement", "judgements", "language_help", "offer", "preview",
    "propose_judgement", "publish", "remind_review", "remove_review", "restore", "retire", "review",
    "reviewers", "reviews", "save", "save_judgement", "schedule", "show", "take_back", "take_back_judgement",
]  # fmt: skip
