"""Whole lists to take away, as CSV and JSON, and the page that tells what is in them."""

from itertools import chain

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


@login_not_required
def data(request: HouseRequest) -> HttpResponse:
    lists = [(one.name, one.title, one.source, list(columns(one.shape, one.source))) for one in LISTS.values()]
    return pages.show(request, "site/data.html", lists=lists)


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
    return response
