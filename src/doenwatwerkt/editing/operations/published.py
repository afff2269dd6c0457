"""What editors do with a card that is public: go back to a version, settle what a file offers, let it lapse."""

from datetime import datetime

from django.db import transaction

from doenwatwerkt.catalogue import operations as cards
from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import rules
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.operations.drafts import BUSY, begin
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused


@transaction.atomic
def restore(card: catalogue.Card, *, number: int, by: Actor, at: datetime) -> Draft:
    """Open a draft with what an earlier version said. Refuses an unknown version, and beside an open draft.

    Announces DraftBegun. The public sees the old text again when the draft is published."""
    data = catalogue.said(card, number)
    if not data:
        raise Refused("Die versie is er niet.")
    return begin(card, data=data, by=by, at=at)


@transaction.atomic
def accept_offer(card: catalogue.Card, *, digest: str, by: Actor, at: datetime) -> Draft:
    """Open a draft with what the content file says. Refuses beside an open draft, and an offer that is settled.

    Announces DraftBegun, and the catalogue OfferSettled."""
    return begin(card, data=cards.settle_offer(card, digest=digest, accepted=True, by=by, at=at), by=by, at=at)


@transaction.atomic
def decline_offer(card: catalogue.Card, *, digest: str, by: Actor, at: datetime) -> None:
    """Leave the card as it is; this change is not offered again. Refuses an offer that is settled. OfferSettled."""
    cards.settle_offer(card, digest=digest, accepted=False, by=by, at=at)


@transaction.atomic
def retire(card: catalogue.Card, *, successor: str, by: Actor, at: datetime) -> None:
    """Let a card lapse; its address leads to the successor (a slug), where there is one. Announces CardRetired.

    Refuses beside an open draft, and a successor that can't be one."""
    if Draft.objects.filter(kind=card.kind, slug=card.slug, state__in=rules.OPEN).exists():
        raise Refused(BUSY)
    instead = catalogue.named(card.kind, successor) if successor else None
    if successor and not instead:
        raise Refused("Die opvolger kennen wij niet. Kies een kaart uit de lijst.")
    cards.retire(card, successor=instead, by=by, at=at)
