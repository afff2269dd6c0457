"""Asking an address outside this site whether it still answers: only hosts on the list, nothing followed, nothing kept."""

import http.client
from collections.abc import Collection
from urllib.parse import urlsplit

SECONDS = 10
AGENT = "DoenWatWerkt-linkcontrole"


def allowed(url: str, hosts: Collection[str]) -> bool:
    """Whether this address is http(s) and its host (with its port, where it has one) stands on the list."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.username is None and parts.netloc.lower() in hosts


def status_of(url: str) -> int | None:
    """The HTTP status of an address, or None when nobody answers. A redirect is told, not followed.

    HEAD first; a site that doesn't know HEAD is asked with GET, of which we read the first line only."""
    status = _ask("HEAD", url)
    return _ask("GET", url) if status in (403, 405, 501) else status


def _ask(method: str, url: str) -> int | None:
    parts = urlsplit(url)
    door = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = door(parts.netloc, timeout=SECONDS)
    try:
        target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
        connection.request(method, target, headers={"User-Agent": AGENT, "Accept": "*/*"})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException, UnicodeError):
        return None
    finally:
        connection.close()
