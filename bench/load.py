"""The one load generator: some connections that stay open and ask again as soon as they are answered."""

import json
import socket
import sys
import threading
import time
from itertools import count
from typing import Any

HEADERS = (
    "Host: localhost\r\nUser-Agent: bench\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\n"
    "X-Forwarded-Proto: https\r\nX-Forwarded-For: {who}\r\n\r\n"
)
"""As a browser behind our proxy. Every request is somebody else's: the rate limit stays on and does its work."""


def main(job: dict[str, Any]) -> dict[str, Any]:
    """Ask `paths` in turn over `connections` for `seconds`: how many answers, how long that took, what went wrong."""
    numbers, answered, wrong = count(), [0] * job["connections"], set()
    started = time.perf_counter()

    def ask(place: int) -> None:
        with socket.create_connection(("127.0.0.1", job["port"]), timeout=30) as wire:
            while time.perf_counter() - started < job["seconds"]:
                number = next(numbers)
                path = job["paths"][number % len(job["paths"])]
                who = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
                wire.sendall(f"GET {path} HTTP/1.1\r\n{HEADERS.format(who=who)}".encode())
                status = _answer(wire)
                answered[place] += 1
                if status != 200:
                    wrong.add(f"{status} {path}")

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(job["connections"])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"answered": sum(answered), "seconds": time.perf_counter() - started, "wrong": sorted(wrong)}


def _answer(wire: socket.socket) -> int:
    """Read one whole answer; its status."""
    got = b""
    while b"\r\n\r\n" not in got:
        got += _more(wire)
    head, _, body = got.partition(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), None)
    while len(body) < length if length is not None else not body.endswith(b"0\r\n\r\n"):
        body += _more(wire)
    return int(lines[0].split()[1])


def _more(wire: socket.socket) -> bytes:
    if not (piece := wire.recv(262_144)):
        raise ConnectionError("the server closed the connection")
    return piece


if __name__ == "__main__":
    print(json.dumps(main(json.load(sys.stdin))))
