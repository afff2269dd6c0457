"""The open API /api/v1 put together: the routers of the rooms, and what every answer has in common."""

import json
import logging
from collections.abc import Callable, Iterable
from functools import cache, wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.urls import URLPattern, include, path, re_path
from django.utils.timezone import now
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.operation import Operation

from doenwatwerkt.catalogue import api as catalogue
from doenwatwerkt.commitments import api as commitments
from doenwatwerkt.people import api as people
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.site import searching
from doenwatwerkt.site.documenting import document, documented
from doenwatwerkt.site.downloads import OPEN
from doenwatwerkt.site.editions import FORMAT, conditionally
from doenwatwerkt.ui import pages
from doenwatwerkt.ui.api import problem
from doenwatwerkt.ui.limits import View, limited

log = logging.getLogger(__name__)

PER_MINUTE = 300
REASONS = {
    "int_parsing": "moet een heel getal zijn",
    "int_parsing_size": "moet een heel getal zijn",
    "greater_than_equal": "moet minstens {ge} zijn",
    "less_than_equal": "mag hoogstens {le} zijn",
    "too_long": "mag hoogstens {max_length} tekens lang zijn",
    "too_short": "mag niet leeg zijn",
    "literal_error": "kent deze waarde niet; kies uit {expected}",
    "missing": "ontbreekt",
}
"""What is wrong with the value of a key, by the names of pydantic."""
EVERYWHERE = {
    "API-Version": FORMAT, "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, ETag, Last-Modified, Link, Retry-After",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'", "Cross-Origin-Resource-Policy": "cross-origin",
}  # fmt: skip
"""Headers of every answer; nosniff, X-Frame-Options and HSTS come from the settings, as on pages."""
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
}


