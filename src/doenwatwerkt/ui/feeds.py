"""What machines read: Atom feeds and the map of the site. Written once per change, compared cheaply."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control

FRESH = 300
"""Seconds that a reader need not come back."""
KEPT = 24 * 3600
"""Seconds that a written document is kept in memory, where nothing changes in the meantime."""
ATOM, ATOM_TYPE = "http://www.w3.org/2005/Atom", "application/atom+xml; charset=utf-8"
MAP, MAP_TYPE = "http://www.sitemaps.org/schemas/sitemap/0.9", "application/xml; charset=utf-8"
START = datetime(2026, 11, 22, tzinfo=UTC)
"""When the platform started: the date of a feed that is still empty."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed. `url` is a path; `tags` are (scheme, term, label)."""

    title: str
    url: str
    summary: str
    added_at: datetime
    changed_at: datetime
    tags: list[tuple[str, str, str]] = field(default_factory=list)


_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML can not hold; one of them would break the feed for everybody."""

type Written = tuple[bytes, datetime]
"""(document, when what it tells last changed)"""


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _leaf(under: Element, tag: str, text: str = "", **attributes: str) -> None:
    SubElement(under, tag, attributes).text = _ILLEGAL.sub("", text) or None


def _identity(path: str) -> str:
    """The name of something that outlives a move to another scheme or port: tag:host,year:path (RFC 4151)."""
    host = settings.SITE_URL.partition("://")[2].partition(":")[0].partition("/")[0]
    return f"tag:{host},{START.year}:{path}"


def atom(title: str, subtitle: str, path: str, items: list[Item]) -> Written:
    """An Atom feed (RFC 4287) of these items, the newest first. `path` is where the feed itself stands."""
    changed = max((item.changed_at for item in items), default=START)
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "nl"})
    for tag, text in (("id", _identity(path)), ("title", title), ("subtitle", subtitle), ("updated", _stamp(changed))):
        _leaf(feed, tag, text)
    _leaf(feed, "link", rel="self", type="application/atom+xml", href=settings.SITE_URL + path)
    _leaf(feed, "link", rel="alternate", type="text/html", href=f"{settings.SITE_URL}/")
    _leaf(SubElement(feed, "author"), "name", "Doen Wat Werkt")
    for item in items:
        entry = SubElement(feed, "entry")
        for tag, text in (("id", _identity(item.url)), ("title", item.title), ("published", _stamp(item.added_at)),
                          ("updated", _stamp(item.changed_at)), ("summary", item.summary)):  # fmt: skip
            _leaf(entry, tag, text)
        _leaf(entry, "link", rel="alternate", type="text/html", href=settings.SITE_URL + item.url)
        for scheme, term, label in item.tags:
            _leaf(entry, "category", scheme=f"{settings.SITE_URL}/codelijsten/#{scheme}", term=term, label=label)
    return tostring(feed, encoding="utf-8", xml_declaration=True), changed


def sitemap(pages: Iterable[tuple[str, datetime | None]]) -> Written:
    """The map of the site (sitemaps.org): (path, when it last changed if that is known)."""
    changed, top = START, Element("urlset", {"xmlns": MAP})
    for path, at in pages:
        url = SubElement(top, "url")
        _leaf(url, "loc", settings.SITE_URL + path)
        if at is not None:
            _leaf(url, "lastmod", _stamp(at))
            changed = max(changed, at)
    return tostring(top, encoding="utf-8", xml_declaration=True), changed


def kept(name: str, edition: int, write: Callable[[], Written]) -> Written:
    """A document as it was written for this edition; written anew when anything happened since."""
    key = f"written:{hashlib.blake2b(f'{settings.SITE_URL} {name}'.encode(), digest_size=16).hexdigest()}"
    before: tuple[int, Written] | None = cache.get(key)
    if before and before[0] == edition:
        return before[1]
    written = write()
    cache.set(key, (edition, written), timeout=KEPT)
    return written


def serve(request: HttpRequest, written: Written, kind: str) -> HttpResponse:
    """The document with its ETag and date, or 304 for who has it already. Other sites may read it from a script."""
    body, changed = written
    etag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    response = HttpResponse(body, content_type=kind)
    response.headers["ETag"], response.headers["Access-Control-Allow-Origin"] = etag, "*"
    response.headers["Last-Modified"] = changed.astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    patch_cache_control(response, public=True, max_age=FRESH)
    return get_conditional_response(request, etag, int(changed.timestamp()), response) or response
