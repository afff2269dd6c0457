"""What the roof announces, in the past tense."""

from dataclasses import dataclass

from doenwatwerkt.journal.facts import Fact


@dataclass(frozen=True, kw_only=True)
class ContentLoaded(Fact):
    digest: str
