"""Read a PDF as a screen reader does: its tags in order, with the words under each, instead of a picture."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject

_RANGES = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_HEX = re.compile(rb"<([0-9a-fA-F]+)>")
INLINE = {"Span", "Strong", "Em", "Link"}


@dataclass(slots=True)
class Tag:
    """One element of the tag tree: its name, alternative text, own words and children in reading order.

    A cell of a table also has its own `key` and the keys of its `headings`."""

    name: str
    alt: str = ""
    scope: str = ""
    inner: list["Tag | str"] = field(default_factory=list)
    key: str = ""
    headings: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What is read aloud, on one line; a figure is read as its alternative text."""
        return " ".join((self.alt or "".join(self._pieces())).split())

    def _pieces(self) -> Iterator[str]:
        for one in self.inner:
            if isinstance(one, str):
                yield one
            elif one.name in INLINE:
                yield from one._pieces()
            else:
                yield f" {one.words} "

    def all(self, *names: str) -> list["Tag"]:
        under = [found for one in self.inner if isinstance(one, Tag) for found in one.all(*names)]
        return [self, *under] if self.name in names else under


def _glyphs(font: DictionaryObject) -> dict[int, str]:
    """Code of a glyph -> its letters, as the font tells a screen reader."""
    found: dict[int, str] = {}
    for kind, body in _RANGES.findall(font["/ToUnicode"].get_object().get_data()):
        words = [bytes.fromhex(one.decode()) for one in _HEX.findall(body)]
        step = 2 if kind == b"bfchar" else 3
        for start in range(0, len(words) - step + 1, step):
            first, last, to = words[start], words[start + step - 2], words[start + step - 1].decode("utf-16-be")
            for more in range(int.from_bytes(last) - int.from_bytes(first) + 1):
                found[int.from_bytes(first) + more] = to[:-1] + chr(ord(to[-1]) + more)
    return found


class _Marked:
    """The words of one page per marked piece, as its content stream shows them."""

    def __init__(self, reader: PdfReader, page: DictionaryObject) -> None:
        self.fonts = {name: _glyphs(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
        self.words: dict[int, str] = {}
        self.loose = ""
        self.font: dict[int, str] = {}
        self.open: list[tuple[int | None, bool, bool]] = []  # (piece, artifact, words are replaced)
        kept: list[dict[int, str]] = []
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator == b"q":
                kept.append(self.font)
            elif operator == b"Q":
                self.font = kept.pop()
            elif operator == b"Tf":
                self.font = self.fonts[operands[0]]
            elif operator in (b"BDC", b"BMC"):
                self._begin(operands)
            elif operator == b"EMC":
                self.open.pop()
            elif operator in (b"Tj", b"TJ"):
                self._show(operands[0])

    def _begin(self, operands: list) -> None:
        told = operands[1] if len(operands) > 1 and isinstance(operands[1], DictionaryObject) else {}
        piece, artifact, replaced = self.open[-1] if self.open else (None, False, False)
        self.open.append(
            (int(told.get("/MCID", -1 if piece is None else piece)), artifact or operands[0] == "/Artifact", replaced)
        )
        if "/ActualText" in told:
            self._add(str(told["/ActualText"]))
            self.open[-1] = (*self.open[-1][:2], True)

    def _show(self, shown: ArrayObject | bytes) -> None:
        for one in shown if isinstance(shown, ArrayObject) else [shown]:
            if isinstance(one, (bytes, str)):
                raw = one if isinstance(one, bytes) else one.original_bytes
                self._add("".join(self.font.get(int.from_bytes(raw[at : at + 2]), "?") for at in range(0, len(raw), 2)))

    def _add(self, words: str) -> None:
        piece, artifact, replaced = self.open[-1] if self.open else (-1, False, False)
        if replaced or artifact:
            return
        if piece is None or piece < 0:
            self.loose += words
        else:
            self.words[piece] = self.words.get(piece, "") + words


class Pdf:
    """One document: what it says about itself, its tags, fonts and links."""

    def __init__(self, made: bytes) -> None:
        self.reader = PdfReader(BytesIO(made))
        self.root = self.reader.trailer["/Root"]
        self.pages = list(self.reader.pages)
        self.marked = {page.indirect_reference.idnum: _Marked(self.reader, page) for page in self.pages}
        self.tree = self._tag(self.root["/StructTreeRoot"]["/K"], None)[0]

    @property
    def xmp(self) -> str:
        return self.root["/Metadata"].get_object().get_data().decode()

    @property
    def text(self) -> str:
        """Everything a screen reader meets, in its order."""
        return self.tree.words

    @property
    def untagged(self) -> str:
        """Words that stand in no tag and are no artifact either: nobody would hear them."""
        return "".join(one.loose for one in self.marked.values())

    @property
    def fonts(self) -> set[str]:
        """The families of the embedded fonts, without the six letters of the subset."""
        names = {
            str(font.get_object()["/BaseFont"]) for page in self.pages for font in page["/Resources"]["/Font"].values()
        }
        return {name.partition("+")[2].partition("-")[0] for name in names}

    @property
    def links(self) -> list[str]:
        notes = [note.get_object() for page in self.pages for note in page.get("/Annots", [])]
        return [str(note["/A"]["/URI"]) for note in notes if note["/Subtype"] == "/Link"]

    def said(self, *names: str) -> list[str]:
        return [tag.words for tag in self.tree.all(*names)]

    def _tag(self, kids: object, page: int | None) -> list[Tag | str]:
        if isinstance(kids, IndirectObject):
            kids = kids.get_object()
        if isinstance(kids, ArrayObject):
            return [one for kid in kids for one in self._tag(kid, page)]
        if isinstance(kids, int):
            return [self.marked[page].words.get(int(kids), "")]
        here = kids.raw_get("/Pg").idnum if "/Pg" in kids else page
        if "/S" not in kids:  # a piece on a page of its own, or an annotation
            return [self.marked[here].words.get(int(kids["/MCID"]), "")] if "/MCID" in kids else []
        held = kids.get("/A", ArrayObject())
        traits = [one.get_object() for one in (held if isinstance(held, ArrayObject) else [held])]
        inner = self._tag(kids["/K"], here) if "/K" in kids else []
        return [Tag(
            str(kids["/S"])[1:], str(kids.get("/Alt", "")), "".join(one.get("/Scope", "") for one in traits)[1:], inner,
            str(kids.get("/ID", "")), [str(key) for one in traits for key in one.get("/Headers", [])],
        )]  # fmt: skip
