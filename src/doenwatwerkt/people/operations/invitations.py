"""Invite somebody by a link in a letter. The link shows on GET and acts on POST; we keep its digest only."""

import secrets
from datetime import datetime

from django.db import transaction

from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.lib.rows import change
from doenwatwerkt.people import facts, queries, rules
from doenwatwerkt.people.models import Invitation, Membership, Organisation, User
from doenwatwerkt.people.operations.members import hold
from doenwatwerkt.people.operations.people import join
from doenwatwerkt.post import operations as post


@transaction.atomic
def invite(organisation: Organisation, *, email: str, role: str, by: Actor, at: datetime) -> Invitation:
    """Send somebody a link to a role. Refuses a role that the inviter may not give or that does not suit the organisation,
    who holds it already, a second open invitation for one address and role, and more than twenty at once.
    Announces MemberInvited."""
    if hold(organisation).pk != organisation.pk:
        raise Refused("Deze organisatie is samengevoegd met een andere. Nodig daar uit.")
    if role not in queries.givable(by, organisation, at):
        raise Refused("Deze rol kunt u bij deze organisatie niet geven.")
    if any(
        one.role == role and one.user.email.casefold() == email.casefold()
        for one in queries.members(organisation.pk, at)
    ):
        raise Refused("Deze persoon heeft deze rol al.")
    waiting = list(Invitation.objects.open(at).filter(organisation=organisation).order_by("pk"))
    if any(one.role == role and one.email.casefold() == email.casefold() for one in waiting):
        raise Refused("Voor dit adres staat deze uitnodiging al open. Trek die eerst in als u een nieuwe wilt sturen.")
    if len(waiting) >= rules.MOST_OPEN:
        raise Refused(f"Er staan al {rules.MOST_OPEN} uitnodigingen open. Trek er eerst een in.")
    assert by.user_id is not None, "only who has a role may give one"
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        organisation=organisation, role=role, email=email, digest=queries.digest(token), invited_by_id=by.user_id,
        sent_at=at, expires_at=at + rules.INVITATION_LIVES,
    )  # fmt: skip
    post.write(
        "invitation", to=email, at=at, token=token, organisation=organisation.name,
        role=invitation.get_role_display(), until=invitation.expires_at,
    )  # fmt: skip
    record(facts.MemberInvited(by=by, at=at, invitation_id=invitation.pk, role=role), about=organisation)
    return invitation


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: Actor, at: datetime) -> None:
    """Make a link worthless. Refused when it was used or withdrawn already. Announces InvitationWithdrawn."""
    change(invitation, only_if={"accepted_at": None, "withdrawn_at": None}, withdrawn_at=at, email="")
    told = facts.InvitationWithdrawn(by=by, at=at, invitation_id=invitation.pk, role=invitation.role)
    record(told, about=invitation.organisation)


@transaction.atomic
def accept(invitation: Invitation, *, user: User, by: Actor, at: datetime) -> Membership:
    """Take the role that an invitation offers; one that was merged meanwhile is joined where it is now.

    Refuses a link that expired or was used, and a role that the person holds already. Announces MemberJoined."""
    organisation = hold(invitation.organisation)
    if invitation.expires_at <= at:
        raise Refused("Deze uitnodiging is verlopen. Vraag om een nieuwe.")
    if any(one.user_id == user.pk and one.role == invitation.role for one in queries.members(organisation.pk, at)):
        raise Refused("U heeft deze rol al. U hoeft niets meer te doen.")
    change(
        invitation,
        only_if={"accepted_at": None, "withdrawn_at": None},
        accepted_at=at,
        accepted_by_id=user.pk,
        email="",
    )
    return join(user, organisation=organisation, role=invitation.role, by=by, at=at)


@transaction.atomic
def forget_invitations(*, by: Actor, at: datetime) -> int:
    """Close what expired, so that no address stays behind. Refuses and announces nothing. Returns how many."""
    expired = Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__lte=at)
    return expired.update(withdrawn_at=at, email="")
