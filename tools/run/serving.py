"""The demo and the production start: one web server and one worker that live and die together."""

import argparse
import contextlib
import ctypes
import errno
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import NoReturn

from tools.run import environment, preparing
from tools.run.environment import MANAGE, PYTHON, ROOT
from tools.run.telling import Stop, say, step

type Running = dict[str, subprocess.Popen[bytes]]

PATIENCE = 10.0
"""Seconds a process may take to end by itself before it is ended."""


class Options(argparse.ArgumentParser):
    """argparse that says no in Dutch."""

    def error(self, message: str) -> NoReturn:
        possible = self.format_usage().removeprefix("usage: ").rstrip()
        raise Stop(f"Dat begrijp ik niet. Wat kan: ./run {possible}")


def demo(words: list[str]) -> int:
    """Everything from nothing to an address to open: example people, SQLite in var/."""
    options = _options("demo", words)
    env = environment.variables(DWW_DEMO="1", **({"DWW_SEMANTIC": "1"} if options.semantic else {}))
    env.setdefault("DWW_SITE_URL", f"http://localhost:{options.port}")
    _free(options.host, options.port)
    environment.ready(environment.SEMANTIC if options.semantic else environment.RUNTIME)
    preparing.prepare(env)
    return _stand(options.host, options.port, env)


def serve(words: list[str]) -> int:
    """The same processes with production settings, which come from DWW_* variables."""
    options = _options("serve", words)
    missing = [name for name in ("DWW_SECRET_KEY", "DWW_ALLOWED_HOSTS") if not os.environ.get(name)]
    if missing:
        raise Stop(f"Zet eerst {' en '.join(missing)}: zonder start de site niet. Uitproberen kan met ./run demo.")
    env = environment.variables(**({"DWW_SEMANTIC": "1"} if options.semantic else {}))
    _free(options.host, options.port)
    environment.ready(environment.SEMANTIC if options.semantic else environment.RUNTIME)
    preparing.prepare(env)
    return _stand(options.host, options.port, env)


def _options(verb: str, words: list[str]) -> argparse.Namespace:
    options = Options(prog=verb, add_help=False)
    options.add_argument("--port", type=int, default=8000)
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--semantic", action="store_true")
    return options.parse_args(words)


def _free(host: str, port: int) -> None:
    """Stop when somebody else already listens there."""
    try:
        socket.create_server((host, port)).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Stop(f"Poort {port} is al bezet. Stop wat daar draait of kies --port {port + 1}.") from None
        raise Stop(f"Op {host}, poort {port}, kan de site niet staan. Kies een andere --host of --port.") from None
    except OverflowError:
        raise Stop("Een poort is een getal van 1 tot en met 65535.") from None


def _stand(host: str, port: int, env: dict[str, str]) -> int:
    """Run until told to stop, or until one of the two stops by itself: then both go."""
    web = [PYTHON, "-m", "granian", "--interface", "wsgi", "--workers", "2", "--blocking-threads", "1", "--no-ws"]
    web += ["--host", host, "--port", str(port), "--respawn-failed-workers", "--workers-kill-timeout", "5"]
    web += ["--log-level", "warning", "doenwatwerkt.config.wsgi:application"]
    commands = {"De webserver": web, "De werker": [PYTHON, MANAGE, "worker"]}
    address = f"http://localhost:{port}/" if env.get("DWW_DEMO") == "1" else f"http://{host}:{port}/"
    try:
        with _together(commands, env) as running:
            with step("Server en werker starten"):
                _await(running, host, port, env)
            print(f"\n  Doen Wat Werkt staat op {address}   (stoppen: Ctrl-C)\n", flush=True)
            while True:
                _all_alive(running)
                time.sleep(0.3)
    except KeyboardInterrupt:
        say("\nAlles is gestopt.")
        return 0


def _await(running: Running, host: str, port: int, env: dict[str, str]) -> None:
    """Wait for the first answer. A redirect to https is an answer too; a server error in the demo is not."""
    name = env.get("DWW_ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".")
    door = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    for _ in range(300):
        _all_alive(running)
        try:
            connection = http.client.HTTPConnection(door, port, timeout=10)
            connection.request("GET", "/", headers={"Host": name})
            status = connection.getresponse().status
        except OSError:
            time.sleep(0.1)
            continue
        if status < 500:
            return
        raise Stop(f"De site start, maar de voorpagina geeft fout {status}. De server meldt hierboven waarom.")
    raise Stop("De site geeft na een halve minuut nog geen antwoord.")


def _all_alive(running: Running) -> None:
    for name, process in running.items():
        if process.poll() is not None:
            raise Stop(f"{name} is gestopt (code {process.returncode}). Daarom is alles gestopt.")


@contextlib.contextmanager
def _together(commands: dict[str, list[str]], env: dict[str, str]) -> Iterator[Running]:
    """Start each in a group of its own, so Ctrl-C reaches only us and we can end every last child."""
    running: Running = {}
    try:
        for name, command in commands.items():
            running[name] = subprocess.Popen(
                command, env=env, cwd=ROOT, stdin=subprocess.DEVNULL, start_new_session=True,
                preexec_fn=_go_with_us,
            )  # fmt: skip
        yield running
    finally:
        _end(list(running.values()))


def _go_with_us() -> None:
    """In the child: ask Linux for a SIGTERM when ./run itself is killed, so that nothing keeps running alone."""
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    """Ask, wait, then take down whatever is left of each group. A second Ctrl-C must not leave anything behind."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for process in processes:
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + PATIENCE
    for process in processes:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(max(0.0, until - time.monotonic()))
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
