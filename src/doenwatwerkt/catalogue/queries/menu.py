"""The menukaart: a page of cards that pass the filters, how many each other choice would leave, plot, comparison, start."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from doenwatwerkt.catalogue import rules
from doenwatwerkt.catalogue.models import Card, Practice
from doenwatwerkt.catalogue.queries.faces import Face, faces, faces_of, rows
from doenwatwerkt.lib.codes import Advice, CardKind, Cost, Direction, Effort
from doenwatwerkt.search import queries as index

_SURE = ("zekerheid", [str(rung.number) for rung in reversed(rules.RUNGS)])
ORDERS: dict[str, index.By] = {
    "zekerheid": (_SURE,),
    "moeite": (("moeite", [str(value) for value in Effort.values]), _SURE),
    "kosten": (("kosten", [str(value) for value in Cost.values]), _SURE),
    "titel": (),
}
"""By which facets each order goes, before the title: what has no such facet comes last."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of the menukaart. `counts`: per filter and value what choosing it would leave; `total` is kept by the index."""

    faces: list[Face]
    total: int
    counts: dict[str, dict[str, int]]
    dropped: dict[str, int]


def shelf(filters: dict[str, set[str]], *, names: list[str], order: str, limit: int, offset: int, today: date) -> Shelf:
    """The cards that pass, in order. `dropped`: only when nothing passes, what dropping each filter would leave."""
    found = index.browse(filters)
    counts, total = found.left(names), found.total
    if not total:
        return Shelf([], 0, counts, found.without())
    start, stop = offset, offset + limit
    pks = found.newest(start, stop) if order == "nieuw" else found.refs(start, stop, by=ORDERS[order])
    return Shelf(faces(pks, today) if pks else [], total, counts, {})


@dataclass(frozen=True, slots=True)
class Dot:
    """One practice in the plot: what it is, and its place in whole steps."""

    title: str
    url: str
    direction: str
    certainty: int
    words: str
    expired: bool = False


def dots(filters: dict[str, set[str]], today: date) -> list[Dot]:
    """Every judged practice that passes, for the plot of effect against certainty. At most 500: more is no picture."""
    kinds = filters.get("soort") or {CardKind.PRACTICE.value}
    sure = filters.get("zekerheid") or {str(rung.number) for rung in rules.RUNGS}
    judged = filters | {"soort": kinds & {CardKind.PRACTICE.value}, "zekerheid": sure}
    passing = index.browse(judged).refs(0, _MOST_DOTS, by=(_SURE,)) if judged["soort"] else []
    found = (
        Card.objects.public().of_kind(CardKind.PRACTICE).filter(pk__in=passing, practice__verdict__isnull=False)
        .order_by("-practice__verdict__certainty", "title", "pk")
        .values_list("title", "slug", "practice__direction", "practice__verdict__certainty", "practice__verdict__valid_until")
    )  # fmt: skip
    return [
        Dot(
            title,
            f"/{rules.STREETS[CardKind.PRACTICE]}/{slug}/",
            way,
            sure,
            f"{Direction(way).label}, {rules.RUNGS[sure].words.lower()}" + ("" if rules.holds(until, today) else _LATE),
            not rules.holds(until, today),
        )
        for title, slug, way, sure, until in found
    ]


def compared(slugs: list[str], today: date) -> tuple[list[tuple[Face, Practice]], int]:
    """Published practices in the order asked, a retired one replaced by its successor; and how many we do not know."""
    kind = Card.objects.of_kind(CardKind.PRACTICE)
    asked = list(kind.filter(slug__in=slugs).order_by("pk").values_list("slug", "pk", "state", "successor"))
    instead = {slug: successor if state == rules.State.RETIRED else pk for slug, pk, state, successor in asked}
    asked_for = [instead.get(slug) for slug in slugs]
    pks = list(dict.fromkeys(pk for pk in asked_for if pk is not None))
    practices = (
        Practice.objects.select_related("verdict")
        .filter(card__in=pks, card__state=rules.State.PUBLISHED)
        .order_by("pk")
    )
    by_pk = {practice.pk: practice for practice in practices}
    known = {face.pk: face for face in faces_of(rows().filter(pk__in=list(by_pk)), today)}
    return [(known[pk], by_pk[pk]) for pk in pks if pk in by_pk], sum(pk not in by_pk for pk in asked_for)


def candidates(wish: rules.Wish, today: date) -> list[rules.Candidate]:
    """Practices that could be one of the three: those about the problem or phase that was told, and the surest others.
    A verdict that expired recommends nothing."""
    found = (
        Card.objects.public().of_kind(CardKind.PRACTICE)
        .filter(recommended=True, practice__verdict__valid_until__gte=today, practice__effort__lte=wish.time)
        .exclude(practice__advice=Advice.AVOID).order_by("-practice__verdict__certainty", "slug").values_list(*_CANDIDATE)
    )  # fmt: skip
    told = {name: {value} for name, value in (("thema", wish.theme), ("fase", wish.phase)) if value}
    either = Q()
    for name, values in told.items():
        either |= Q(pk__in=index.passing({name: values}))
    near = list(found.filter(either)[:_MOST]) if told else []
    seen = {row[0] for row in near}
    return [
        rules.Candidate(slug, tuple(phases), tuple(themes), tuple(scales), *rest)
        for slug, phases, themes, scales, *rest in [*near, *(row for row in found[:_MOST] if row[0] not in seen)]
    ]


_MOST, _MOST_DOTS = 100, 500
_LATE = ", oordeel verlopen"
_CANDIDATE = (
    "slug", "phases", "themes", "scales", "practice__direction", "practice__advice",
    "practice__verdict__certainty", "practice__cost", "practice__effort",
)  # fmt: skip
