"""All tests, once on SQLite (with the browser tests) and once on a real PostgreSQL."""

import subprocess

from tools import browser
from tools.run import environment
from tools.run.environment import DEV, PYTHON, ROOT, VAR
from tools.run.telling import say

NOTHING_TO_TEST = 5
"""pytest's own exit code for a run that found no test."""


def test(words: list[str]) -> int:
    """pytest twice. Extra words go to pytest; a whole run also measures coverage (the layers named in pyproject.toml)."""
    environment.ready(DEV)
    found = browser.chromium()
    env = environment.variables(COVERAGE_FILE=str(VAR / "coverage"), DWW_CHROMIUM=found or "")
    env.pop("DWW_DATABASE_URL", None)
    if not found:
        say("Geen Chromium gevonden: de browsertests draaien nu niet. Met het pakket chromium wel.")
    without_browser = ["--ignore=tests/browser"]
    say("SQLite")
    measured = [] if words else ["-m", "coverage", "run"]
    first = _python([*measured, "-m", "pytest", *([] if found else without_browser), *words], env)
    covered = 0 if words else _python(["-m", "coverage", "report", "-m", "--skip-covered", "--fail-under=100"], env)
    if covered:
        say("In deze lagen moet een test door elke tak lopen.")
    say("\nPostgreSQL")
    second = _python(["-W", "ignore", "-m", "tools.postgres", PYTHON, "-m", "pytest", *without_browser, *words], env)
    if first == second == NOTHING_TO_TEST:
        return NOTHING_TO_TEST
    return max(covered, *(code for code in (first, second) if code != NOTHING_TO_TEST))


def _python(arguments: list[str], env: dict[str, str]) -> int:
    return subprocess.run([PYTHON, *arguments], cwd=ROOT, env=env).returncode
