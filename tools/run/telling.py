"""What ./run says to the person at the keyboard: steps with their time, and one clear sentence when it cannot go on."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

PYTHON_HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"
NO_NETWORK = (
    r"name resolution|NewConnectionError|ConnectTimeout|Connection (refused|reset)|Network is unreachable|ProxyError"
    r"|dns error|error sending request|Failed to fetch|read timed out|Could not connect"
)
KNOWN: tuple[tuple[str, str], ...] = (
    (
        r"No space left on device|disk is full|Disk quota exceeded",
        "De schijf is vol. Maak ruimte vrij en probeer het opnieuw; wat er al stond, is heel gebleven.",
    ),
    (
        r"do not match the hashes|hash mismatch",
        "Een opgehaald pakket is niet het pakket dat is vastgelegd. Er is niets van gebruikt; waarschuw de beheerder.",
    ),
    (
        NO_NETWORK,
        "Er is geen verbinding met de pakketbron. Controleer het netwerk en probeer het opnieuw.",
    ),
    (
        r"No matching distribution|no wheels? with a matching|not compatible",
        f"Niet elk pakket bestaat voor dit systeem met Python {PYTHON_HERE}. Met Python 3.13 werkt het.",
    ),
    (
        r"ensurepip is not available|No module named .?(ensurepip|venv)",
        "Deze Python kan geen omgeving maken. Installeer ook het onderdeel venv van Python en probeer het opnieuw.",
    ),
)


class Stop(Exception):
    """We cannot go on; the text is the whole message for the person at the keyboard."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def explain(output: str) -> str:
    """One sentence for a failure we know, or else the last lines of what the command itself said."""
    for pattern, sentence in KNOWN:
        if re.search(pattern, output, re.IGNORECASE):
            return sentence
    lines = [line for line in output.splitlines() if line.strip()]
    if "Traceback (most recent call last)" in output:
        lines = ["Dit is een fout in de software zelf. Python meldt:", *lines[-14:]]
    return "\n".join(line.removeprefix("CommandError: ") for line in lines[-15:]) or "Er ging iets mis, zonder uitleg."


@contextmanager
def step(title: str) -> Iterator[None]:
    """Say what is going on, and afterwards how long it took."""
    start = time.monotonic()
    print(f"· {title} … ", end="", file=sys.stderr, flush=True)
    try:
        yield
    except BaseException:
        say("mislukt")
        raise
    say(f"klaar ({time.monotonic() - start:.1f} s)".replace(".", ","))


def carry_out(title: str, command: list[str], env: dict[str, str]) -> None:
    """Run one command as a step. Stop, with the reason in words, when it fails."""
    try:
        with step(title):
            subprocess.run(
                command, env=env, check=True, text=True,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
    except subprocess.CalledProcessError as failure:
        raise Stop(explain(failure.output)) from None
