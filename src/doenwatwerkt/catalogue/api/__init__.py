"""The API of this room: practices, answers, materials and themes, to read. Door, input, act, answer."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from ninja import Query, Router

from doenwatwerkt.catalogue import access
from doenwatwerkt.catalogue.api import filters, rows, shapes
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.lib.marking import bare
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import api
from doenwatwerkt.ui.api import Cut, Paging
from doenwatwerkt.ui.tables import Listing

router = Router(by_alias=True)


def _moved(card: Card) -> HttpResponse | None:
    """A retired card sends people on to its successor."""
    if not card.successor:
        return None
    return redirect(api.places(card.successor.get_absolute_url().strip("/"))["url"], permanent=True)


def _whole(card: Card, today: date) -> dict[str, Any]:
    """What one card of every kind says beside its line."""
    return {"asked": card.asked, "legal": rows.legal(card, today), "related": rows.related(card, today)}


@router.get(
    "/praktijken", response=shapes.Practices, tags=["Praktijken"], summary="Alle aanpakken",
    description="Wat u kunt doen, met het effect, onze zekerheid en de som daarachter, de kosten, de moeite en de bronnen. "
    "Ook wat niet helpt of averechts werkt staat in de lijst.",
)  # fmt: skip
def practices(request: HouseRequest, wanted: Query[filters.Practices]) -> HttpResponse:
    found = rows.page(CardKind.PRACTICE, rows.practice, wanted, today=localdate())
    return api.page(request, shapes.Practices, wanted, found)


@router.get(
    "/praktijken/{slug:slug}", response=shapes.WholePractice, tags=["Praktijken"], summary="Eén aanpak",
    description="Alles over één aanpak: ook de stappen, voorwaarden, risico's, regels en verwante kaarten.",
)  # fmt: skip
def practice(request: HouseRequest, slug: str) -> HttpResponse:
    card, today = access.open_card(request.actor, CardKind.PRACTICE, slug), localdate()
    if moved := _moved(card):
        return moved
    it = card.practice
    more = {
        "title_en": it.title_en, "steps": it.steps, "conditions": it.conditions, "risks": it.risks, "groups": it.groups,
        "mechanism": it.mechanism, "sides": it.sides, "legal_html": bare(it.legal_html),
    }  # fmt: skip
    line = rows.one(card, rows.practice, today=today)
    return api.answer(shapes.WholePractice, line | more | _whole(card, today))


@router.get(
    "/antwoorden", response=shapes.Answers, tags=["Antwoorden"], summary="Alle antwoorden",
    description="Korte antwoorden op vragen van werkgevers. De titel is de vraag, de samenvatting het antwoord.",
)  # fmt: skip
def answers(request: HouseRequest, wanted: Query[filters.Cards]) -> HttpResponse:
    found = rows.page(CardKind.ANSWER, rows.answer, wanted, today=localdate())
    return api.page(request, shapes.Answers, wanted, found)


@router.get(
    "/antwoorden/{slug:slug}", response=shapes.WholeAnswer, tags=["Antwoorden"], summary="Eén antwoord",
    description="Alles over één antwoord: ook waarom, wanneer niet, waar u verder kunt, regels en verwante kaarten.",
)  # fmt: skip
def answer(request: HouseRequest, slug: str) -> HttpResponse:
    card, today = access.open_card(request.actor, CardKind.ANSWER, slug), localdate()
    if moved := _moved(card):
        return moved
    it = card.answer
    more = {
        "short_html": it.short_html, "why_html": bare(it.why_html), "not_when_html": bare(it.not_when_html),
        "pointers": rows.pointers(card),
    }  # fmt: skip
    line = rows.one(card, rows.answer, today=today)
    return api.answer(shapes.WholeAnswer, line | more | _whole(card, today))


@router.get(
    "/materialen", response=shapes.Materials, tags=["Materialen"], summary="Alle materialen",
    description="Hulpmiddelen van allerlei organisaties, met eigenaar, prijs en wat wij over het effect weten.",
)  # fmt: skip
def materials(request: HouseRequest, wanted: Query[filters.Materials]) -> HttpResponse:
    found = rows.page(CardKind.MATERIAL, rows.material, wanted, today=localdate())
    return api.page(request, shapes.Materials, wanted, found)


@router.get(
    "/materialen/{slug:slug}", response=shapes.WholeMaterial, tags=["Materialen"], summary="Eén materiaal",
    description="Alles over één materiaal: ook regels en verwante kaarten.",
)  # fmt: skip
def material(request: HouseRequest, slug: str) -> HttpResponse:
    card, today = access.open_card(request.actor, CardKind.MATERIAL, slug), localdate()
    if moved := _moved(card):
        return moved
    line = rows.one(card, rows.material, today=today)
    return api.answer(shapes.WholeMaterial, line | _whole(card, today))


@router.get(
    "/themas", response=shapes.Themes, tags=["Thema's"], summary="Alle thema's",
    description="De thema's waar kaarten over gaan, met hoeveel kaarten er zijn.",
)  # fmt: skip
def themes(request: HouseRequest, wanted: Query[Paging]) -> HttpResponse:
    lines = rows.theme_lines()
    return api.page(request, shapes.Themes, wanted, Cut(lines[wanted.first : wanted.beyond], len(lines)))


@router.get(
    "/themas/{slug:slug}", response=shapes.ThemeLine, tags=["Thema's"], summary="Eén thema",
    description="De naam van het thema en hoeveel kaarten erover gaan.",
)  # fmt: skip
def theme(request: HouseRequest, slug: str) -> HttpResponse:
    for line in rows.theme_lines():
        if line["slug"] == slug:
            return api.answer(shapes.ThemeLine, line)
    raise Http404


downloads = [
    Listing(
        "praktijken",
        "Aanpakken",
        shapes.Practice,
        rows.everything(CardKind.PRACTICE, rows.practice),
        "Redactie en bewijsbank",
    ),
    Listing("antwoorden", "Antwoorden", shapes.Answer, rows.everything(CardKind.ANSWER, rows.answer), "Redactie"),
    Listing("materialen", "Materialen", shapes.Material, rows.everything(CardKind.MATERIAL, rows.material), "Redactie"),
    Listing(
        "themas", "Thema's", shapes.ThemeLine, lambda today: iter([rows.theme_lines()]), "Codelijst van het platform"
    ),
]
"""The lists of this room that can be taken away whole."""
