"""Verdicts on the evidence: propose one with the rubric, offer it to reviewers, give it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import access, forms, operations, queries
from doenwatwerkt.editing.models import Judgement
from doenwatwerkt.editing.rules import OPEN, DraftState
from doenwatwerkt.people.access import Permission, may, opens
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages


@opens(Permission.JUDGE)
def judgements(request: HouseRequest) -> HttpResponse:
    """Open proposals, and the practices whose verdict ends first."""
    found = queries.open_judgements(access.judgements(request.actor))
    today = localdate()
    ending = [(slug, title, until, until and until < today) for slug, title, until in catalogue.practices_by_validity()]
    return pages.show(request, "editing/judgements.html", proposals=found, ending=ending)


def _writing(
    request: HouseRequest, form: forms.JudgementForm, asked: str, *, card: Any, judgement: Judgement | None = None
) -> HttpResponse:  # fmt: skip
    return pages.show(
        request, "editing/judgement_form.html", parts=("sum",), form=form, checked=asked == forms.KEEP, card=card,
        judgement=judgement, sum=form.sum(localdate()), rows=len(form.studies), verdict=card.practice.verdict,
        running=None if judgement else access.running(request.actor, card),
    )  # fmt: skip


def _sent(request: HouseRequest) -> Any:
    return request.POST if request.method == "POST" else None


@opens(Permission.JUDGE)
def propose_judgement(request: HouseRequest, slug: str) -> HttpResponse:
    card = access.practice_to_judge(request.actor, slug)
    form, asked = forms.read_judgement(_sent(request))
    if form.attempt(operations.propose_judgement, card, by=request.actor, at=now()):
        told = "Uw voorstel is bewaard. Lees het na en bied het aan."
        return pages.done(request, "editing:judgement", told, form.outcome.pk)
    return _writing(request, form, asked, card=card)


@access.judges
def save_judgement(request: HouseRequest, pk: int) -> HttpResponse:
    one = access.open_judgement(request.actor, pk)
    form, asked = forms.read_judgement(_sent(request), known=one)
    if form.attempt(operations.save_judgement, one, by=request.actor, at=now()):
        return pages.done(request, "editing:judgement", "Uw voorstel is bewaard.", pk)
    return _writing(request, form, asked, card=one.card, judgement=one)


@access.judges
def judgement(request: HouseRequest, pk: int) -> HttpResponse:
    """Where a proposal stands: what it says, the sum, who looked at it, and what can be done."""
    one = access.open_judgement(request.actor, pk)
    return pages.show(
        request, "editing/judgement.html", judgement=one, told=queries.told(one), sum=queries.added_up(one, localdate()),
        lacking=queries.lacking(one) if one.state in OPEN else [], happened=queries.happened(one),
        writing=one.state == DraftState.WRITING, ready=one.state == DraftState.READY, open=one.state in OPEN,
        editor=may(request.actor, Permission.EDIT_CARDS), before=one.card.practice.verdict,
    )  # fmt: skip


def _act(request: HouseRequest, one: Judgement, operation: Callable[..., Any], told: str) -> HttpResponse:
    """A button on a proposal: do it, or say why not."""
    form = forms.Plain(request.POST)
    done = form.attempt(operation, one, by=request.actor, at=now())
    return pages.done(request, "editing:judgement", told if done else str(form.refusal), one.pk)


@access.judges
@require_POST
def hand_in_judgement(request: HouseRequest, pk: int) -> HttpResponse:
    one = access.open_judgement(request.actor, pk)
    return _act(request, one, operations.hand_in_judgement, "Uw voorstel is aangeboden. Vraag nu twee mensen.")


@access.judges
@require_POST
def take_back_judgement(request: HouseRequest, pk: int) -> HttpResponse:
    one = access.open_judgement(request.actor, pk)
    return _act(request, one, operations.take_back_judgement, "U kunt weer verder schrijven.")


@access.judges
@require_POST
def drop_judgement(request: HouseRequest, pk: int) -> HttpResponse:
    one = access.open_judgement(request.actor, pk)
    return _act(request, one, operations.drop_judgement, "Het voorstel is ingetrokken. De kaart is niet veranderd.")


@opens(Permission.EDIT_CARDS)
@require_POST
def give_judgement(request: HouseRequest, pk: int) -> HttpResponse:
    one = access.judgement_to_give(request.actor, pk)
    form = forms.Plain(request.POST)
    if form.attempt(operations.give_judgement, one, by=request.actor, at=now()):
        return pages.done(request, "catalogue:practice", "Het oordeel staat op de kaart.", one.card.slug)
    return pages.done(request, "editing:judgement", str(form.refusal), pk)
