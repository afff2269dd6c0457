"""What people do to a card that is public: publish what they wrote, retire, settle what a file offers, try out."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from doenwatwerkt.catalogue import content, facts, queries
from doenwatwerkt.catalogue.models import Card, CardVersion, Offer, Practice, Verdict
from doenwatwerkt.catalogue.operations import filling
from doenwatwerkt.catalogue.operations.finishing import finish
from doenwatwerkt.catalogue.operations.loading import judge_recommendations, relate
from doenwatwerkt.catalogue.rules import State
from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people import queries as people
from doenwatwerkt.search import operations as search

type Json = dict[str, Any]

UNFINISHED = "Deze kaart is nog niet af. Kijk bij de velden waar iets staat."
OVERTAKEN = "Iemand anders heeft deze kaart intussen gewijzigd. Bekijk het verschil en verwerk het in uw concept."
TAKEN = "Er is al een kaart op dit adres."


@transaction.atomic
def publish_card(
    data: Json, *, kind: str, slug: str, base_version: int, because: Iterable[Any] = (), by: Actor, at: datetime
) -> Card:
    """Make what people wrote the card, as its next version or as a new card. The verdict on the evidence stays as it is.

    Refuses what is not whole, and a card that is no longer at `base_version`. Announces CardAdded or CardChanged. The
    search index is written in the same transaction; later loads of files offer their changes."""
    card = Card.objects.filter(kind=kind, slug=slug).first()
    if (card.version if card else 0) != base_version:
        raise Refused(OVERTAKEN if base_version else TAKEN)
    data = as_published(card, data)
    if card:
        _take(card, at=at)
    else:
        card = _new(kind, slug, at=at)
    _fill(card, data)
    CardVersion.objects.create(card=card, number=card.version, at=at, by_id=by.user_id, via=by.via, data=data)
    judged = judge_recommendations(only=[card.pk], by=by, at=at)
    card.recommended = judged[0].recommended if judged else card.recommended
    search.index(queries.pages([card.pk]))
    fact = facts.CardChanged if base_version else facts.CardAdded
    record(fact(by=by, at=at, version=card.version), about=card, because=because)
    return card


def as_published(card: Card | None, data: Json) -> Json:
    """What would be published of a draft: of a judged practice direction, size and verdict are those of today."""
    practice = Practice.objects.filter(card=card.pk).select_related("verdict").first() if card else None
    if practice is None:
        return {key: value for key, value in data.items() if key != "oordeel"}
    if practice.verdict is None:
        return data | {"oordeel": None}
    return data | {
        "oordeel": _verdict(practice.verdict), "richting": practice.direction, "grootte": practice.size
    }  # fmt: skip


def _verdict(verdict: Verdict) -> Json:
    """A verdict with the keys of a content file."""
    return {
        "start": verdict.start, "aftrek": list(verdict.deductions), "basis": verdict.basis, "context": verdict.context,
        "getallen_gezien": verdict.figures_seen,
    }  # fmt: skip


def _take(card: Card, *, at: datetime) -> None:
    """Make the next version ours alone: one conditional UPDATE decides who was first."""
    new = {"version": card.version + 1, "state": State.PUBLISHED, "successor": None, "edited_at": at}
    if not Card.objects.filter(pk=card.pk, version=card.version, state=card.state).update(**new):
        raise Refused(OVERTAKEN)
    for name, value in new.items():
        setattr(card, name, value)


def _new(kind: str, slug: str, *, at: datetime) -> Card:
    """A new card on its address, which the database gives away once. The rest of it is filled in right after."""
    card = Card(kind=kind, slug=slug, edited_at=at, checked_on=at.date(), review_on=at.date())
    try:
        with transaction.atomic():
            card.save(force_insert=True)
    except IntegrityError:
        raise Refused(TAKEN) from None
    return card


def _fill(card: Card, data: Json) -> None:
    """Check the whole and fill all rows. The verdict of a practice is left out: only reviewers give one."""
    told = data | {"oordeel": None} if "oordeel" in data else data
    says, _ = content.read_card(card.kind, told, queries.known())
    if says is None:
        raise Refused(UNFINISHED)
    plain = says.model_dump(mode="json")
    data |= {key: value for key, value in plain.items() if key != "oordeel"}
    seed = content.Seed(card.kind, card.slug, says, plain, card.seed_digest)
    filling.fill(card, seed, people.organisation_ids())
    finish([card.pk])
    relate({(card.kind, card.slug): says}, cards=[card])


@transaction.atomic
def try_out[T](
    data: Json, *, kind: str, slug: str, show: Callable[[Card], T], by: Actor, at: datetime
) -> T:  # fmt: skip
    """Fill a card as if it were published, let `show` look at it, and roll everything back: nothing is left behind.

    Refuses what is not whole. Announces nothing."""
    card = Card.objects.filter(kind=kind, slug=slug).first()
    data = as_published(card, data)
    if card:
        card.state, card.successor = State.PUBLISHED, None
    else:
        card = _new(kind, slug, at=at)
    _fill(card, data)
    judge_recommendations(only=[card.pk], by=by, at=at)
    shown = show(card)
    transaction.set_rollback(True)
    return shown


@transaction.atomic
def retire(card: Card, *, successor: Card | None, by: Actor, at: datetime) -> None:
    """Take a card out of search, lists and feeds; its address leads to the successor. Announces CardRetired.

    Refuses a card that is not published, and a successor that is the card itself, of another kind or not published."""
    if successor and (successor.pk == card.pk or successor.kind != card.kind or successor.state != State.PUBLISHED):
        raise Refused("Kies als opvolger een andere gepubliceerde kaart van dezelfde soort.")
    only_if = {"pk": card.pk, "state": State.PUBLISHED, "version": card.version}
    if not Card.objects.filter(**only_if).update(state=State.RETIRED, successor=successor, edited_at=at):
        raise Refused("Deze kaart is intussen gewijzigd of al vervallen. Ververs de pagina en kijk opnieuw.")
    card.state, card.successor, card.edited_at = State.RETIRED, successor, at
    search.forget([(card.kind, card.pk)])
    told = facts.CardRetired(by=by, at=at, version=card.version, successor_id=successor.pk if successor else None)
    record(told, about=card)


@transaction.atomic
def settle_offer(card: Card, *, digest: str, accepted: bool, by: Actor, at: datetime) -> Json:
    """Take a file's change from the table; the same change is not offered again. Announces OfferSettled.

    Refuses when the file has changed since. Returns what the file says."""
    offer = Offer.objects.filter(card=card, digest=digest).first()
    if offer is None or not Offer.objects.filter(pk=offer.pk, digest=digest).delete()[0]:
        raise Refused("Dit voorstel is al behandeld of intussen veranderd. Ververs de pagina en kijk opnieuw.")
    Card.objects.filter(pk=card.pk).update(seed_digest=digest)
    record(facts.OfferSettled(by=by, at=at, digest=digest, accepted=accepted), about=card)
    return dict(offer.data)
