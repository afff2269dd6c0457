"""The Dutch lexicon: which words exist and which verb a form belongs to; one lean copy a process.

Source: the Dutch dictionary inside simplemma (MIT). Its entries stay packed (5 MB) and the words are kept as a
sorted array of hashes (3 MB), against 42 MB for an ordinary dict.
"""

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache

from simplemma.strategies.dictionaries import StreamDictionaryFactory

from doenwatwerkt.search.folding import fold

# Words of the field that the dictionary lacks and that do occur inside compounds ("diversiteitstraining").
_FIELD = ("diversiteit", "inclusie", "jobcoach", "lhbti", "onboarding", "recruitment", "recruiter", "wajong")


@cache
def _entries() -> Mapping[str, str]:
    return StreamDictionaryFactory().get_dictionary("nl")


@cache
def _words() -> "array[int]":
    hashes = {hash(fold(word)) for word in _entries() if word.isalpha() and word.islower()}
    hashes.update(hash(word) for word in _FIELD)
    return array("q", sorted(hashes))


def knows(word: str) -> bool:
    """Whether this folded word is a Dutch word, in any of its forms. Names and abbreviations mostly are not."""
    words, wanted = _words(), hash(word)
    place = bisect_left(words, wanted)
    return place < len(words) and words[place] == wanted


@lru_cache(maxsize=20_000)
def infinitive(word: str) -> str | None:
    """The infinitive a verb form belongs to ("aangenomen" -> "aannemen"), or None.

    Only infinitives: for nouns the stemmer is safer (the dictionary calls a werkgever a werkgeefster).
    """
    lemma = (_entries().get(word) or "").replace("_", "")
    verb = lemma.isalpha() and lemma.endswith("n") and lemma != word and len(lemma) <= len(word) + 3
    return fold(lemma) if verb else None
