"""The API of this room: organisations and labour-market regions, to read. Door, input, act, answer."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, TypedDict

from django.conf import settings
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast, Lower
from django.http import HttpResponse
from django.shortcuts import redirect
from ninja import Query, Router
from pydantic import with_config

from doenwatwerkt.people import access, queries
from doenwatwerkt.people.models import HouseRequest, Organisation, Region
from doenwatwerkt.people.rules import OrganisationKind
from doenwatwerkt.ui import api
from doenwatwerkt.ui.api import Codes, Cut, Page, Paging, WebAddress, Words, asked, batches, here, places, told
from doenwatwerkt.ui.tables import Listing

router = Router(by_alias=True)


@with_config(title="Naam van een organisatie")
class Party(TypedDict):
    slug: Annotated[str, told("slug", "Korte naam van de organisatie in adressen.")]
    name: Annotated[str, told("naam", "Naam van de organisatie.")]


def party(one: Organisation) -> Party:
    """An organisation where something else names it."""
    return Party(slug=one.slug, name=one.name)


@with_config(title="Organisatie")
class OrganisationLine(Party):
    url: Annotated[str, here("de organisatie")]
    web_url: WebAddress
    kind: Annotated[str, Codes(OrganisationKind), told("soort", "Wat voor organisatie het is.")]
    note: Annotated[str, told("toelichting", "Wat de organisatie doet.")]
    website: Annotated[str, told("website", "Een pagina van de organisatie, als die bekend is.")]
    region: Annotated[
        str | None, told("regio", "Code van de arbeidsmarktregio, als de organisatie bij één regio hoort.")
    ]
    roles: Annotated[list[str], told("rollen", "Wat de organisatie in het programma doet.")]
    commercial: Annotated[bool, told("commercieel", "Waar als de organisatie hulp verkoopt.")]
    aliases: Annotated[list[str], told("andereNamen", "Andere schrijfwijzen van de naam.")]


@with_config(title="Regio")
class RegionLine(TypedDict):
    code: Annotated[str, told("code", "Code van de arbeidsmarktregio.")]
    name: Annotated[str, told("naam", "Naam van de arbeidsmarktregio.")]
    url: Annotated[str, here("de regio")]
    web_url: WebAddress
    aliases: Annotated[list[str], told("andereNamen", "Andere namen van de regio.")]


@with_config(title="Organisaties")
class Organisations(Page):
    results: Annotated[list[OrganisationLine], told("resultaten", "De organisaties op deze pagina.")]


@with_config(title="Regio's")
class Regions(Page):
    results: Annotated[list[RegionLine], told("resultaten", "De regio's op deze pagina.")]


class OrganisationFilters(Paging):
    kind: Annotated[
        list[Annotated[str, Codes(OrganisationKind)]], asked("soort", "Alleen dit soort organisaties.")
    ] = []
    role: Annotated[list[Words], asked("rol", "Alleen organisaties met deze rol in het programma.")] = []
    region: Annotated[list[Words], asked("regio", "Alleen organisaties van deze arbeidsmarktregio (de code).")] = []
    search: Annotated[Words, asked("zoek", "Een stuk van de naam of van een andere schrijfwijze.", max_length=200)] = ""


class RegionFilters(Paging):
    search: Annotated[Words, asked("zoek", "Een stuk van de naam, een andere naam of de code.", max_length=200)] = ""


def _organisations() -> QuerySet[Organisation]:
    found = Organisation.objects.public().order_by(Lower("name"), "pk")
    return found.select_related("region").prefetch_related("aliases")


def _organisation_line(one: Organisation) -> OrganisationLine:
    return OrganisationLine(
        slug=one.slug, name=one.name, **places(f"organisaties/{one.slug}"),
        kind=one.kind, note=one.note, website=one.url, region=one.region.code if one.region else None, roles=one.programme_roles,
        commercial=one.commercial, aliases=sorted(alias.name for alias in one.aliases.all()),
    )  # fmt: skip


def _region_line(one: Region) -> RegionLine:
    return RegionLine(code=one.code, name=one.name, **places(f"regios/{one.code.lower()}"), aliases=one.aliases)


@router.get(
    "/organisaties", response=Organisations, tags=["Organisaties"], summary="Alle organisaties",
    description="Organisaties die meedoen of hulpmiddelen hebben, met hun andere schrijfwijzen.",
)  # fmt: skip
def organisations(request: HouseRequest, wanted: Query[OrganisationFilters]) -> HttpResponse:
    found = _page_of(wanted)
    return api.page(
        request, Organisations, wanted, Cut([_organisation_line(one) for one in found.rows], found.total, found.more)
    )


def _page_of(wanted: OrganisationFilters) -> Cut[Organisation]:
    """The organisations of one page that pass the filters."""
    found = _organisations()
    if wanted.kind:
        found = found.filter(kind__in=wanted.kind)
    if wanted.region:
        found = found.filter(region__code__in=[code.upper() for code in wanted.region])
    if wanted.role:
        found = found.alias(roles=Cast("programme_roles", TextField())).filter(_either("roles", wanted.role))
    if text := wanted.search.strip():
        found = found.filter(
            Q(name__icontains=text) | Q(pk__in=Organisation.objects.filter(aliases__name__icontains=text).values("pk"))
        )
    return api.cut(found, wanted)


def _either(column: str, values: Iterable[str]) -> Q:
    """A JSON list, read as text, that holds one of these values."""
    either = Q()
    for value in values:
        either |= Q(**{f"{column}__contains": f'"{value}"'})
    return either


@router.get(
    "/organisaties/{slug:slug}", response=OrganisationLine, tags=["Organisaties"], summary="Eén organisatie",
    description="Wat wij over een organisatie weten.",
)  # fmt: skip
def organisation(request: HouseRequest, slug: str) -> HttpResponse:
    found = access.open_organisation(request.actor, slug)
    if found.merged_into:
        return redirect(f"{settings.SITE_URL}/api/v1/organisaties/{found.merged_into.slug}", permanent=True)
    return api.answer(OrganisationLine, _organisation_line(found))


@router.get(
    "/regios", response=Regions, tags=["Regio's"], summary="Alle arbeidsmarktregio's",
    description="De arbeidsmarktregio's van Nederland met hun code. De codes lopen niet door.",
)  # fmt: skip
def regions(request: HouseRequest, wanted: Query[RegionFilters]) -> HttpResponse:
    text = wanted.search.strip().casefold()
    lines = [_region_line(one) for one in queries.regions() if text in _spellings(one)]
    return api.page(request, Regions, wanted, Cut(lines[wanted.first : wanted.beyond], len(lines)))


def _spellings(one: Region) -> str:
    """All that a region is called. There are a few dozen, so they are searched here and not in the database."""
    return "\n".join([one.code, one.name, *one.aliases]).casefold()


@router.get(
    "/regios/{slug:code}", response=RegionLine, tags=["Regio's"], summary="Eén arbeidsmarktregio",
    description="Naam en andere namen van een arbeidsmarktregio.",
)  # fmt: skip
def region(request: HouseRequest, code: str) -> HttpResponse:
    return api.answer(RegionLine, _region_line(access.open_region(request.actor, code)))


def _all_organisations(today: date) -> Iterator[list[OrganisationLine]]:
    for batch in batches(_organisations()):
        yield [_organisation_line(one) for one in batch]


def _all_regions(today: date) -> Iterator[list[RegionLine]]:
    yield [_region_line(one) for one in queries.regions()]


downloads = [
    Listing(
        "organisaties",
        "Organisaties",
        OrganisationLine,
        _all_organisations,
        "Redactie, uit het programma en ons bronnenonderzoek",
    ),
    Listing("regios", "Arbeidsmarktregio's", RegionLine, _all_regions, "Lijst van arbeidsmarktregio's"),
]
"""The lists of this room that can be taken away whole."""
