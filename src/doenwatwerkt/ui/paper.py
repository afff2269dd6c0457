"""What can stand on paper, as plain data that ui/typst draws: a small HTML of our own, so that no text becomes markup."""

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from doenwatwerkt.lib.codes import Cost, Direction, Effort
from doenwatwerkt.lib.marking import bare
from doenwatwerkt.ui import signs

type Node = str | dict[str, Any]
"""Text, or {"is": shape, "in": [nodes], …}. The shapes stand in typst/house.typ."""

_PROSE = {"p": "p", "ul": "ul", "ol": "ol", "li": "li", "strong": "strong", "b": "strong", "em": "em", "i": "em", "a": "a",
          "h3": "h3", "h4": "h3", "blockquote": "blockquote", "code": "code"}  # fmt: skip
_HOLDERS = {"", "ul", "ol", "blockquote"}
"""Elements in which white space between children means nothing."""
_INK = {"action": "#0b5d52", "quiet": "#4b605a", "accent": "#804105", "ink": "#14302c"}
_STYLE = (
    "<style>path,circle{{fill:currentColor}}.o,.i,.b,.t,.icon path{{fill:none;stroke:currentColor;stroke-linecap:round;"
    "stroke-linejoin:round;stroke-width:1.6}}.layers .o{{stroke-width:1;stroke-linejoin:miter}}.i{{stroke:#fff;stroke-width:2.2}}"
    ".b{{stroke-width:2.6;stroke-linecap:butt}}.t{{stroke-width:1;stroke-linecap:butt}}.top{{fill:#f2b04b}}{extra}</style>"
)


def node(shape: str, *inner: Node, **more: Any) -> Node:
    """One node: node("p", "Lees ", link("https://…", "de wet")). Empty strings are left out."""
    return {"is": shape, "in": [one for one in inner if one], **more}


def say(text: str, shape: str = "p") -> Node:
    """One line of text in a shape: p, lead, small, unknown, h1, h2, h3, strong, quiet, address."""
    return node(shape, text)


def told(text: str | None) -> Node:
    """What we know, or that it is not known yet."""
    return text or node("quiet", "Nog onbekend")


def link(to: str, text: str, site: str = "") -> Node:
    """A link; an address within the site becomes a whole one. What is no web or mail address stays text."""
    try:
        whole = urljoin(f"{site}/", to)
        known = urlsplit(whole).scheme in ("http", "https", "mailto")
    except ValueError:  # urllib's way to say that it can't be read as an address
        return text
    return node("a", text, to=whole) if known else text


def bullets(items: Iterable[Node], shape: str = "ul") -> Node:
    """A list; shape "ol" numbers it, "steps" numbers it with room."""
    return node(shape, *(node("li", one) for one in items))


def pairs(rows: Iterable[tuple[str, Node]]) -> Node:
    """Terms with what is known about them."""
    return node("pairs", *(node("pair", told, term=term) for term, told in rows))


def part(heading: str, *inner: Node) -> list[Node]:
    """A heading with what stands under it; nothing at all where nothing stands under it."""
    held = [one for one in inner if one]
    return [say(heading, "h2"), *held] if held else []


def drawing(svg: str, ink: str = "ink", extra: str = "") -> str:
    """A drawing of ui.signs that stands on its own: with its colours and its name space."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" color="{_INK[ink]}" '
    return str(svg).replace("<svg ", head, 1).replace(">", ">" + _STYLE.format(extra=extra), 1)


def certainty(score: int | None, words: str, expired: bool = False) -> Node:
    """How sure we are, 0-5: layers with their words. None: not judged yet."""
    if score is None:
        return told("")
    grey = ("quiet", ".o{stroke-dasharray:2 1.5}") if expired else ("action", "")
    after = f"{score} van {signs.TOP}" + (", oordeel verlopen" if expired else "")
    return node("sign", drawing=drawing(signs.layers(score), *grey), words=words, after=after)


def direction(value: str, size: str | None = None) -> Node:
    ink = "action" if value == Direction.POSITIVE else "ink"
    label = str(Direction(value).label)
    return node("sign", drawing=drawing(signs.arrow(value), ink), words=label, after=size or "")


def cost(value: int) -> Node:
    return node("sign", drawing=drawing(signs.euros(value), "quiet"), words=str(Cost(value).label), light=True)


def effort(value: int) -> Node:
    return node("sign", drawing=drawing(signs.clock(value), "quiet"), words=str(Effort(value).label), light=True)


def icon(name: str, ink: str = "action") -> str:
    return drawing(signs.icon(name), ink)


class _Prose(HTMLParser):
    """HTML that we made ourselves (lib.text.to_html) to nodes. What is not in _PROSE loses its tag and keeps its words."""

    def __init__(self, site: str) -> None:
        super().__init__()
        self.site = site
        self.open: list[dict[str, Any]] = [{"is": "", "in": []}]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.open[-1]["in"].append({"is": "br", "in": []})
        elif tag in _PROSE:
            made = link(dict(attrs).get("href") or "#", "", self.site) if tag == "a" else {"is": _PROSE[tag], "in": []}
            self.open.append(made if isinstance(made, dict) else {"is": "span", "in": []})

    def handle_endtag(self, tag: str) -> None:
        if tag in _PROSE and len(self.open) > 1:
            done = self.open.pop()
            self.open[-1]["in"].append(done)

    def handle_data(self, data: str) -> None:
        words = " ".join(f"<{data}>".split())[1:-1]
        if words.strip() or self.open[-1]["is"] not in _HOLDERS:
            self.open[-1]["in"].append(words)


def prose(html: str, site: str = "") -> list[Node]:
    """The paragraphs of a text that is kept as HTML, as nodes. What hard words mean stands at the end of a paper."""
    reader = _Prose(site)
    reader.feed(bare(html))
    reader.close()
    while len(reader.open) > 1:
        reader.handle_endtag("p")
    found: list[Node] = reader.open[0]["in"]
    return [say(one) if isinstance(one, str) else one for one in found]
