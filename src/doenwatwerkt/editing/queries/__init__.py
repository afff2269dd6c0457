"""Answers of this room to its own pages and to rooms above."""

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
)  # fmt: skip
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
)  # fmt: skip

__all__ = [
    "FIGURES", "LOOKED_AT", "Subject", "THINGS", "added_up", "approvals", "happened", "judgement_of", "lacking", "last_looks", "letters",
    "letters_due", "link_state", "looked_at", "open_judgements", "reviews", "shown", "subject_of", "thing", "title", "told",
    "waiting_for", "who", "writers",
    "Change", "Field", "JUDGED", "SECTIONS", "Section", "TITLES", "changes", "due", "fields_of", "history", "of_card",
    "open_drafts",
]  # fmt: skip
