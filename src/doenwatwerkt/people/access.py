"""The doors of this room: who may see and do what. Views get their objects only here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from doenwatwerkt.journal import subjects
from doenwatwerkt.journal.subjects import Shown
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.people import queries, rules
from doenwatwerkt.people.models import Alias, Invitation, Membership, Organisation, Region
from doenwatwerkt.people.rules import Permission, Role

ACTING_FOR, SECOND_FACTOR = "acting_for", "second_factor"
"""Session keys: the organisation that somebody chose to act for, and whether a second factor was given."""

__all__ = [
    "ACTING_FOR", "SECOND_FACTOR", "Door", "Permission", "Role", "an_alias", "an_invitation", "a_membership", "door_of",
    "invitation_of", "is_visible", "looks_after", "managed", "may", "my_role", "need", "never_cases", "open_history",
    "open_organisation", "open_region", "opens", "organisation_of", "own", "own_organisation", "to_leave", "to_merge",
]  # fmt: skip

type View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Door:
    """Who may open a view: any of these permissions (none = whoever signed in), `own` = for the own organisation only,
    and `anywhere` = permissions that open it for every organisation."""

    permissions: frozenset[Permission] = frozenset()
    own: bool = False
    anywhere: frozenset[Permission] = frozenset()
    note: str = ""
    """Who else gets in, or what more is asked, in Dutch: for docs/doors.md."""

    def lets_in(self, roles: Iterable[str], *, own: bool) -> bool:
        """Whether somebody with these roles gets in, to their own organisation or another."""
        held = list(roles)
        if any(rules.may(held, one) for one in self.anywhere):
            return True
        if self.own and not (own and held):
            return False
        return not self.permissions or any(rules.may(held, one) for one in self.permissions)


def may(by: Actor, permission: Permission) -> bool:
    """Whether this actor's active roles open this, for buttons and lists."""
    return rules.may(by.roles, permission)


def need(by: Actor, permission: Permission) -> None:
    """The door: not allowed looks like not there."""
    if not may(by, permission):
        raise Http404


def own_organisation(by: Actor) -> Organisation:
    """The organisation that this person acts for; for nobody there is none."""
    found = Organisation.objects.current().filter(pk=by.organisation_id or 0).first()
    if found is None:
        raise Http404
    return found


def opens(
    *permissions: Permission, own: bool = False, anywhere: Iterable[Permission] = (), note: str = ""
) -> Callable[[View], View]:
    """`@opens(Permission.EDIT_CARDS)`: the door of a view, kept (not allowed looks like not there) and told in docs/doors.md.

    Several permissions: one of them is enough. None: everybody who signed in. `own=True` says that the object behind it
    must be of the actor's own organisation; the view fetches it through an access function that sees to that. `anywhere`
    names permissions that open it whatever the organisation. Stands above require_POST; a visitor without an account is
    sent to sign in before this is asked."""
    door = Door(frozenset(permissions), own, frozenset(anywhere), note)

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor: Actor = request.actor  # type: ignore[attr-defined]
            if not door.lets_in(actor.roles, own=True):
                raise Http404
            return view(request, *args, **kwargs)

        inner.door = door  # type: ignore[attr-defined]
        return inner

    return decorate


def door_of(view: Any) -> Door:
    """What `@opens` said about a view (functools.wraps carries it outwards). Nothing said: everybody who signed in."""
    door = getattr(view, "door", None)
    return door if isinstance(door, Door) else Door()


def own(by: Actor, organisation: Organisation | None) -> bool:
    """Whether somebody acts for this organisation, or for the one that it was merged into, in a role that counts now."""
    if organisation is None or not by.roles:
        return False
    return by.organisation_id == (organisation.merged_into_id or organisation.pk)


def never_cases(by: Actor) -> None:
    """The wall in front of every room with cases of employers: only roles that reach cases come through, and never
    somebody of the programme office or the inspectorate. Which cases, the room then asks with `own`."""
    if not rules.reaches_cases(by.roles):
        raise Http404


