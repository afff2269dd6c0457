"""Sets of pages as bits, a bit a page: packed for the database, and walked in order. Pure."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator

REFS = ""
"""The name under which the refs themselves are kept, eight bytes each, in the order of the bits."""


def packed(pages: Iterable[tuple[int, str]]) -> dict[str, bytes]:
    """Per value of a facet ("fase:werven") which pages have it, and under REFS the refs. Pages as (ref, facets, one a line)."""
    refs, holders = array("q"), defaultdict[str, list[int]](list)
    for place, (ref, facets) in enumerate(pages):
        refs.append(ref)
        for name in facets.split("\n"):
            holders[name].append(place)
    found = {name: _bits(places, len(refs)) for name, places in holders.items()}
    return found | {REFS: b"".join(ref.to_bytes(8, "little", signed=True) for ref in refs)}


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
    """The places of the pages in a set, in order."""
    signs = f"{pages:b}"[::-1]
    at = signs.find("1")
    while at >= 0:
        yield at
        at = signs.find("1", at + 1)
