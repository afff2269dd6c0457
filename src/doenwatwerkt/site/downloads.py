"""Whole lists to take away, as CSV and JSON, and the page that tells what is in them."""

from itertools import chain

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.timezone import localtime, now

from doenwatwerkt.catalogue import api as catalogue
from doenwatwerkt.commitments import api as commitments
from doenwatwerkt.people import api as people
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.site.editions import conditionally
from doenwatwerkt.ui import pages
from doenwatwerkt.ui.limits import limited
from doenwatwerkt.ui.tables import columns, csv_lines, json_lines

LISTS = {one.name: one for one in chain(catalogue.downloads, people.downloads, commitments.downloads)}
FORMATS = {"csv": (csv_lines, "text/csv; charset=utf-8"), "json": (json_lines, "application/json")}
OPEN = {
    "DATA_LICENCE": "Onder welke licentie u de gegevens mag gebruiken, is nog niet vastgesteld. "
    "Vraag het voordat u ze verder verspreidt.",
    "DATA_PUBLISHER": "Wie de gegevens uitgeeft, is nog niet vastgesteld.",
}
"""What others ask of open data and nobody decided yet, by the setting that tells it once somebody did."""


def undecided() -> list[str]:
    """What nobody decided yet about our data, in sentences."""
    return [words for name, words in OPEN.items() if not getattr(settings, name)]


@login_not_required
def data(request: HouseRequest) -> HttpResponse:
    lists = [(one.name, one.title, one.source, list(columns(one.shape, one.source))) for one in LISTS.values()]
    return pages.show(
        request, "site/data.html", lists=lists, undecided=undecided(),
        licence=settings.DATA_LICENCE, publisher=settings.DATA_PUBLISHER,
    )  # fmt: skip


@login_not_required
@limited("download", per_minute=30)
def download(request: HouseRequest, name: str, form: str) -> HttpResponseBase:
    """One list, whole, written while it is read."""
    if name not in LISTS or form not in FORMATS:
        raise Http404
    at = now()
    today = localtime(at).date()
    write, kind = FORMATS[form]

    def whole() -> HttpResponseBase:
        file = f'attachment; filename="{name}-{today}.{form}"'
        return StreamingHttpResponse(
            write(LISTS[name], today), content_type=kind, headers={"Content-Disposition": file}
        )

    response = conditionally(request, at, whole)
    response.headers["Cache-Control"], response.headers["Access-Control-Allow-Origin"] = "no-cache", "*"
    if settings.DATA_LICENCE:
        response.headers["Link"] = f'<{settings.DATA_LICENCE.url}>; rel="license"'
    return response
