"""The pages of cards and the lists per kind. Door, input, act, answer."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import access, queries, rules
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.queries import Face
from doenwatwerkt.lib.codes import CardKind, Cost, Effort, MaterialKind, Phase, Theme
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import beside, pages

type Part = tuple[str, str, list[Face], bool, str]
"""One heading of a list: (label, anchor, its first cards, whether there are more, where all of them are)"""

SHOWN = {CardKind.PRACTICE: 12, CardKind.ANSWER: 8, CardKind.MATERIAL: 12}
"""Cards under one heading of a list: nearly everything of today, and never a page of megabytes."""
STOPS = 24
"""What to stop is told at the end of the list of practices up to here."""

VIA = {
    "load": "uit de inhoud van het platform",
    "page": "door een redacteur",
    "task": "door een redacteur, op een gekozen moment",
    "link": "door een beoordelaar",
}


def _moved(card: Card) -> HttpResponse | None:
    """A retired card sends people on to its successor."""
    return redirect(card.successor, permanent=True) if card.successor else None


def common(card: Card) -> dict[str, Any]:
    """What the page of every kind of card shows, and what its PDF shows too."""
    today = localdate()
    face, related = queries.around(card, today)
    return {
        "card": card,
        "face": face,
        "legal": queries.legal(card, today),
        "practices": related[CardKind.PRACTICE],
        "answers": related[CardKind.ANSWER],
        "materials": related[CardKind.MATERIAL],
        "versions": [(v.number, v.at, VIA.get(v.via, "")) for v in queries.versions(card)],
        "owner_name": card.owner.name if card.owner else "de redactie van Doen Wat Werkt",
        "next_steps": queries.next_steps(card, related),
        "glossary": queries.glossary(card),
        "helped": queries.helped(card),
    }


def practice_page(card: Card) -> dict[str, Any]:
    """What the page of a practice shows beside its finished parts; its PDF shows the same."""
    context, verdict = common(card), card.practice.verdict
    rung = rules.RUNGS[verdict.certainty] if verdict else None
    return context | {"verdict": verdict, "rung": rung, "expired": context["face"].expired}


def answer_page(card: Card) -> dict[str, Any]:
    """What the page of an answer shows; its PDF shows the same."""
    return common(card) | {"pointers": queries.pointers(card)}


def _beside(request: HouseRequest, card: Card) -> dict[str, Any]:
    """What rooms above hang on the page of a card; nothing on a preview."""
    return {"panels": [] if getattr(request, "preview", "") else beside.panels("catalogue.card", card, request.actor)}


@login_not_required
def practice(request: HouseRequest, slug: str) -> HttpResponse:
    card = access.open_card(request.actor, CardKind.PRACTICE, slug)
    return _moved(card) or pages.show(
        request,
        "catalogue/practice.html",
        finished=queries.finished(card),
        **practice_page(card),
        **_beside(request, card),
    )


@login_not_required
def answer(request: HouseRequest, slug: str) -> HttpResponse:
    card = access.open_card(request.actor, CardKind.ANSWER, slug)
    return _moved(card) or pages.show(
        request, "catalogue/answer.html", finished=queries.finished(card), **answer_page(card), **_beside(request, card)
    )


@login_not_required
def material(request: HouseRequest, slug: str) -> HttpResponse:
    card = access.open_card(request.actor, CardKind.MATERIAL, slug)
    return _moved(card) or pages.show(
        request, "catalogue/material.html", finished=queries.finished(card), **common(card), **_beside(request, card)
    )


def _parts(kind: CardKind, labels: Iterable[tuple[str, str]], filtered: str) -> list[Part]:
    """The headings of a list in the order of the code list, each with its first cards and where all of them are."""
    found = queries.by_heading(kind, localdate(), SHOWN[kind])
    menu = f"{reverse('catalogue:menu')}?soort={kind.value}&{filtered}"
    return [
        (label, value, *found[value], f"{menu}={value}&volgorde=titel") for value, label in labels if value in found
    ]


@login_not_required
def practices(request: HouseRequest) -> HttpResponse:
    groups = _parts(CardKind.PRACTICE, Phase.choices, "fase")
    stops = queries.stopping(localdate(), STOPS + 1)
    return pages.show(
        request, "catalogue/practices.html", groups=groups, total=queries.counts()[CardKind.PRACTICE],
        stops=stops[:STOPS], more_stops=len(stops) > STOPS,
    )  # fmt: skip


@login_not_required
def answers(request: HouseRequest) -> HttpResponse:
    groups = _parts(CardKind.ANSWER, Theme.choices, "thema")
    return pages.show(request, "catalogue/answers.html", groups=groups, total=queries.counts()[CardKind.ANSWER])


@login_not_required
def materials(request: HouseRequest) -> HttpResponse:
    groups = _parts(CardKind.MATERIAL, MaterialKind.choices, "vorm")
    return pages.show(request, "catalogue/materials.html", groups=groups, total=queries.counts()[CardKind.MATERIAL])


@login_not_required
def certainty(request: HouseRequest) -> HttpResponse:
    return pages.show(
        request, "catalogue/certainty.html",
        rungs=rules.RUNGS[::-1], starts=list(rules.STARTS.items()), deductions=list(rules.DEDUCTIONS.items()),
        costs=Cost.choices, efforts=Effort.choices,
    )  # fmt: skip


@login_not_required
def terms(request: HouseRequest) -> HttpResponse:
    return pages.show(request, "catalogue/terms.html", terms=queries.terms())
