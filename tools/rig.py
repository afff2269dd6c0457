"""Loaded by pytest before the settings: a local machine, not the demo, with a folder of its own. And what a whole run
of both databases does once instead of twice, or not at all where it proves nothing."""

import gc
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("DWW_DEBUG", "1")
os.environ["DWW_DEMO"] = "0"
os.environ["DWW_SEMANTIC"] = "0"
os.environ["DWW_VAR"] = tempfile.mkdtemp(prefix="dww-test-")
Path(os.environ["DWW_VAR"], "static").mkdir()  # whitenoise warns about a folder that is not there

ASK_A_DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}
"""Fixtures that open the database. Without one of these or the marker, pytest-django refuses every question to it."""

left_out: list[pytest.Item] = []


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, leave out the tests that never ask a database: they ran, or run, on SQLite."""
    if not os.environ.get("DWW_DATABASE_URL"):
        return
    left_out[:] = [item for item in items if not asks(item)]
    items[:] = [item for item in items if asks(item)]
    config.hook.pytest_deselected(items=left_out)


def asks(item: pytest.Item) -> bool:
    """Whether this test can ask a database at all. Processes beside a test are given one through a fixture of these too."""
    asked = set(getattr(item, "fixturenames", ()))
    return bool(asked & ASK_A_DATABASE) or item.get_closest_marker("django_db") is not None


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say what was left out."""
    if left_out:
        terminalreporter.write_line(
            f"PostgreSQL: {len(left_out)} tests never ask a database and were left out; they run on SQLite."
        )


def pytest_collection_finish() -> None:
    """All that is imported by now stays for the whole run: the garbage collector need not look at it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
