"""Other processes beside the test: their own Python, on an empty database of their own or on production settings."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

MANAGE = [sys.executable, str(settings.ROOT / "manage.py")]


def start(*words: str, **variables: str) -> "subprocess.Popen[str]":
    """`manage.py WORDS` with these variables and nothing else of ours, nor of the browser tests that run beside it."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("DWW_", "DJANGO_"))}
    env = clean | {"PYTHONWARNINGS": "ignore"} | variables
    return subprocess.Popen(
        [*MANAGE, *words], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=settings.ROOT
    )


def finish(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    """(exit code, output, errors)."""
    out, errors = process.communicate(timeout=120)
    return process.returncode, out, errors


def shared_database(folder: Path) -> dict[str, str]:
    """Variables for processes that share one migrated, empty database. Needs a test with transaction=True.

    SQLite: a copy of the test database in a file, because a database in memory cannot be shared.
    """
    variables = {"DWW_DEBUG": "1", "DWW_VAR": str(folder)}
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(folder / "doenwatwerkt.sqlite3") as file:
            connection.connection.backup(file)
        file.close()
        return variables
    address = urlsplit(os.environ["DWW_DATABASE_URL"])
    return variables | {"DWW_DATABASE_URL": urlunsplit(address._replace(path=f"/{connection.settings_dict['NAME']}"))}
