""" "Hielp dit?": on a page of its own, so that the card itself needs no form and no cookie. Door, input, act, answer."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now

from doenwatwerkt.catalogue import access, forms, operations, queries, rules
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages
from doenwatwerkt.ui.limits import limited


@login_not_required
@limited("helped", per_minute=20)
def helped(request: HouseRequest, kind: CardKind, slug: str) -> HttpResponse:
    card = access.open_card(request.actor, kind, slug)
    if card.successor:
        return redirect("catalogue:helped", kind, card.successor.slug, permanent=True)
    form = forms.Helped(request.POST if request.method == "POST" else None)
    if form.attempt(operations.note_feedback, card, by=request.actor, at=now()):
        return redirect("catalogue:thanks", kind, slug)
    most = {"why": rules.LONGEST_WHY, "passage": rules.LONGEST_PASSAGE}
    return pages.show(request, "catalogue/helped.html", card=card, form=form, most=most)


@login_not_required
def thanks(request: HouseRequest, kind: CardKind, slug: str) -> HttpResponse:
    card = access.open_card(request.actor, kind, slug)
    _, related = queries.around(card, localdate())
    return pages.show(request, "catalogue/thanks.html", card=card, next_steps=queries.next_steps(card, related))
