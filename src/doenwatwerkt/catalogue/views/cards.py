"""The pages of cards and the lists per kind. Door, input, act, answer."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import access, queries, rules
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.queries import Face
from doenwatwerkt.lib.codes import Advice, CardKind, Cost, Effort, MaterialKind, Phase, Theme
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import beside, pages

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
    """What the page of every kind of card shows."""
    today = localdate()
    face, related = queries.around(card, today)
    return {
        "card": card,
        "face": face,
        "citations": queries.sources(card),
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
    """What the page of a practice shows; its PDF shows the same."""
    verdicts, context = queries.verdicts(card), common(card)
    verdict = card.practice.verdict
    return context | {
        "verdicts": verdicts, "verdict": verdict, "rung": rules.RUNGS[verdict.certainty] if verdict else None,
        "expired": context["face"].expired, "sides": card.practice.sides,
        "sum": rules.arithmetic(verdict.start, verdict.deductions) if verdict else "",
    }  # fmt: skip


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
        request, "catalogue/practice.html", **practice_page(card), **_beside(request, card)
    )


@login_not_required
def answer(request: HouseRequest, slug: str) -> HttpResponse:
    card = access.open_card(request.actor, CardKind.ANSWER, slug)
    return _moved(card) or pages.show(request, "catalogue/answer.html", **answer_page(card), **_beside(request, card))


@login_not_required
def material(request: HouseRequest, slug: str) -> HttpResponse:
    card = access.open_card(request.actor, CardKind.MATERIAL, slug)
    return _moved(card) or pages.show(request, "catalogue/material.html", **common(card), **_beside(request, card))


def _grouped(rows: Iterable[tuple[str, Face]], labels: Iterable[tuple[str, str]]) -> list[tuple[str, str, list[Face]]]:
    """(label, anchor, faces) per value that occurs, in the order of the code list."""
    found: dict[str, list[Face]] = {}
    for value, face in rows:
        found.setdefault(value, []).append(face)
    return [(label, value, found[value]) for value, label in labels if value in found]


@login_not_required
def practices(request: HouseRequest) -> HttpResponse:
    rows = queries.faces_of_kind(CardKind.PRACTICE, localdate())
    groups = _grouped(rows, Phase.choices)
    stops = [face for _, face in rows if face.advice == Advice.AVOID]
    return pages.show(request, "catalogue/practices.html", groups=groups, stops=stops, total=len(rows))


@login_not_required
def answers(request: HouseRequest) -> HttpResponse:
    rows = queries.faces_of_kind(CardKind.ANSWER, localdate())
    groups = _grouped(rows, Theme.choices)
    return pages.show(request, "catalogue/answers.html", groups=groups, total=len(rows))


@login_not_required
def materials(request: HouseRequest) -> HttpResponse:
    rows = queries.faces_of_kind(CardKind.MATERIAL, localdate())
    groups = _grouped(rows, MaterialKind.choices)
    return pages.show(request, "catalogue/materials.html", groups=groups, total=len(rows))


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
