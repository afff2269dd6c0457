"""Answers this room gives to others and to its own pages."""

from doenwatwerkt.catalogue.queries.cards import Helped, Step, helped, legal, next_steps, pointers, sources, verdicts, versions
from doenwatwerkt.catalogue.queries.changes import Change, addresses, changes
from doenwatwerkt.catalogue.queries.faces import (
    KINDS,
    Face,
    around,
    counts,
    faces,
    faces_by_slug,
    faces_of_kind,
    first_steps,
    last_checked,
    of_theme,
    owned,
    pointing,
    stopping,
    working,
)
from doenwatwerkt.catalogue.queries.finding import LESS, pages
from doenwatwerkt.catalogue.queries.menu import Dot, Shelf, candidates, compared, dots, shelf

__all__ = [
    "Change",
    "Dot",
    "Face",
    "Helped",
    "KINDS",
    "LESS",
    "Shelf",
    "Step",
    "addresses",
    "around",
    "candidates",
    "changes",
    "compared",
    "counts",
    "dots",
    "faces",
    "faces_by_slug",
    "faces_of_kind",
    "first_steps",
    "helped",
    "last_checked",
    "legal",
    "next_steps",
    "of_theme",
    "owned",
    "pages",
    "pointers",
    "pointing",
    "shelf",
    "sources",
    "stopping",
    "verdicts",
    "versions",
    "working",
]
