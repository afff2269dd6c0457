"""What this room announces, in the past tense: ids and slugs only."""

from dataclasses import dataclass

from doenwatwerkt.journal.facts import Fact


@dataclass(frozen=True, kw_only=True)
class DraftBegun(Fact):
    kind: str
    slug: str
    base_version: int


@dataclass(frozen=True, kw_only=True)
class DraftHandedIn(Fact):
    revision: int


@dataclass(frozen=True, kw_only=True)
class DraftTakenBack(Fact):
    revision: int


@dataclass(frozen=True, kw_only=True)
class DraftDropped(Fact):
    revision: int


@dataclass(frozen=True, kw_only=True)
class DraftScheduled(Fact):
    revision: int
    publish_at: str


@dataclass(frozen=True, kw_only=True)
class DraftHeldBack(Fact):
    """A planned publication that could not happen: the plan is gone, the draft is not."""

    revision: int


@dataclass(frozen=True, kw_only=True)
class DraftPublished(Fact):
    card_id: int
    version: int
