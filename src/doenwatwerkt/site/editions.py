"""Which edition of our content a reader has: told by the journal, so that "nothing changed" costs one look-up."""

import hashlib
from collections.abc import Callable
from datetime import datetime, time
from typing import Any, cast

from django.http import HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_etags
from django.utils.timezone import localtime

from doenwatwerkt.journal import queries as journal

FORMAT = "1.1.0"
"""The version of the API (semver), sent with every answer. What an answer holds changes only together with this number."""


def conditionally(request: HttpRequest, at: datetime, answer: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The answer with its ETag and Last-Modified, or 304 where the reader already has it.

    A tag belongs to one address on one day: verdicts and promises lapse at midnight without anything being written.
    """
    newest, day = journal.newest(), localtime(at).date()
    told = f"{FORMAT} {newest.pk if newest else 0} {day} {request.get_full_path()}"
    tag = f'"{hashlib.blake2b(told.encode(), digest_size=10).hexdigest()}"'
    midnight = datetime.combine(day, time(), localtime(at).tzinfo)
    changed = int(max(midnight, newest.at if newest else midnight).timestamp())
    has = parse_etags(request.headers.get("If-None-Match", ""))
    known = tag in {one.removeprefix("W/") for one in has}
    response: Any = HttpResponseNotModified() if known else answer()
    if response.status_code in (200, 304):
        response.headers["ETag"], response.headers["Last-Modified"] = tag, http_date(changed)
    if response.status_code == 200:
        response = get_conditional_response(request, etag=tag, last_modified=changed, response=response)
    return cast(HttpResponseBase, response)
