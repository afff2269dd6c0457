"""Everything that can happen to a card before the public sees it: one verb, one function, one transaction, one fact."""

from doenwatwerkt.editing.operations.drafts import (
    begin,
    begin_new,
    catch_up,
    drop,
    forget_drafts,
    hand_in,
    publish,
    publish_due,
    save,
    schedule,
    take_back,
)  # fmt: skip
from doenwatwerkt.editing.operations.published import accept_offer, decline_offer, restore, retire

__all__ = [
    "accept_offer", "begin", "begin_new", "catch_up", "decline_offer", "drop", "forget_drafts", "hand_in", "publish",
    "publish_due", "restore", "retire", "save", "schedule", "take_back",
]  # fmt: skip
