"""What the files of organisations and regions may say: parses and checks, never saves."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from doenwatwerkt.lib.content import ContentError, Record, parse, read_tsv, read_yaml
from doenwatwerkt.people.rules import OrganisationKind

HERE = Path(__file__).parent / "content"


class OrganisationFile(Record):
    """One organisation in organisaties.yaml."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=60)]
    naam: Annotated[str, Field(min_length=2, max_length=200)]
    soort: OrganisationKind
    aliassen: list[str] = []
    rollen: list[str] = []
    regio: str | None = None
    toelichting: str | None = None
    url: str | None = None
    commercieel: bool = False


class RegionFile(Record):
    """One row of regios.tsv."""

    code: Annotated[str, Field(pattern=r"^AM\d\d$")]
    naam: Annotated[str, Field(min_length=2, max_length=80)]
    aliassen: str = ""


def organisations(folder: Path = HERE) -> list[OrganisationFile]:
    """All organisations of the file; ContentError on a wrong or double one."""
    file = folder / "organisaties.yaml"
    rows = [parse(OrganisationFile, row, file=file.name) for row in read_yaml(file) or []]
    ids = [row.id for row in rows]
    for row in rows:
        if ids.count(row.id) > 1:
            raise ContentError(file.name, row.id, "staat er twee keer")
    return rows


def regions(folder: Path = HERE) -> list[RegionFile]:
    """All labour-market regions of the file."""
    file = folder / "regios.tsv"
    return [parse(RegionFile, row, file=file.name) for row in read_tsv(file)]


class SectorFile(Record):
    """One row of sbi.tsv."""

    code: Annotated[str, Field(pattern=r"^[A-U]$")]
    naam: Annotated[str, Field(min_length=2, max_length=160)]


@cache
def sectors(folder: Path = HERE) -> list[tuple[str, str]]:
    """The sections of the SBI: (letter, name)."""
    file = folder / "sbi.tsv"
    rows = [parse(SectorFile, row, file=file.name) for row in read_tsv(file)]
    return [(row.code, row.naam) for row in rows]
