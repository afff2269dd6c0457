"""Answers this room gives to others and to its own pages: faces of cards, what goes into the index, what hangs together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape

from django.db.models import Q

from doenwatwerkt.catalogue import rules
from doenwatwerkt.catalogue.models import Card, CardVersion, Citation, LegalBasis, LegalFact, Pointer, Relation, Verdict
from doenwatwerkt.lib.codes import Advice, CardKind, Direction
from doenwatwerkt.lib.text import shorten
from doenwatwerkt.search.queries import Page

LESS = 0.6
"""Weight in search of a card that may not be recommended."""
_TAG = re.compile(r"<[^>]+>")


@dataclass(slots=True)
class Face:
    """What a list shows of a card; the fields of a practice, a material or an answer are empty on the others."""

    pk: int
    kind: str
    kind_label: str
    title: str
    summary: str
    url: str
    recommended: bool
    certainty: int | None = None
    rung_words: str = ""
    expired: bool = False
    direction: str = ""
    direction_label: str = ""
    size_label: str | None = None
    cost: int = 0
    cost_label: str = ""
    effort: int = 0
    effort_label: str = ""
    advice: str = ""
    advice_label: str = ""
    sort_label: str = ""
    owner_name: str = ""
    price_label: str = ""
    commercial: bool = False
    members_name: str = ""
    basis_label: str = ""
    sure: bool = True

    @property
    def short(self) -> str:
        """The short answer, as plain text."""
        return self.summary


def face(card: Card, today: date) -> Face:
    """The face of a card that was read with `with_faces()`."""
    kind = CardKind(card.kind)
    it = Face(card.pk, card.kind, str(kind.label), card.title, card.summary, card.get_absolute_url(), card.recommended)
    if kind is CardKind.PRACTICE:
        _practice_face(it, card, today)
    elif kind is CardKind.MATERIAL:
        material = card.material
        it.sort_label, it.price_label = material.get_sort_display(), material.get_price_display()
        it.commercial, it.basis_label = material.commercial, material.get_basis_display()
        it.owner_name = card.owner.name if card.owner else ""
        it.members_name = material.members_of.name if material.members_of else ""
    else:
        it.sure = card.answer.sure
    return it


def _practice_face(it: Face, card: Card, today: date) -> None:
    practice = card.practice
    it.direction, it.direction_label = practice.direction, practice.get_direction_display()
    it.cost, it.cost_label = practice.cost, practice.get_cost_display()
    it.effort, it.effort_label = practice.effort, practice.get_effort_display()
    it.advice, it.advice_label = practice.advice, practice.get_advice_display()
    if verdict := practice.verdict:
        it.certainty, it.rung_words = verdict.certainty, rules.RUNGS[verdict.certainty].words
        it.expired = verdict.valid_until < today
        if rules.shown_size(practice.direction, practice.size, verdict.certainty):
            it.size_label = practice.get_size_display()


def faces(pks: Iterable[int], today: date) -> list[Face]:
    """The faces of these published cards, in the order given."""
    wanted = list(pks)
    cards = Card.objects.public().with_faces().filter(pk__in=wanted).order_by("pk")
    found = {card.pk: face(card, today) for card in cards}
    return [found[pk] for pk in wanted if pk in found]


def faces_of_kind(kind: str, today: date) -> list[tuple[Card, Face]]:
    """All published cards of one kind with their faces, by title."""
    cards = Card.objects.public().of_kind(kind).with_faces().order_by("title", "pk")
    return [(card, face(card, today)) for card in cards]


def working(today: date, most: int) -> list[Face]:
    """What helps a small firm, surest and easiest first: advice "doen", positive, fit for fewer than 50 people."""
    cards = Card.objects.public().with_faces().filter(
        practice__advice=Advice.DO, practice__direction=Direction.POSITIVE, practice__verdict__certainty__gte=3,
    ).order_by("practice__effort", "practice__cost", "-practice__verdict__certainty", "pk")  # fmt: skip
    fit = [card for card in cards if "klein" in card.scales]
    return [face(card, today) for card in fit[:most]]


def stopping(today: date, most: int | None = None) -> list[Face]:
    """What to stop or leave: advice "vermijden", surest first."""
    cards = Card.objects.public().with_faces().filter(practice__advice=Advice.AVOID)
    ordered = cards.order_by("-practice__verdict__certainty", "title", "pk")
    return [face(card, today) for card in (ordered[:most] if most else ordered)]


def counts() -> dict[str, int]:
    """How many published cards there are of each kind."""
    return {kind: Card.objects.public().of_kind(kind).count() for kind in CardKind.values}


def last_checked() -> date | None:
    """The day the newest card was checked."""
    return Card.objects.public().order_by("-checked_on").values_list("checked_on", flat=True).first()


def related(card: Card, today: date) -> dict[str, list[Face]]:
    """Cards that hang together with this one, by kind, recommended ones only."""
    pairs = Relation.objects.filter(Q(card=card) | Q(other=card)).order_by("position", "pk")
    ids = dict.fromkeys(pair.other_id if pair.card_id == card.pk else pair.card_id for pair in pairs)
    found: dict[str, list[Face]] = {kind: [] for kind in CardKind.values}
    for one in faces(ids, today):
        if one.recommended:
            found[one.kind].append(one)
    return found


def citations(card: Card) -> list[Citation]:
    return list(Citation.objects.filter(card=card).select_related("source").order_by("position", "pk"))


def pointers(card: Card) -> list[Pointer]:
    return list(Pointer.objects.filter(card=card).select_related("organisation").order_by("position", "pk"))


def legal(card: Card, today: date) -> list[tuple[LegalFact, bool, str]]:
    """The legal facts under a card: (fact, whether the card leans on it, freshness). Facts too old are left out."""
    bases = LegalBasis.objects.filter(card=card).select_related("fact").order_by("fact__subject", "pk")
    told = [(base.fact, base.leans, rules.freshness(base.fact.checked_on, today)) for base in bases]
    return [(fact, leans, fresh) for fact, leans, fresh in told if fresh != "verlopen"]


def verdicts(card: Card) -> list[Verdict]:
    return list(Verdict.objects.filter(practice=card.pk).order_by("-given_on", "-pk"))


def versions(card: Card) -> list[CardVersion]:
    return list(CardVersion.objects.filter(card=card).order_by("-number").defer("data")[:10])


def pages(pks: Iterable[int]) -> Iterator[Page]:
    """What goes into the search index for these cards."""
    cards = Card.objects.public().with_faces().filter(pk__in=list(pks)).order_by("pk")
    for card in cards:
        yield Page(
            kind=card.kind, ref=card.pk, title=card.title, url=card.get_absolute_url(), asked=tuple(card.asked),
            summary=card.summary, body=_body(card), facets=_facets(card), weight=1.0 if card.recommended else LESS,
        )  # fmt: skip


def _plain(html: str) -> str:
    """The words of HTML that we made ourselves, on one line."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def _body(card: Card) -> str:
    """The rest of the words of a card, as plain text."""
    parts: list[str] = [card.monday]
    if card.kind == CardKind.PRACTICE:
        practice = card.practice
        parts += [*practice.steps, *practice.conditions, *practice.risks, _plain(practice.effect_html), *practice.groups]
    elif card.kind == CardKind.ANSWER:
        parts += [_plain(html) for html in (card.answer.why_html, card.answer.not_when_html)]
    else:
        material = card.material
        parts += [material.get_sort_display(), card.owner.name if card.owner else "", material.basis_note]
    return " ".join(part for part in parts if part)


def _facets(card: Card) -> dict[str, tuple[str, ...]]:
    facets: dict[str, tuple[str, ...]] = {
        "soort": (card.kind,), "fase": tuple(card.phases), "thema": tuple(card.themes),
        "omvang": tuple(card.scales), "doelgroep": tuple(card.audiences),
    }  # fmt: skip
    if card.kind == CardKind.PRACTICE:
        practice = card.practice
        facets |= {
            "kosten": (str(practice.cost),), "moeite": (str(practice.effort),), "richting": (practice.direction,),
            "advies": (practice.advice,), "zekerheid": (str(practice.verdict.certainty),) if practice.verdict else (),
        }  # fmt: skip
    elif card.kind == CardKind.MATERIAL:
        facets["prijs"] = (card.material.price,)
    return facets


def faces_by_slug(kind: str, slugs: list[str], today: date) -> list[Face]:
    """The faces of cards by slug, in the order given; a slug that is not published is left out."""
    cards = Card.objects.public().of_kind(kind).with_faces().filter(slug__in=slugs).order_by("pk")
    found = {card.slug: face(card, today) for card in cards}
    return [found[slug] for slug in slugs if slug in found]


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
