"""What this room announces, in the past tense."""

from dataclasses import dataclass

from doenwatwerkt.journal.facts import Fact


@dataclass(frozen=True, kw_only=True)
class OrganisationsLoaded(Fact):
    added: int
    changed: int


@dataclass(frozen=True, kw_only=True)
class MemberJoined(Fact):
    organisation_id: int
    role: str


@dataclass(frozen=True, kw_only=True)
class AccountMade(Fact):
    """Somebody has an account, without any right."""


@dataclass(frozen=True, kw_only=True)
class AccountClosed(Fact):
    """Somebody took their account away."""
