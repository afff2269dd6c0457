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


@dataclass(frozen=True, kw_only=True)
class JudgementProposed(Fact):
    card_id: int


@dataclass(frozen=True, kw_only=True)
class JudgementHandedIn(Fact):
    revision: int


@dataclass(frozen=True, kw_only=True)
class JudgementTakenBack(Fact):
    revision: int


@dataclass(frozen=True, kw_only=True)
class JudgementDropped(Fact):
    revision: int


@dataclass(frozen=True, kw_only=True)
class JudgementGiven(Fact):
    card_id: int
    verdict_id: int


@dataclass(frozen=True, kw_only=True)
class ReviewAsked(Fact):
    """Somebody was asked to look: a colleague with an account, or by a link in a letter."""

    review_id: int
    organisation_id: int
    by_link: bool


@dataclass(frozen=True, kw_only=True)
class ReviewReminded(Fact):
    review_id: int


@dataclass(frozen=True, kw_only=True)
class ReviewDecided(Fact):
    review_id: int
    organisation_id: int
    outcome: str
    revision: int


@dataclass(frozen=True, kw_only=True)
class ReviewDeclined(Fact):
    review_id: int


@dataclass(frozen=True, kw_only=True)
class ReviewRemoved(Fact):
    review_id: int
    outcome: str


@dataclass(frozen=True, kw_only=True)
class ReviewsSettled(Fact):
    """Enough people agreed: what they looked at is ready."""

    revision: int


@dataclass(frozen=True, kw_only=True)
class VerdictEndingTold(Fact):
    """The owner was told that a verdict ends."""

    verdict_id: int
    days: int
