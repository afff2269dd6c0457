"""The processes that are measured: the web server with its workers and the background worker, and what they cost."""

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
TICKS = os.sysconf("SC_CLK_TCK")
CONNECTIONS = 8


@dataclass(frozen=True, slots=True)
class Burst:
    """What one burst of requests cost: `rate` a second, `cost` in milliseconds of processor time of the web processes."""

    rate: float
    cost: float


@dataclass(frozen=True, slots=True)
class Server:
    """A running site: its port, the process that guards the web processes, those, and the background worker."""

    port: int
    guard: int
    web: tuple[int, ...]
    worker: int

    def burst(self, paths: Sequence[str], seconds: float) -> Burst:
        """Let the load generator ask these paths in turn. Raises when an answer is not 200."""
        job = {"port": self.port, "paths": paths, "seconds": seconds, "connections": CONNECTIONS}
        before = sum(map(_spent, self.web))
        command = [sys.executable, "-m", "bench.load"]
        done = subprocess.run(command, input=json.dumps(job), stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
        spent = sum(map(_spent, self.web)) - before
        result: dict[str, Any] = json.loads(done.stdout)
        if result["wrong"]:
            raise RuntimeError(f"not every answer was 200: {result['wrong'][:3]}")
        return Burst(result["answered"] / result["seconds"], 1000 * spent / result["answered"])

    def fetch(self, path: str) -> tuple[bytes, str]:
        """The body of one answer as it goes over the wire, and its Content-Encoding."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Host": "localhost", "Accept-Encoding": "gzip, deflate, br", "X-Forwarded-Proto": "https"}
        connection.request("GET", path, headers=headers | {"X-Forwarded-For": "10.255.0.1"})
        response = connection.getresponse()
        body, coding = response.read(), response.headers.get("Content-Encoding", "")
        connection.close()
        if response.status != 200:
            raise RuntimeError(f"{response.status} {path}")
        return body, coding

    def memory(self) -> dict[str, float]:
        """Proportional set size in MB of each process."""
        pids = {f"webproces {n}": pid for n, pid in enumerate(self.web, 1)}
        pids |= {"werker": self.worker, "bewaker van de server": self.guard}
        return {name: _pss(pid) for name, pid in pids.items()}


@contextlib.contextmanager
def running() -> Iterator[Server]:
    """Granian with two workers of one thread each, as ./run serve starts it, and the background worker."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    web = ["-m", "granian", "--interface", "wsgi", "--workers", "2", "--blocking-threads", "1", "--no-ws"]
    web += ["--port", str(port), "--log-level", "warning", "bench.wsgi:application"]
    commands = [web, [str(ROOT / "manage.py"), "worker"]]
    started = [subprocess.Popen([sys.executable, *words], cwd=ROOT, stdin=subprocess.DEVNULL) for words in commands]
    try:
        guard, worker = (process.pid for process in started)
        _await(port)
        yield Server(port, guard, _children(guard), worker)
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(20)


def _await(port: int) -> None:
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.1)
    raise RuntimeError("the server did not start within a minute")


def _children(guard: int) -> tuple[int, ...]:
    """The web processes: children of the guard that are not Python's resource tracker."""
    found = [int(pid) for pid in Path(f"/proc/{guard}/task/{guard}/children").read_text().split()]
    return tuple(pid for pid in found if b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes())


def _spent(pid: int) -> float:
    """Seconds of processor time of a process so far, all its threads, its own and the kernel's for it."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _pss(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
