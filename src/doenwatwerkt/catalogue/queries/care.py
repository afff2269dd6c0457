"""What a keeper of the catalogue has to look at: dates that come near, readers who were not helped, addresses, old law."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from doenwatwerkt.catalogue import rules
from doenwatwerkt.catalogue.models import Card, Citation, Feedback, LegalFact, Material, Offer, Pointer, Practice

SOON = timedelta(days=30)
"""Cards are named this long before the day they should be looked at again."""
WARNED = timedelta(days=90)
"""Verdicts are named this long before they expire."""


def due(today: date) -> QuerySet[Card]:
    """Published cards to look at again, the oldest date first."""
    return Card.objects.public().filter(review_on__lte=today + SOON).select_related("owner").order_by("review_on", "pk")


def expiring(today: date) -> QuerySet[Practice]:
    """Practices whose verdict has expired or soon will, the first to go first."""
    soon = Practice.objects.filter(card__state=rules.State.PUBLISHED, verdict__valid_until__lte=today + WARNED)
    return soon.select_related("card", "verdict").order_by("verdict__valid_until", "pk")


def unhelped() -> QuerySet[Feedback]:
    """What readers said who were not helped, the newest first. Texts were masked before they were kept."""
    return Feedback.objects.filter(helped=False).select_related("card").order_by("-on", "-pk")


def aging(today: date) -> QuerySet[LegalFact]:
    """Legal facts that nobody looked at for a year, the oldest first. After eighteen months no answer shows them."""
    return LegalFact.objects.filter(checked_on__lt=today - rules.AMBER).order_by("checked_on", "slug")


def freshness(fact: LegalFact, today: date) -> str:
    """How fresh a legal fact is: "vers", "nakijken" or "verlopen"."""
    return rules.freshness(fact.checked_on, today)


def offers() -> QuerySet[Offer]:
    """Changes in content files for cards that people edited, the oldest first."""
    return Offer.objects.select_related("card").order_by("at", "pk")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address of somebody else's site is used: a card, or a legal fact."""

    title: str
    url: str


def outside() -> dict[str, list[Place]]:
    """Every address outside this site that a published card or a legal fact names, with where."""
    found: dict[str, list[Place]] = defaultdict(list)
    for address, card in _used():
        place = Place(card.title, card.get_absolute_url())
        if place not in found[address]:
            found[address].append(place)
    for fact in LegalFact.objects.exclude(source_url="").order_by("slug"):
        found[fact.source_url].append(Place(fact.subject, ""))
    return dict(found)


def _used() -> Iterator[tuple[str, Card]]:
    public = {"card__state": rules.State.PUBLISHED}
    for material in Material.objects.filter(**public).exclude(url="").select_related("card").order_by("pk"):
        yield material.url, material.card
    for pointer in Pointer.objects.filter(**public).exclude(url="").select_related("card").order_by("pk"):
        yield pointer.url, pointer.card
    for citation in (
        Citation.objects.filter(**public).exclude(source__url="").select_related("card", "source").order_by("pk")
    ):
        yield citation.source.url, citation.card


def questions(among: Collection[int] | None = None) -> Iterator[tuple[Card, list[str]]]:
    """Every published card (or those among these) with its title and the other ways in which people ask for it."""
    cards = Card.objects.public() if among is None else Card.objects.public().filter(pk__in=list(among))
    for card in cards.order_by("pk"):
        yield card, [card.title, *card.asked]
