"""What the content files of cards may say: parses and checks, never saves. The format is told in docs/inhoud.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, model_validator

from doenwatwerkt.catalogue.rules import Availability
from doenwatwerkt.lib.codes import (
    Advice,
    Audience,
    Basis,
    CardKind,
    Cost,
    Direction,
    Effort,
    LegalStatus,
    Magnitude,
    MaterialKind,
    Phase,
    Price,
    ReadLevel,
    Scale,
    Theme,
)  # fmt: skip
from doenwatwerkt.lib.content import ContentError, Record, Slip, digest, parse, read_yaml, slips

HERE = Path(__file__).parent / "content"

type Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
type SourceKey = Annotated[str, Field(pattern=r"^[a-z0-9_-]+$", max_length=40)]
type Line = Annotated[str, Field(min_length=1, max_length=300)]
type Text = Annotated[str, Field(min_length=1, max_length=4000)]
type Address = Annotated[str, Field(pattern=r"^https?://\S+$", max_length=500)]


class SourceFile(Record):
    """One study in bronnen.yaml."""

    id: SourceKey
    auteurs: str | None = None
    jaar: int | None = None
    titel: Line
    uitgave: str | None = None
    url: Address | None = None
    gelezen: ReadLevel
    gelezen_waar: str | None = None
    gezien: bool = True
    link_gezien: bool = True
    opmerking: str | None = None


class PageFile(Record):
    """A web page under an answer, a material or a legal fact."""

    titel: Line
    url: Address | None = None
    uitgever: str | None = None


class LegalFactFile(Record):
    """One fact in rechtsfeiten.yaml."""

    id: Slug
    onderwerp: Line
    stelling: Text
    status: LegalStatus
    sinds: date | None = None
    bron: PageFile
    nagekeken_op: date


class TermSourceFile(Record):
    """Where the explanation of a hard word comes from."""

    titel: Line
    url: Address | None = None


class TermFile(Record):
    """One hard word in begrippen.yaml. Without a source the explanation is our own."""

    id: Slug
    woord: Annotated[str, Field(min_length=2, max_length=80)]
    ook: list[Line] = []
    uitleg: Annotated[str, Field(min_length=10, max_length=300)]
    bron: TermSourceFile | None = None


class CardFile(Record):
    """What every card says."""

    varianten: list[Line] = []
    maandag: str | None = None
    fasen: list[Phase] = []
    themas: Annotated[list[Theme], Field(min_length=1)]
    omvang: list[Scale] = []
    doelgroep: list[Audience] = []
    nagekeken_op: date = date(2026, 11, 22)
    opnieuw_nakijken_op: Annotated[date | None, Field(exclude_if=lambda value: value is None)] = None
    gaat_over: list[Slug] = []
    leunt_op: list[Slug] = []
    praktijken: list[Slug] = []
    materialen: list[Slug] = []


class SideFile(Record):
    """One of two sides where research and expert judgement contradict each other."""

    wie: Line
    zegt: Text
    bron: SourceKey


class VerdictFile(Record):
    """How sure the evidence bank is, with the arithmetic that the code repeats."""

    start: Annotated[int, Field(ge=0, le=5)]
    aftrek: list[Literal["I", "T", "O", "C"]] = []
    basis: Text
    context: Text
    getallen_gezien: Literal["ja", "deels", "nee"]


class PracticeFile(CardFile):
    """A practice: what you do. A file always has a verdict; a practice that people wrote gets one from its reviewers."""

    titel: Annotated[str, Field(min_length=3, max_length=120)]
    title_en: Annotated[str, Field(min_length=3, max_length=160)]
    samenvatting: Annotated[str, Field(min_length=20, max_length=420)]
    stappen: Annotated[list[Line], Field(min_length=1, max_length=8)]
    voorwaarden: list[Line] = []
    risicos: list[Line] = []
    werking: str | None = None
    effect: Text
    twee_kanten: list[SideFile] = []
    juridisch: str | None = None
    doelgroepen: list[Line] = []
    richting: Direction
    grootte: Magnitude
    advies: Advice
    kosten: Cost
    moeite: Effort
    oordeel: VerdictFile | None = None
    bronnen: Annotated[list[SourceKey], Field(min_length=1)]


class PointerFile(Record):
    """Where to go on from an answer."""

    organisatie: Slug
    waarvoor: Line
    url: Address | None = None


class AnswerFile(CardFile):
    """An answer to a question of an employer."""

    vraag: Annotated[str, Field(min_length=8, max_length=140)]
    kort: Annotated[str, Field(min_length=10, max_length=600)]
    waarom: Text | None = None
    wanneer_niet: str | None = None
    waarheen: list[PointerFile] = []
    zekerheid: Literal["vast", "nakijken"]
    nakijken_bij: Slug | None = None
    bronnen: Annotated[list[PageFile], Field(min_length=1)]

    @model_validator(mode="after")
    def unsure_says_where(self) -> "AnswerFile":
        if self.zekerheid == "nakijken" and not self.nakijken_bij:
            raise ValueError("zekerheid is 'nakijken', dus nakijken_bij moet zeggen bij wie")
        return self


class MaterialFile(CardFile):
    """A material: what you use."""

    titel: Annotated[str, Field(min_length=3, max_length=160)]
    samenvatting: Annotated[str, Field(min_length=20, max_length=420)]
    soort: MaterialKind
    eigenaar: Slug
    url: Address | None
    tijd: str | None = None
    kosten: Price
    commercieel: bool = False
    alleen_leden: Slug | None = None
    hoe_te_krijgen: str | None = None
    bewijs: Basis
    bewijs_uitleg: str | None = None
    taalniveau: str | None = None
    toegankelijkheid: str | None = None
    licentie: str | None = None
    jaar: int | None = None
    status: Availability
    bronnen: Annotated[list[PageFile], Field(min_length=1)]


SHAPES: dict[str, type[CardFile]] = {
    CardKind.PRACTICE: PracticeFile, CardKind.ANSWER: AnswerFile, CardKind.MATERIAL: MaterialFile,
}  # fmt: skip
FOLDERS: dict[str, str] = {
    CardKind.PRACTICE: "praktijken",
    CardKind.ANSWER: "antwoorden",
    CardKind.MATERIAL: "materialen",
}


@dataclass(frozen=True, slots=True)
class Seed:
    """One card file: its address, what it says, the same as plain JSON, and its fingerprint."""

    kind: str
    slug: str
    says: CardFile
    data: dict[str, Any]
    digest: str

    @property
    def file(self) -> str:
        return f"{FOLDERS[self.kind]}/{self.slug}.yaml"


@dataclass(frozen=True, slots=True)
class Library:
    """All content of this room, whole and consistent."""

    sources: list[SourceFile]
    facts: list[LegalFactFile]
    terms: list[TermFile]
    seeds: list[Seed]


def library(folder: Path = HERE) -> Library:
    """Read every file. ContentError names the first file and key that is wrong; organisations are checked when loading."""
    sources = _rows(folder / "bronnen.yaml", SourceFile)
    facts = _rows(folder / "rechtsfeiten.yaml", LegalFactFile)
    terms = _rows(folder / "begrippen.yaml", TermFile)
    seeds = [seed for kind in SHAPES for seed in _seeds(folder, kind)]
    found = Library(sources, facts, terms, seeds)
    _check_words(terms)
    _check_references(found)
    return found


def _rows[R: Record](file: Path, shape: type[R]) -> list[R]:
    rows = [parse(shape, row, file=file.name) for row in read_yaml(file) or []]
    ids = [row.id for row in rows]  # type: ignore[attr-defined]
    for one in ids:
        if ids.count(one) > 1:
            raise ContentError(file.name, one, "staat er twee keer")
    return rows


def _check_words(terms: list[TermFile]) -> None:
    """One way of writing means one thing."""
    seen: set[str] = set()
    for term in terms:
        for way in (term.woord, *term.ook):
            if way.lower() in seen:
                raise ContentError("begrippen.yaml", term.id, f"'{way}' staat er twee keer")
            seen.add(way.lower())


def _seeds(folder: Path, kind: str) -> Iterator[Seed]:
    for path in sorted((folder / FOLDERS[kind]).glob("*.yaml")):
        name = f"{FOLDERS[kind]}/{path.name}"
        says = parse(SHAPES[kind], read_yaml(path, file=name), file=name)
        if isinstance(says, PracticeFile) and says.oordeel is None:
            raise ContentError(name, "oordeel", "ontbreekt")
        data = says.model_dump(mode="json")
        yield Seed(kind, path.stem, says, data, digest(data))


def _check_references(found: Library) -> None:
    """Every key that a card names must exist."""
    known = {
        "bronnen": {row.id for row in found.sources}, "rechtsfeiten": {row.id for row in found.facts},
        "praktijken": {seed.slug for seed in found.seeds if seed.kind == CardKind.PRACTICE},
        "materialen": {seed.slug for seed in found.seeds if seed.kind == CardKind.MATERIAL},
    }  # fmt: skip
    for seed in found.seeds:
        for where, _, key in _named(seed.says):
            if where in known and key not in known[where]:
                raise ContentError(seed.file, where, f"'{key}' bestaat niet")


def _named(says: CardFile) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """Every key that a card names: (in which list it must exist, where in the card it stands, the key)."""
    lists = [("praktijken", "praktijken", says.praktijken), ("materialen", "materialen", says.materialen)]
    lists += [("rechtsfeiten", "gaat_over", says.gaat_over), ("rechtsfeiten", "leunt_op", says.leunt_op)]
    if isinstance(says, PracticeFile):
        lists += [("bronnen", "bronnen", says.bronnen)]
        yield from (("bronnen", ("twee_kanten", n, "bron"), side.bron) for n, side in enumerate(says.twee_kanten))
    elif isinstance(says, AnswerFile):
        yield from (
            ("organisaties", ("waarheen", n, "organisatie"), there.organisatie) for n, there in enumerate(says.waarheen)
        )
        if says.nakijken_bij:
            yield "organisaties", ("nakijken_bij",), says.nakijken_bij
    elif isinstance(says, MaterialFile):
        yield "organisaties", ("eigenaar",), says.eigenaar
        if says.alleen_leden:
            yield "organisaties", ("alleen_leden",), says.alleen_leden
    for where, key, values in lists:
        yield from ((where, (key, n), value) for n, value in enumerate(values))


type Known = dict[str, set[str]]
"""What cards may name: the keys that exist of organisaties, praktijken, materialen, rechtsfeiten and bronnen."""


def read_card(kind: str, data: dict[str, Any], known: Known) -> tuple[CardFile | None, list[Slip]]:
    """A card out of what people wrote, or everything that is still wrong with it."""
    try:
        says = SHAPES[kind].model_validate(data)
    except ValidationError as error:
        return None, slips(error)
    lost = [
        Slip(where, "unknown", {}, f"'{key}' bestaat niet")
        for name, where, key in _named(says)
        if key not in known[name]
    ]
    return (None if lost else says), lost
