"""The doors of this room: who may see and do what. Views get their objects only here."""

from django.db.models import Q, QuerySet
from django.http import Http404

from doenwatwerkt.catalogue import access as cards
from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.people import queries as people
from doenwatwerkt.people.access import Permission, may, need, opens

writers = opens(
    Permission.EDIT_CARDS, Permission.BRING_IN, note="partners alleen hulpmiddelen van de eigen organisatie"
)
"""The door of a page where people write."""


def may_write(by: Actor) -> bool:
    """Whether somebody has anything to do in this room: editors, and partners who bring in material."""
    return may(by, Permission.EDIT_CARDS) or may(by, Permission.BRING_IN)


def drafts(by: Actor) -> QuerySet[Draft]:
    """The drafts that somebody may work on: all of them, or the materials of the own organisation. 404 for others."""
    if may(by, Permission.EDIT_CARDS):
        return Draft.objects.all()
    if by.organisation_id is None or not may(by, Permission.BRING_IN):
        raise Http404
    own = people.family(by.organisation_id)
    ours = Q(organisation__in=own) | Q(card__owner__in=own)
    return Draft.objects.filter(ours, kind=CardKind.MATERIAL)


def open_draft(by: Actor, pk: int) -> Draft:
    """A draft in any state with all that its pages show, for whoever may work on it."""
    return _one(drafts(by).select_related("card", "organisation", "author", "saved_by"), pk)


def draft_to_save(by: Actor, pk: int) -> Draft:
    """A draft alone, for whoever may work on it: saving happens every ten seconds and shows nothing."""
    return _one(drafts(by), pk)


def _one(drafts: QuerySet[Draft], pk: int) -> Draft:
    draft = drafts.filter(pk=pk).first()
    if draft is None:
        raise Http404
    return draft


def draft_to_publish(by: Actor, pk: int) -> Draft:
    """A draft in any state, for editors: only they decide what the public sees."""
    need(by, Permission.EDIT_CARDS)
    return open_draft(by, pk)


def card_to_settle(by: Actor, kind: CardKind, slug: str) -> catalogue.Card:
    """A card in any state, for editors: only they let a card lapse or settle what a file offers."""
    need(by, Permission.EDIT_CARDS)
    return cards.card_to_edit(by, kind, slug)


def kinds(by: Actor) -> list[CardKind]:
    """The kinds of cards that somebody may begin."""
    return list(CardKind) if may(by, Permission.EDIT_CARDS) else [CardKind.MATERIAL]


def need_to_begin(by: Actor, kind: CardKind) -> None:
    """The door to a new card of this kind."""
    if not may_write(by) or kind not in kinds(by):
        raise Http404
