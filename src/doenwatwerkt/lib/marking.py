"""Hard words in HTML that we made ourselves: marked with their explanation, once, and taken out again. Pure.

A button with an HTML popover: it works from the keyboard, without JavaScript and under a strict CSP.
"""

import re
from collections.abc import Iterable
from html import escape, unescape
from typing import NamedTuple

_PIECE = re.compile(r"(<[^>]+>)")
_CLOSED = ("a", "code", "h3", "h4")
"""In these elements nothing is marked: a button does not belong in a link, and a heading is read as a list."""
_MARKED = re.compile(
    r'<button type="button" class="term" popovertarget="[^"]*">(.*?)</button>'
    r'<span popover class="meaning" id="[^"]*"><b>(.*?)</b>: (.*?)</span>',
    re.DOTALL,
)


class Word(NamedTuple):
    """A hard word: its key, the word itself, how else it is written, and what it means."""

    slug: str
    word: str
    aliases: tuple[str, ...]
    meaning: str


def mark(html: str, words: Iterable[Word], *, part: int) -> str:
    """The HTML with the first occurrence of each hard word as a button that opens its explanation.

    `html` comes from lib.text.to_html; `part` makes ids differ between the texts of one page."""
    ways = {_key(way): word for word in words for way in (word.word, *word.aliases)}
    if not ways:
        return html
    longest_first = "|".join(re.escape(way) for way in sorted(ways, key=lambda way: (-len(way), way)))
    pattern = re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])", re.IGNORECASE)
    seen: set[str] = set()

    def marked(match: re.Match[str]) -> str:
        word = ways[match.group().lower()]
        if word.slug in seen:
            return match.group()
        seen.add(word.slug)
        return _button(match.group(), word, f"b-{word.slug}-{part}")

    closed, pieces = 0, []
    for piece in _PIECE.split(html):
        if piece.startswith("<"):
            name = piece.strip("</>").partition(" ")[0]
            closed += (-1 if piece.startswith("</") else 1) if name in _CLOSED else 0
        elif not closed:
            piece = pattern.sub(marked, piece)
        pieces.append(piece)
    return "".join(pieces)


def _key(way: str) -> str:
    """How a way of writing stands in HTML, in lower case."""
    return escape(way, quote=False).lower()


def _button(shown: str, word: Word, target: str) -> str:
    told = f"<b>{escape(word.word, quote=False)}</b>: {escape(word.meaning, quote=False)}"
    return (
        f'<button type="button" class="term" popovertarget="{target}">{shown}</button>'
        f'<span popover class="meaning" id="{target}">{told}</span>'
    )


def bare(html: str) -> str:
    """The HTML as it was before its hard words were marked: for paper, the index and whoever asks our API."""
    return _MARKED.sub(r"\1", html)


def explained(*texts: str) -> list[tuple[str, str]]:
    """The hard words that are marked in these texts with what they mean, each once, in alphabetical order."""
    found = {unescape(word): unescape(meaning) for html in texts for _, word, meaning in _MARKED.findall(html)}
    return sorted(found.items(), key=lambda pair: pair[0].lower())
