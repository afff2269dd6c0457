"""`./run bench pdf`: what it costs to typeset every card of the library once in a warm process, and one card again."""

import os
import platform
import secrets
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "bench/results/pdf.md"
GOAL = 50.0
AGAIN = 20
KINDS = ("praktijk", "antwoord", "materiaal")

type Spent = tuple[float, float]
"""(milliseconds of processor time, milliseconds on the clock)"""


def main(words: list[str]) -> int:
    """One run over the real library; prints and writes the report. 1 when a card costs more than the goal."""
    with tempfile.TemporaryDirectory(prefix="dww-bench-") as folder:
        _set_up(folder)
        before = _memory()
        documents = _documents()
        _, first = _timed(documents["praktijk"][0])
        rows, reached = [], True
        for kind, made in documents.items():
            spent = [_timed(one)[1] for one in made]
            middle = statistics.median(cost for cost, _ in spent)
            rows.append(_row(f"{len(made)} keer {kind}, elk nieuw", spent))
            reached = reached and middle <= GOAL
        again = [_timed(documents["praktijk"][0])[1] for _ in range(AGAIN)]
        rows.append(_row(f"dezelfde kaart, {AGAIN} keer", again))
        sizes = [len(_timed(one)[0]) / 1000 for one in documents["praktijk"]]
        grown = _memory() - before
    report = "\n".join(_report(rows, first, sizes, grown))
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(report, encoding="utf-8")
    print(report)
    return 0 if reached else 1


def _set_up(folder: str) -> None:
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "doenwatwerkt.config.settings", "DWW_VAR": folder, "DWW_DATABASE_URL": "",
        "DWW_DEMO": "0", "DWW_DEBUG": "1", "DWW_SEMANTIC": "0", "DWW_SECRET_KEY": secrets.token_urlsafe(50),
        "DWW_ALLOWED_HOSTS": "localhost,testserver",
    }  # fmt: skip
    sys.path[:0] = [str(ROOT / "src")]
    import django
    from django.core.management import call_command
    from django.utils.translation import activate

    django.setup()
    call_command("migrate", verbosity=0)
    activate("nl")
    from doenwatwerkt.site import loading

    loading.load(at=datetime.now(UTC))


def _documents() -> dict[str, list[Any]]:
    """A document for every published card, as the address of its PDF makes it; setting it is what we measure."""
    from django.core.cache import cache
    from django.http import HttpResponse
    from django.test import Client

    from doenwatwerkt.catalogue.models import Card
    from doenwatwerkt.ui import pdf

    client, answer = Client(), pdf.answer
    found: dict[str, list[Any]] = {}
    for kind in KINDS:
        found[kind] = kept = []
        pdf.answer = lambda document, name, kept=kept: HttpResponse(kept.append(document) or name)
        for card in Card.objects.public().of_kind(kind):
            cache.clear()  # nobody may ask for so many in a minute
            client.get(f"{card.get_absolute_url().removesuffix('/')}.pdf")
    pdf.answer = answer
    return found


def _timed(document: Any) -> tuple[bytes, Spent]:
    from doenwatwerkt.ui import pdf

    cost, clock = time.process_time(), time.perf_counter()
    made = pdf.typeset(document)
    return made, ((time.process_time() - cost) * 1000, (time.perf_counter() - clock) * 1000)


def _memory() -> float:
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _row(what: str, spent: list[Spent]) -> str:
    costs, clocks = zip(*spent, strict=True)
    most = sorted(costs)[int(0.95 * len(costs))]
    return f"| {what} | {statistics.median(costs):.0f} ms | {most:.0f} ms | {statistics.median(clocks):.0f} ms |"


def _report(rows: list[str], first: Spent, sizes: list[float], grown: float) -> list[str]:
    return [
        "# PDF: wat het zetten van een kaart kost", "",
        f"Gemeten op {date.today()} op {platform.machine()}, {os.cpu_count()} kernen, belasting {os.getloadavg()[0]:.1f}, "
        f"Python {platform.python_version()}, typst {version('typst')}. Doel: een nieuwe kaart in een warm proces kost in het "
        f"midden hoogstens {GOAL:.0f} ms processortijd.", "",
        "| wat | processortijd, midden | processortijd, 95 % | op de klok, midden |", "|---|--:|--:|--:|", *rows, "",
        f"De eerste PDF van een proces kost {first[0]:.0f} ms processortijd ({first[1]:.0f} ms op de klok). Een aanpak is "
        f"{statistics.median(sizes):.0f} kB in het midden en {max(sizes):.0f} kB op zijn grootst. Een proces dat PDF's maakt, "
        f"wordt {grown:.0f} MB groter (PSS, het programma van typst meegeteld; processen delen dat).", "",
    ]  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
