"""What this room announces, in the past tense."""

from dataclasses import dataclass

from doenwatwerkt.journal.facts import Fact


@dataclass(frozen=True, kw_only=True)
class CardAdded(Fact):
    version: int


@dataclass(frozen=True, kw_only=True)
class CardChanged(Fact):
    version: int


@dataclass(frozen=True, kw_only=True)
class CardRetired(Fact):
    version: int
    successor_id: int | None


@dataclass(frozen=True, kw_only=True)
class ChangeOffered(Fact):
    digest: str


@dataclass(frozen=True, kw_only=True)
class OfferSettled(Fact):
    digest: str
    accepted: bool


@dataclass(frozen=True, kw_only=True)
class VerdictGiven(Fact):
    certainty: int
    valid_until: str


@dataclass(frozen=True, kw_only=True)
class FeedbackGiven(Fact):
    helped: bool
    version: int


@dataclass(frozen=True, kw_only=True)
class CardConfirmed(Fact):
    version: int


@dataclass(frozen=True, kw_only=True)
class LegalFactConfirmed(Fact):
    slug: str
