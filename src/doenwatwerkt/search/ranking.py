"""The arithmetic of ranking: whole numbers, so that every database gives the same order. Pure.

Impact is BM25F (Robertson, Zaragoza, Taylor 2004) with fixed field lengths instead of averages, so that a new page
never changes the impact of an old one.
"""

from collections.abc import Iterable, Mapping
from math import log

from doenwatwerkt.search.analyser import Term

# Per field: how much one mention weighs, a usual length in words, how much a longer text dilutes it.
FIELDS = {"title": (4.0, 7, 0.3), "asked": (2.5, 8, 0.3), "summary": (1.5, 40, 0.5), "body": (0.3, 160, 0.6)}
SATURATION = 3.0
SCALE = 200
PART = 0.6
SYNONYM = 0.4
# Below 1: several middling words together say more than one that happens to be rare.
RARITY = 0.8


def impacts(fields: Mapping[str, Iterable[list[Term]]], *, weight: float) -> dict[str, int]:
    """The impact of every token of a page, 1 to 200. `fields`: per field its texts as terms (asked has several).

    Several variants of a question count as their best one, with a little extra for what they share.
    """
    total: dict[str, float] = {}
    for name, texts in fields.items():
        boost, usual, dilution = FIELDS[name]
        seen: dict[str, list[float]] = {}
        for terms in texts:
            length = 1 - dilution + dilution * len(terms) / usual
            for token, times in _count(terms).items():
                seen.setdefault(token, []).append(times / length)
        for token, values in seen.items():
            total[token] = total.get(token, 0.0) + boost * (max(values) + 0.1 * (len(values) - 1))
    return {token: max(1, round(SCALE * weight * value / (SATURATION + value))) for token, value in total.items()}


def _count(terms: Iterable[Term]) -> dict[str, float]:
    counts: dict[str, float] = {}
    for term in terms:
        counts[term.token] = counts.get(term.token, 0.0) + 1.0
        for part in term.parts:
            counts[part] = counts.get(part, 0.0) + PART
    return counts


def idf(documents: int, total: int) -> float:
    """How telling a token is that occurs in `documents` of `total` pages; never negative."""
    return log(1 + (total - documents + 0.5) / (documents + 0.5))


def telling(documents: int, total: int) -> float:
    """How much finding this token adds to a score: its idf, with the rarest ones tempered."""
    return float(idf(documents, total) ** RARITY)
