"""How often one address may ask: counted in memory for a minute, kept nowhere."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from doenwatwerkt.ui.pages import show

type View = Callable[..., HttpResponseBase]


def address(request: HttpRequest) -> str:
    """The asker's address; behind DWW_TRUSTED_PROXIES proxies, the one the outermost of these saw."""
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    if settings.TRUSTED_PROXIES and len(hops) >= settings.TRUSTED_PROXIES:
        return hops[-settings.TRUSTED_PROXIES]
    return str(request.META.get("REMOTE_ADDR", ""))


def _in_words(request: HttpRequest) -> HttpResponse:
    return show(request, "site/429.html", status=429)


def _asked(key: str) -> int:
    """How often this was asked in its minute, this time included. The minute may end between the two look-ups."""
    cache.add(key, 0, timeout=60)
    try:
        return cache.incr(key)
    except ValueError:
        cache.set(key, 1, timeout=60)
        return 1


def limited(
    name: str, *, per_minute: int, refuse: Callable[[HttpRequest], HttpResponse] = _in_words
) -> Callable[[View], View]:
    """Answer 429 after `per_minute` requests of one address in a minute (per web process): a page, or what `refuse` says."""

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            who = hashlib.blake2b(address(request).encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=8)
            key = f"limit:{name}:{who.hexdigest()}"
            if _asked(key) > per_minute:
                response = refuse(request)
                response.headers["Retry-After"] = "60"
                return response
            return view(request, *args, **kwargs)

        return inner

    return decorate
