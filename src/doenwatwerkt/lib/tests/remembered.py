"""Set-up that many tests share: really made once a run, through files and operations, and put back as rows after that."""

import pickle
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

from doenwatwerkt.lib.tests import rows

_kept: dict[Hashable, tuple[rows.Taken, bytes]] = {}


def remembered[Made](key: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` returns, with everything it put into the database.

    It runs where the database is not empty, and the first time. After that the same rows are put back, with copies of
    what it returned that no other test has seen. The key says all that the outcome depends on."""
    if rows.filled():
        return make()
    if key not in _kept:
        made = make()
        _kept[key] = rows.taken(), pickle.dumps(made)
        return made
    taken, made = _kept[key]
    rows.put_back(taken)
    return pickle.loads(made)


def contents(folder: Path) -> tuple[Any, ...]:
    """All files in a folder, by name: a key for what is made of them."""
    return tuple(
        (str(file.relative_to(folder)), file.read_bytes()) for file in sorted(folder.rglob("*")) if file.is_file()
    )
