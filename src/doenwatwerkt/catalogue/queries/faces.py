"""The faces of cards: what lists show of them, read as plain rows because lists are long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from django.db.models import Case, F, Q, QuerySet, TextField, When, Window
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, RowNumber

from doenwatwerkt.catalogue import rules
from doenwatwerkt.catalogue.models import Card, Pointer, Relation
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
from doenwatwerkt.search import queries as index


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
    def slug(self) -> str:
        """The last part of its address."""
        return self.url.rsplit("/", 2)[1]


class Row(NamedTuple):
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
def rows() -> QuerySet[Card, tuple[Any, ...]]:
    """Published cards as rows for faces. Prepared once: finding the joins costs more than reading the rows."""
    return Card.objects.public().order_by("pk").values_list(*_COLUMNS)


def address(kind: str, slug: str) -> str:
    return f"/{rules.STREETS[kind]}/{slug}/"


def face_of(row: Row, today: date) -> Face:
    it = Face(
        row.pk, row.kind, str(CardKind(row.kind).label), row.title, row.summary, address(row.kind, row.slug),
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


def _practice_face(it: Face, row: Row, today: date) -> None:
    way, advice, cost, effort = Direction(row.direction), Advice(row.advice), Cost(row.cost), Effort(row.effort)
    it.direction, it.direction_label = way.value, str(way.label)
    it.advice, it.advice_label = advice.value, str(advice.label)
    it.cost, it.cost_label, it.effort, it.effort_label = cost.value, str(cost.label), effort.value, str(effort.label)
    if row.certainty is not None:
        it.certainty, it.rung_words = row.certainty, rules.RUNGS[row.certainty].words
        it.expired = not rules.holds(row.valid_until, today)
        if size := rules.shown_size(way, row.size, row.certainty):
            it.size_label = str(Magnitude(size).label)


def faces_of(rows: Iterable[tuple[Any, ...]], today: date) -> list[Face]:
    return [face_of(Row(*row), today) for row in rows]


def faces(pks: Iterable[int], today: date) -> list[Face]:
    """The faces of these published cards, in the order given."""
    wanted = list(pks)
    found = {it.pk: it for it in faces_of(rows().filter(pk__in=wanted), today)}
    return [found[pk] for pk in wanted if pk in found]


def faces_by_slug(kind: str, slugs: list[str], today: date) -> list[Face]:
    """The faces of cards by slug, in the order given; a slug that is not published is left out."""
    found = {it.url: it for it in faces_of(rows().filter(kind=kind, slug__in=slugs), today)}
    addresses = [address(kind, slug) for slug in slugs]
    return [found[url] for url in addresses if url in found]


_HEADINGS = {
    CardKind.PRACTICE: KeyTextTransform(0, "phases"), CardKind.ANSWER: KeyTextTransform(0, "themes"),
    CardKind.MATERIAL: F("material__sort"),
}  # fmt: skip


def by_heading(kind: CardKind, today: date, most: int) -> dict[str, tuple[list[Face], bool]]:
    """Published cards of one kind by what they stand under: first phase, first theme or sort. Per heading the first
    ones by title and whether there are more, so that the list stays short however many cards there are."""
    place = Window(RowNumber(), partition_by=F("heading"), order_by=(F("title").asc(), F("pk").asc()))
    cards = Card.objects.public().of_kind(kind).annotate(heading=_HEADINGS[kind]).annotate(place=place)
    chosen = cards.filter(place__lte=most + 1).order_by("title", "pk").values_list("pk", "heading")
    groups: dict[str, list[int]] = {}
    for pk, heading in chosen:
        groups.setdefault(heading, []).append(pk)
    found = {face.pk: face for face in faces([pk for group in groups.values() for pk in group[:most]], today)}
    return {name: ([found[pk] for pk in group[:most]], len(group) > most) for name, group in groups.items()}


def choices(most: int) -> list[tuple[str, str]]:
    """Practices to choose from in a form, the surest ones when there are more than fit, by title: (slug, title)."""
    kind = Card.objects.public().of_kind(CardKind.PRACTICE)
    surest = kind.order_by(F("practice__verdict__certainty").desc(nulls_last=True), "title", "pk")
    return sorted(surest.values_list("slug", "title")[:most], key=lambda one: (one[1].lower(), one[0]))


def working(today: date, most: int) -> list[Face]:
    """What helps a small firm, surest and easiest first: advice "doen", positive, fit for fewer than 50 people.
    A verdict that expired recommends nothing."""
    fit = rows().alias(fits=Cast("scales", TextField())).filter(
        practice__advice=Advice.DO, practice__direction=Direction.POSITIVE, practice__verdict__certainty__gte=3,
        practice__verdict__valid_until__gte=today, recommended=True, fits__contains=f'"{Scale.SMALL}"',
    ).order_by("practice__effort", "practice__cost", "-practice__verdict__certainty", "pk")  # fmt: skip
    return faces_of(fit[:most], today)


def stopping(today: date, most: int) -> list[Face]:
    """What to stop or leave: advice "vermijden", surest first."""
    avoid = rows().filter(practice__advice=Advice.AVOID)
    return faces_of(avoid.order_by("-practice__verdict__certainty", "title", "pk")[:most], today)


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


KINDS = {street: CardKind(kind) for kind, street in rules.STREETS.items()}
"""Which kind of card lives in which street."""


_SUREST = (
    F("practice__verdict__certainty").desc(nulls_last=True), "practice__effort", "practice__cost", "title", "pk",
)  # fmt: skip


def of_theme(theme: str, today: date, most: int) -> dict[str, tuple[list[Face], int]]:
    """The surest cards about one theme and how many there are: practices by advice (doen, experimenteren, vermijden),
    others by kind. Verdicts that expired come last. Only what is shown is read whole."""
    about = Card.objects.public().alias(told=Cast("themes", TextField())).filter(told__contains=f'"{theme}"')
    late = Case(When(practice__verdict__valid_until__lt=today, then=1), default=0)
    groups: dict[str, list[int]] = {}
    for pk, kind, advice in about.order_by("-recommended", late, *_SUREST).values_list(
        "pk", "kind", "practice__advice"
    ):
        groups.setdefault(Advice.DO if advice == Advice.CONDITIONS else advice or kind, []).append(pk)
    found = {face.pk: face for face in faces([pk for group in groups.values() for pk in group[:most]], today)}
    return {name: ([found[pk] for pk in group[:most]], len(group)) for name, group in groups.items()}


def owned(organisation_ids: list[int], today: date) -> list[Face]:
    """The cards of an organisation: pass people.queries.family(id)."""
    return faces_of(rows().filter(owner__in=organisation_ids).order_by("kind", "title", "pk"), today)


def pointing(organisation_ids: list[int]) -> list[tuple[str, str, str]]:
    """Where cards send people to an organisation: (title, address, what for). Also answers to have checked there."""
    sent = Pointer.objects.filter(organisation__in=organisation_ids, card__state=rules.State.PUBLISHED)
    columns = ("card__title", "card__kind", "card__slug", "card")
    rows = [*sent.order_by("position", "pk").values_list(*columns, "what_for")]
    unsure = Card.objects.public().filter(answer__check_with__in=organisation_ids).order_by("pk")
    rows += [(*row, "dit antwoord laten nakijken") for row in unsure.values_list("title", "kind", "slug", "pk")]
    return [(title, address(kind, slug), what) for title, kind, slug, _, what in sorted(rows)]


def first_steps(pks: Iterable[int]) -> dict[int, tuple[str, list[str]]]:
    """Per published card what to do on Monday and the sizes of firm it suits: {pk: (monday, scales)}."""
    found = Card.objects.public().filter(pk__in=list(pks)).order_by("pk").values_list("pk", "monday", "scales")
    return {pk: (monday, fit) for pk, monday, fit in found}
