"""What editors need of cards: what may be named, what was said before, what looks alike, what a file offers."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from doenwatwerkt.catalogue.models import Card, CardVersion, LegalFact, Offer, Source
from doenwatwerkt.catalogue.queries.faces import address
from doenwatwerkt.catalogue.rules import Availability, State
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.people import queries as people

AVAILABILITY = list(Availability.choices)
"""Whether a material can be had."""

type Names = dict[str, dict[str, str]]
"""Per list (organisaties, praktijken, materialen, rechtsfeiten, bronnen) the words for every key."""

ALIKE = 0.75
"""From this likeness of two titles on we ask whether it is the same card."""


def names() -> Names:
    """Everything that a card may name, with the words for it: four queries."""
    cards: dict[str, dict[str, str]] = {CardKind.PRACTICE: {}, CardKind.MATERIAL: {}, CardKind.ANSWER: {}}
    for kind, slug, title in Card.objects.order_by("title", "pk").values_list("kind", "slug", "title"):
        cards[kind][slug] = title
    studies = Source.objects.exclude(key__startswith="p-").order_by("authors", "year", "pk")
    return {
        "organisaties": people.organisation_names(),
        "praktijken": cards[CardKind.PRACTICE], "materialen": cards[CardKind.MATERIAL], "antwoorden": cards[CardKind.ANSWER],
        "rechtsfeiten": dict(LegalFact.objects.order_by("subject", "pk").values_list("slug", "subject")),
        "bronnen": {
            key: f"{authors} ({year or 'zonder jaar'}) {title}".strip()
            for key, authors, year, title in studies.values_list("key", "authors", "year", "title")
        },
    }  # fmt: skip


def known(told: Names | None = None) -> dict[str, set[str]]:
    """The keys that a card may name."""
    return {name: set(words) for name, words in (told or names()).items()}


def said(card: Card, number: int | None = None) -> dict[str, Any]:
    """What a card says, or said in an earlier version; empty when there is no such version."""
    version = CardVersion.objects.filter(card=card, number=card.version if number is None else number).first()
    return dict(version.data) if version else {}


def past(card: Card) -> list[CardVersion]:
    """All versions of a card without what they said, the newest first."""
    return list(CardVersion.objects.filter(card=card).order_by("-number").defer("data"))


def offer_of(card: Card) -> Offer | None:
    return Offer.objects.filter(card=card).first()


def offered() -> list[Card]:
    """The cards for which a file offers a change."""
    return list(Card.objects.filter(offer__isnull=False).order_by("title", "pk"))


def named(kind: str, slug: str) -> Card | None:
    """The card on an address, whatever its state."""
    return Card.objects.filter(kind=kind, slug=slug).first()


def published(kind: str) -> list[tuple[str, str]]:
    """(slug, title) of all published cards of a kind."""
    return list(Card.objects.public().of_kind(kind).order_by("title", "pk").values_list("slug", "title"))


def alike(kind: str, title: str) -> list[tuple[str, str]]:
    """(title, address) of the cards of this kind that may be about the same, the most alike first. At most five."""
    cards = Card.objects.of_kind(kind).exclude(state=State.RETIRED).order_by("pk").values_list("title", "slug")
    near = sorted(_nearest(title, cards), reverse=True)[:5]
    return [(words, address(kind, slug)) for _, words, slug in near]


def _nearest(title: str, cards: Iterable[tuple[str, str]]) -> list[tuple[float, str, str]]:
    mine = title.casefold()
    likeness = [(SequenceMatcher(None, mine, words.casefold()).ratio(), words, slug) for words, slug in cards]
    return [one for one in likeness if one[0] >= ALIKE]
