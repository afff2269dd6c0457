"""`./run bench menu`: what the menukaart with three filters and its counts costs beside a bare view of the same rows."""

import json
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from bench import api, pages

REPORT = Path(__file__).parents[1] / "bench/results/menu.md"
SIZE, ROUNDS, GOAL, MOST_QUERIES = 5_000, 9, 3.0, 8
_THREE = {"soort": "praktijk", "fase": "selecteren", "kosten": "1"}
FILTERS: dict[str, dict[str, str]] = {
    "drie filters": _THREE,
    "drie filters, tabel": _THREE | {"weergave": "tabel"},
    "drie filters, makkelijkste eerst": _THREE | {"volgorde": "moeite"},
    "drie filters, goedkoopste eerst": _THREE | {"volgorde": "kosten"},
    "drie filters, op naam": {"soort": "antwoord", "thema": "wat-mag", "omvang": "klein", "volgorde": "titel"},
    "drie filters, nieuwste eerst": _THREE | {"volgorde": "nieuw"},
    "geen filter": {},
    "geen filter, tabel": {"weergave": "tabel"},
    "geen filter, nieuwste eerst": {"volgorde": "nieuw"},
    "niets over": {"kosten": "1", "prijs": "gratis", "thema": "taal"},
}
"""Looks at the menukaart: every order, cards and table, with three filters, without any and with nothing left."""

VARIANTS = ("kale view", "zonder middleware", "menukaart")

type Measured = dict[str, dict[str, list[float]]]
"""Per look the milliseconds of every round of each variant, and how many questions to the database it takes."""


def main(words: list[str]) -> int:
    """Measure on both databases, each in a process of its own, print and write the report. 1 when the goal was not reached."""
    if len(words) == 2 and words[0] == "--on":
        print(json.dumps(_measured(words[1])))
        return 0
    from tools.postgres import server

    with server() as address:
        found = {vendor: _child(url) for vendor, url in (("SQLite", ""), ("PostgreSQL", address))}
    report = _report(found)
    REPORT.write_text(report, encoding="utf-8")
    print(report)
    looks = [look for measured in found.values() for look in measured.values()]
    return 0 if all(_above(one) <= GOAL and one["vragen"][0] <= MOST_QUERIES for one in looks) else 1


def _child(url: str) -> Measured:
    command = [sys.executable, "-m", "bench.menu", "--on", url]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    measured: Measured = json.loads(told.splitlines()[-1])
    return measured


def _measured(url: str) -> Measured:
    """Every look at the menukaart of a fresh site on SQLite, or on the database of this address."""
    with tempfile.TemporaryDirectory(prefix="dww-bench-") as folder:
        pages._set_up(folder, url)
        from bench.growing import Grower
        from doenwatwerkt.site import loading

        loading.load(at=datetime.now(UTC))
        Grower().to(SIZE)
        return {name: _measure(sent, ROUNDS) | {"vragen": [_queries(sent)]} for name, sent in FILTERS.items()}


def _measure(sent: dict[str, str], rounds: int) -> dict[str, list[float]]:
    """Milliseconds of processor time per answer, by variant, each round in turn so that all share the same weather."""
    asks: list[Callable[[], bytes]] = [bare(sent), lambda: _rendered(sent), lambda: _whole(sent)]
    variants = dict(zip(VARIANTS, asks, strict=True))
    found: dict[str, list[float]] = {variant: [] for variant in variants}
    for _ in range(rounds):
        for variant, ask in variants.items():
            found[variant].append(api._timed(ask))
    return found


def bare(sent: dict[str, str]) -> Callable[[], bytes]:
    """A view that reads the rows that this look shows, by their numbers, in one query: it filters, counts and renders nothing."""
    from django.http import QueryDict
    from django.utils.timezone import localdate

    from doenwatwerkt.catalogue import forms, queries

    look = forms.read_menu(QueryDict(urlencode(sent)))
    shelf = queries.shelf(
        look.filters, names=list(forms.FILTERS), order=look.order, limit=forms.PER_PAGE, offset=0, today=localdate()
    )
    shown = [face.pk for face in shelf.faces]

    def ask() -> bytes:
        list(queries.rows().filter(pk__in=shown))
        return b""

    return ask


def _rendered(sent: dict[str, str]) -> bytes:
    from inspect import unwrap

    from django.test import RequestFactory

    from doenwatwerkt.catalogue import views
    from doenwatwerkt.lib.actor import VISITOR

    request: Any = RequestFactory().get("/menukaart/", sent, headers={"host": "localhost"})
    request.actor = VISITOR
    return bytes(unwrap(views.menu)(request).content)


@cache
def _handler() -> Any:
    from django.core.wsgi import get_wsgi_application

    return get_wsgi_application()


_askers = count(1)


def _whole(sent: dict[str, str]) -> bytes:
    """Through the whole stack, as the web server asks it, for a browser that takes no compression; each from another address."""
    asker, status = next(_askers), []
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": "/menukaart/", "QUERY_STRING": urlencode(sent), "SERVER_NAME": "localhost",
        "SERVER_PORT": "443", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost", "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_X_FORWARDED_FOR": f"10.{asker >> 16}.{asker >> 8 & 255}.{asker & 255}", "wsgi.input": BytesIO(),
        "wsgi.url_scheme": "http", "wsgi.errors": sys.stderr,
    }  # fmt: skip
    response = _handler()(environ, lambda line, *_: status.append(line))
    body = b"".join(response)
    response.close()
    assert status[0].startswith("200"), status
    return body


def _queries(sent: dict[str, str]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        _whole(sent)
    return sum(not query["sql"].startswith(pages.TRANSACTIONS) for query in asked)


def _above(one: dict[str, list[float]]) -> float:
    """What ours costs above the bare view: per round, so that both had the same machine; the middle one."""
    return statistics.median(ours - plain for ours, plain in zip(one["menukaart"], one["kale view"], strict=True))


def _report(found: dict[str, Measured]) -> str:
    lines = [
        "# De menukaart gemeten", "",
        f"{date.today()}, `./run bench menu` op {platform.machine()}, Python {platform.python_version()}: {SIZE:,} kaarten, "
        f"{ROUNDS} ronden van {api.TIMES} antwoorden per variant om en om, milliseconden processortijd van de webserver per "
        "antwoord (middelste ronde). De kale view leest alleen de rijen die op de bladzijde staan, op hun nummer: hij kiest, "
        "telt, ordent en schrijft niets. De menukaart gaat door de hele stapel, zoals de webserver haar vraagt.",
    ]  # fmt: skip
    for vendor, measured in found.items():
        lines += [
            "", f"## {vendor}", "",
            f"| blik | kale view | zonder middleware | menukaart | erboven (doel ≤ {GOAL:.0f} ms) | vragen (doel ≤ {MOST_QUERIES}) |",
            "|---|--:|--:|--:|--:|--:|",
        ]  # fmt: skip
        for name, one in measured.items():
            times = " | ".join(f"{statistics.median(one[variant]):.2f}" for variant in VARIANTS)
            lines.append(f"| {name} | {times} | {_above(one):.2f} | {one['vragen'][0]:.0f} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
