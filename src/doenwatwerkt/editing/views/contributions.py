"""Bringing in a material of one's own organisation. Door, input, act, answer."""

from django.http import HttpResponse
from django.utils.timezone import localdate, now

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import access, forms, operations, queries
from doenwatwerkt.people import queries as people
from doenwatwerkt.people.access import Permission, opens
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages


@opens(Permission.BRING_IN)
def bring_in(request: HouseRequest) -> HttpResponse:
    organisation = access.open_contribution(request.actor)
    form = forms.BringIn(request.POST if request.method == "POST" else None, today=localdate())
    if form.attempt(operations.bring_in, organisation, by=request.actor, at=now()):
        return pages.done(request, "editing:brought_in", "Bedankt. Uw materiaal is ingebracht.")
    told = form.cleaned_data if form.is_bound else {}
    like = catalogue.alike(told["titel"], told["url"]) if {"titel", "url"} <= told.keys() else []
    return pages.show(request, "editing/bring_in.html", organisation=organisation, form=form, like=like)


@opens(Permission.BRING_IN)
def brought_in(request: HouseRequest) -> HttpResponse:
    organisation = access.open_contribution(request.actor)
    found = queries.brought_in(people.family(organisation.pk))
    return pages.show(request, "editing/brought_in.html", organisation=organisation, found=found)
