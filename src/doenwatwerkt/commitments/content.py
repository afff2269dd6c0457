"""What the file of the working agenda may say: parses and checks, never saves."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, field_validator

from doenwatwerkt.commitments.rules import Strength
from doenwatwerkt.lib.content import ContentError, Record, parse, read_yaml

HERE = Path(__file__).parent / "content"
type Slug = Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=60)]


class Origin(Record):
    document: str
    datum: str | None = None

    @field_validator("datum", mode="before")
    @classmethod
    def as_text(cls, value: Any) -> Any:
        return str(value) if value is not None else None

    def __str__(self) -> str:
        return f"{self.document} ({self.datum})" if self.datum else self.document


class Programme(Record):
    id: Slug
    titel: str
    datum: date
    bron: Origin


class AgendaFile(Record):
    id: Slug
    titel: str
    begint: str
    eindigt: str | None = None
    doeljaar: int | None = None
    bron: Origin

    @field_validator("begint", mode="before")
    @classmethod
    def as_text(cls, value: Any) -> Any:
        return str(value)


class GoalFile(Record):
    id: Slug
    nummer: int
    titel: str
    doel: str | None = None
    middelen: list[str] = []
    bron: Origin


class EffectFile(Record):
    id: Slug
    titel: str


class LineFile(Record):
    id: Slug
    letter: Annotated[str, Field(pattern=r"^[A-Z]$")]
    titel: str
    doelen: list[int] | None
    betekenis: str
    bestaand: list[str] = []
    toekomst: list[str] = []
    frequentie: str | None = None


class CommitmentFile(Record):
    id: Annotated[str, Field(pattern=r"^[A-Z]-\d\d$")]
    lijn: Slug
    spoor: str
    door: Slug
    met: list[Slug] = []
    wat: str
    sterkte: Strength = Strength.CERTAIN
    voorwaarde: str | None = None
    uiterlijk: date | None = None
    periode: str | None = None
    doelgetal: dict[str, int] | None = None
    capaciteit: dict[str, int] | None = None


class IdeaFile(Record):
    id: Slug
    lijn: Slug | None = None
    voorgestelde_lijn: Slug | None = None
    wat: str


class AgendaContent(Record):
    """The whole file werkagenda.yaml."""

    programma: Programme
    agendas: list[AgendaFile]
    doelen: list[GoalFile]
    verwachte_effecten: list[EffectFile]
    actielijnen: list[LineFile]
    toezeggingen: list[CommitmentFile]
    ideeen: list[IdeaFile]


def agenda(folder: Path = HERE) -> AgendaContent:
    """The file, whole and consistent. ContentError on an unknown line or goal, or a double id."""
    file = folder / "werkagenda.yaml"
    found = parse(AgendaContent, read_yaml(file), file=file.name)
    lines = {line.id for line in found.actielijnen}
    goals = {goal.nummer for goal in found.doelen}
    seen: set[str] = set()
    for row in found.toezeggingen:
        if row.lijn not in lines:
            raise ContentError(file.name, f"toezeggingen.{row.id}.lijn", f"actielijn {row.lijn} bestaat niet")
        if row.id in seen:
            raise ContentError(file.name, f"toezeggingen.{row.id}", "staat er twee keer")
        seen.add(row.id)
    for line in found.actielijnen:
        if unknown := set(line.doelen or []) - goals:
            raise ContentError(file.name, f"actielijnen.{line.id}.doelen", f"doel {min(unknown)} bestaat niet")
    return found
