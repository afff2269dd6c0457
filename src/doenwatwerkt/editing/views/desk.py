"""The editors' desk: what waits, what is old, what nobody finds. Door, input, act, answer."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from doenwatwerkt.catalogue import operations as catalogue
from doenwatwerkt.editing import access, forms, queries
from doenwatwerkt.people.access import Permission, opens
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages


@opens(Permission.EDIT_CARDS)
def desk(request: HouseRequest) -> HttpResponse:
    today = localdate()
    piles = [(pile, pile.count(today)) for pile in queries.PILES]
    return pages.show(request, "editing/desk.html", piles=piles, today=today, links_asked=queries.links_are_asked())


@opens(Permission.EDIT_CARDS)
def desk_pile(request: HouseRequest, key: str) -> HttpResponse:
    pile, today, page = access.open_pile(request.actor, key), localdate(), forms.read_page(request.GET)
    total = pile.count(today)
    return pages.show(
        request, "editing/desk_pile.html", pile=pile, total=total, today=today,
        rows=pile.rows(today, page=page), page=forms.Turn(page, -(-total // queries.PER_PAGE) or 1),
    )  # fmt: skip


@opens(Permission.EDIT_CARDS)
@require_POST
def confirm_card(request: HouseRequest, pk: int) -> HttpResponse:
    card = access.card_to_confirm(request.actor, pk)
    return _confirmed(request, catalogue.confirm_card, card, card.title, "nakijken")


@opens(Permission.EDIT_CARDS)
@require_POST
def confirm_fact(request: HouseRequest, pk: int) -> HttpResponse:
    fact = access.fact_to_confirm(request.actor, pk)
    return _confirmed(request, catalogue.confirm_fact, fact, fact.subject, "rechtsfeiten")


def _confirmed(request: HouseRequest, confirm: Callable[..., None], it: Any, name: str, pile: str) -> HttpResponse:
    """Say that this was checked today and go back to its pile, or say that somebody else came first."""
    if forms.Confirm(request.POST).attempt(confirm, it, by=request.actor, at=now()):
        return pages.done(request, "editing:desk_pile", f"‘{name}’ is vandaag nagekeken.", pile)
    return pages.done(request, "editing:desk_pile", "Iemand anders was u voor. Kijk nog eens.", pile)
