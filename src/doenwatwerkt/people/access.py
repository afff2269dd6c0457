"""The doors of this room: who may see and do what. Views get their objects only here."""

from django.http import Http404

from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.people import rules
from doenwatwerkt.people.models import Organisation, Region
from doenwatwerkt.people.rules import Permission

ACTING_FOR, SECOND_FACTOR = "acting_for", "second_factor"
"""Session keys: the organisation that somebody chose to act for, and whether a second factor was given."""

__all__ = [
    "ACTING_FOR",
    "SECOND_FACTOR",
    "Permission",
    "may",
    "need",
    "open_organisation",
    "open_region",
    "own_organisation",
]


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
