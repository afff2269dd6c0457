"""Everything that can happen to a card before the public sees it: one verb, one function, one transaction, one fact."""

from doenwatwerkt.editing.operations.care import forget_links, forget_lost, note_link, note_lost
from doenwatwerkt.editing.operations.contributions import bring_in
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
)
from doenwatwerkt.editing.operations.judgements import (
    drop_judgement,
    give_judgement,
    hand_in_judgement,
    propose_judgement,
    save_judgement,
    take_back_judgement,
    tell_of_ending,
)
from doenwatwerkt.editing.operations.published import accept_offer, decline_offer, restore, retire
from doenwatwerkt.editing.operations.reviews import (
    ask_by_link,
    ask_colleague,
    decide,
    decline_review,
    forget_addresses,
    remind_review,
    remove_review,
    settle,
)

__all__ = [
    "accept_offer", "ask_by_link", "ask_colleague", "begin", "begin_new", "bring_in", "catch_up", "decide",
    "decline_offer", "decline_review", "drop", "drop_judgement", "forget_addresses", "forget_drafts",
    "forget_links", "forget_lost", "give_judgement", "hand_in", "hand_in_judgement", "note_link", "note_lost",
    "propose_judgement", "publish", "publish_due", "remind_review", "remove_review", "restore", "retire",
    "save", "save_judgement", "schedule", "settle", "take_back", "take_back_judgement", "tell_of_ending",
]  # fmt: skip
