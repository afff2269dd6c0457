"""Typed readers of DWW_* variables."""

import os
import re
import secrets
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SQLITE_START = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000; PRAGMA mmap_size=268435456;
PRAGMA temp_store=MEMORY;
"""


def flag(name: str) -> bool:
    """True for 1, ja, true, yes; False for empty, 0, nee, false, no. Anything else is refused with the name."""
    value = os.getenv(name, "").strip().lower()
    if value in ("1", "ja", "true", "yes", "on"):
        return True
    if value in ("", "0", "nee", "false", "no", "off"):
        return False
    raise ImproperlyConfigured(f"{name} moet 1 of 0 zijn, niet '{value}'.")


def items(name: str) -> list[str]:
    return [item.strip() for item in os.getenv(name, "").split(",") if item.strip()]


class Named(NamedTuple):
    """Something with an address and a name."""

    url: str
    name: str


def named(name: str) -> Named | None:
    """An address and a name, as "https://… its name"; None where it is not set. Anything else is refused with the name."""
    url, _, words = os.getenv(name, "").strip().partition(" ")
    if not url:
        return None
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", url) or not words.strip():
        raise ImproperlyConfigured(f"{name} is een adres, een spatie en een naam: https://voorbeeld.nl/x De naam.")
    return Named(url, words.strip())


def local_secret(folder: Path) -> str:
    """The secret key of a demo or development machine: made once, kept in var/."""
    file = folder / "secret-key"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text().strip()


def database(url: str, file: Path) -> dict[str, Any]:
    """Django's settings of one database: postgresql://user:password@host:port/name?host=/socket, or SQLite at `file`."""
    if not url:
        file.parent.mkdir(parents=True, exist_ok=True)
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_START}
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "CONN_MAX_AGE": None, "OPTIONS": options}
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ImproperlyConfigured("DWW_DATABASE_URL begint met postgresql:// (of is leeg: dan SQLite in var/).")
    query = parse_qs(parts.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
