"""The pages of this room, one file per noun. Door, input, act, answer."""

from doenwatwerkt.editing.views.cards import accept_offer, begin, begin_new, card, decline_offer, offer, restore, retire
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
)  # fmt: skip
from doenwatwerkt.editing.views.judgements import (
    drop_judgement,
    give_judgement,
    hand_in_judgement,
    judgement,
    judgements,
    propose_judgement,
    save_judgement,
    take_back_judgement,
)  # fmt: skip
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
)  # fmt: skip
from doenwatwerkt.editing.views.writing import autosave, edit, preview, save

__all__ = [
    "ask_by_link", "ask_colleague", "by_link", "decline_review", "drop_judgement", "give_judgement", "hand_in_judgement", "judgement",
    "judgements", "propose_judgement", "remind_review", "remove_review", "review", "reviewers", "reviews", "save_judgement",
    "take_back_judgement",
    "accept_offer", "autosave", "begin", "begin_new", "card", "catch_up", "decline_offer", "difference", "drop", "edit", "hand_in", "index",
    "offer", "preview", "publish", "restore", "retire", "save", "schedule", "show", "take_back",
]  # fmt: skip
