"""Answers this room gives to others and to its own pages. Card and LegalFact are here for the types of rooms above."""

from doenwatwerkt.catalogue.models import Card, CardVersion, LegalFact, Offer
from doenwatwerkt.catalogue.queries.cards import (
    Helped,
    Step,
    ending,
    glossary,
    helped,
    legal,
    next_steps,
    pointers,
    practice,
    practices_by_validity,
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
    rows,
    stopping,
    working,
)
from doenwatwerkt.catalogue.queries.finding import LESS, pages, slugs_like
from doenwatwerkt.catalogue.queries.finished import finished, make, unfinished
from doenwatwerkt.catalogue.queries.likeness import Like, known_material, plain_address
from doenwatwerkt.catalogue.queries.menu import Dot, Shelf, candidates, compared, dots, shelf
from doenwatwerkt.catalogue.queries.rubric import DEDUCTIONS, MARYLAND, MOST_DEDUCTIONS, STARTS, Sum, added_up
from doenwatwerkt.catalogue.queries.writing import (
    AVAILABILITY,
    Names,
    alike,
    known,
    named,
    names,
    offer_of,
    offered,
    past,
    published,
    said,
)

__all__ = [
    "AVAILABILITY", "Card", "CardVersion", "Change", "DEDUCTIONS", "Dot", "Face", "Helped", "KINDS", "LESS",
    "LegalFact", "Like", "MARYLAND", "MOST_DEDUCTIONS", "Names", "Offer", "Place", "STARTS", "Shelf", "Step",
    "Sum", "added_up", "addresses", "aging", "alike", "around", "by_heading", "candidates", "changes",
    "choices", "compared", "counts", "dots", "due", "ending", "expiring", "faces", "faces_by_slug", "finished",
    "first_steps", "freshness", "glossary", "known_material", "helped", "known", "last_checked", "legal", "make", "named",
    "names", "next_steps", "of_theme", "offer_of", "offered", "offers", "outside", "owned", "pages", "past",
    "plain_address", "pointers", "pointing", "practice", "practices_by_validity", "published", "questions",
    "rows", "said", "shelf", "slugs_like", "sources", "stopping", "terms", "unfinished", "unhelped", "verdicts",
    "versions", "working",
]  # fmt: skip