def _not_found(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(404, "Dit bestaat niet (meer). In de lijst staat wat er wel is.")


def _wrong_value(request: HttpRequest, error: Exception) -> HttpResponse:
    """The first value that is wrong, with its key."""
    assert isinstance(error, ValidationError)
    first = error.errors[0]
    key = [part for part in first["loc"] if isinstance(part, str)][-1]
    reason = REASONS.get(first["type"], "klopt niet").format_map(first.get("ctx", {})).replace(" or ", " of ")
    return problem(400, f"De sleutel '{key}' {reason}.")


def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    reference = getattr(request, "reference", "")
    log.error("api error %s for %s", reference, request.path, exc_info=error)
    return problem(500, f"Er ging bij ons iets mis. Noem nummer {reference} als u het meldt.")


def _too_many(request: HttpRequest) -> HttpResponse:
    return problem(
        429, f"Meer dan {PER_MINUTE} vragen in een minuut. Wacht even; in Retry-After staat hoeveel seconden."
    )


def _put_together() -> NinjaAPI:
    contact = {"name": "Doen Wat Werkt", "url": f"{settings.SITE_URL}/over/#vragen"}
    made = NinjaAPI(
        title="Doen Wat Werkt", version=FORMAT, openapi_url=None, docs_url=None, openapi_extra={"info": {"contact": contact}},
        description="Wat werkt voor gelijke kansen op het werk, om te lezen. Open voor iedereen, zonder sleutel.",
        servers=[{"url": f"{settings.SITE_URL}/api/v1"}],
    )  # fmt: skip
    answers: dict[type[Exception], Any] = {Http404: _not_found, ValidationError: _wrong_value, Exception: _broken}
    for error, answer in answers.items():
        made.add_exception_handler(error, answer)
    for router in (searching.router, catalogue.router, people.router, commitments.router):
        made.add_router("", router)
    return made


ninja = _put_together()


def _public(view: View, *, function: Callable[..., Any], keys: Iterable[str] = (), lists: Iterable[str] = ()) -> View:
    """The one place that opens a view of the API to everybody: limited, for reading, cheap when nothing changed."""
    known, many = frozenset(keys), frozenset(lists)

    @limited("api", per_minute=PER_MINUTE, refuse=_too_many)
    def answer(request: HttpRequest, **named: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=PREFLIGHT)
        if request.method not in ("GET", "HEAD"):
            refused = problem(405, "Deze API is alleen om te lezen. Gebruik GET.")
            refused.headers["Allow"] = "GET, HEAD, OPTIONS"
            return refused
        if wrong := _wrong_key(request.GET, known, many):
            return problem(400, wrong)
        if settings.SEMANTIC and function is searching.search:
            return _read(view, request, named)  # the worker gives cards their meaning without a line in the journal
        response = conditionally(request, now(), lambda: _read(view, request, named))
        return response if response.status_code != 412 else problem(412, "Dit is niet meer wat u met If-Match vroeg.")

    @wraps(function)
    def dressed(request: HttpRequest, **named: Any) -> HttpResponseBase:
        response: HttpResponseBase
        try:
            response = answer(request, **named)
        except SuspiciousOperation:
            response = problem(400, "De vraag is te groot of onleesbaar.")
        except Exception as error:  # whatever goes wrong, a program gets an answer that it can read
            response = _broken(request, error)
        keep = "no-cache" if response.status_code in (200, 301, 304) else "no-store"
        for name, value in (EVERYWHERE | {"Cache-Control": keep}).items():
            response.headers[name] = value
        return response

    return login_not_required(csrf_exempt(dressed))


def _read(view: View, request: HttpRequest, named: dict[str, Any]) -> HttpResponseBase:
    """A HEAD is a GET of which the server leaves out the body."""
    asked, request.method = request.method, "GET"
    try:
        return view(request, **named)
    finally:
        request.method = asked


def _wrong_key(sent: QueryDict, known: frozenset[str], many: frozenset[str]) -> str:
    for key, values in sent.lists():
        if key not in known:
            ours = f" Wel: {', '.join(sorted(known))}." if known else ""
            return f"De sleutel '{key[:40]}' bestaat hier niet.{ours}"
        if len(values) > 1 and key not in many:
            return f"De sleutel '{key}' mag maar één keer."
    return ""


def openapi(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_document(), content_type="application/json")


@cache
def _document() -> bytes:
    made = document(ninja)
    made["info"] |= _licence(made["info"]["description"])
    return json.dumps(made, ensure_ascii=False).encode()


def _licence(told: str) -> dict[str, Any]:
    """Under which licence the data may be used; nobody decided: then the description says so."""
    if settings.DATA_LICENCE:
        return {"license": {"name": settings.DATA_LICENCE.name, "url": settings.DATA_LICENCE.url}}
    return {"description": f"{told} {OPEN['DATA_LICENCE']}"}


def start(request: HttpRequest) -> HttpResponse:
    """What there is, for who opens the address itself."""
    lists = [name for name in json.loads(_document())["paths"] if "{" not in name]
    here = f"{settings.SITE_URL}/api/v1"
    told = {"lijsten": {name.strip("/"): here + name for name in lists}, "openapi": f"{here}/openapi.json"}
    licence = settings.DATA_LICENCE
    more = {"uitleg": f"{settings.SITE_URL}/api/", "licentie": licence.url if licence else OPEN["DATA_LICENCE"]}
    return HttpResponse(json.dumps(told | more, ensure_ascii=False), content_type="application/json")


def unknown(request: HttpRequest) -> HttpResponse:
    slash = " Een adres in de API eindigt niet op een schuine streep." if request.path.endswith("/") else ""
    return problem(404, f"Dit adres bestaat niet in de API.{slash} Op {settings.SITE_URL}/api/ staat wat er wel is.")


@login_not_required
def api_docs(request: HouseRequest) -> HttpResponse:
    return pages.show(
        request, "site/api_docs.html", **documented(json.loads(_document())), version=FORMAT, per_minute=PER_MINUTE,
        licence=settings.DATA_LICENCE, undecided=OPEN["DATA_LICENCE"],
    )  # fmt: skip


def _operations() -> dict[str, Operation]:
    """The operations of all rooms by name."""
    routers = (searching.router, catalogue.router, people.router, commitments.router)
    views = [view for router in routers for view in router.path_operations.values()]
    return {one.view_func.__name__: one for view in views for one in view.operations}


def _addresses() -> list[URLPattern]:
    """Every address of v1 that ninja made, opened to everybody in one place."""
    known, made = _operations(), []
    for pattern in ninja.urls[0]:
        if isinstance(pattern, URLPattern) and (operation := known.get(pattern.name or "")):
            query = [model for model in operation.models if model.__ninja_param_source__ == "query"]
            keys = [key for model in query for key in model.__ninja_flatten_map__]
            lists = [key for model in query for key in model.__ninja_collection_fields__]
            pattern.callback = _public(pattern.callback, function=operation.view_func, keys=keys, lists=lists)
            made.append(pattern)
    return made


app_name = "api"
urlpatterns = [
    re_path("^v1/?$", _public(start, function=start), name="start"),
    path("v1/", include(_addresses())),
    path("v1/openapi.json", _public(openapi, function=openapi), name="openapi"),
    re_path(r"^[\s\S]*$", _public(unknown, function=unknown), name="unknown"),
]
