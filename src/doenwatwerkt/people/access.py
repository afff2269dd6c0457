"""The doors of this room: who may see and do what. Views get their objects only here."""

from django.http import Http404

from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.people.models import Organisation, Region


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
