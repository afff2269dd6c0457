""" "Bedoelde u": near words for what the index and the lexicon do not know, from the index's own vocabulary."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from django.db.models import Q

from doenwatwerkt.search.folding import WORD, word
from doenwatwerkt.search.models import Word

_MOST_UNKNOWN = 4
_SHORTEST = 4


class Known(NamedTuple):
    """A word of the index: its token, the id of that, and on how many pages it is."""

    word: str
    token: str
    number: int
    documents: int


def corrections(unknown: Iterable[str]) -> dict[str, Known]:
    """Per unknown word the nearest word of the index, where there is one near enough. One query."""
    words = [each for each in unknown if len(each) >= _SHORTEST and each.isalpha()][:_MOST_UNKNOWN]
    if not words:
        return {}
    known = _alike(words)
    found = {each: _nearest(each, [one for one in known if _looks_like(one.word, each)]) for each in words}
    return {each: better for each, better in found.items() if better}


def _alike(typed: Sequence[str]) -> list[Known]:
    """Words of the index that look like one of those typed."""
    alike = Q()
    for each in typed:
        alike |= Q(word__startswith=each[0]) | Q(word__endswith=each[-3:])
    rows = Word.objects.filter(alike, token__documents__gt=0).order_by("pk")
    return [Known(*row) for row in rows.values_list("word", "token__token", "token_id", "token__documents")]


def _looks_like(known: str, typed: str) -> bool:
    """The first letter or the ending of what was typed."""
    return known.startswith(typed[0]) or known.endswith(typed[-3:])


def rewrite(text: str, better: Mapping[str, Known]) -> str:
    """The text with the corrected words in it; the rest stays as typed."""

    def mended(match: re.Match[str]) -> str:
        known = better.get(word(match.group()))
        return known.word if known else match.group()

    return WORD.sub(mended, normalize("NFKC", text)).strip()


def _nearest(typed: str, known: Iterable[Known]) -> Known | None:
    """The known word with the fewest changes, then the one on most pages: one change for short words, two for long."""
    most = 1 if len(typed) < 7 else 2
    pairs = _pairs(typed)
    best: tuple[int, int, str] | None = None
    nearest = None
    for one in known:
        if abs(len(one.word) - len(typed)) > most or len(pairs & _pairs(one.word)) < len(pairs) - 2 * most - 1:
            continue
        changes = distance(typed, one.word, most=most)
        if changes <= most and (best is None or (changes, -one.documents, one.word) < best):
            best, nearest = (changes, -one.documents, one.word), one
    return nearest


def _pairs(text: str) -> set[str]:
    padded = f"^{text}$"
    return {padded[i : i + 2] for i in range(len(padded) - 1)}


def distance(one: str, other: str, *, most: int) -> int:
    """Letters to add, drop, replace or swap to go from one word to the other; most + 1 when there are more."""
    before: list[int] = []
    previous = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        current = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, previous = previous, current
    return min(previous[-1], most + 1)
