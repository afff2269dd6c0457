"""The doors of this room: who may see and do what. Views get their objects only here."""

from django.http import Http404

from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.rules import State
from doenwatwerkt.lib.actor import Actor


def open_card(by: Actor, kind: str, slug: str) -> Card:
    """A published card, public for everyone; a retired one with a successor, so that the view can send people on."""
    cards = Card.objects.of_kind(kind).with_faces().select_related("successor").filter(slug=slug)
    card = cards.filter(state__in=[State.PUBLISHED, State.RETIRED]).first()
    if card is None or (card.state == State.RETIRED and card.successor is None):
        raise Http404
    return card
