"""`./run bench api`: what a list of 100 from the API costs beside a bare JSON view of the same rows, in one process and one run."""

import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

from bench import pages

REPORT = Path(__file__).parents[1] / "bench/results/api.md"
SIZE, ROUNDS, TIMES = 5_000, 9, 20
GOAL = 0.5
LISTS = ("praktijken", "antwoorden", "materialen")

type Ask = Callable[[], bytes]


def main(words: list[str]) -> int:
    """Make a database, measure in turns, print and write the report. 1 when the goal was not reached."""
    rounds = int(words[0]) if words else ROUNDS
    with tempfile.TemporaryDirectory(prefix="dww-bench-") as folder:
        pages._set_up(folder)
        from bench.growing import Grower
        from doenwatwerkt.site import loading

        loading.load(at=datetime.now(UTC))
        Grower().to(SIZE)
        found = {name: _measure(name, rounds) for name in LISTS}
    report = _report(found, rounds)
    REPORT.write_text(report, encoding="utf-8")
    print(report)
    return 0 if all(_ratio(one) >= GOAL for one in found.values()) else 1


def _measure(name: str, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of processor time per answer, by variant, each round in turn so that all share the same weather."""
    from django.core.wsgi import get_wsgi_application

    ours, askers = get_wsgi_application(), count()
    path = f"/api/v1/{name}"
    seen: dict[str, str] = {}
    variants: dict[str, Ask] = {
        "kale JSON-view": lambda: bare(name),
        "API": lambda: _ask(ours, path, next(askers), {}, seen),
        "API met gzip": lambda: _ask(ours, path, next(askers), {"HTTP_ACCEPT_ENCODING": "gzip"}, {}),
        "API, niets veranderd (304)": lambda: _ask(ours, path, next(askers), {"HTTP_IF_NONE_MATCH": seen["ETag"]}, {}),
    }
    told, plain = json.loads(variants["API"]())["resultaten"], json.loads(variants["kale JSON-view"]())
    assert [one["slug"] for one in told] == [one["slug"] for one in plain], "the same rows"
    found: dict[str, list[float]] = {variant: [] for variant in variants}
    for _ in range(rounds):
        for variant, ask in variants.items():
            found[variant].append(_timed(ask))
    return found


def _timed(ask: Ask) -> float:
    ask()
    gc.collect()
    started = time.process_time()
    for _ in range(TIMES):
        ask()
    return 1000 * (time.process_time() - started) / TIMES


def bare(name: str) -> bytes:
    """A view that reads the same rows and their sources and says them in JSON: no shape, no page, no middleware."""
    from django.core.serializers.json import DjangoJSONEncoder

    from doenwatwerkt.catalogue.api import rows
    from doenwatwerkt.catalogue.models import Citation
    from doenwatwerkt.lib.codes import CardKind

    kind = {"praktijken": CardKind.PRACTICE, "antwoorden": CardKind.ANSWER, "materialen": CardKind.MATERIAL}[name]
    cards = list(rows._cards(kind)[:100])
    cited = Citation.objects.filter(card__in=[card["pk"] for card in cards]).order_by("card", "position", "pk")
    sources: dict[int, list[Any]] = {}
    for row in cited.values("card", *(f"source__{column}" for column in rows._SOURCE)):
        sources.setdefault(row["card"], []).append(row)
    return json.dumps(
        [card | {"sources": sources.get(card["pk"], [])} for card in cards], cls=DjangoJSONEncoder
    ).encode()


def _ask(handler: Any, path: str, asker: int, headers: dict[str, str], seen: dict[str, str]) -> bytes:
    """One request through the whole stack, each from another address: the rate limit stays on."""
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "perPagina=100", "SERVER_NAME": "localhost",
        "SERVER_PORT": "443", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost", "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_X_FORWARDED_FOR": f"10.{asker >> 16}.{asker >> 8 & 255}.{asker & 255}", "wsgi.input": BytesIO(),
        "wsgi.url_scheme": "http", "wsgi.errors": sys.stderr,
    }  # fmt: skip
    status: list[str] = []

    def start(line: str, told: list[tuple[str, str]], *_: Any) -> None:
        status.append(line)
        seen.update(told)

    response = handler(environ | headers, start)
    body = b"".join(response)
    response.close()
    assert status[0][:3] == ("304" if "HTTP_IF_NONE_MATCH" in headers else "200"), status
    return body


def _ratio(found: dict[str, list[float]]) -> float:
    """Bare against ours: per round, so that both had the same machine; the middle one."""
    return statistics.median(bare / ours for bare, ours in zip(found["kale JSON-view"], found["API"], strict=True))


def _report(found: dict[str, dict[str, list[float]]], rounds: int) -> str:
    lines = [
        "# De API gemeten", "",
        f"{datetime.now(UTC).date()}, `./run bench api`: {SIZE:,} kaarten in SQLite, lijsten van 100, {rounds} ronden van {TIMES}"
        " antwoorden per variant om en om, milliseconden processortijd per antwoord (middelste ronde).",
        "De kale view leest dezelfde rijen en bronnen en schrijft JSON, zonder middleware.",
        "", "| lijst | " + " | ".join(found[LISTS[0]]) + f" | kaal : API (doel ≥ {GOAL}) |", "|---|" + "---|" * 5,
    ]  # fmt: skip
    for name, one in found.items():
        cells = [f"{statistics.median(times):.2f}" for times in one.values()]
        lines.append(f"| {name} | {' | '.join(cells)} | {_ratio(one):.2f} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
