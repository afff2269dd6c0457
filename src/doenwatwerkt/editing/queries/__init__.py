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
    used_addresses,
)

__all__ = [
    "PER_PAGE",
    "PILES",
    "Pile",
    "brought_in",
    "links_are_asked",
    "links_due",
    "lost_cards",
    "pile",
    "used_addresses",
]
