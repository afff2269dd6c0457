"""What the pages are measured against: views that read the same rows and render nothing, or render without middleware."""

from collections.abc import Callable
from inspect import unwrap
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import access
from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.catalogue import views as catalogue_views
from doenwatwerkt.commitments import queries as commitments
from doenwatwerkt.lib.actor import VISITOR
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.people import queries as people
from doenwatwerkt.search import queries as index
from doenwatwerkt.site import doors, urls
from doenwatwerkt.site import views as site_views
from doenwatwerkt.site.forms import PER_PAGE


def empty(request: HttpRequest) -> HttpResponse:
    """Nothing at all: what the server and the machine cost at this moment."""
    return HttpResponse()


def home(request: HttpRequest) -> HttpResponse:
    """The rows of the home page."""
    today = localdate()
    catalogue.working(today, 4)
    catalogue.stopping(today, 4)
    catalogue.faces_by_slug(CardKind.ANSWER, doors.QUESTIONS, today)
    catalogue.counts()
    catalogue.last_checked()
    commitments.goals()
    return HttpResponse()


def search(request: HttpRequest) -> HttpResponse:
    """The rows of a first page of results."""
    found = index.find(request.GET["q"], filters={}, limit=PER_PAGE)
    catalogue.faces([hit.ref for hit in found.hits], localdate())
    if not found.good:
        people.helpdesks()
    return HttpResponse()


def practice(request: HttpRequest, slug: str) -> HttpResponse:
    """The rows of the page of one practice."""
    card, today = access.open_card(VISITOR, CardKind.PRACTICE, slug), localdate()
    catalogue.around(card, today)
    catalogue.legal(card, today)
    catalogue.versions(card)
    catalogue.helped(card)
    return HttpResponse()


def rendered(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The same view as a visitor gets, called straight: its rows and its template, no middleware and no limit."""
    straight = unwrap(view)

    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.actor = VISITOR  # type: ignore[attr-defined]
        return straight(request, *args, **kwargs)

    return inner


urlpatterns = [
    path("bare/leeg/", empty),
    path("bare/", home),
    path("bare/zoeken/", search),
    path("bare/praktijken/<slug:slug>/", practice),
    path("rendered/", rendered(site_views.home)),
    path("rendered/zoeken/", rendered(site_views.search)),
    path("rendered/praktijken/<slug:slug>/", rendered(catalogue_views.practice)),
    *urls.urlpatterns,
]
