"""The piece of a page that answers the question, with the words of the question marked. Pure."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from doenwatwerkt.search import analyser
from doenwatwerkt.search.folding import WORD, word

LONGEST = 240
_MOST_READ = 3_000
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n+")


type Weigh = Callable[[str], float]
"""A word as written in, how much the question wants it out."""


def weigher(wanted: Mapping[str, float]) -> Weigh:
    """Weighs words by their tokens, each written word once."""

    @cache
    def weigh(raw: str) -> float:
        term = analyser.term(word(raw))
        return max((wanted.get(token, 0.0) for token in (term.token, *term.parts)), default=0.0) if term else 0.0

    return weigh


def snippet(text: str, weigh: Weigh) -> SafeString:
    """At most 240 letters: the sentence that speaks most to the question and what follows it, escaped."""
    sentences = [sentence for sentence in _SENTENCE.split(text[:_MOST_READ]) if sentence.strip()]
    if not sentences:
        return SafeString("")
    scores = [sum(weigh(each) for each in set(WORD.findall(sentence))) for sentence in sentences]
    start = scores.index(max(scores))
    chosen = sentences[start]
    for following in sentences[start + 1 :]:
        if len(chosen) + len(following) + 1 > LONGEST:
            break
        chosen += " " + following
    return highlight(_cut(chosen, weigh), weigh)


def highlight(text: str, weigh: Weigh) -> SafeString:
    """The whole text escaped, with every wanted word inside <mark>."""
    pieces, end = [], 0
    for match in WORD.finditer(text):
        if weigh(match.group()):
            pieces += [escape(text[end : match.start()]), f"<mark>{escape(match.group())}</mark>"]
            end = match.end()
    return mark_safe("".join([*pieces, escape(text[end:])]))  # noqa: S308 -- every piece is escaped above


def _cut(text: str, weigh: Weigh) -> str:
    """A text that is too long, cut at words around its first wanted word."""
    if len(text) <= LONGEST:
        return text
    first = next((match.start() for match in WORD.finditer(text) if weigh(match.group())), 0)
    start = max(0, min(first - LONGEST // 3, len(text) - LONGEST))
    piece = text[start : start + LONGEST]
    front = "…" + piece.partition(" ")[2] if start else piece
    return front.rpartition(" ")[0] + "…" if start + LONGEST < len(text) and " " in front else front
