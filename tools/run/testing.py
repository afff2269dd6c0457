"""All tests, once on SQLite (with the browser tests) and once on a real PostgreSQL, side by side."""

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

WITHOUT_BROWSER = ["--ignore=tests/browser"]
ON_POSTGRES = ["-W", "ignore", "-m", "tools.postgres", PYTHON, "-m", "pytest", *WITHOUT_BROWSER]


def test(words: list[str]) -> int:
    """pytest on both databases at once. Extra words go to pytest; a whole run also measures coverage (the layers named
    in pyproject.toml) and gives the browser tests a process of their own, so what they set reaches no other test."""
    environment.ready(DEV)
    found = browser.chromium()
    env = environment.variables(COVERAGE_FILE=str(VAR / "coverage"), DWW_CHROMIUM=found or "")
    env.pop("DWW_DATABASE_URL", None)
    if not found:
        say("Geen Chromium gevonden: de browsertests draaien nu niet. Met het pakket chromium wel.")
    beside = {"PostgreSQL": [*ON_POSTGRES, *words]}
    if found and not words:
        beside["Browser"] = ["-m", "pytest", "tests/browser"]
    with _beside(beside, env) as others:
        say("SQLite")
        measured = [] if words else ["-m", "coverage", "run"]
        here = [] if found and words else WITHOUT_BROWSER
        codes = [_python([*measured, "-m", "pytest", *here, *words], env)]
        covered = 0 if words else _python(["-m", "coverage", "report", "-m", "--skip-covered", "--fail-under=100"], env)
        if covered:
            say("In deze lagen moet een test door elke tak lopen.")
        for name, (process, said) in others.items():
            codes.append(process.wait())
            said.seek(0)
            say(f"\n{name}")
            print(said.read().rstrip(), flush=True)
    if set(codes) == {NOTHING_TO_TEST}:
        return NOTHING_TO_TEST
    # A process that a signal ended has a negative code: that is a failure too.
    return max(covered, *(abs(code) for code in codes if code != NOTHING_TO_TEST))


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
