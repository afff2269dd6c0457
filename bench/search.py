"""`./run bench search`: how good and how fast search is, beside its rivals, on SQLite and on PostgreSQL."""

import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.measure import SIZES
from tools import postgres

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "bench/results/search.md"
MEANT = (
    "Met de uitbreiding gemeten op 2026-11-27 (291 kaarten, dezelfde gewichten; vectoren maken kost vijf minuten processor), helft "
    "`report`: vragen success@1 .83, success@3 .97, MRR .90, nDCG@10 .85; parafrasen success@1 .69, success@3 .86, MRR .77, "
    "nDCG@10 .70. Helft `tune`: vragen success@3 .97, parafrasen .81 (zonder de uitbreiding .83: een van 36 minder)."
)
"""What stands in the report while the extra is not installed."""
LIBRARIES = ("django", "pystemmer", "simplemma", "tantivy", "psycopg")


def main(sizes: list[str]) -> int:
    """Measure both databases and write the report. 1 when a label names a card that does not exist."""
    sizes = sizes or [str(size) for size in SIZES]
    with tempfile.TemporaryDirectory(prefix="dww-bench-") as folder:
        results = [_measure("", folder, sizes)]
        _write(results)  # what took this long is kept when the second half is cut short
        with postgres.server() as address:
            results.append(_measure(address, folder, sizes))
    unknown = results[0]["unknown"]
    print(_write(results))
    for complaint in unknown:
        print(f"LET OP, EEN LABEL NOEMT EEN KAART DIE ER NIET IS: {complaint}", file=sys.stderr)
    return 1 if unknown else 0


def _write(results: list[dict[str, Any]]) -> str:
    report = "\n".join(_report(results))
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(report, encoding="utf-8")
    return report


def _measure(address: str, folder: str, sizes: list[str]) -> dict[str, Any]:
    env = os.environ | {
        "DWW_DATABASE_URL": address, "DWW_VAR": folder, "DWW_DEBUG": "1", "DWW_DEMO": "0",
        "DJANGO_SETTINGS_MODULE": "doenwatwerkt.config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }  # fmt: skip
    command = [sys.executable, "-m", "bench.measure", *sizes]
    done = subprocess.run(command, env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _report(results: list[dict[str, Any]]) -> list[str]:
    first = results[0]
    lines = ["# Zoeken: hoe goed en hoe snel", "", *_circumstances(first)]
    for complaint in first["unknown"]:
        lines += [f"**LET OP: een label noemt een kaart die er niet is: {complaint}**", ""]
    lines += [
        "## Hoe goed",
        "",
        *_quality(results),
        "",
        _same(results),
        "",
        "## Hoe snel (milliseconden, vragen van 2 tot 40 woorden)",
        "",
    ]
    return [*lines, *_speed(results), ""]


def _circumstances(first: dict[str, Any]) -> list[str]:
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    meaning = "geïnstalleerd" if first["semantic"] else "niet geïnstalleerd, dus niet gemeten"
    return [
        f"Gemeten op {date.today()} op {platform.machine()}, {os.cpu_count()} kernen, Python {platform.python_version()}, "
        f"{libraries}. {first['cards']} echte kaarten; de rest is gemaakt (Zipf over woorden van de kaarten en het "
        f"lexicon; boven 10.000 kaarten is de index in de database zelf vermenigvuldigd; "
        f"PostgreSQL is daarna opgeruimd, zoals autovacuum dat binnen enkele minuten doet). Belasting van de machine bij het "
        f"begin: {os.getloadavg()[0]:.1f}. Uitbreiding voor betekenis: {meaning}.", "",
        "Labels en parafrasen zijn gemaakt door mensen die de code niet zagen; het woordenboek lag toen al vast. Er is "
        "afgesteld op de helft `tune`; alleen de helft `report` telt als score.", "",
        *([] if first["semantic"] else [MEANT, ""]),
    ]  # fmt: skip


def _quality(results: list[dict[str, Any]]) -> list[str]:
    rows = {(row["set"], row["split"], row["system"]): row for result in results for row in result["quality"]}
    lines = [
        "| vragen | helft | n | systeem | success@1 | success@3 | MRR | nDCG@10 |",
        "|---|---|--:|---|--:|--:|--:|--:|",
    ]
    for row in sorted(rows.values(), key=lambda row: (row["set"] != "vragen", row["split"] != "report")):
        values = " | ".join(f"{row[name]:.2f}" for name in ("success@1", "success@3", "MRR", "nDCG@10"))
        lines.append(f"| {row['set']} | {row['split']} | {row['n']} | {row['system']} | {values} |")
    return lines


def _same(results: list[dict[str, Any]]) -> str:
    """Whether both databases gave the same cards in the same order."""
    one, other = results[0]["order"], results[-1]["order"]
    if len(results) == 1:
        return "Nog niet op PostgreSQL gemeten."
    same = sum(one[question] == other[question] for question in one)
    return f"Zelfde kaarten in dezelfde volgorde op SQLite en PostgreSQL: {same} van de {len(one)} vragen."


def _speed(results: list[dict[str, Any]]) -> list[str]:
    lines = [
        "| kaarten | database | wat | klok p50 | klok p95 | processor p50 | processor p95 |",
        "|--:|---|---|--:|--:|--:|--:|",
    ]
    for result in results:
        for row in result["speed"]:
            if "p50" in row:
                values = " | ".join(f"{row[name]:.1f}" for name in ("p50", "p95", "cpu50", "cpu95"))
                lines.append(f"| {row['size']:,} | {result['vendor']} | {row['what']} | {values} |")
    for result in results:
        grown = [f"{row['per_second']:.0f}" for row in result["speed"] if "per_second" in row]
        lines += ["", f"Indexeren op {result['vendor']}: {result['cards']} echte kaarten opnieuw in {result['index']:.1f} s; "
                      f"gemaakte kaarten per seconde: {', '.join(grown)}."]  # fmt: skip
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
