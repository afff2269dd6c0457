"""The doors of this room: who may see and do what. Views get their objects only here."""

from django.http import Http404

from doenwatwerkt.commitments.models import ActionLine, Commitment
from doenwatwerkt.lib.actor import Actor


def open_line(by: Actor, slug: str) -> ActionLine:
    """An action line: public for everyone."""
    line = ActionLine.objects.prefetch_related("goals").filter(slug=slug).first()
    if line is None:
        raise Http404
    return line


def open_commitment(by: Actor, ref: str) -> Commitment:
    """A commitment: made in public, so public for everyone."""
    found = Commitment.objects.select_related("owner", "line").prefetch_related("partners")
    commitment = found.filter(ref=ref.upper()).first()
    if commitment is None:
        raise Http404
    return commitment
