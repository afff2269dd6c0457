"""How a view answers: show a page (or the part htmx asked for), or move on after success."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import get_template


def _no_queries(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    raise RuntimeError(f"A template may not query; fetch this in the view: {sql[:80]}")


def wanted_part(request: HttpRequest, parts: tuple[str, ...]) -> str | None:
    """The part htmx asks to replace, if the view offers it. Recent versions send "section#results"."""
    if "HX-Request" not in request.headers or "HX-History-Restore-Request" in request.headers:
        return None
    target = request.headers.get("HX-Target", "").rpartition("#")[2]
    return target if target in parts else None


def show(
    request: HttpRequest, template: str, *, parts: tuple[str, ...] = (), status: int = 200, **context: Any
) -> HttpResponse:
    """Render the page, or only the part htmx asks to replace. The database is closed while the template renders."""
    part = wanted_part(request, parts)
    with connection.execute_wrapper(_no_queries):
        html = get_template(f"{template}#{part}" if part else template).render(context, request)
    response = HttpResponse(html, status=status)
    if parts:
        response.headers["Vary"] = "HX-Request, HX-Target"
    return response


def done(request: HttpRequest, to: str, message: str, *args: Any) -> HttpResponse:
    """Tell the user what happened and send the browser to the next page (POST/redirect/GET)."""
    messages.success(request, message)
    return redirect(to, *args)
