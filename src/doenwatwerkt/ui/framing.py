"""Which pages another site may show in a frame: only what says so here. Everything else stays DENY."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override


def framed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let the sites of DWW_EMBED_ANCESTORS show this page in a frame (everybody, unless told otherwise)."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        policy: Any = settings.SECURE_CSP | {"frame-ancestors": settings.EMBED_ANCESTORS}
        return csp_override(policy)(xframe_options_exempt(view))(request, *args, **kwargs)

    return inner
