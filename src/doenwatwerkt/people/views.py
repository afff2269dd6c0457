"""The pages of this room. Door, input, act, answer."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse

from doenwatwerkt.people import queries
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages


@login_not_required
def organisations(request: HouseRequest) -> HttpResponse:
    found = [(one, [alias.name for alias in one.aliases.all()]) for one in queries.organisations()]
    return pages.show(request, "people/organisations.html", organisations=found)


@login_not_required
def regions(request: HouseRequest) -> HttpResponse:
    return pages.show(request, "people/regions.html", regions=queries.regions())
