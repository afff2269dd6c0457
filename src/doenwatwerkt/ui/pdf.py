"""Typesetting: a document as plain data becomes a tagged PDF (PDF/UA-1). The compiler and its fonts stay warm."""

import json
import re
import warnings
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse

from doenwatwerkt.lib.text import shorten
from doenwatwerkt.ui import signs
from doenwatwerkt.ui.paper import Node, drawing
from doenwatwerkt.ui.templatetags.ui import day

if TYPE_CHECKING:
    from typst import Compiler

FOLDER = Path(__file__).parent / "typst"
STANDARD = "ua-1"
AUTHOR = "Doen Wat Werkt"
LONGEST = 60
"""Letters in a row without a place to break, longer than any Dutch word; after so many the line may break."""
_KEYS_OF_TEXT = frozenset({"in", "title", "short", "about", "term", "caption", "words", "after", "alt", "kind", "body"})
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
"""Characters without a shape, among them those that turn the reading direction of a line around."""
_RUN = re.compile(rf"[^\s/?&-]{{{LONGEST}}}(?=\S)")
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_WITHOUT_GLYPH: set[str] = set()
"""Characters that none of our fonts has, as the compiler told us. It can grow no larger than Unicode."""
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Document:
    """What is set: `body` as nodes of ui.paper, `kind` and `about` for the line on top, `url` and `on` for the footer."""

    title: str
    kind: str
    about: str
    url: str
    on: date
    body: list[Node]


@cache
def _compiler(main: str) -> "Compiler":
    """Only the fonts in the wheel: a font of the machine would make another PDF on another machine."""
    from typst import Compiler, Fonts  # noqa: PLC0415 -- slow import

    fonts = Fonts(include_system_fonts=False)
    return Compiler(FOLDER / main, root=FOLDER, font_paths=fonts, ignore_system_fonts=True)


def typeset(document: Document) -> bytes:
    """The PDF of a document; the same document gives the same bytes. Raises typst.TypstError when it can't be set."""
    return _set(document, format="pdf", pdf_standards=STANDARD)[0]


def pictures(document: Document, ppi: int = 72) -> list[bytes]:
    """The pages as PNG, to look at."""
    return _set(document, format="png", ppi=ppi)


def answer(document: Document, name: str) -> HttpResponse:
    """The PDF as the answer of a view, to look at or keep under `name`. Its page stays the address that is found and cited."""
    response = HttpResponse(typeset(document), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response.headers["Link"] = f'<{document.url}>; rel="canonical"'
    return response


def _set(document: Document, **how: Any) -> list[bytes]:
    said = {name: getattr(document, name) for name in ("title", "kind", "about", "url", "body")}
    said |= {"short": shorten(document.title, 80), "on": day(document.on)}
    at = datetime(document.on.year, document.on.month, document.on.day, tzinfo=UTC)
    return drawn("paper.typ", said, timestamp=at, **how)


def drawn(main: str, said: dict[str, Any], **how: Any) -> list[bytes]:
    """What the compiler makes of a file of ui/typst and the data for it. Raises typst.TypstError when it can't be set."""
    from typst import TypstError  # noqa: PLC0415 -- slow import

    while True:
        try:
            return _compile(main, said | {"author": AUTHOR, "mark": drawing(signs.MARK)}, **how)
        except TypstError as error:
            fresh = _missing(error.diagnostic) - _WITHOUT_GLYPH
            if not fresh:
                raise
            _WITHOUT_GLYPH.update(fresh)


def _compile(main: str, said: dict[str, Any], **how: Any) -> list[bytes]:
    data = json.dumps(_readable(said), ensure_ascii=False)
    made: Any
    with _lock:  # one compiler per file and process, and it can do one thing at a time
        made, told = _compiler(main).compile_with_warnings(sys_inputs={"data": data}, **how)
    for one in told:
        warnings.warn(f"typst: {one.message}", stacklevel=2)
    return made if isinstance(made, list) else [made]


def _missing(diagnostic: str) -> set[str]:
    """The characters without a glyph that an error of the compiler tells of."""
    found = "".join(_NO_GLYPH.findall(diagnostic))
    return set(_ESCAPED.sub(lambda it: chr(int(it[1], 16)), found))


def _readable(value: Any, key: str = "in") -> Any:
    """The same data with text that can be set: no control characters, room to break, a box for what has no glyph."""
    if isinstance(value, str):
        return _text(value) if key in _KEYS_OF_TEXT else value
    if isinstance(value, list):
        return [_readable(one, key) for one in value]
    if isinstance(value, dict):
        return {name: _readable(one, name) for name, one in value.items()}
    return value


def _text(text: str) -> str:
    seen = _UNSEEN.sub("", text)
    if _WITHOUT_GLYPH and not _WITHOUT_GLYPH.isdisjoint(seen):
        seen = "".join("□" if letter in _WITHOUT_GLYPH else letter for letter in seen)
    return _RUN.sub(lambda it: it[0] + "\u200b", seen)
