"""Answers this room gives to others and to its own pages. Card and LegalFact are here for the types of rooms above."""

from doenwatwerkt.catalogue.models import Card, LegalFact
from doenwatwerkt.catalogue.queries.cards import (
    Helped,
    Step,
    glossary,
    helped,
    legal,
    next_steps,
    pointers,
    sources,
    terms,
    verdicts,
    versions,
)
from doenwatwerkt.catalogue.queries.care import (
    Place,
    aging,
    due,
    expiring,
    freshness,
    offers,
    outside,
    questions,
    unhelped,
)
from doenwatwerkt.catalogue.queries.changes import Change, addresses, changes
from doenwatwerkt.catalogue.queries.faces import (
    KINDS,
    Face,
    around,
    by_heading,
    choices,
    counts,
    faces,
    faces_by_slug,
    first_steps,
    last_checked,
    of_theme,
    owned,
    pointing,
    stopping,
    working,
)
from doenwatwerkt.catalogue.queries.finding import LESS, pages, slugs_like
from doenwatwerkt.catalogue.queries.finished import finished, make, unfinished
from doenwatwerkt.catalogue.queries.likeness import Like, alike, plain_address
from doenwatwerkt.catalogue.queries.menu import Dot, Shelf, candidates, compared, dots, shelf

__all__ = [
    "Card", "Change", "Dot", "Face", "Helped", "KINDS", "LESS", "LegalFact", "Like", "Place", "Shelf", "Step",
    "addresses", "aging", "alike", "around", "by_heading", "candidates", "changes", "choices", "compared",
    "counts", "dots", "due", "expiring", "faces", "faces_by_slug", "finished", "first_steps", "freshness",
    "glossary", "helped", "last_checked", "legal", "make", "next_steps", "of_theme", "offers", "outside",
    "owned", "pages", "plain_address", "pointers", "pointing", "questions", "shelf", "slugs_like", "sources",
    "stopping", "terms", "unfinished", "unhelped", "verdicts", "versions", "working",
]  # fmt: skip
