"""Guards every room inherits."""

import gzip
import re
import secrets
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware, re_accepts_gzip
from django.utils.cache import patch_vary_headers

READS = re.compile(
    r"[\s(]*(SELECT|SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT|EXPLAIN|PRAGMA|BEGIN|SHOW|DECLARE|FETCH|CLOSE|WITH)\b",
    re.IGNORECASE,
)
WRITES_INSIDE = re.compile(
    r"\b(INSERT\s+INTO|UPDATE\s+\S+(\s+AS)?(\s+\S+)?\s+SET|MERGE\s+INTO|DELETE\s+FROM)\b", re.IGNORECASE
)

WRITES_ON_GET: dict[str, str] = {
    "site:search": "a submitted search without a good hit is counted (decisions.md 12)",
    "keys:oidc_back": "the organisation of somebody sends them back with a GET (OpenID Connect); the state in the session is used once",
}
"""Url names that may write on GET, each with its reason. Tested: nothing else can."""


def only_reads(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    """An execute wrapper that lets reading statements through and refuses the rest."""
    with_inside = sql.lstrip("( \t\r\n")[:4].upper() == "WITH" and WRITES_INSIDE.search(sql)
    if not READS.match(sql) or with_inside:
        raise RuntimeError(f"A GET may not write: {sql[:80]}")
    return execute(sql, params, many, context)


class reading_never_writes:  # noqa: N801 -- reads as a sentence in MIDDLEWARE
    """Block INSERT, UPDATE and DELETE while the view of a GET or HEAD request runs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        if request.method not in ("GET", "HEAD") or (match and match.view_name in WRITES_ON_GET):
            return None
        with connection.execute_wrapper(only_reads):
            return view(request, *args, **kwargs)


def reference_number(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give every request a short number that error pages show and the log repeats."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.reference = secrets.token_hex(4)  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


class lighter_gzip(GZipMiddleware):  # noqa: N801 -- reads as a sentence in MIDDLEWARE
    """Django's compression at level 4 instead of 6: on our pages 65 to 75 % of the time and 2 to 5 % more bytes.

    What is short, compressed already, streamed or for a browser that takes no gzip goes the way of Django."""

    LEVEL, SHORT = 4, 200

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        takes_it = re_accepts_gzip.search(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        if not takes_it or not isinstance(response, HttpResponse) or response.has_header("Content-Encoding"):
            return super().process_response(request, response)
        if len(response.content) < self.SHORT:
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        packed = self._compressed(response.content)
        if len(packed) >= len(response.content):
            return response
        response.content = packed
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(packed))
        if (etag := response.headers.get("ETag", "")).startswith('"'):
            response.headers["ETag"] = f"W/{etag}"
        return response

    def _compressed(self, content: bytes) -> bytes:
        """With a file name of random length in front, as Django does: the length of a page then tells no secret of it."""
        packed = gzip.compress(content, compresslevel=self.LEVEL, mtime=0)
        name = b"a" * secrets.randbelow(self.max_random_bytes) + b"\0"
        return packed[:3] + bytes([gzip.FNAME]) + packed[4:10] + name + packed[10:]
