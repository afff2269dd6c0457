"""Finish the pages of cards: text becomes HTML when it changes, not when it is read. Called wherever a card is filled."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from doenwatwerkt.catalogue import queries
from doenwatwerkt.catalogue.models import Card, Finished
from doenwatwerkt.lib.actor import Actor

_COLUMNS = ("made_from", "judgement", "how", "costs", "sources", "verdicts")


def finish(pks: Iterable[int]) -> None:
    """Make and keep the finished parts of these cards, from the rows as they are now."""
    cards = Card.objects.select_related("practice__verdict").filter(pk__in=list(pks)).order_by("pk")
    Finished.objects.bulk_create(
        queries.make(list(cards)),
        update_conflicts=True, unique_fields=["card"], update_fields=_COLUMNS, batch_size=200,
    )  # fmt: skip


@transaction.atomic
def finish_cards(*, everything: bool, by: Actor, at: datetime) -> int:
    """Finish what is not, or everything again. Refuses nothing; silent, for what the cards say stays the same."""
    pks = list(Card.objects.order_by("pk").values_list("pk", flat=True)) if everything else queries.unfinished()
    finish(pks)
    return len(pks)
