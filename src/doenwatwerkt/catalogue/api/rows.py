"""Cards as rows for the API and the downloads: a page of a list, everything in batches, or one thing whole."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, reduce
from operator import or_
from typing import Any, cast

from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast

from doenwatwerkt.catalogue import models, queries, rules
from doenwatwerkt.catalogue.api import shapes
from doenwatwerkt.catalogue.api.filters import BESIDE, INSIDE, Cards
from doenwatwerkt.lib.codes import CardKind, Theme
from doenwatwerkt.people.api import Party, party
from doenwatwerkt.search import queries as index
from doenwatwerkt.ui.api import Cut, batches, cut, places

type Row = dict[str, Any]
type Line[Shape] = Callable[[Row, list[shapes.Source], date], Shape]

_SHARED = (
    "pk", "slug", "title", "summary", "monday", "phases", "themes", "scales", "audiences", "recommended", "checked_on",
    "review_on", "version",
)  # fmt: skip
_UNDER: dict[str, dict[str, F]] = {
    CardKind.PRACTICE: {
        name: F(f"practice__{name}") for name in ("effect", "direction", "size", "advice", "cost", "effort")
    } | {
        f"v_{name}": F(f"practice__verdict__{name}")
        for name in ("start", "deductions", "certainty", "basis", "context", "figures_seen", "given_on", "valid_until",
                     "assessor", "standing", "reasons", "interests")
    },
    CardKind.ANSWER: {
        "sure": F("answer__sure"), "with_slug": F("answer__check_with__slug"), "with_name": F("answer__check_with__name"),
    },
    CardKind.MATERIAL: {
        f"m_{name}": F(f"material__{name}")
        for name in ("sort", "url", "time_needed", "price", "commercial", "how_to_get", "basis", "basis_note",
                     "language_level", "accessibility", "licence", "year", "availability")
    } | {
        "owner_slug": F("owner__slug"), "owner_name": F("owner__name"),
        "for_slug": F("material__members_of__slug"), "for_name": F("material__members_of__name"),
    },
}  # fmt: skip


@cache
def _cards(kind: CardKind) -> QuerySet[models.Card, Row]:
    """Published cards of a kind with all that a line says. Prepared once: finding the joins costs more than reading."""
    cards = models.Card.objects.public().of_kind(kind).order_by("title", "pk")
    return cast("QuerySet[models.Card, Row]", cards.values(*_SHARED, **_UNDER[kind]))


def page[Shape](kind: CardKind, line: Line[Shape], wanted: Cards, *, today: date) -> Cut[Shape]:
    """One page of the cards that pass the filters: by title, or by what was searched for."""
    cards = _within(_cards(kind), wanted)
    if not wanted.search.strip():
        found = cut(cards, wanted)
        return Cut(lines(found.rows, line, today=today), found.total, found.more)
    ranked = index.refs(wanted.search, filters={"soort": {kind}})
    passed = set(cards.filter(pk__in=ranked).values_list("pk", flat=True))
    order = [pk for pk in ranked if pk in passed]
    rows = {row["pk"]: row for row in cards.filter(pk__in=order[wanted.first : wanted.beyond])}
    shown = [rows[pk] for pk in order if pk in rows]
    return Cut(lines(shown, line, today=today), len(order))


def everything[Shape](kind: CardKind, line: Line[Shape]) -> Callable[[date], Iterator[list[Shape]]]:
    """All cards of a kind in batches, for a download: nothing is left out and little is in memory."""

    def rows(today: date) -> Iterator[list[Shape]]:
        for batch in batches(_cards(kind)):
            yield lines(batch, line, today=today)

    return rows


def one[Shape](card: models.Card, line: Line[Shape], *, today: date) -> Shape:
    """The line of one card."""
    return lines(_cards(CardKind(card.kind)).filter(pk=card.pk), line, today=today)[0]


def lines[Shape](rows: Any, line: Line[Shape], *, today: date) -> list[Shape]:
    """Rows with their sources, in the shape of a line."""
    found: list[Row] = list(rows)
    sources = _sources([row["pk"] for row in found])
    return [line(row, sources.get(row["pk"], []), today) for row in found]


def _within(cards: QuerySet[models.Card, Row], wanted: Cards) -> QuerySet[models.Card, Row]:
    for key, column in INSIDE.items():
        if values := getattr(wanted, key):
            either = reduce(or_, (Q(**{f"{column}_as_text__contains": f'"{value}"'}) for value in values))
            cards = cards.alias(**{f"{column}_as_text": Cast(column, TextField())}).filter(either)
    chosen = {f"{column}__in": values for key, column in BESIDE.items() if (values := getattr(wanted, key, None))}
    if owners := getattr(wanted, "owner", None):
        cards = cards.filter(Q(owner__slug__in=owners) | Q(owner__merged_into__slug__in=owners))
    return cards.filter(**chosen)


_SOURCE = (
    "title", "authors", "year", "publication", "url", "read_level", "seen", "doi", "maryland", "population", "correction",
)  # fmt: skip
_OR_UNKNOWN = ("doi", "population", "correction")
"""What is kept as an empty text where nobody knows it, and told as unknown."""


def _sources(cards: list[int]) -> dict[int, list[shapes.Source]]:
    """What each of these cards rests on."""
    found: dict[int, list[shapes.Source]] = {}
    cited = models.Citation.objects.filter(card__in=cards).order_by("card", "position", "pk")
    for card, *told in cited.values_list("card", *(f"source__{name}" for name in _SOURCE)):
        row = dict(zip(_SOURCE, told, strict=True))
        source = cast(shapes.Source, row | {name: row[name] or None for name in _OR_UNKNOWN})
        found.setdefault(card, []).append(source)
    return found


def _party(slug: str | None, name: str | None) -> Party | None:
    return Party(slug=slug, name=name or "") if slug else None


def _shared(row: Row, kind: CardKind, sources: list[shapes.Source]) -> shapes.Card:
    return shapes.Card(
        slug=row["slug"], title=row["title"], summary=row["summary"], **places(f"{rules.STREETS[kind]}/{row['slug']}"),
        phases=row["phases"], themes=row["themes"], scales=row["scales"],
        audiences=row["audiences"], monday=row["monday"], recommended=row["recommended"], checked_on=row["checked_on"],
        review_on=row["review_on"], version=row["version"], sources=sources,
    )  # fmt: skip


def practice(row: Row, sources: list[shapes.Source], today: date) -> shapes.Practice:
    verdict = _verdict(row, today)
    size = rules.shown_size(row["direction"], row["size"], verdict["certainty"]) if verdict else None
    return shapes.Practice(
        **_shared(row, CardKind.PRACTICE, sources), effect=row["effect"], direction=row["direction"], size=size,
        advice=row["advice"], cost=row["cost"], effort=row["effort"], verdict=verdict,
    )  # fmt: skip


def _verdict(row: Row, today: date) -> shapes.Verdict | None:
    if row["v_certainty"] is None:
        return None
    rung = rules.RUNGS[row["v_certainty"]]
    return shapes.Verdict(
        certainty=rung.number, words=rung.words, ladder=rung.ladder, start=row["v_start"], deductions=row["v_deductions"],
        reasons=row["v_reasons"], interests=row["v_interests"] or None,
        arithmetic=rules.arithmetic(row["v_start"], row["v_deductions"]), basis=row["v_basis"], context=row["v_context"],
        figures_seen=row["v_figures_seen"], given_on=row["v_given_on"], valid_until=row["v_valid_until"],
        expired=not rules.holds(row["v_valid_until"], today), assessor=row["v_assessor"], standing=row["v_standing"],
    )  # fmt: skip


def answer(row: Row, sources: list[shapes.Source], today: date) -> shapes.Answer:
    check_with = _party(row["with_slug"], row["with_name"])
    return shapes.Answer(**_shared(row, CardKind.ANSWER, sources), sure=row["sure"], check_with=check_with)


def material(row: Row, sources: list[shapes.Source], today: date) -> shapes.Material:
    return shapes.Material(
        **_shared(row, CardKind.MATERIAL, sources), sort=row["m_sort"], link=row["m_url"],
        owner=_party(row["owner_slug"], row["owner_name"]), members_of=_party(row["for_slug"], row["for_name"]),
        time_needed=row["m_time_needed"], price=row["m_price"], commercial=row["m_commercial"],
        how_to_get=row["m_how_to_get"], basis=row["m_basis"], basis_note=row["m_basis_note"],
        language_level=row["m_language_level"], accessibility=row["m_accessibility"], licence=row["m_licence"],
        year=row["m_year"], availability=row["m_availability"],
    )  # fmt: skip


def legal(card: models.Card, today: date) -> list[shapes.LegalFact]:
    return [
        shapes.LegalFact(
            slug=fact.slug, subject=fact.subject, statement=fact.statement, status=fact.status, since=fact.since,
            leans=leans, source=fact.source_title, source_url=fact.source_url, checked_on=fact.checked_on,
        )
        for fact, leans, _ in queries.legal(card, today)
    ]  # fmt: skip


def related(card: models.Card, today: date) -> list[shapes.Ref]:
    """The recommended cards that hang together with this one."""
    _, others = queries.around(card, today)
    return [
        shapes.Ref(kind=face.kind, title=face.title, **places(face.url.strip("/")))
        for faces in others.values()
        for face in faces
    ]


def pointers(card: models.Card) -> list[shapes.Pointer]:
    return [
        shapes.Pointer(
            organisation=party(there.organisation),
            what_for=there.what_for, url=there.url,
        )
        for there in queries.pointers(card)
    ]  # fmt: skip


def theme_lines() -> list[shapes.ThemeLine]:
    """Every theme of the code list, with how many cards have it: kept with the index, so nothing is counted here."""
    counts = index.how_many("thema", Theme.values)
    return [
        shapes.ThemeLine(
            slug=theme.value, name=str(theme.label), **places(f"themas/{theme.value}"), cards=counts[theme.value],
        )
        for theme in Theme
    ]  # fmt: skip
