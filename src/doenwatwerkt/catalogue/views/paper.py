"""Cards, a comparison and a plan on paper: the context of the page, set as a PDF. All GET: nothing is stored."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import access, forms, queries, rules
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.views.cards import answer_page, common, practice_page
from doenwatwerkt.catalogue.views.menu import three_to_start
from doenwatwerkt.lib.codes import CardKind, Phase, SizeClass
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import leaflets, pdf
from doenwatwerkt.ui.limits import limited

MOST = 60
"""PDFs that one address may ask for in a minute: each takes some tens of milliseconds of a processor."""


def _card(make: Callable[..., pdf.Document], card: Card, page: Callable[[Card], dict[str, Any]]) -> HttpResponse:
    if card.successor:
        return redirect(f"{card.successor.get_absolute_url().removesuffix('/')}.pdf", permanent=True)
    context = page(card) | {"citations": queries.sources(card)}
    return pdf.answer(make(site=settings.SITE_URL, on=localdate(), **context), card.slug)


def _practice(card: Card) -> dict[str, Any]:
    """What paper tells of a practice: its page, with in rows what that has as finished HTML."""
    context, verdict = practice_page(card), card.practice.verdict
    told = rules.arithmetic(verdict.start, verdict.deductions) if verdict else ""
    return context | {"sides": card.practice.sides, "sum": told, "verdicts": queries.verdicts(card)}


@login_not_required
@limited("pdf", per_minute=MOST)
def practice_pdf(request: HouseRequest, slug: str) -> HttpResponse:
    return _card(leaflets.practice, access.open_card(request.actor, CardKind.PRACTICE, slug), _practice)


@login_not_required
@limited("pdf", per_minute=MOST)
def answer_pdf(request: HouseRequest, slug: str) -> HttpResponse:
    return _card(leaflets.answer, access.open_card(request.actor, CardKind.ANSWER, slug), answer_page)


@login_not_required
@limited("pdf", per_minute=MOST)
def material_pdf(request: HouseRequest, slug: str) -> HttpResponse:
    return _card(leaflets.material, access.open_card(request.actor, CardKind.MATERIAL, slug), common)


@login_not_required
@limited("pdf", per_minute=MOST)
def compare_pdf(request: HouseRequest) -> HttpResponse:
    slugs, _ = forms.read_compared(request.GET)
    sides, _ = queries.compared(slugs, localdate())
    faces = [face for face, _ in sides]
    if not faces:
        raise Http404
    steps = queries.first_steps([face.pk for face in faces])
    firsts, fits = zip(*(steps[face.pk] for face in faces), strict=True)
    chosen = urlencode([("kaart", face.url.split("/")[2]) for face in faces])
    page = f"{reverse('catalogue:compare')}?{chosen}"
    made = leaflets.comparison(faces, firsts, fits, url=page, site=settings.SITE_URL, on=localdate())
    return pdf.answer(made, "vergelijking")


@login_not_required
@limited("pdf", per_minute=MOST)
def plan_pdf(request: HouseRequest) -> HttpResponse:
    given = forms.read_start(request.GET)
    three = three_to_start(given)
    if not three:
        raise Http404
    firsts = queries.first_steps([face.pk for face, _ in three])
    steps = [(face, told, firsts[face.pk][0]) for face, told in three]
    page = f"{reverse('catalogue:start')}?{_address(given)}"
    made = leaflets.plan(_answers(given), steps, url=page, site=settings.SITE_URL, on=localdate())
    return pdf.answer(made, "plan")


def _address(given: forms.Start) -> str:
    """The query string of these answers, and of nothing else that was sent."""
    one = [("omvang", given.size), ("fase", given.phase), ("probleem", given.problem), ("tijd", given.time)]
    return urlencode([pair for pair in one if pair[1]] + [("al", value) for value in given.already])


def _answers(given: forms.Start) -> list[tuple[str, str]]:
    """The five answers in words; what was not answered is left out."""
    asked: list[tuple[str, str, list[tuple[str, str]]]] = [
        ("Mensen in dienst", given.size, SizeClass.choices), ("Waar het om gaat", given.phase, Phase.choices),
        ("Wat u merkt", given.problem, forms.PROBLEMS), ("Tijd", given.time, forms.TIMES),
    ]  # fmt: skip
    told = [(question, str(dict(choices)[value])) for question, value, choices in asked if value]
    done = [label for value, label in forms.ALREADY if value in given.already]
    return told + ([("Wat u al doet", "; ".join(done))] if done else [])
