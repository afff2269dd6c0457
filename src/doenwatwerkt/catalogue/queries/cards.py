"""What the page of one card shows: sources, law, history, where to go."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, F, Q

from doenwatwerkt.catalogue import rules
from doenwatwerkt.catalogue.models import (
    Card,
    CardVersion,
    Citation,
    Feedback,
    LegalBasis,
    LegalFact,
    Pointer,
    Source,
    Term,
    Verdict,
)
from doenwatwerkt.catalogue.queries.faces import Face
from doenwatwerkt.lib.codes import (
    CardKind,
)
from doenwatwerkt.lib.marking import explained
from doenwatwerkt.lib.text import shorten


def sources(card: Card) -> list[Source]:
    """What the card rests on, in its own order."""
    return sources_of([card.pk])[card.pk]


def sources_of(pks: list[int]) -> dict[int, list[Source]]:
    """The same for many cards, in one query."""
    cited = Citation.objects.filter(card__in=pks).select_related("source").order_by("position", "pk")
    found: dict[int, list[Source]] = {pk: [] for pk in pks}
    for citation in cited:
        found[citation.card_id].append(citation.source)
    return found


def glossary(card: Card) -> list[tuple[str, str]]:
    """The hard words that are marked on the page of a card, with what they mean. Read from its own text: no query."""
    if card.kind == CardKind.PRACTICE:
        return explained(card.practice.effect_html, card.practice.legal_html)
    return explained(card.answer.why_html, card.answer.not_when_html) if card.kind == CardKind.ANSWER else []


def terms() -> list[Term]:
    """All hard words in alphabetical order."""
    return sorted(Term.objects.order_by("pk"), key=lambda term: (term.word.lower(), term.pk))


def pointers(card: Card) -> list[Pointer]:
    return list(Pointer.objects.filter(card=card).select_related("organisation").order_by("position", "pk"))


def legal(card: Card, today: date) -> list[tuple[LegalFact, bool, str]]:
    """The legal facts under a card: (fact, whether the card leans on it, freshness). Facts too old are left out."""
    bases = LegalBasis.objects.filter(card=card).select_related("fact").order_by("fact__subject", "pk")
    told = [(base.fact, base.leans, rules.freshness(base.fact.checked_on, today)) for base in bases]
    return [(fact, leans, fresh) for fact, leans, fresh in told if fresh != "verlopen"]


def verdicts(card: Card) -> list[Verdict]:
    """All verdicts on a practice, the newest first."""
    return verdicts_of([card.pk])[card.pk]


def verdicts_of(pks: list[int]) -> dict[int, list[Verdict]]:
    """The same for many practices, in one query."""
    found: dict[int, list[Verdict]] = {pk: [] for pk in pks}
    for verdict in Verdict.objects.filter(practice__in=pks).order_by("-given_on", "-pk"):
        found[verdict.practice_id].append(verdict)
    return found


def practice(slug: str) -> Card | None:
    """The published practice with this address, with its verdict."""
    cards = Card.objects.public().of_kind(CardKind.PRACTICE).filter(slug=slug)
    return cards.select_related("practice__verdict", "owner").first()


def practices_by_validity() -> list[tuple[str, str, date | None]]:
    """Published practices, those whose verdict ends first on top: (address part, title, until when it holds)."""
    practices = Card.objects.public().of_kind(CardKind.PRACTICE)
    ordered = practices.order_by(F("practice__verdict__valid_until").asc(nulls_first=True), "title", "pk")
    return list(ordered.values_list("slug", "title", "practice__verdict__valid_until"))


def ending(since: date, until: date) -> list[Verdict]:
    """The verdicts that count now and hold until a day in this span, with their cards, in order of that day."""
    current = Verdict.objects.filter(pk=F("practice__verdict"), practice__card__state=rules.State.PUBLISHED)
    within = current.filter(valid_until__range=(since, until)).select_related("practice__card__owner")
    return list(within.order_by("valid_until", "pk"))


def versions(card: Card) -> list[CardVersion]:
    return list(CardVersion.objects.filter(card=card).order_by("-number").defer("data")[:10])


FEWEST = 10
"""Fewer answers than this are not told of: they say little, and a reader could be recognised."""


class Helped(NamedTuple):
    """Of how many readers who answered the card helped how many."""

    yes: int
    all: int


def helped(card: Card) -> Helped | None:
    """How many readers a card helped in the past year; None where fewer than ten answered."""
    told = Feedback.objects.filter(card=card).aggregate(yes=Count("pk", filter=Q(helped=True)), all=Count("pk"))
    return Helped(**told) if told["all"] >= FEWEST else None


type Step = tuple[str, str, str]
"""(title, text, address)"""


def next_steps(card: Card, related: dict[str, list[Face]]) -> list[Step]:
    """Two or three next steps: what hangs together first, then asking again."""
    found: list[Step] = []
    if card.kind != CardKind.PRACTICE:
        found += [("Bekijk wat werkt", shorten(one.title, 90), one.url) for one in related[CardKind.PRACTICE][:1]]
    if card.kind != CardKind.MATERIAL:
        found += [("Gebruik een hulpmiddel", shorten(one.title, 90), one.url) for one in related[CardKind.MATERIAL][:1]]
    if card.kind != CardKind.ANSWER:
        found += [("Een vraag van anderen", shorten(one.title, 90), one.url) for one in related[CardKind.ANSWER][:1]]
    found.append(("Stel uw eigen vraag", "In gewone woorden. U krijgt meteen wat werkt en wat niet.", "/zoeken/"))
    if len(found) < 3:
        found.append(
            ("Vraag het aan mensen", "Wie u waarvoor kunt bellen.", "/antwoorden/waar-kan-ik-met-mijn-vraag-terecht/")
        )
    return found[:3]
