"""`./run bench lighthouse`: what Lighthouse says of the main pages on a phone. It is no part of the project: see MISSING."""

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from tools.browser import chromium

REPORT = Path(__file__).parents[1] / "bench/results/lighthouse.md"
PAGES = {
    "voorpagina": "/", "zoeken": "/zoeken/", "menukaart": "/menukaart/", "aanpak": "/praktijken/gestructureerd-interview/",
    "zoekresultaat": "/zoeken/?q=sollicitatiegesprek",
}  # fmt: skip
GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
ROUNDS, TRIES, PATIENCE = 3, 3, 180
LEFT_OUT = {("zoekresultaat", "seo"): "is-crawlable"}
"""Where we choose to lose points, and the one audit that may cost them."""
WHY = (
    "De zoekpagina mag gevonden worden, een zoekresultaat niet: elke vraag is een eigen adres, en wat mensen vragen hoort niet in "
    "een zoekmachine. Lighthouse trekt daar bij SEO punten voor af (`is-crawlable`). Dat is een keuze en geen fout: wij tellen die pagina "
    "als gehaald zolang er bij SEO niets anders mis is."
)
MISSING = (
    "Lighthouse is er niet. Het hoort niet bij het project. Zet het buiten deze map neer met\n"
    "  npm install --prefix ~/lighthouse lighthouse\n"
    "en wijs het aan: DWW_LIGHTHOUSE=~/lighthouse/node_modules/.bin/lighthouse ./run bench lighthouse http://localhost:8000\n"
    "Start eerst in een ander venster de site: ./run demo."
)
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"

type Scores = dict[str, int]


def main(words: list[str]) -> int:
    """Ask every page a few times, take the middle, write the report. 1 when a goal was missed, 2 when it can't be asked."""
    tool, browser = os.environ.get("DWW_LIGHTHOUSE") or shutil.which("lighthouse"), chromium()
    if not tool or not Path(tool).expanduser().exists() or not browser:
        print(MISSING if browser else "Chromium is er niet. Wijs het aan met DWW_CHROMIUM.", file=sys.stderr)
        return 2
    site = (words[0] if words else "http://localhost:8000").rstrip("/")
    try:
        urlopen(site, timeout=10).close()
    except OSError as error:
        print(f"Op {site} staat geen site: {error}. Start die met ./run demo.", file=sys.stderr)
        return 2
    found = {
        name: [_ask(str(Path(tool).expanduser()), browser, site + path) for _ in range(ROUNDS)]
        for name, path in PAGES.items()
    }
    report, reached = _report(found)
    REPORT.write_text(report, encoding="utf-8")
    print(report)
    return 0 if reached else 1


def _ask(tool: str, browser: str, url: str) -> dict[str, Any]:
    """One visit of Lighthouse, its usual phone. Chromium sometimes loses its trace: then again, a few times."""
    with tempfile.TemporaryDirectory(prefix="dww-lighthouse-") as folder:
        out = Path(folder) / "told.json"
        command = [tool, url, "--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={FLAGS}"]
        for _ in range(TRIES):
            subprocess.run(command, env=os.environ | {"CHROME_PATH": browser}, timeout=PATIENCE, capture_output=True)
            told: dict[str, Any] = json.loads(out.read_text()) if out.exists() else {}
            if told and not told.get("runtimeError"):
                return told
    raise RuntimeError(f"Lighthouse could not visit {url}: {told.get('runtimeError')}")


def _score(told: dict[str, Any], part: str) -> int:
    return round(100 * told["categories"][part]["score"])


def _wrong(told: dict[str, Any], part: str) -> list[str]:
    """The audits that cost points in this part."""
    parts = [ref["id"] for ref in told["categories"][part]["auditRefs"] if ref["weight"]]
    return [name for name in parts if (score := told["audits"][name]["score"]) is not None and score < 1]


def _report(found: dict[str, list[dict[str, Any]]]) -> tuple[str, bool]:
    first = next(iter(found.values()))[0]
    lines = [
        "# Wat Lighthouse van de pagina's zegt", "",
        f"{date.today()}, `./run bench lighthouse` op {platform.machine()}: Lighthouse {first['lighthouseVersion']} met Chromium, "
        f"de gewone telefoon van Lighthouse (vertraagde processor, traag mobiel net), de middelste van {ROUNDS} bezoeken aan de demo. "
        f"Belasting van de machine aan het eind: {os.getloadavg()[0]:.1f} op {os.cpu_count()} kernen; "
        "een drukke machine kost punten bij snelheid.",
        "", "| pagina | snelheid (doel ≥ 98) | toegankelijkheid (100) | goede gewoontes (100) | SEO (100) | wat punten kostte |",
        "|---|--:|--:|--:|--:|---|",
    ]  # fmt: skip
    reached = True
    for name, visits in found.items():
        scores = {part: round(statistics.median(_score(one, part) for one in visits)) for part in GOALS}
        wrong = {part: _wrong(visits[-1], part) for part in GOALS}
        missed = [
            part for part, goal in GOALS.items() if scores[part] < goal and wrong[part] != [LEFT_OUT.get((name, part))]
        ]
        reached = reached and not missed
        told = ", ".join(audit for part in GOALS if scores[part] < 100 for audit in wrong[part])
        lines.append(f"| {name} | " + " | ".join(str(scores[part]) for part in GOALS) + f" | {told or '–'} |")
    return "\n".join([*lines, "", WHY, ""]), reached


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
