"""Pages travel compressed: the same bytes at the other end, and a length that tells no secret."""

import gzip
import random

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.middleware.gzip import GZipMiddleware

from doenwatwerkt.ui.middleware import lighter_gzip

LONG = b"Wat werkt voor gelijke kansen op het werk? " * 100
NOISE = random.Random(1).randbytes(4_000)


def answered(rf, response, middleware=lighter_gzip, accepts="gzip, br"):
    return middleware(lambda request: response)(rf.get("/", headers={"Accept-Encoding": accepts}))


def test_a_page_comes_out_as_it_went_in_with_a_length_that_differs(rf):
    lengths = set()
    for _ in range(30):
        response = answered(rf, HttpResponse(LONG))
        assert gzip.decompress(response.content) == LONG
        assert response.headers["Content-Length"] == str(len(response.content))
        lengths.add(len(response.content))
    assert len(lengths) > 1
    assert (response.headers["Content-Encoding"], response.headers["Vary"]) == ("gzip", "Accept-Encoding")


@pytest.mark.parametrize(("response", "accepts"), [
    (lambda: HttpResponse(LONG, headers={"ETag": '"een"'}), "gzip"), (lambda: HttpResponse(LONG), "br"),
    (lambda: HttpResponse(b"kort"), "gzip"),
    (lambda: HttpResponse(NOISE), "gzip"), (lambda: HttpResponse(LONG, headers={"Content-Encoding": "br"}), "gzip"),
    (lambda: StreamingHttpResponse([LONG]), "gzip"), (lambda: HttpResponse(status=304, headers={"ETag": '"een"'}), "gzip"),
])  # fmt: skip
def test_apart_from_the_level_it_answers_as_django_does(rf, response, accepts):
    ours = answered(rf, response(), accepts=accepts)
    theirs = answered(rf, response(), GZipMiddleware, accepts=accepts)
    for one in (ours, theirs):
        one.headers.pop("Content-Length", None)
    assert dict(ours.items()) == dict(theirs.items())
    assert unpacked(ours) == unpacked(theirs)


def unpacked(response):
    content = b"".join(response)
    return gzip.decompress(content) if response.headers.get("Content-Encoding") == "gzip" else content
