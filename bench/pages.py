"""`./run bench pages`: what the pages cost beside bare views of the same rows, how large they are, what memory they take."""

import gzip
import os
import platform
import re
import secrets
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

from bench.server import CONNECTIONS, Burst, Server, running

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "bench/results/pages.md"
LIBRARIES = ("django", "granian", "whitenoise")
SIZE, LARGE, FEW = 5_000, 10_000, 10
ROUNDS, SECONDS = 7, 2.0
TRANSACTIONS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
VARIANTS = {"ours": "", "bare": "/bare", "rendered": "/rendered"}

LISTS = ("/praktijken/", "/antwoorden/", "/materialen/")

type Row = tuple[str, str, str, bool]
"""(what was measured, value, goal, reached)"""


def main(words: list[str]) -> int:
    """One run: make a database, measure, print and write the report. 1 when a goal was not reached."""
    rounds = int(words[0]) if words else ROUNDS
    with tempfile.TemporaryDirectory(prefix="dww-bench-") as folder:
        _set_up(folder)
        from bench.growing import Grower, shrink
        from doenwatwerkt.site import loading

        loading.load(at=datetime.now(UTC))
        grower, counts = Grower(), {}
        real, practices = grower.size, _paths()["praktijk"]
        with _undone():
            shrink(FEW)
            counts[FEW] = _queries()
        counts[real] = _queries()
        grower.to(SIZE)
        counts[SIZE], paths = _queries(), _paths()
        with running() as server:
            bursts = _measure(server, paths, rounds)
            rows, lists, memory = _sizes(server, practices), _lists(server), server.memory()
        grower.to(LARGE)
        counts[LARGE] = _queries()
    rows = [*_speed(bursts), *_counted(counts), *rows, *_memory(memory)]
    lines = [*_circumstances(real, rounds), *_table(rows), "", *_bursts(bursts), "", *_lists_table(lists), ""]
    report = "\n".join(lines)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(report, encoding="utf-8")
    print(report)
    return 0 if all(reached for *_, reached in rows) else 1


def _set_up(folder: str, database: str = "") -> None:
    """An empty production site of its own, behind a proxy, on SQLite or the database of this address."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "doenwatwerkt.config.settings", "DWW_VAR": folder, "DWW_DATABASE_URL": database,
        "DWW_DEMO": "0", "DWW_DEBUG": "0", "DWW_SEMANTIC": "0", "DWW_SECRET_KEY": secrets.token_urlsafe(50),
        "DWW_ALLOWED_HOSTS": "localhost", "DWW_TRUSTED_PROXIES": "1",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }  # fmt: skip
    sys.path[:0] = [str(ROOT / "src")]
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


@contextmanager
def _undone() -> Iterator[None]:
    """A transaction that leaves no trace."""
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _paths() -> dict[str, list[str]]:
    """Per page the addresses that are asked in turn: real questions, practices spread over the whole library."""
    from doenwatwerkt.catalogue.models import Card

    questions = [line.split("\t")[0] for line in (ROOT / "bench/questions.tsv").read_text().splitlines()[1:]]
    slugs = list(Card.objects.public().of_kind("praktijk").order_by("pk").values_list("slug", flat=True))
    return {
        "voorpagina": ["/"],
        "zoeken": [f"/zoeken/?q={quote(question)}" for question in questions],
        "praktijk": [f"/praktijken/{slug}/" for slug in slugs[:: max(1, len(slugs) // 150)]],
    }


def _queries() -> dict[str, int]:
    """Most queries that one of a few addresses of each page asks, through the whole stack."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from doenwatwerkt.catalogue.models import Card

    titles = Card.objects.public().order_by("pk").values_list("title", flat=True)[:5]
    asking = _paths() | {path: [path] for path in LISTS}
    asking["zoeken"] = [f"/zoeken/?q={quote(title)}" for title in titles]
    asking["zoeken zonder treffer"] = ["/zoeken/?q=qwxzvv", "/zoeken/?q=zeilbood+in+het+kanall"]
    found: dict[str, int] = {}
    for page, paths in asking.items():
        for path in paths[:5]:
            with CaptureQueriesContext(connection) as asked:
                response = Client().get(path, secure=True, headers={"host": "localhost"})
            assert response.status_code == 200, (path, response.status_code)
            questions = [query for query in asked if not query["sql"].startswith(TRANSACTIONS)]
            found[page] = max(found.get(page, 0), len(questions))
    return found


def _measure(server: Server, paths: dict[str, list[str]], rounds: int) -> dict[str, dict[str, list[Burst]]]:
    """Per page and variant a burst a round, in turn, so that whatever slows the machine slows all three."""
    asked = {
        page: {name: [prefix + one for one in some] for name, prefix in VARIANTS.items()}
        for page, some in paths.items()
    }
    asked["lege view"] = {"bare": ["/bare/leeg/"]}
    bursts: dict[str, dict[str, list[Burst]]] = {page: {name: [] for name in some} for page, some in asked.items()}
    for count in range(rounds + 1):
        for page, variants in asked.items():
            for name, addresses in variants.items():
                burst = server.burst(addresses, SECONDS)
                if count:  # the first round only warms up
                    bursts[page][name].append(burst)
    return bursts


def _middle(bursts: list[Burst], what: str) -> float:
    return statistics.median(getattr(burst, what) for burst in bursts)


