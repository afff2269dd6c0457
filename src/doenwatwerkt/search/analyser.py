"""The analyser: text to tokens, the same way for the index and for a question. Pure; never raises."""

from dataclasses import dataclass
from functools import cache, lru_cache

import Stemmer

from doenwatwerkt.search import lexicon
from doenwatwerkt.search.folding import LONGEST_WORD, MARK, fold, word, words

__all__ = ["Term", "fold", "read", "term", "tokens", "word", "words"]

# Heads and fronts that are words in the dictionary but no meaningful half of a compound.
_NO_HEAD_WORDS = """
    gever gevers nemer nemers geven nemen nemend gevend gevende nemende heid heden schap schappen baar bare loos loze
    lijk lijke achtig achtige zaam zame ster sters matig matige tien ende enen aars eren erij lijks isme atie aties
    chap ring ringen sing ding ting ling lingen king ning tering nering lering dering laars teit teiten lijkst eigen
"""
_NO_FRONT_WORDS = """
    over onder door voor achter tegen terug samen mede tussen buiten binnen boven vast weer toen onts verg gege
    bege vere bere gebe meer minder even naar zonder hier daar waar elkaar heen hoog
"""
_SHORT_WORDS = "mbo hbo uwv mkb zzp avg eis dag uur loon taal wet baan test rol lat cv hr ww or ai"
_NO_HEAD, _NO_FRONT = frozenset(_NO_HEAD_WORDS.split()), frozenset(_NO_FRONT_WORDS.split())
_SHORT_PARTS = frozenset(_SHORT_WORDS.split())
_LINKS = ("", "s", "e", "en", "n")
_SHORTEST_PART = 4


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("dutch", maxCacheSize=0)


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a text: as written (folded), its token, and the tokens of its parts when it is a compound."""

    word: str
    token: str
    parts: tuple[str, ...] = ()


def read(text: str, *, most: int | None = None) -> list[Term]:
    """The words of a text in order, at most `most` of them."""
    return [found for each in words(text) if (found := term(each)) is not None][:most]


def tokens(text: str) -> list[str]:
    """All tokens of a text in order. Tokens of the joined tokens are these same tokens."""
    return [token for found in read(text) for token in (found.token, *found.parts)]


@lru_cache(maxsize=20_000)
def term(folded: str) -> Term | None:
    """One folded word as a term; None when it is a single letter.

    There is no list of stop words: measured, questions share their small words ("mag ik", "hoe") with the questions
    on the cards, and words that are everywhere weigh next to nothing by themselves.
    """
    if folded.startswith(MARK):
        return Term(folded, folded)
    if len(folded) < 2 and not folded.isdigit():
        return None
    whole = token_of(folded)
    parts = tuple(dict.fromkeys(token_of(part) for part in split(folded)))
    return Term(folded, whole, tuple(part for part in parts if part != whole))


@lru_cache(maxsize=20_000)
def token_of(folded: str) -> str:
    """The token of one folded word: its infinitive when it is a verb, stemmed, with Dutch spelling evened out."""
    if not folded.isalpha():
        return MARK + folded
    return (MARK + _even_out(_stem(lexicon.infinitive(folded) or folded)))[: LONGEST_WORD + 1]


def _stem(folded: str) -> str:
    """The stem, with "ge" kept: the stemmer takes it out anywhere and would make begeleiding into beleid."""
    until = max(0, len(folded) - 3)
    kept = folded[:until].replace("ge", "gy") + folded[until:]
    stem = _stemmer().stemWord(kept) or folded
    return stem if kept == folded else stem.replace("gy", "ge")


def _even_out(stem: str) -> str:
    """Bring noun and verb together where the stemmer leaves them apart: selectie and selecteren, werf and werv."""
    if stem.endswith("ctie"):
        stem = stem[:-2] + "er"
    if len(stem) > 4 and stem[-2] == stem[-3] and stem[-2] in "aeou" and stem[-1] not in "aeiou":
        stem = stem[:-2] + stem[-1]
    return stem


def split(folded: str) -> tuple[str, ...]:
    """The parts of a compound, or nothing: "sollicitatiegesprek" -> sollicitatie, gesprek.

    Fewest parts first; among those the split that leaves the longest last part.
    """
    if len(folded) < 2 * _SHORTEST_PART - 1 or not folded.isalpha():
        return ()
    found = _split(folded, 3)
    return found if len(found) > 1 else ()


def _split(rest: str, most: int) -> tuple[str, ...]:
    """The best way to cut `rest` in at most `most` parts; nothing when there is none."""
    best: tuple[str, ...] = ()
    for cut in range(2, len(rest) - 1):
        front, back = _front(rest[:cut]), rest[cut:]
        if front is None:
            continue
        if _is_part(back) and back not in _NO_HEAD:
            tail: tuple[str, ...] = (back,)
        else:
            tail = _split(back, most - 1) if most > 2 else ()
        if tail and (not best or 1 + len(tail) < len(best)):
            best = (front, *tail)
    return best


def _front(text: str) -> str | None:
    """The word that this first half stands for, without its linking letters; None when it is none."""
    for link in _LINKS:
        front = text.removesuffix(link) if link else text
        if (link == "" or front != text) and front not in _NO_FRONT and _is_part(front):
            return front
    return None


def _is_part(text: str) -> bool:
    return (len(text) >= _SHORTEST_PART and lexicon.knows(text)) or text in _SHORT_PARTS
