"""The API of search: one list of cards of every kind, the way the search page finds them. Nothing is kept of a question."""

from typing import Annotated, TypedDict

from django.conf import settings
from django.http import HttpResponse
from django.utils.timezone import localdate
from ninja import Query, Router
from pydantic import with_config

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.lib.codes import Advice, CardKind, Direction, Phase, Scale, Theme
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.search import queries as index
from doenwatwerkt.ui import api
from doenwatwerkt.ui.api import Codes, Cut, Page, Paging, WebAddress, Words, asked, here, places, told

router = Router(by_alias=True)


class Wanted(Paging):
    question: Annotated[
        Words, asked("zoek", "Een vraag of zoekwoorden, zo lang als u wilt. Zet er geen persoonsgegevens in.",
                     min_length=1, max_length=2000)
    ]  # fmt: skip
    kind: Annotated[list[Annotated[str, Codes(CardKind)]], asked("soort", "Alleen dit soort kaarten.")] = []
    phase: Annotated[list[Annotated[str, Codes(Phase)]], asked("fase", "Alleen kaarten bij deze fase.")] = []
    theme: Annotated[list[Annotated[str, Codes(Theme)]], asked("thema", "Alleen kaarten over dit thema.")] = []
    scale: Annotated[
        list[Annotated[str, Codes(Scale)]], asked("omvang", "Alleen kaarten voor deze omvang van bedrijf.")
    ] = []
    direction: Annotated[
        list[Annotated[str, Codes(Direction)]], asked("richting", "Alleen aanpakken die deze kant op werken.")
    ] = []
    advice: Annotated[list[Annotated[str, Codes(Advice)]], asked("advies", "Alleen aanpakken met dit advies.")] = []

    def filters(self) -> dict[str, set[str]]:
        return {
            "soort": set(self.kind), "fase": set(self.phase), "thema": set(self.theme), "omvang": set(self.scale),
            "richting": set(self.direction), "advies": set(self.advice),
        }  # fmt: skip


@with_config(title="Treffer")
class Hit(TypedDict):
    kind: Annotated[str, Codes(CardKind), told("soort", "Soort kaart.")]
    title: Annotated[str, told("titel", "Titel van de kaart.")]
    summary: Annotated[str, told("samenvatting", "Kort gezegd.")]
    snippet: Annotated[str, told("fragment", "Een stuk tekst waarin het staat, als HTML met <mark>.")]
    certainty: Annotated[int | None, told("zekerheid", "Hoe zeker wij zijn dat de aanpak werkt, van 0 tot en met 5.")]
    url: Annotated[str, here("de kaart")]
    web_url: WebAddress


@with_config(title="Zoekresultaten")
class Results(Page):
    results: Annotated[list[Hit], told("resultaten", "Wat er gevonden is, het beste vooraan.")]
    good: Annotated[bool, told("raak", "Onwaar als niets goed past. Dan staat er wat er het meest op lijkt.")]
    did_you_mean: Annotated[str | None, told("bedoeldeU", "De vraag zonder tikfout, als wij die zagen.")]
    counts: Annotated[
        dict[str, dict[str, int]], told("aantallen", "Hoeveel goede treffers er zijn per filter en waarde.")
    ]


@router.get(
    "/zoeken", response=Results, tags=["Zoeken"], summary="Zoeken in alle kaarten",
    description="Zoekt met gewone woorden in aanpakken, antwoorden en materialen. Er worden hoogstens 500 treffers geteld.",
)  # fmt: skip
def search(request: HouseRequest, wanted: Query[Wanted]) -> HttpResponse:
    found = index.find(
        wanted.question, filters=wanted.filters(), limit=wanted.size, offset=wanted.first, semantic=settings.SEMANTIC
    )
    faces = {face.pk: face for face in catalogue.faces([hit.ref for hit in found.hits], localdate())}
    hits = [
        Hit(
            kind=face.kind, title=face.title, summary=face.summary, snippet=str(hit.snippet), certainty=face.certainty,
            **places(face.url.strip("/")),
        )
        for hit in found.hits if (face := faces.get(hit.ref))
    ]  # fmt: skip
    more = {"good": found.good, "did_you_mean": found.did_you_mean, "counts": found.facets}
    return api.page(request, Results, wanted, Cut(hits, found.total, found.more), **more)
