"""Everything a machine can say about the code without running a test, a line each."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tools.run import environment
from tools.run.environment import DEV, MANAGE, PYTHON, ROOT, VENV
from tools.run.telling import Stop, say

BIN = str(VENV / "bin")
CHECKS: dict[str, list[str]] = {
    "vorm": [f"{BIN}/ruff", "format", "--check", "--output-format=concise", "."],
    "regels": [f"{BIN}/ruff", "check", "--quiet", "--output-format=concise", "."],
    "types": [f"{BIN}/mypy"],
    "bouwtekening": [f"{BIN}/lint-imports", "--no-logo"],
    "migraties": [PYTHON, MANAGE, "makemigrations", "--check", "--dry-run"],
    "documenten": [PYTHON, MANAGE, "docs", "--check"],
}


def check(words: list[str]) -> int:
    """All checks, also after a failure; 1 when any of them failed."""
    if words:
        raise Stop("./run check kent geen extra woorden: het doet altijd alles.")
    environment.ready(DEV)
    with ThreadPoolExecutor(2) as pool:
        results = pool.map(_one, CHECKS.values())
        failed = [name for name, result in zip(CHECKS, results, strict=True) if not _told(name, result)]
    if failed:
        say(f"\nNiet in orde: {', '.join(failed)}.")
    return 1 if failed else 0


def fmt(words: list[str]) -> int:
    """Put the form right and mend what ruff can mend."""
    environment.ready(DEV)
    orders = (["format"], ["check", "--fix"])
    return max(subprocess.run([f"{BIN}/ruff", *order, *(words or ["."])], cwd=ROOT).returncode for order in orders)


def _one(command: list[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command, cwd=ROOT, env=environment.variables(), text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def _told(name: str, result: "subprocess.CompletedProcess[str]") -> bool:
    good = result.returncode == 0
    print(f"{name:<14} {'in orde' if good else 'NIET IN ORDE'}", flush=True)
    if not good:
        sys.stdout.write("".join(f"    {line}\n" for line in result.stdout.splitlines() if line.strip()))
    return good
