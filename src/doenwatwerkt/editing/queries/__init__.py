"""Answers of this room to its own pages and to rooms above."""

from doenwatwerkt.editing.queries.differences import Change, changes
from doenwatwerkt.editing.queries.drafts import due, history, of_card, open_drafts
from doenwatwerkt.editing.queries.fields import JUDGED, SECTIONS, TITLES, Field, Section, fields_of

__all__ = [
    "Change", "Field", "JUDGED", "SECTIONS", "Section", "TITLES", "changes", "due", "fields_of", "history", "of_card",
    "open_drafts",
]  # fmt: skip
