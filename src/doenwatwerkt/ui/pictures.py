"""The picture of a card as a PNG: drawn with the compiler of our papers, kept for a while, cheap for who has it."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_cache_control
from django.utils.http import parse_etags

from doenwatwerkt.lib.text import shorten
from doenwatwerkt.ui import paper, pdf, signs
from doenwatwerkt.ui.social import Picture

LONGEST = 130
"""Letters of a title that fit; a longer one is cut at a word."""
FRESH = 3600
"""Seconds that who has it need not come back; a page names another address as soon as its picture changes."""
KEPT = 64
"""Finished pictures that a process keeps, some tens of kB each."""


@lru_cache(maxsize=KEPT)
def drawn(picture: Picture) -> bytes:
    """The PNG. The same picture gives the same bytes."""
    sign = paper.drawing(signs.layers(picture.score), "action") if picture.score is not None else ""
    said = {
        "title": shorten(picture.title, LONGEST), "kind": picture.kind, "words": picture.words, "after": picture.after,
        "drawing": sign,
    }  # fmt: skip
    return pdf.drawn("social.typ", said, format="png", ppi=72)[0]


def serve(request: HttpRequest, picture: Picture) -> HttpResponse:
    """The PNG with its ETag, or 304 for who has it already: then nothing is drawn. Any site may show it."""
    tag = f'"{picture.edition}"'
    asked = {one.removeprefix("W/") for one in parse_etags(request.headers.get("If-None-Match", ""))}
    response = HttpResponseNotModified() if tag in asked else HttpResponse(drawn(picture), content_type="image/png")
    response.headers["ETag"], response.headers["Cross-Origin-Resource-Policy"] = tag, "cross-origin"
    patch_cache_control(response, public=True, max_age=FRESH)
    return response
