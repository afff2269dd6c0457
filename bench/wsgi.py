"""The real application and, in the same processes, the bare views of bench/bare.py without any middleware."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.test.utils import override_settings

from doenwatwerkt.config.wsgi import application as real


class BareRequest(WSGIRequest):
    urlconf = "bench.bare"


class BareHandler(WSGIHandler):
    request_class = BareRequest


with override_settings(MIDDLEWARE=[]):
    bare = BareHandler()
assert settings.MIDDLEWARE, "only the bare handler goes without"


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    flat = environ["PATH_INFO"].startswith(("/bare/", "/rendered/"))
    return (bare if flat else real)(environ, start_response)