def _speed(bursts: dict[str, dict[str, list[Burst]]]) -> list[Row]:
    rows = []
    for page, made in bursts.items():
        if "ours" not in made:
            continue
        above = statistics.median(a.cost - b.cost for a, b in zip(made["ours"], made["bare"], strict=True))
        ratio = statistics.median(a.rate / b.rate for a, b in zip(made["ours"], made["rendered"], strict=True))
        rows += [
            (f"{page}: werktijd boven een kale view op dezelfde rijen", f"{above:.2f} ms", "≤ 2 ms", above <= 2),
            (f"{page}: tempo tegenover dezelfde sjabloon zonder middleware", f"{ratio:.2f} ×", "≥ 0,5 ×", ratio >= 0.5),
        ]
    return rows


def _counted(counts: dict[int, dict[str, int]]) -> list[Row]:
    sizes = sorted(counts)
    rows = []
    for page in counts[sizes[0]]:
        seen = [counts[size][page] for size in sizes]
        goal = "≤ 8 en overal gelijk"
        value = ", ".join(f"{number} bij {size}" for number, size in zip(seen, sizes, strict=True))
        reached = len(set(seen)) == 1 and seen[0] <= 8
        rows.append((f"{page}: vragen aan de databank bij zoveel kaarten", value, goal, reached))
    return rows


def _sizes(server: Server, practices: list[str]) -> list[Row]:
    """What a first visit transfers, and the largest real practice page."""
    page, coding = server.fetch("/")
    assert coding == "gzip", "home goes over the wire compressed"
    assets = sorted(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', gzip.decompress(page).decode())))
    parts = [len(page), *(len(server.fetch(asset)[0]) for asset in assets)]
    largest = max(len(server.fetch(path)[0]) for path in practices)
    first = f"eerste bezoek: voorpagina en {len(assets)} bestanden, gecomprimeerd"
    return [
        (first, _kb(sum(parts)), "≤ 60 kB", sum(parts) <= 60_000),
        (f"grootste van {len(practices)} praktijkpagina's, gecomprimeerd", _kb(largest), "≤ 15 kB", largest <= 15_000),
    ]


def _kb(size: float) -> str:
    return f"{size / 1000:.1f} kB"


def _lists(server: Server) -> list[tuple[str, str, str, str]]:
    """The lists per kind at this size: bytes and processor time. They have no goal of their own, but do not grow with the library."""
    found = []
    for path in LISTS:
        body, _ = server.fetch(path)
        found.append((path, _kb(len(gzip.decompress(body))), _kb(len(body)), f"{server.burst([path], 4).cost:.0f} ms"))
    return found


def _memory(memory: dict[str, float]) -> list[Row]:
    told = ", ".join(f"{name} {size:.0f}" for name, size in memory.items())
    total = sum(memory.values())
    return [(f"geheugen (PSS, na de meting): {told}", f"{total:.0f} MB", "≤ 450 MB", total <= 450)]


def _circumstances(real: int, rounds: int) -> list[str]:
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    chip = next((line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "")
    return [
        "# Bladzijden: hoe snel, hoe groot en hoeveel geheugen", "",
        f"Gemeten op {date.today()} op {platform.machine()} ({chip.partition(': ')[2] or 'onbekend'}), {os.cpu_count()} kernen, "
        f"belasting {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {libraries}.", "",
        f"{real} echte kaarten, aangevuld tot {SIZE:,} met kopieën van hele kaarten onder verzonnen woorden. Granian, 2 processen "
        f"met elk 1 draad; één belaster met {CONNECTIONS} verbindingen die openblijven. Het midden van {rounds} rondes; in elke ronde "
        f"om de beurt onze bladzijde, een kale view die dezelfde rijen leest, en dezelfde view met sjabloon maar zonder "
        f"middleware. Werktijd is processortijd van de webprocessen per antwoord; op een drukke machine is die hoger, en de lege "
        f"view onderaan zegt hoe druk het was (op een rustige machine ongeveer 0,2 ms).", "",
    ]  # fmt: skip


def _table(rows: list[Row]) -> list[str]:
    lines = ["| wat | gemeten | doel | gehaald |", "|---|--:|--:|---|"]
    verdict = {True: "ja", False: "**nee**"}
    return lines + [f"| {what} | {value} | {goal} | {verdict[reached]} |" for what, value, goal, reached in rows]


def _bursts(bursts: dict[str, dict[str, list[Burst]]]) -> list[str]:
    names = {"ours": "onze bladzijde", "bare": "kale view", "rendered": "zonder middleware"}
    lines = ["| bladzijde | wat | antwoorden per seconde | werktijd per antwoord |", "|---|---|--:|--:|"]
    for page, made in bursts.items():
        for name, some in made.items():
            rate, cost = _middle(some, "rate"), _middle(some, "cost")
            lines.append(f"| {page} | {names[name]} | {rate:.0f} | {cost:.2f} ms |")
    return lines


def _lists_table(lists: list[tuple[str, str, str, str]]) -> list[str]:
    head = [f"| lijst bij {SIZE:,} kaarten | HTML | gecomprimeerd | werktijd |", "|---|--:|--:|--:|"]
    return head + [f"| {' | '.join(row)} |" for row in lists]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
