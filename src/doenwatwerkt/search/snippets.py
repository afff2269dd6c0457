"""The piece of a page that answers the question, with the words of the question marked. Pure."""

import re
from collections.abc import Callable, Container, Iterable, Mapping
from functools import lru_cache
from html import escape
from math import fsum
from sys import intern

from django.utils.safestring import SafeString, mark_safe

from doenwatwerkt.search import analyser
from doenwatwerkt.search.folding import WORD, word

LONGEST = 240
_MOST_READ = 3_000
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n+")


type Weigh = Callable[[Iterable[str]], dict[str, float]]
"""Words as written in; out come those that the question wants, with how much."""


def weigher(wanted: Mapping[str, float]) -> Weigh:
    """Weighs words by their tokens."""
    tokens = wanted.keys()

    def weigh(words: Iterable[str]) -> dict[str, float]:
        return {
            raw: max(wanted.get(token, 0.0) for token in _tokens(raw))
            for raw in words if not tokens.isdisjoint(_tokens(raw))
        }  # fmt: skip

    return weigh


@lru_cache(maxsize=20_000)
def _tokens(raw: str) -> tuple[str, ...]:
    """The tokens of a word as written. Kept between questions: they look at the same texts."""
    term = analyser.term(word(raw))
    return (term.token, *term.parts) if term else ()


def snippet(text: str, weigh: Weigh) -> SafeString:
    """At most 240 letters: the sentence that speaks most to the question and what follows it, escaped."""
    sentences, words, once = _read(text[:_MOST_READ])
    if not sentences:
        return SafeString("")
    wanted = weigh(once)
    scores = [fsum(wanted[raw] for raw in there.intersection(wanted)) for there in words]
    start = scores.index(max(scores))
    chosen = sentences[start]
    for following in sentences[start + 1 :]:
        if len(chosen) + len(following) + 1 > LONGEST:
            break
        chosen += " " + following
    return highlight(_cut(chosen, wanted), wanted)


@lru_cache(maxsize=500)
def _read(text: str) -> tuple[list[str], list[set[str]], set[str]]:
    """The sentences of a text, the words of each, and all words: of the pages that are found most, read once."""
    sentences = [sentence for sentence in _SENTENCE.split(text) if sentence.strip()]
    words = [set(map(intern, WORD.findall(sentence))) for sentence in sentences]
    return sentences, words, set().union(*words)


def highlight(text: str, wanted: Container[str]) -> SafeString:
    """The whole text escaped, with every wanted word inside <mark>."""
    pieces, end = [], 0
    for match in WORD.finditer(text):
        if match.group() in wanted:
            pieces += [escape(text[end : match.start()]), f"<mark>{escape(match.group())}</mark>"]
            end = match.end()
    return mark_safe("".join([*pieces, escape(text[end:])]))  # noqa: S308 -- every piece is escaped above


def _cut(text: str, wanted: Container[str]) -> str:
    """A text that is too long, cut at words around its first wanted word."""
    if len(text) <= LONGEST:
        return text
    first = next((match.start() for match in WORD.finditer(text) if match.group() in wanted), 0)
    start = max(0, min(first - LONGEST // 3, len(text) - LONGEST))
    piece = text[start : start + LONGEST]
    front = "…" + piece.partition(" ")[2] if start else piece
    return front.rpartition(" ")[0] + "…" if start + LONGEST < len(text) and " " in front else front
