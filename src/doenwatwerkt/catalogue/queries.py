"""Answers this room gives to others and to its own pages: faces of cards, what goes into the index, what hangs together."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from html import unescape
from typing import Any, NamedTuple

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

from doenwatwerkt.catalogue import rules
from doenwatwerkt.catalogue.models import Card, CardVersion, LegalBasis, LegalFact, Pointer, Relation, Source, Verdict
from doenwatwerkt.lib.codes import (
    Advice,
    Basis,
    CardKind,
    Cost,
    Direction,
    Effort,
    Magnitude,
    MaterialKind,
    Price,
    Scale,
)
from doenwatwerkt.lib.text import shorten
from doenwatwerkt.search import queries as index
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


class _Row(NamedTuple):
    """What one face is made of, in the order of _COLUMNS. What only one kind has, is None on the others."""

    pk: int
    kind: str
    slug: str
    title: str
    summary: str
    recommended: bool
    owner: str | None
    direction: Any
    size: Any
    advice: Any
    cost: Any
    effort: Any
    certainty: Any
    valid_until: Any
    sure: Any
    sort: Any
    price: Any
    commercial: Any
    basis: Any
    members: Any


_COLUMNS = (
    "pk", "kind", "slug", "title", "summary", "recommended", "owner__name", "practice__direction", "practice__size",
    "practice__advice", "practice__cost", "practice__effort", "practice__verdict__certainty", "practice__verdict__valid_until",
    "answer__sure", "material__sort", "material__price", "material__commercial", "material__basis", "material__members_of__name",
)  # fmt: skip


@cache
def _rows() -> QuerySet[Card, tuple[Any, ...]]:
    """Published cards as rows for faces. Prepared once: finding the joins costs more than reading the rows."""
    return Card.objects.public().order_by("pk").values_list(*_COLUMNS)


def _address(kind: str, slug: str) -> str:
    return f"/{rules.STREETS[kind]}/{slug}/"


def _face(row: _Row, today: date) -> Face:
    it = Face(
        row.pk, row.kind, str(CardKind(row.kind).label), row.title, row.summary, _address(row.kind, row.slug),
        row.recommended,
    )  # fmt: skip
    if row.kind == CardKind.PRACTICE:
        _practice_face(it, row, today)
    elif row.kind == CardKind.MATERIAL:
        it.sort_label, it.price_label = str(MaterialKind(row.sort).label), str(Price(row.price).label)
        it.commercial, it.basis_label = row.commercial, str(Basis(row.basis).label)
        it.owner_name, it.members_name = row.owner or "", row.members or ""
    else:
        it.sure = row.sure
    return it


def _practice_face(it: Face, row: _Row, today: date) -> None:
    way, advice, cost, effort = Direction(row.direction), Advice(row.advice), Cost(row.cost), Effort(row.effort)
    it.direction, it.direction_label = way.value, str(way.label)
    it.advice, it.advice_label = advice.value, str(advice.label)
    it.cost, it.cost_label, it.effort, it.effort_label = cost.value, str(cost.label), effort.value, str(effort.label)
    if row.certainty is not None:
        it.certainty, it.rung_words = row.certainty, rules.RUNGS[row.certainty].words
        it.expired = row.valid_until < today
        if size := rules.shown_size(way, row.size, row.certainty):
            it.size_label = str(Magnitude(size).label)


def _faces(rows: Iterable[tuple[Any, ...]], today: date) -> list[Face]:
    return [_face(_Row(*row), today) for row in rows]


def faces(pks: Iterable[int], today: date) -> list[Face]:
    """The faces of these published cards, in the order given."""
    wanted = list(pks)
    found = {it.pk: it for it in _faces(_rows().filter(pk__in=wanted), today)}
    return [found[pk] for pk in wanted if pk in found]


def faces_by_slug(kind: str, slugs: list[str], today: date) -> list[Face]:
    """The faces of cards by slug, in the order given; a slug that is not published is left out."""
    found = {it.url: it for it in _faces(_rows().filter(kind=kind, slug__in=slugs), today)}
    addresses = [_address(kind, slug) for slug in slugs]
    return [found[url] for url in addresses if url in found]


_HEADINGS = {CardKind.PRACTICE: "phases", CardKind.ANSWER: "themes", CardKind.MATERIAL: "material__sort"}


def faces_of_kind(kind: CardKind, today: date) -> list[tuple[str, Face]]:
    """All published cards of one kind by title, each with the value it stands under: first phase, first theme or sort."""
    rows = Card.objects.public().of_kind(kind).order_by("title", "pk").values_list(*_COLUMNS, _HEADINGS[kind])
    return [(value if isinstance(value, str) else value[0], _face(_Row(*row), today)) for *row, value in rows]


def working(today: date, most: int) -> list[Face]:
    """What helps a small firm, surest and easiest first: advice "doen", positive, fit for fewer than 50 people."""
    fit = _rows().alias(fits=Cast("scales", TextField())).filter(
        practice__advice=Advice.DO, practice__direction=Direction.POSITIVE, practice__verdict__certainty__gte=3,
        fits__contains=f'"{Scale.SMALL}"',
    ).order_by("practice__effort", "practice__cost", "-practice__verdict__certainty", "pk")  # fmt: skip
    return _faces(fit[:most], today)


def stopping(today: date, most: int | None = None) -> list[Face]:
    """What to stop or leave: advice "vermijden", surest first."""
    rows = _rows().filter(practice__advice=Advice.AVOID)
    return _faces(rows.order_by("-practice__verdict__certainty", "title", "pk")[:most], today)


def counts() -> dict[str, int]:
    """How many published cards there are of each kind, as the index keeps it: nothing is counted here."""
    return index.how_many("soort", CardKind.values)


def last_checked() -> date | None:
    """The day the newest card was checked."""
    return Card.objects.public().order_by("-checked_on").values_list("checked_on", flat=True).first()


def around(card: Card, today: date) -> tuple[Face, dict[str, list[Face]]]:
    """The face of a published card and, by kind, of the recommended cards that hang together with it: one reading."""
    relations = Relation.objects.filter(Q(card=card) | Q(other=card)).order_by("position", "pk")
    ends = (end for pair in relations.values_list("card", "other") for end in pair)
    own, *others = faces(dict.fromkeys([card.pk, *ends]), today)
    found: dict[str, list[Face]] = {kind: [] for kind in CardKind.values}
    for one in others:
        if one.recommended:
            found[one.kind].append(one)
    return own, found


def sources(card: Card) -> list[Source]:
    """What the card rests on, in its own order."""
    return list(Source.objects.filter(citations__card=card).order_by("citations__position", "citations__pk"))


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
        parts += [
            *practice.steps,
            *practice.conditions,
            *practice.risks,
            _plain(practice.effect_html),
            *practice.groups,
        ]
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


KINDS = {street: CardKind(kind) for kind, street in rules.STREETS.items()}
"""Which kind of card lives in which street."""
_SUREST = (
    "-recommended", F("practice__verdict__certainty").desc(nulls_last=True), "practice__effort", "practice__cost", "title", "pk",
)  # fmt: skip


def of_theme(theme: str, today: date) -> dict[str, list[Face]]:
    """All cards about one theme, surest first: practices by advice (doen, experimenteren, vermijden), others by kind."""
    rows = _rows().alias(told=Cast("themes", TextField())).filter(told__contains=f'"{theme}"').order_by(*_SUREST)
    found: dict[str, list[Face]] = {}
    for face in _faces(rows, today):
        advice = Advice.DO if face.advice == Advice.CONDITIONS else face.advice
        found.setdefault(advice or face.kind, []).append(face)
    return found


def owned(organisation_ids: list[int], today: date) -> list[Face]:
    """The cards of an organisation: pass people.queries.family(id)."""
    return _faces(_rows().filter(owner__in=organisation_ids).order_by("kind", "title", "pk"), today)


def pointing(organisation_ids: list[int]) -> list[tuple[str, str, str]]:
    """Where cards send people to an organisation: (title, address, what for). Also answers to have checked there."""
    sent = Pointer.objects.filter(organisation__in=organisation_ids, card__state=rules.State.PUBLISHED)
    columns = ("card__title", "card__kind", "card__slug", "card")
    rows = [*sent.order_by("position", "pk").values_list(*columns, "what_for")]
    unsure = Card.objects.public().filter(answer__check_with__in=organisation_ids).order_by("pk")
    rows += [(*row, "dit antwoord laten nakijken") for row in unsure.values_list("title", "kind", "slug", "pk")]
    return [(title, _address(kind, slug), what) for title, kind, slug, _, what in sorted(rows)]


@dataclass(frozen=True, slots=True)
class Change:
    """A published card and when it came and last changed, for feeds."""

    title: str
    url: str
    kind: str
    summary: str
    themes: list[str]
    added_at: datetime
    changed_at: datetime


_INSIDE = {"thema": "themes", "fase": "phases", "omvang": "scales", "doelgroep": "audiences"}
_BESIDE = {
    "soort": "kind", "advies": "practice__advice", "richting": "practice__direction", "kosten": "practice__cost",
    "moeite": "practice__effort", "zekerheid": "practice__verdict__certainty",
}  # fmt: skip


def _fits(name: str, values: Iterable[str]) -> Q:
    """What one filter of the search page asks of a card that hangs under something as `card`."""
    if name in _BESIDE:
        return Q(**{f"card__{_BESIDE[name]}__in": list(values)})
    return Q(*[(f"told_{name}__contains", f'"{value}"') for value in values], _connector=Q.OR)


def changes(most: int | None = None, filters: Mapping[str, Iterable[str]] = {}) -> list[Change]:
    """The cards that came or changed last, newest first; filters as on the search page, values of one key alternatives."""
    told: dict[str, Any] = {f"told_{name}": Cast(f"card__{_INSIDE[name]}", TextField()) for name in _INSIDE.keys() & filters}
    last = CardVersion.objects.filter(card__state=rules.State.PUBLISHED, number=F("card__version")).alias(**told)
    first = CardVersion.objects.filter(card=OuterRef("card"), number=1).values("at")
    rows = last.filter(*(_fits(name, values) for name, values in filters.items())).order_by("-at", "-pk")
    columns = ("card__title", "card__kind", "card__slug", "card__summary", "card__themes", Subquery(first), "at")
    return [
        Change(title, _address(kind, slug), kind, summary, themes, added or changed, changed)
        for title, kind, slug, summary, themes, added, changed in rows.values_list(*columns)[:most]
    ]
