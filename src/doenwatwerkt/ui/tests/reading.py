"""Read a page as a visitor does: headings, words, pairs and links, instead of HTML."""

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

BLOCKS = {"article", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "header", "legend", "li", "nav", "ol", "p", "section", "td",
          "th", "tr", "ul"}  # fmt: skip
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}


class _Tree(HTMLParser):
    """HTML to a tree. An element that is closed in the wrong order is a mistake in the page."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        self.builder.end(tag)

    def handle_endtag(self, tag):
        assert tag not in VOID, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another element"
        self.builder.end(tag)

    def handle_data(self, data):
        if self.open:
            self.builder.data(data)


def words(element: Element) -> str:
    """The text of an element on one line; a block stands apart from what is before and after it."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    gap = " " if element.tag in BLOCKS else ""
    yield gap + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield gap


class Page:
    """One answer of the site."""

    def __init__(self, html: str) -> None:
        tree = _Tree()
        tree.feed(html)
        assert tree.open == [], "every element is closed"
        self.root = tree.builder.close()
        self.main = next(self.root.iter("main"), self.root)

    @property
    def h1(self) -> str:
        [one] = self.main.iter("h1")
        return words(one)

    @property
    def text(self) -> str:
        return words(self.main)

    def all(self, tag: str, css: str = "", within: Element | None = None) -> list[Element]:
        """Elements of the main part by tag and, where given, one class."""
        found = (self.main if within is None else within).iter(tag)
        return [one for one in found if not css or css in one.get("class", "").split()]

    def texts(self, tag: str, css: str = "") -> list[str]:
        return [words(one) for one in self.all(tag, css)]

    def section(self, heading: str) -> Element | None:
        """The section with this id on its heading."""
        return next((one for one in self.main.iter("section") if one.get("aria-labelledby") == heading), None)

    def said(self, heading: str) -> str:
        """The words of a section, its heading left out; empty where the page has no such section."""
        section = self.section(heading)
        if section is None:
            return ""
        return (
            words(section).removeprefix(words(next(one for one in section.iter() if one.get("id") == heading))).strip()
        )

    def pairs(self) -> dict[str, str]:
        """What stands beside each term in the lists of pairs."""
        terms = [one for one in self.main.iter() if one.tag in ("dt", "dd")]
        return {words(term): words(told) for term, told in zip(terms[::2], terms[1::2], strict=True)}

    def links(self, within: Element | None = None) -> list[tuple[str, str]]:
        return [(words(one), one.get("href", "")) for one in self.all("a", within=within)]

    def notices(self) -> list[str]:
        """The titles of the remarks that stand apart."""
        return [words(next(one.iter("strong"))) for one in self.all("div", "notice") if list(one.iter("strong"))]


def read(response) -> Page:
    return Page(response.content.decode())
