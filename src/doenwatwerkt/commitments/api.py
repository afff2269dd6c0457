"""The API of this room: commitments, to read. Door, input, act, answer."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, TypedDict

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.utils.timezone import localdate
from ninja import Query, Router
from pydantic import with_config

from doenwatwerkt.commitments import access, rules
from doenwatwerkt.commitments.models import Commitment
from doenwatwerkt.commitments.rules import Strength
from doenwatwerkt.lib.codes import CommitmentStatus
from doenwatwerkt.people.api import Party, party
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import api
from doenwatwerkt.ui.api import Codes, Cut, Page, Paging, WebAddress, Words, asked, batches, here, places, told
from doenwatwerkt.ui.tables import Listing

router = Router(by_alias=True)


@with_config(title="Actielijn")
class Line(TypedDict):
    letter: Annotated[str, told("letter", "Letter van de actielijn.")]
    slug: Annotated[str, told("slug", "Korte naam van de actielijn in adressen.")]
    title: Annotated[str, told("titel", "Naam van de actielijn.")]


@with_config(title="Getal")
class Figure(TypedDict):
    name: Annotated[str, told("naam", "Wat er geteld wordt.")]
    number: Annotated[int, told("getal", "Hoeveel.")]


@with_config(title="Toezegging")
class CommitmentLine(TypedDict):
    ref: Annotated[str, told("nummer", "Nummer van de toezegging in het programma.")]
    url: Annotated[str, here("de toezegging")]
    web_url: WebAddress
    what: Annotated[str, told("toezegging", "Wat er is toegezegd.")]
    line: Annotated[Line, told("actielijn", "De actielijn waar de toezegging bij hoort.")]
    strand: Annotated[str, told("spoor", "Het onderdeel van de actielijn.")]
    owner: Annotated[Party, told("eigenaar", "Wie het doet.")]
    partners: Annotated[list[Party], told("samenMet", "Met wie.")]
    strength: Annotated[str, Codes(Strength), told("sterkte", "Hoe vast de toezegging is.")]
    condition: Annotated[str, told("voorwaarde", "Waar de toezegging van afhangt.")]
    due: Annotated[date | None, told("uiterlijkOp", "Wanneer het klaar moet zijn, als dat bekend is.")]
    period: Annotated[str, told("periode", "De periode, waar de bron geen dag noemt.")]
    figures: Annotated[list[Figure], told("getallen", "Getallen bij de toezegging.")]
    status: Annotated[str, Codes(CommitmentStatus), told("stand", "Hoe het ervoor staat.")]
    late: Annotated[bool, told("teLaat", "Waar als de dag voorbij is en niemand heeft gemeld dat het klaar is.")]


@with_config(title="Toezeggingen")
class Commitments(Page):
    results: Annotated[list[CommitmentLine], told("resultaten", "De toezeggingen op deze pagina.")]


class Filters(Paging):
    line: Annotated[list[Words], asked("actielijn", "Alleen toezeggingen van deze actielijn (de slug).")] = []
    owner: Annotated[list[Words], asked("eigenaar", "Alleen toezeggingen van deze organisatie (de slug).")] = []
    strength: Annotated[
        list[Annotated[str, Codes(Strength)]], asked("sterkte", "Alleen toezeggingen die zo vast zijn.")
    ] = []
    status: Annotated[
        list[Annotated[str, Codes(CommitmentStatus)]], asked("stand", "Alleen toezeggingen die zo ver zijn.")
    ] = []
    search: Annotated[Words, asked("zoek", "Een stuk van de tekst van de toezegging.", max_length=200)] = ""


COLUMNS = {"line": "line__slug", "strength": "strength", "status": "status"}


def _commitments() -> QuerySet[Commitment]:
    return Commitment.objects.order_by("ref").select_related("owner", "line").prefetch_related("partners")


def _line(one: Commitment, today: date) -> CommitmentLine:
    return CommitmentLine(
        ref=one.ref, **places(one.get_absolute_url().strip("/")), what=one.what,
        line=Line(letter=one.line.letter, slug=one.line.slug, title=one.line.title), strand=one.strand,
        owner=party(one.owner),
        partners=sorted(map(party, one.partners.all()), key=lambda who: (who["name"], who["slug"])),
        strength=one.strength, condition=one.condition, due=one.due, period=one.period,
        figures=[Figure(name=name.replace("_", " "), number=number) for name, number in sorted(one.figures.items())],
        status=one.status, late=rules.is_late(one.status, one.due, today),
    )  # fmt: skip


@router.get(
    "/toezeggingen", response=Commitments, tags=["Toezeggingen"], summary="Alle toezeggingen",
    description="Wie wat heeft toegezegd in de werkagenda, wanneer het klaar moet zijn en hoe het ervoor staat.",
)  # fmt: skip
def commitments(request: HouseRequest, wanted: Query[Filters]) -> HttpResponse:
    chosen = {f"{column}__in": values for key, column in COLUMNS.items() if (values := getattr(wanted, key))}
    passed = _commitments().filter(what__icontains=wanted.search.strip(), **chosen)
    if wanted.owner:
        passed = passed.filter(Q(owner__slug__in=wanted.owner) | Q(owner__merged_into__slug__in=wanted.owner))
    found = api.cut(passed, wanted)
    lines = [_line(one, localdate()) for one in found.rows]
    return api.page(request, Commitments, wanted, Cut(lines, found.total, found.more))


@router.get(
    "/toezeggingen/{slug:ref}", response=CommitmentLine, tags=["Toezeggingen"], summary="Eén toezegging",
    description="Alles over één toezegging, met het nummer van het programma in kleine letters.",
)  # fmt: skip
def commitment(request: HouseRequest, ref: str) -> HttpResponse:
    return api.answer(CommitmentLine, _line(access.open_commitment(request.actor, ref), localdate()))


def _all(today: date) -> Iterator[list[CommitmentLine]]:
    for batch in batches(_commitments()):
        yield [_line(one, today) for one in batch]


downloads = [Listing("toezeggingen", "Toezeggingen", CommitmentLine, _all, "Werkagenda van het programma")]
"""The lists of this room that can be taken away whole."""
