"""All tests, once on SQLite (with the browser tests) and once on a real PostgreSQL, side by side."""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from tools import browser
from tools.run import environment
from tools.run.environment import DEV, PYTHON, ROOT, VAR
from tools.run.telling import say

NOTHING_TO_TEST = 5
"""pytest's own exit code for a run that found no test."""

COVERED = VAR / "coverage.json"
COUNTED = ["-W", "ignore::RuntimeWarning:slipcover.importer", "-m", "slipcover", "--json", "--out", str(COVERED)]
LAYERS = re.compile(r"^src/doenwatwerkt/\w+/(rules|access|operations|queries|reactions)(\.py|/)")
"""Where a test must go through every line and branch (house.md C)."""

WITHOUT_BROWSER = ["--ignore=tests/browser"]
ON_POSTGRES = ["-W", "ignore", "-m", "tools.postgres", PYTHON, "-m", "pytest", *WITHOUT_BROWSER]


def test(words: list[str]) -> int:
    """pytest on both databases at once. Extra words go to pytest; a whole run also asks what no test went through, and
    gives the browser tests a process of their own, so what they set reaches no other test."""
    environment.ready(DEV)
    found = browser.chromium()
    env = environment.variables(DWW_CHROMIUM=found or "")
    env.pop("DWW_DATABASE_URL", None)
    if not found:
        say("Geen Chromium gevonden: de browsertests draaien nu niet. Met het pakket chromium wel.")
    beside = {"PostgreSQL": [*ON_POSTGRES, *words]}
    if found and not words:
        beside["Browser"] = ["-m", "pytest", "tests/browser"]
    with _beside(beside, env) as others:
        say("SQLite")
        COVERED.unlink(missing_ok=True)
        here = [] if found and words else WITHOUT_BROWSER
        codes = [_python([*([] if words else COUNTED), "-m", "pytest", *here, *words], env)]
        gaps = [] if words else _gaps()
        if gaps:
            say("In deze lagen moet een test door elke regel en elke tak lopen. Dat mist nog:")
            print("\n".join(gaps), flush=True)
        for name, (process, said) in others.items():
            codes.append(process.wait())
            said.seek(0)
            say(f"\n{name}")
            print(said.read().rstrip(), flush=True)
    if set(codes) == {NOTHING_TO_TEST}:
        return NOTHING_TO_TEST
    # A process that a signal ended has a negative code: that is a failure too.
    return max(bool(gaps), *(abs(code) for code in codes if code != NOTHING_TO_TEST))


@contextmanager
def _beside(
    runs: dict[str, list[str]], env: dict[str, str]
) -> Iterator[dict[str, tuple[subprocess.Popen[str], IO[str]]]]:
    """Start these runs of Python, each writing to a file of its own. Whatever ends us ends them."""
    started: dict[str, tuple[subprocess.Popen[str], IO[str]]] = {}
    try:
        for name, arguments in runs.items():
            said: IO[str] = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - closed below
            command = [PYTHON, *arguments]
            process = subprocess.Popen(
                command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, text=True
            )
            started[name] = process, said
        yield started
    finally:
        for process, said in started.values():
            if process.poll() is None:
                process.terminate()
            process.wait()
            said.close()


def _python(arguments: list[str], env: dict[str, str]) -> int:
    return subprocess.run([PYTHON, *arguments], cwd=ROOT, env=env).returncode


def _gaps() -> list[str]:
    """What no test went through: `file: line, line, line->line`. Not knowing is a gap too."""
    files = json.loads(COVERED.read_text(encoding="utf-8"))["files"] if COVERED.exists() else {}
    missed = {
        name: [*map(str, one["missing_lines"]), *(f"{here}->{there}" for here, there in one["missing_branches"])]
        for name, one in files.items()
        if LAYERS.match(name)
    }
    if not missed:
        return ["  er is niets gemeten"]
    return [f"  {name}: {', '.join(lines)}" for name, lines in sorted(missed.items()) if lines]
