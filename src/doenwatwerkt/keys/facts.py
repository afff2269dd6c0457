"""What this room announces, in the past tense."""

from dataclasses import dataclass

from doenwatwerkt.journal.facts import Fact


@dataclass(frozen=True, kw_only=True)
class SecondStepAdded(Fact):
    kind: str


@dataclass(frozen=True, kw_only=True)
class SecondStepRemoved(Fact):
    kind: str


@dataclass(frozen=True, kw_only=True)
class RecoveryCodesMade(Fact):
    pass


@dataclass(frozen=True, kw_only=True)
class AccountLinked(Fact):
    """An account elsewhere now opens this one."""
