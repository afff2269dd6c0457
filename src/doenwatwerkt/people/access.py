"""The doors of this room: who may see and do what. Views get their objects only here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.people import rules
from doenwatwerkt.people.models import Organisation, Region
from doenwatwerkt.people.rules import Permission

ACTING_FOR, SECOND_FACTOR = "acting_for", "second_factor"
"""Session keys: the organisation that somebody chose to act for, and whether a second factor was given."""

__all__ = [
    "ACTING_FOR", "SECOND_FACTOR", "Door", "Permission", "door_of", "may", "need", "open_organisation", "open_region", "opens",
]  # fmt: skip

type View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Door:
    """Who may open a view: any of these permissions (none = whoever signed in), and whether only for the own organisation."""

    permissions: frozenset[Permission] = frozenset()
    own: bool = False
    note: str = ""
    """Who else gets in, or what more is asked, in Dutch: for docs/doors.md."""


def may(by: Actor, permission: Permission) -> bool:
    """Whether this actor's active roles open this, for buttons and lists."""
    return rules.may(by.roles, permission)


def need(by: Actor, permission: Permission) -> None:
    """The door: not allowed looks like not there."""
    if not may(by, permission):
        raise Http404


def opens(*permissions: Permission, own: bool = False, note: str = "") -> Callable[[View], View]:
    """`@opens(Permission.EDIT_CARDS)`: the door of a view, kept (not allowed looks like not there) and told in docs/doors.md.

    Several permissions: one of them is enough. None: everybody who signed in. `own=True` says that the object behind it
    must be of the actor's own organisation; the view fetches it through an access function that sees to that.
    Stands above require_POST; a visitor without an account is sent to sign in before this is asked."""
    door = Door(frozenset(permissions), own, note)

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor: Actor = request.actor  # type: ignore[attr-defined]
            if permissions and not any(may(actor, one) for one in permissions):
                raise Http404
            return view(request, *args, **kwargs)

        inner.door = door  # type: ignore[attr-defined]
        return inner

    return decorate


def door_of(view: Any) -> Door:
    """What `@opens` said about a view (functools.wraps carries it outwards). Nothing said: everybody who signed in."""
    door = getattr(view, "door", None)
    return door if isinstance(door, Door) else Door()


def open_organisation(by: Actor, slug: str) -> Organisation:
    """A real organisation, public for everyone; a merged one too, so that the view can send people on."""
    found = Organisation.objects.filter(demo=False, slug=slug).select_related("merged_into", "region").first()
    if found is None:
        raise Http404
    return found


def open_region(by: Actor, code: str) -> Region:
    """A labour-market region by its code, whatever its case: public for everyone."""
    found = Region.objects.filter(code=code.upper()).first()
    if found is None:
        raise Http404
    return found
