"""The doors of this room: who may see and do what. Views get their objects only here."""

from django.http import Http404

from doenwatwerkt.catalogue import access as catalogue
from doenwatwerkt.catalogue.queries import Card, LegalFact
from doenwatwerkt.editing.queries import Pile, pile
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.people import access as people
from doenwatwerkt.people.access import Permission
from doenwatwerkt.people.models import Organisation


def open_desk(by: Actor) -> None:
    """The editors' desk: for editors only."""
    people.need(by, Permission.EDIT_CARDS)


def open_pile(by: Actor, key: str) -> Pile:
    """One pile on the desk."""
    open_desk(by)
    found = pile(key)
    if found is None:
        raise Http404
    return found


def card_to_confirm(by: Actor, pk: int) -> Card:
    """A published card, for an editor."""
    open_desk(by)
    return catalogue.open_published(by, pk)


def fact_to_confirm(by: Actor, pk: int) -> LegalFact:
    """A legal fact, for an editor."""
    open_desk(by)
    return catalogue.open_fact(by, pk)


def open_contribution(by: Actor) -> Organisation:
    """The organisation for which this person may bring in material."""
    people.need(by, Permission.BRING_IN)
    return people.own_organisation(by)


def open_language_help(by: Actor) -> None:
    """Help with wording: for whoever may write here, be it cards or material of their own."""
    if not (people.may(by, Permission.EDIT_CARDS) or people.may(by, Permission.BRING_IN)):
        raise Http404
