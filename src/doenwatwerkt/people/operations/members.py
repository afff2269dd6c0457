"""Members leave, hand over, or lose a role. While an organisation has members, somebody looks after them."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.lib.rows import change
from doenwatwerkt.people import facts, queries, rules
from doenwatwerkt.people.models import Invitation, Membership, Organisation, User
from doenwatwerkt.people.operations.people import join

GONE = "(account verwijderd)"
ALONE = "U bent de enige die de leden van {organisation} beheert. Draag dat eerst over aan een ander lid; daarna kunt u vertrekken."


@transaction.atomic
def take_role(membership: Membership, *, by: Actor, at: datetime) -> None:
    """Take a role away from somebody else; it ends now, also in a session that is open, and so do their open invitations.

    Refuses one's own role, a role the taker may not take, one that ended already, and (but for an editor) the last role
    that looks after members. Announces RoleTaken."""
    organisation = hold(membership.organisation)
    held = queries.members(organisation.pk, at)
    if membership.user_id == by.user_id:
        raise Refused("Uw eigen rol neemt u zelf niet af. Kies ‘Vertrekken’ of ‘Overdragen’.")
    if membership.role not in rules.takeable(by.roles, own=by.organisation_id == organisation.pk):
        raise Refused("Deze rol kunt u niet afnemen. Vraag het de redactie.")
    others = [one for one in held if one.pk != membership.pk]
    everywhere = rules.may(by.roles, rules.Permission.GIVE_ROLES)
    if not everywhere and not _stays_looked_after(membership.role, others):
        raise Refused("Dit is de laatste die de leden beheert. Geef die rol eerst aan een ander lid.")
    end(membership, at=at)
    _waiting(organisation, at).filter(invited_by=membership.user_id).update(withdrawn_at=at, email="")
    record(facts.RoleTaken(by=by, at=at, user_id=membership.user_id, role=membership.role), about=organisation)


def _stays_looked_after(role: str, others: list[Membership]) -> bool:
    managers = sum(one.role in rules.MANAGERS for one in others)
    return rules.may_go(manages=role in rules.MANAGERS, other_managers=managers, other_members=len(others))


@transaction.atomic
def leave(user: User, *, organisation: Organisation, by: Actor, at: datetime) -> None:
    """End all roles of a person for an organisation. Refuses who is no member, and the last who looks after members while
    others stay: that is handed over first. Who leaves an empty house closes its open invitations. Announces MemberLeft."""
    organisation = hold(organisation)
    held = queries.members(organisation.pk, at)
    mine, others = [m for m in held if m.user_id == user.pk], [m for m in held if m.user_id != user.pk]
    if not mine:
        raise Refused("U hoort al niet meer bij deze organisatie.")
    if not rules.may_go(
        manages=any(one.role in rules.MANAGERS for one in mine),
        other_managers=sum(one.role in rules.MANAGERS for one in others), other_members=len(others),
    ):  # fmt: skip
        raise Refused(ALONE.format(organisation=organisation.name))
    for one in mine:
        end(one, at=at)
    if not others:
        _waiting(organisation, at).update(withdrawn_at=at, email="")
    record(facts.MemberLeft(by=by, at=at, user_id=user.pk, roles=[one.role for one in mine]), about=organisation)


def _waiting(organisation: Organisation, at: datetime) -> QuerySet[Invitation]:
    return Invitation.objects.open(at).filter(organisation=organisation)


@transaction.atomic
def hand_over(membership: Membership, *, to: int, by: Actor, at: datetime) -> None:
    """Pass one's own role of looking after the members on to another member (`to` = their id); the own role ends.

    Refuses when the role ended or looks after nobody, and who is no member or holds it already. Announces RoleHandedOver."""
    organisation, role = hold(membership.organisation), membership.role
    held = queries.members(organisation.pk, at)
    theirs = [one for one in held if one.user_id == to and to != membership.user_id]
    if role not in rules.MANAGERS or membership.pk not in {one.pk for one in held}:
        raise Refused("U heeft deze rol niet meer.")
    if not theirs:
        raise Refused("Deze persoon hoort niet (meer) bij de organisatie. Kies een ander lid.")
    if any(one.role == role for one in theirs):
        raise Refused("Deze persoon heeft die rol al. U kunt gewoon vertrekken.")
    join(theirs[0].user, organisation=organisation, role=role, by=by, at=at)
    end(membership, at=at)
    told = facts.RoleHandedOver(by=by, at=at, user_id=membership.user_id, to_id=to, role=role)
    record(told, about=organisation)


def hold(organisation: Organisation) -> Organisation:
    """The organisation as it is now (the one it was merged into, if so), kept from others until this is done: two members
    who leave at once go one by one."""
    held = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if held.merged_into_id is None:
        return held
    return Organisation.objects.select_for_update().get(pk=held.merged_into_id)


def end(membership: Membership, *, at: datetime) -> None:
    """A role ends now; one that began this instant ends right after. Refused when it ended already."""
    change(membership, only_if={"until": None}, until=max(at, membership.since + timedelta(microseconds=1)))


@transaction.atomic
def close_account(user: User, *, by: Actor, at: datetime) -> None:
    """Leave every organisation and make the person nobody: no name, no address, no way back in. Announces AccountClosed.

    Refuses what leave refuses: who alone looks after the members of others hands that over first. What they wrote for an
    organisation stays, without their name."""
    held = {one.organisation_id: one.organisation for one in queries.memberships(user, at)}
    for organisation in held.values():
        leave(user, organisation=organisation, by=by, at=at)
    change(user, only_if={"is_active": True}, is_active=False, name=GONE, email=f"weg-{user.pk}@account.invalid")
    record(facts.AccountClosed(by=by, at=at), about=user)
