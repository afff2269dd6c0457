"""Database, content and static files, made ready once and left alone while nothing they come from has changed."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from tools.run.environment import MANAGE, PYTHON, ROOT, RUNTIME, VAR
from tools.run.telling import carry_out

SOURCE = ROOT / "src" / "doenwatwerkt"
MADE_FROM = {".py", ".yaml", ".tsv"}
"""What the filled database comes from: migrations, content, and the code that loads and indexes it."""

THUMB = 2**31
"""SQLite keeps a signed 32-bit number for its user; that much of a digest fits."""

UNUSED = ("htmax-*", "htmx-4*", "htmx-2.js", "hx-*", "htmx-2-compat*")
"""What django-htmx brings beside the one file that our pages ask for: to compress it took longer than all the rest."""


def prepare(env: dict[str, str]) -> None:
    """Everything that must stand before the first page is served."""
    database(env)
    static(env)


def database(env: dict[str, str]) -> None:
    """Migrate, load the content and, in the demo, the demo people. Skipped when the database was made from the same."""
    file = None if env.get("DWW_DATABASE_URL") else VAR / "doenwatwerkt.sqlite3"
    files = (path for path in SOURCE.rglob("*") if path.suffix in MADE_FROM and "tests" not in path.parts)
    now = digest([ROOT / RUNTIME, *files], salt=env.get("DWW_DEMO", ""))
    if file is None or _made_from(file) != now % THUMB:
        VAR.mkdir(parents=True, exist_ok=True)
        carry_out("Databank bijwerken", [PYTHON, MANAGE, "migrate", "--no-input"], env)
        carry_out("Inhoud laden en doorzoekbaar maken", [PYTHON, MANAGE, "load_content"], env)
        if env.get("DWW_DEMO") == "1":
            carry_out("Voorbeeldmensen maken", [PYTHON, MANAGE, "demo_people"], env)
        if file:
            _remember(file, now % THUMB)


def static(env: dict[str, str]) -> None:
    """Collect and compress what browsers fetch."""
    files = [path for path in SOURCE.glob("*/static/**/*") if path.is_file()]
    now = digest([ROOT / RUNTIME, SOURCE / "config" / "settings.py", *files])
    if not (VAR / "static").is_dir():
        _stamp("static").unlink(missing_ok=True)
    command = [PYTHON, MANAGE, "collectstatic", "--no-input", "--clear", *(f"--ignore={name}" for name in UNUSED)]
    _once("static", now, lambda: carry_out("Vormgeving klaarzetten", command, env))


def digest(files: Iterable[Path], salt: str = "") -> int:
    """One number, 256 bits, for the names and contents of these files."""
    total = hashlib.sha256(salt.encode())
    for file in sorted(files):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        total.update(f"{file.relative_to(ROOT)} {content}\n".encode())
    return int(total.hexdigest(), 16)


def _once(name: str, now: int, do: Callable[[], None]) -> None:
    """Do it, unless the stamp says that it was done for the same digest."""
    if not _stamp(name).is_file() or _stamp(name).read_text() != f"{now:x}":
        do()
        _stamp(name).write_text(f"{now:x}")


def _stamp(name: str) -> Path:
    return VAR / f"{name}.stamp"


def _made_from(file: Path) -> int:
    """What the database itself says it was made from: SQLite's user_version, so a new or restored file never lies."""
    if not file.exists():
        return -1
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _remember(file: Path, number: int) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {number}")
