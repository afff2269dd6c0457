"""The doors of this room: who may see and do what. Views get their objects only here."""

from django.http import Http404

from doenwatwerkt.catalogue.models import Card, LegalFact
from doenwatwerkt.catalogue.rules import State
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.people.access import Permission, may

_UNDER = {
    CardKind.PRACTICE: "practice__verdict",
    CardKind.ANSWER: "answer__check_with",
    CardKind.MATERIAL: "material__members_of",
}
"""What hangs under a card of each kind and comes along in the same query."""


def card_to_edit(by: Actor, kind: CardKind, slug: str) -> Card:
    """A card in any state, for whoever may edit it: editors, and partners for a material of their own organisation."""
    card = Card.objects.of_kind(kind).select_related("owner", "successor").filter(slug=slug).first()
    if card is None or not may_edit(by, card):
        raise Http404
    return card


def may_edit(by: Actor, card: Card) -> bool:
    """Whether this actor may write on this card."""
    if may(by, Permission.EDIT_CARDS):
        return True
    own = card.owner_id is not None and card.owner_id == by.organisation_id
    return own and card.kind == CardKind.MATERIAL and may(by, Permission.BRING_IN)


def open_card(by: Actor, kind: CardKind, slug: str) -> Card:
    """A published card, public for everyone; a retired one with a successor, so that the view can send people on."""
    cards = Card.objects.of_kind(kind).select_related("owner", "finished", _UNDER[kind]).filter(slug=slug)
    card = cards.filter(state__in=[State.PUBLISHED, State.RETIRED]).first()
    if card is None or (card.state == State.RETIRED and card.successor_id is None):
        raise Http404
    return card


def open_published(by: Actor, pk: int) -> Card:
    """A published card by its number, for whoever cares for it: the room above says who that is."""
    card = Card.objects.public().filter(pk=pk).first()
    if card is None:
        raise Http404
    return card


def open_fact(by: Actor, pk: int) -> LegalFact:
    """A legal fact by its number, for whoever cares for it: the room above says who that is."""
    fact = LegalFact.objects.filter(pk=pk).first()
    if fact is None:
        raise Http404
    return fact