def is_visible(by: Actor, organisation: Organisation) -> bool:
    """Whether this actor may know of an organisation: what is public, one's own, and everything for who may merge."""
    public = organisation.listed and not organisation.demo
    return public or own(by, organisation) or may(by, Permission.MERGE_ORGANISATIONS)


def looks_after(by: Actor, organisation: Organisation) -> bool:
    """Whether this actor may change an organisation and its members."""
    inside = own(by, organisation) and may(by, Permission.MANAGE_MEMBERS)
    return inside or may(by, Permission.MERGE_ORGANISATIONS)


def open_organisation(by: Actor, slug: str) -> Organisation:
    """An organisation that this actor may know of; a merged one too, so that the view can send people on."""
    found = Organisation.objects.filter(slug=slug).select_related("merged_into", "region").first()
    if found is None or not is_visible(by, found):
        raise Http404
    return found


def organisation_of(by: Actor, slug: str) -> Organisation:
    """The organisation whose members and details this actor may see: their own, or every one for who may merge."""
    found = open_organisation(by, slug)
    if not own(by, found) and not may(by, Permission.MERGE_ORGANISATIONS):
        raise Http404
    return found


def to_leave(by: Actor, slug: str) -> Organisation:
    """One's own organisation, and no other."""
    found = open_organisation(by, slug)
    if not own(by, found):
        raise Http404
    return found


def managed(by: Actor, slug: str) -> Organisation:
    """The organisation that this actor may change."""
    found = open_organisation(by, slug)
    if not looks_after(by, found):
        raise Http404
    return found


def to_merge(by: Actor, slug: str) -> Organisation:
    """Any organisation, for who may merge."""
    need(by, Permission.MERGE_ORGANISATIONS)
    return open_organisation(by, slug)


def a_membership(by: Actor, slug: str, pk: int) -> Membership:
    """A role of somebody in an organisation that this actor looks after."""
    organisation = managed(by, slug)
    held = Membership.objects.filter(pk=pk, organisation__in=queries.family(organisation.pk), until=None)
    found = held.select_related("user", "organisation").first()
    if found is None:
        raise Http404
    return found


def my_role(by: Actor, slug: str) -> Membership:
    """One's own role of looking after the members of an organisation."""
    organisation = to_leave(by, slug)
    mine = Membership.objects.filter(
        user=by.user_id,
        organisation__in=queries.family(organisation.pk),
        role__in=by.roles & rules.MANAGERS,
        until=None,
    )
    found = mine.select_related("organisation").order_by("since", "pk").first()
    if found is None:
        raise Http404
    return found


def an_invitation(by: Actor, slug: str, pk: int) -> Invitation:
    """An invitation of an organisation that this actor looks after."""
    organisation = managed(by, slug)
    found = Invitation.objects.filter(pk=pk, organisation__in=queries.family(organisation.pk)).first()
    if found is None:
        raise Http404
    return found


def invitation_of(token: str) -> Invitation:
    """The invitation of a link, for whoever holds it; also one that was used or expired, so that the page can say so."""
    found = Invitation.objects.filter(digest=queries.digest(token)).select_related("organisation__merged_into").first()
    if found is None:
        raise Http404
    return found


def an_alias(by: Actor, slug: str, pk: int) -> Alias:
    """A spelling of an organisation that this actor looks after."""
    found = Alias.objects.filter(pk=pk, organisation=managed(by, slug)).select_related("organisation").first()
    if found is None:
        raise Http404
    return found


def open_history(by: Actor, street: str, pk: int) -> tuple[str, Shown]:
    """(how the journal names it, the thing), for who may read its history."""
    subject = subjects.on_street(street)
    shown = subjects.one(subject.label, pk, by) if subject else None
    if subject is None or shown is None or not shown.history:
        raise Http404
    return f"{subject.label}:{pk}", shown


def open_region(by: Actor, code: str) -> Region:
    """A labour-market region by its code, whatever its case: public for everyone."""
    found = Region.objects.filter(code=code.upper()).first()
    if found is None:
        raise Http404
    return found
