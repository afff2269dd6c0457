"""The thesaurus: from everyday words of employers to the words of the trade. Reads content/woordenboek.tsv, once."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from doenwatwerkt.lib.tables import read_tsv
from doenwatwerkt.search import analyser

_FILE = Path(__file__).parent / "content" / "woordenboek.tsv"
_LONGEST = 4

Expression = tuple[str, ...]


@cache
def _entries() -> dict[Expression, tuple[tuple[analyser.Term, ...], ...]]:
    found: dict[Expression, list[tuple[analyser.Term, ...]]] = {}
    for row in read_tsv(_FILE):
        key = tuple(analyser.token_of(word) for word in analyser.words(row["alledaags"]))
        if key:
            found.setdefault(key, []).extend(tuple(analyser.read(phrase)) for phrase in row["vakwoorden"].split("|"))
    return {key: tuple(dict.fromkeys(phrases)) for key, phrases in found.items()}


def expansions(words: Sequence[str]) -> Iterator[tuple[range, tuple[tuple[analyser.Term, ...], ...]]]:
    """For folded words in order: which stretch is a known expression, and the phrases of the trade for it.

    The longest expression wins; small words count inside one ("mag ik vragen" is not "vragen").
    """
    entries = _entries()
    keys = [analyser.token_of(word) for word in words]
    start = 0
    while start < len(keys):
        for end in range(min(len(keys), start + _LONGEST), start, -1):
            if phrases := entries.get(tuple(keys[start:end])):
                yield range(start, end), phrases
                start = end - 1
                break
        start += 1
