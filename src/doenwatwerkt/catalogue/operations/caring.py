"""Somebody looked and it still holds: of a card, and of what the law says."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import facts, queries, rules
from doenwatwerkt.catalogue.models import Card, LegalFact
from doenwatwerkt.catalogue.operations.filling import REVIEW_AFTER
from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.lib.rows import change
from doenwatwerkt.search import operations as search


@transaction.atomic
def confirm_card(card: Card, *, by: Actor, at: datetime) -> None:
    """A published card was read again and still holds: it is due in a year, and stands first where new comes first.

    Refuses one that is not public, and one that changed meanwhile. Says nothing of the evidence: a verdict has its own date.
    Announces CardConfirmed."""
    if card.state != rules.State.PUBLISHED:
        raise Refused("Deze kaart is niet (meer) gepubliceerd.")
    today = localdate(at)
    change(
        card, only_if={"version": card.version, "state": card.state}, checked_on=today, review_on=today + REVIEW_AFTER
    )
    search.index(queries.pages([card.pk]))
    record(facts.CardConfirmed(by=by, at=at, version=card.version), about=card)


@transaction.atomic
def confirm_fact(fact: LegalFact, *, by: Actor, at: datetime) -> None:
    """What the law says was checked at its source and still stands. Refuses when somebody else just did. Announces
    LegalFactConfirmed."""
    change(fact, only_if={"checked_on": fact.checked_on}, checked_on=localdate(at))
    record(facts.LegalFactConfirmed(by=by, at=at, slug=fact.slug), about=fact)
