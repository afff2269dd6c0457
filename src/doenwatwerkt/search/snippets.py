"""The piece of a page that answers the question, with the words of the question marked. Pure."""

import re
from collections.abc import Mapping

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from doenwatwerkt.search import analyser
from doenwatwerkt.search.folding import WORD, word

LONGEST = 240
_MOST_READ = 4_000
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n+")


def snippet(text: str, wanted: Mapping[str, float]) -> SafeString:
    """At most 240 letters: the sentence that speaks most to the tokens in `wanted` and what follows it, escaped."""
    sentences = [sentence for sentence in _SENTENCE.split(text[:_MOST_READ]) if sentence.strip()]
    if not sentences:
        return SafeString("")
    scores = [_score(sentence, wanted) for sentence in sentences]
    start = scores.index(max(scores))
    chosen = sentences[start]
    for following in sentences[start + 1 :]:
        if len(chosen) + len(following) + 1 > LONGEST:
            break
        chosen += " " + following
    return highlight(_cut(chosen, wanted), wanted)


def highlight(text: str, wanted: Mapping[str, float]) -> SafeString:
    """The whole text escaped, with every word that has a wanted token inside <mark>."""
    pieces, end = [], 0
    for match in WORD.finditer(text):
        if _weight(match.group(), wanted):
            pieces += [escape(text[end : match.start()]), f"<mark>{escape(match.group())}</mark>"]
            end = match.end()
    return mark_safe("".join([*pieces, escape(text[end:])]))  # noqa: S308 -- every piece is escaped above


def _score(sentence: str, wanted: Mapping[str, float]) -> float:
    found: dict[str, float] = {}
    for match in WORD.finditer(sentence):
        if weight := _weight(match.group(), wanted):
            found[word(match.group())] = weight
    return sum(found.values())


def _weight(raw: str, wanted: Mapping[str, float]) -> float:
    term = analyser.term(word(raw))
    return max((wanted.get(token, 0.0) for token in (term.token, *term.parts)), default=0.0) if term else 0.0


def _cut(text: str, wanted: Mapping[str, float]) -> str:
    """A text that is too long, cut at words around its first wanted word."""
    if len(text) <= LONGEST:
        return text
    first = next((match.start() for match in WORD.finditer(text) if _weight(match.group(), wanted)), 0)
    start = max(0, min(first - LONGEST // 3, len(text) - LONGEST))
    piece = text[start : start + LONGEST]
    front = "…" + piece.partition(" ")[2] if start else piece
    return front.rpartition(" ")[0] + "…" if start + LONGEST < len(text) and " " in front else front
