"""Everything that can happen to a card before the public sees it: one verb, one function, one transaction, one fact."""

from doenwatwerkt.editing.operations.care import forget_links, note_link, note_lost
from doenwatwerkt.editing.operations.contributions import bring_in

__all__ = ["bring_in", "forget_links", "note_link", "note_lost"]
