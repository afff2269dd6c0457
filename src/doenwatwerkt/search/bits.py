"""Sets of pages as bits, a bit a page: packed for the database, and walked in order. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import compress
from struct import pack, unpack

REFS, NEWEST = "nummers", "nieuw"
"""The names beside those of facets: the refs themselves, eight bytes each in the order of the bits; and the places of the
pages from new to old, four bytes each."""
_FLAGS = bytes.maketrans(b"01", b"\0\1")


def packed(pages: Iterable[tuple[int, str, date | None]]) -> dict[str, bytes]:
    """Per value of a facet ("fase:werven") which pages have it, and REFS and NEWEST. Pages as (ref, facets a line, day).
    Nothing of no pages."""
    refs, days, holders = list[int](), list[date](), defaultdict[str, list[int]](list)
    for place, (ref, facets, on) in enumerate(pages):
        refs.append(ref)
        days.append(on or date.min)
        for name in facets.split("\n"):
            holders[name].append(place)
    if not refs:
        return {}
    newest = sorted(range(len(refs)), key=lambda place: (days[place], refs[place]), reverse=True)
    found = {name: _bits(places, len(refs)) for name, places in holders.items()}
    return found | {REFS: pack(f"<{len(refs)}q", *refs), NEWEST: pack(f"<{len(newest)}I", *newest)}


def _bits(places: list[int], size: int) -> bytes:
    signs = bytearray(-(-size // 8))
    for place in places:
        signs[place >> 3] |= 1 << (place & 7)
    return bytes(signs)


def unpacked(pages: bytes) -> int:
    """The bits of one value as a number, to count with."""
    return int.from_bytes(pages, "little")


def ref_at(refs: bytes, place: int) -> int:
    return int.from_bytes(refs[8 * place : 8 * place + 8], "little", signed=True)


def places(pages: int) -> Iterator[int]:
    """The places of the pages in a set, in order of title."""
    signs = f"{pages:b}"[::-1]
    at = signs.find("1")
    while at >= 0:
        yield at
        at = signs.find("1", at + 1)


def places_in(order: bytes, pages: int) -> Iterator[int]:
    """The places of the pages in a set, in an order that is kept."""
    walked = unpack(f"<{len(order) // 4}I", order)
    flags = f"{pages:0{len(walked)}b}"[::-1].encode().translate(_FLAGS)
    return compress(walked, map(flags.__getitem__, walked))
