"""What this room announces, in the past tense: ids and slugs only."""

from dataclasses import dataclass

from doenwatwerkt.journal.facts import Fact


@dataclass(frozen=True, kw_only=True)
class DraftBegun(Fact):
    kind: str
    slug: str
    base_version: int


@dataclass(frozen=True, kw_only=True)
class MaterialBroughtIn(Fact):
    slug: str
