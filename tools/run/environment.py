"""The environment: .venv, filled from a hash-locked file and left alone while that file stays the same."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.run.telling import Stop, carry_out

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("DWW_VAR") or ROOT / "var")
VENV = ROOT / ".venv"
PYTHON = str(VENV / "bin" / "python")
MANAGE = str(ROOT / "manage.py")

RUNTIME, DEV, SEMANTIC = "requirements.txt", "requirements-dev.txt", "requirements-semantic.txt"
ROOM = {RUNTIME: 300, DEV: 700, SEMANTIC: 500}
"""Megabytes to have free before an install begins, a little over what it takes."""


STRANGE = ("PYTHONHOME", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE")
"""What is left out of the environment that we were started in."""


def variables(**extra: str) -> dict[str, str]:
    """The environment variables of every process we start: ours on the path, local settings unless told otherwise, and
    modules that stay compiled: a run of the tests starts some sixty processes."""
    env = {name: value for name, value in os.environ.items() if name not in STRANGE}
    env |= {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "DJANGO_SETTINGS_MODULE": "doenwatwerkt.config.settings"}
    env |= {"PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}", "UV_PYTHON_DOWNLOADS": "never"}
    if not env.get("DWW_SECRET_KEY"):
        env.setdefault("DWW_DEMO", "1")
    return env | extra


def ready(*locks: str) -> None:
    """Make sure .venv holds what these lock files name. Safe when two runs ask at the same time."""
    if Path(PYTHON).exists() and all(_is_filled(lock) for lock in locks):
        return
    _need_room(locks)
    held_in = ROOT / "var"
    held_in.mkdir(exist_ok=True)
    with (held_in / "environment.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not _works():
            lean = ["--without-pip"] if shutil.which("uv") else []
            carry_out("Omgeving maken", [sys.executable, "-m", "venv", "--clear", *lean, str(VENV)], variables())
        for lock in locks:
            _fill(lock)


def _fill(lock: str) -> None:
    if _is_filled(lock):
        return
    strict = ["--require-hashes", "--no-deps", "-r", str(ROOT / lock)]
    if uv := shutil.which("uv"):
        command = [uv, "pip", "install", "--quiet", "--python", PYTHON, *strict]
    else:
        if subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode:
            carry_out("Pip klaarzetten", [PYTHON, "-m", "ensurepip"], variables())
        quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--retries=2", "--root-user-action=ignore"]
        command = [PYTHON, "-m", "pip", "install", *quiet, *strict]
    many = sum(line[:1].isalnum() for line in (ROOT / lock).read_text().splitlines())
    carry_out(f"Pakketten installeren ({many} uit {lock})", command, variables())
    _stamp(lock).parent.mkdir(exist_ok=True)
    _stamp(lock).write_text(_digest(lock))


def _is_filled(lock: str) -> bool:
    return _stamp(lock).is_file() and _stamp(lock).read_text() == _digest(lock)


def _stamp(lock: str) -> Path:
    return VENV / "stamps" / lock


def _digest(lock: str) -> str:
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def _works() -> bool:
    """Whether there is a .venv whose Python still starts and is new enough."""
    question = "import sys; sys.exit(sys.version_info < (3, 12))"
    return Path(PYTHON).exists() and not subprocess.run([PYTHON, "-c", question], capture_output=True).returncode


def _need_room(locks: tuple[str, ...]) -> None:
    free, need = shutil.disk_usage(ROOT).free // 1_000_000, max(ROOM[lock] for lock in locks)
    if free < need:
        raise Stop(f"De schijf is te vol: {free} MB vrij, {need} MB nodig. Maak ruimte vrij en probeer het opnieuw.")
