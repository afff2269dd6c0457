"""The editors' desk: what waits, what is old, what nobody finds. Door, input, act, answer."""

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
    access.open_desk(request.actor)
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
    if forms.Confirm(request.POST).attempt(catalogue.confirm_card, card, by=request.actor, at=now()):
        return pages.done(request, "editing:desk_pile", f"‘{card.title}’ is vandaag nagekeken.", "nakijken")
    return pages.done(request, "editing:desk_pile", "Iemand anders was u voor. Kijk nog eens.", "nakijken")


@opens(Permission.EDIT_CARDS)
@require_POST
def confirm_fact(request: HouseRequest, pk: int) -> HttpResponse:
    fact = access.fact_to_confirm(request.actor, pk)
    if forms.Confirm(request.POST).attempt(catalogue.confirm_fact, fact, by=request.actor, at=now()):
        return pages.done(request, "editing:desk_pile", f"‘{fact.subject}’ is vandaag nagekeken.", "rechtsfeiten")
    return pages.done(request, "editing:desk_pile", "Iemand anders was u voor. Kijk nog eens.", "rechtsfeiten")
