"""Answers of this room to its own pages and to rooms above."""

from doenwatwerkt.editing.queries.contributions import brought_in
from doenwatwerkt.editing.queries.desk import (
    PER_PAGE,
    PILES,
    Pile,
    links_are_asked,
    links_due,
    lost_cards,
    pile,
    public_cards,
    used_addresses,
)
from doenwatwerkt.editing.queries.differences import Change, changes
from doenwatwerkt.editing.queries.drafts import due, history, of_card, open_drafts
from doenwatwerkt.editing.queries.fields import JUDGED, SECTIONS, TITLES, Field, Section, fields_of
from doenwatwerkt.editing.queries.judgements import (
    FIGURES,
    added_up,
    happened,
    judgement_of,
    letters,
    letters_due,
    open_judgements,
    told,
)
from doenwatwerkt.editing.queries.reviews import (
    LOOKED_AT,
    THINGS,
    Subject,
    approvals,
    lacking,
    last_looks,
    link_state,
    looked_at,
    reviews,
    shown,
    subject_of,
    thing,
    title,
    waiting_for,
    who,
    writers,
)

__all__ = [
    "Change", "FIGURES", "Field", "JUDGED", "LOOKED_AT", "PER_PAGE", "PILES", "Pile", "SECTIONS", "Section",
    "Subject", "THINGS", "TITLES", "added_up", "approvals", "brought_in", "changes", "due", "fields_of",
    "happened", "history", "judgement_of", "lacking", "last_looks", "letters", "letters_due", "link_state",
    "links_are_asked", "links_due", "looked_at", "lost_cards", "of_card", "open_drafts", "open_judgements",
    "pile", "public_cards", "reviews", "shown", "subject_of", "thing", "title", "told", "used_addresses",
    "waiting_for", "who", "writers",
]  # fmt: skip
