"""Browsing without a question: which pages pass the filters, in order, and how many each other value would leave."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import islice
from operator import and_, or_

from django.db import connection
from django.db.models import QuerySet

from doenwatwerkt.search import bits
from doenwatwerkt.search.models import Document, Facet, Token
from doenwatwerkt.search.retrieval import holding

type Filters = Mapping[str, set[str]]
type By = Sequence[tuple[str, Sequence[str]]]
"""Facets that order: those with the first value first; those without one last; equal ones by title."""


class Browsed:
    """The pages that pass some filters. Values of one facet are alternatives, facets add up. Counts without a query."""

    def __init__(self, filters: Filters, kept: Mapping[str, bytes]) -> None:
        self._refs, self._order = kept.get(bits.REFS, b""), kept.get(bits.NEWEST, b"")
        self._facets: dict[str, dict[str, int]] = defaultdict(dict)
        for name, pages in kept.items():
            facet, colon, value = name.partition(":")
            if colon:
                self._facets[facet][value] = bits.unpacked(pages)
        self._all = (1 << len(self._refs) // 8) - 1
        self._chosen = {facet: self._union(facet, values) for facet, values in filters.items() if values}
        self._pages = self._passing()

    @property
    def total(self) -> int:
        return self._pages.bit_count()

    def left(self, facets: Sequence[str]) -> dict[str, dict[str, int]]:
        """Per facet and value how many pages pass, counted as if nothing was chosen in that facet itself."""
        counts: dict[str, dict[str, int]] = {}
        for facet in facets:
            passing = self._passing(but=facet) if facet in self._chosen else self._pages
            told = ((value, (pages & passing).bit_count()) for value, pages in self._facets.get(facet, {}).items())
            counts[facet] = {value: pages for value, pages in told if pages}
        return counts

    def without(self) -> dict[str, int]:
        """Per chosen facet how many pages would pass if it was dropped: which one to drop when nothing is left."""
        return {facet: self._passing(but=facet).bit_count() for facet in self._chosen}

    def refs(self, start: int, stop: int, *, by: By = ()) -> list[int]:
        """The refs of the pages that pass, from `start` up to `stop`, by these facets and then by title."""
        found: list[int] = []
        for part in self._parts(by):
            size = part.bit_count()
            if start < size and stop > 0:
                found += (bits.ref_at(self._refs, place) for place in islice(bits.places(part), start, stop))
            start, stop = max(0, start - size), stop - size
        return found

    def newest(self, start: int, stop: int) -> list[int]:
        """The refs of the pages that pass, from `start` up to `stop`, by day from new to old and then by ref."""
        places = islice(bits.places_in(self._order, self._pages), start, stop)
        return [bits.ref_at(self._refs, place) for place in places]

    def _parts(self, by: By) -> Iterable[int]:
        """What passes, cut up so that everything in a part comes before everything in the next."""
        parts: Iterable[int] = [self._pages]
        for facet, values in by:
            parts = [piece for part in parts for piece in self._cut(part, facet, values) if piece]
        return parts

    def _cut(self, rest: int, facet: str, values: Sequence[str]) -> Iterator[int]:
        for value in values:
            piece = rest & self._facets[facet].get(value, 0)
            rest ^= piece
            yield piece
        yield rest

    def _union(self, facet: str, values: Iterable[str]) -> int:
        return reduce(or_, (self._facets[facet].get(value, 0) for value in values), 0)

    def _passing(self, but: str = "") -> int:
        return reduce(and_, (pages for facet, pages in self._chosen.items() if facet != but), self._all)


def browse(filters: Filters) -> Browsed:
    """Look at the pages that pass: one query, however many pages and filters there are."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT name, pages FROM {Facet._meta.db_table}")  # noqa: S608 -- own name
        return Browsed(filters, dict(cursor.fetchall()))


def passing(filters: Filters) -> QuerySet[Document, int]:
    """The refs of the pages that pass, for use inside another query."""
    wanted = {f"{facet}:{value}": facet for facet, values in filters.items() for value in values}
    groups: dict[str, list[int]] = {facet: [] for facet, values in filters.items() if values}
    for token, pk in Token.objects.filter(token__in=sorted(wanted)).order_by("pk").values_list("token", "pk"):
        groups[wanted[token]].append(pk)
    return holding(list(groups.values())).values_list("ref", flat=True)


def undated() -> list[int]:
    """The refs of pages without a day: an older edition indexed them."""
    return list(Document.objects.filter(on=None).order_by("pk").values_list("ref", flat=True))
