"""Guards every room inherits."""

import re
import secrets
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

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
