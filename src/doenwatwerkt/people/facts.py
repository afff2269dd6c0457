"""What this room announces, in the past tense: ids and slugs only."""

from dataclasses import dataclass

from doenwatwerkt.journal.facts import Fact


@dataclass(frozen=True, kw_only=True)
class OrganisationsLoaded(Fact):
    added: int
    changed: int


@dataclass(frozen=True, kw_only=True)
class OrganisationRegistered(Fact):
    kind: str


@dataclass(frozen=True, kw_only=True)
class OrganisationChanged(Fact):
    fields: list[str]


@dataclass(frozen=True, kw_only=True)
class AliasAdded(Fact):
    alias_id: int


@dataclass(frozen=True, kw_only=True)
class AliasRemoved(Fact):
    alias_id: int


@dataclass(frozen=True, kw_only=True)
class OrganisationMerged(Fact):
    into_id: int
    along: list[int]
    """Organisations that were part of this one already and went along."""


@dataclass(frozen=True, kw_only=True)
class MergeUndone(Fact):
    from_id: int


@dataclass(frozen=True, kw_only=True)
class MemberInvited(Fact):
    invitation_id: int
    role: str


@dataclass(frozen=True, kw_only=True)
class InvitationWithdrawn(Fact):
    invitation_id: int
    role: str


@dataclass(frozen=True, kw_only=True)
class MemberJoined(Fact):
    user_id: int
    role: str


@dataclass(frozen=True, kw_only=True)
class MemberLeft(Fact):
    user_id: int
    roles: list[str]


@dataclass(frozen=True, kw_only=True)
class RoleTaken(Fact):
    user_id: int
    role: str


@dataclass(frozen=True, kw_only=True)
class RoleHandedOver(Fact):
    user_id: int
    to_id: int
    role: str


@dataclass(frozen=True, kw_only=True)
class AccountMade(Fact):
    """Somebody has an account, without any right."""


@dataclass(frozen=True, kw_only=True)
class AccountClosed(Fact):
    """Somebody took their account away."""
