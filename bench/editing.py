"""`./run bench editing`: 200 editors each saving a draft every ten seconds on PostgreSQL, through the real server."""

import argparse
import http.client
import json
import os
import random
import re
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from bench import pages, server
from tools import postgres

REPORT = Path(__file__).parents[1] / "bench/results/editing.md"
EVERY, ALONE, GOAL = 10.0, 60, 3.0
"""Seconds between two saves of one editor; saves of one editor alone; how much slower than that p95 may become."""
SHARED = 20
"""So many editors write in pairs on one draft: they meet, and neither may lose a line."""
TOKEN = "b" * 32
_REVISION = re.compile(r'name="revision" value="(\d+)"')
_LINES = re.compile(r'<textarea id="veld-varianten"[^>]*>\n(.*?)</textarea>', re.DOTALL)


@dataclass(slots=True)
class Editor:
    """One editor with a browser: what is on the screen, what the server said it kept, and how long it took."""

    number: int
    draft: int
    cookie: str
    fields: list[tuple[str, str]]
    lines: list[str] = field(default_factory=list)
    revision: int = 1
    kept: list[str] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    met: int = 0
    wrong: list[str] = field(default_factory=list)

    def ask(self, port: int, method: str, path: str, body: str = "") -> tuple[int, str]:
        """One request as a browser sends it, behind the proxy of production."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        headers = {
            "Host": "localhost", "X-Forwarded-Proto": "https", "X-Forwarded-For": f"10.9.{self.number >> 8}.{self.number & 255}",
            "Cookie": f"sessionid={self.cookie}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN, "Referer": "https://localhost/redactie/",
            "Content-Type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def look(self, port: int) -> None:
        """Read the form again: what others wrote comes on the screen."""
        status, page = self.ask(port, "GET", f"/redactie/{self.draft}/schrijven/")
        if status != 200:
            self.wrong.append(f"GET {status}")
            return
        self.revision = int(_REVISION.search(page)[1])  # type: ignore[index]
        told = unescape(_LINES.search(page)[1])  # type: ignore[index]
        self.lines = [line for line in told.split("\n") if line]

    def save(self, port: int, line: str) -> None:
        """Write a line more and let it be saved by itself; after a meeting look again, keep both, and save again."""
        for _ in range(10):
            mine = [*self.lines, line]
            body = urlencode([*self.fields, ("revision", str(self.revision)), ("varianten", "\n".join(mine))])
            started = time.perf_counter()
            status, text = self.ask(port, "POST", f"/redactie/{self.draft}/bewaren/vanzelf/", body)
            self.spent.append(1000 * (time.perf_counter() - started))
            if status == 200:
                self.lines, self.revision = mine, json.loads(text)["revision"]
                self.kept.append(line)
                return
            if status != 409:
                self.wrong.append(f"POST {status}")
                return
            self.met += 1
            self.look(port)
        self.wrong.append("ten meetings in a row")


def main(words: list[str]) -> int:
    """Make a database, measure one editor alone and then all of them, print and write the report. 1 when a goal failed."""
    told = argparse.ArgumentParser(prog="./run bench editing")
    told.add_argument("--editors", type=int, default=200)
    told.add_argument("--seconds", type=float, default=120)
    asked = told.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="dww-bench-") as folder, postgres.server() as address:
        pages._set_up(folder, address)
        editors = _desk(asked.editors)
        with server.running() as site:
            alone = _alone(editors[-1], site.port)
            before = sum(map(server._spent, site.web))
            seconds = _together(editors, site.port, asked.seconds)
            cost = sum(map(server._spent, site.web)) - before
        result = _result(editors, alone, seconds) | {"cost": cost}
    report = _report(result, asked.editors)
    print(report)
    if asked.editors >= 200 and asked.seconds >= 120:
        REPORT.write_text(report, encoding="utf-8")
    return 0 if not result["lost"] and not result["wrong"] and result["p95"] <= GOAL * result["alone_p95"] else 1


def _desk(number: int) -> list[Editor]:
    """Real content, so many editors with a second factor, and a draft for each; the first ones share in pairs."""
    from django.test import Client
    from django.utils.timezone import now

    from doenwatwerkt.catalogue.models import Card
    from doenwatwerkt.editing import operations
    from doenwatwerkt.people.tests import make as people
    from doenwatwerkt.site import loading

    loading.load(at=datetime.now(UTC))
    paper, editors, drafts = people.organisation("Redactie van de meting"), [], {}
    cards = list(Card.objects.order_by("pk"))
    for n in range(number):
        user = people.person(f"redacteur-{n}", paper, "redacteur")
        card = cards[(n // 2 if n < SHARED else n) % len(cards)]
        if card.pk not in drafts:
            drafts[card.pk] = operations.begin(card, by=people.actor(user), at=now())
        draft = drafts[card.pk]
        cookie = people.sign_in(Client(), user).cookies["sessionid"].value
        editors.append(Editor(n, draft.pk, cookie, _fields(draft), list(draft.data["varianten"])))
    return editors


def _fields(draft: Any) -> list[tuple[str, str]]:
    """Everything else that the form sends along."""
    from doenwatwerkt.editing.tests import desk

    sent = desk.page_of(draft)
    rows = [(name, value if isinstance(value, list) else [value]) for name, value in sent.items()]
    return [(name, str(one)) for name, values in rows if name not in ("revision", "varianten") for one in values]


def _alone(editor: Editor, port: int) -> list[float]:
    """The milliseconds of saves of one editor with the server to itself, after a warm-up."""
    for n in range(ALONE + 10):
        editor.save(port, f"alleen {n}")
    alone = editor.spent[10:]
    editor.spent = []
    return alone


def _together(editors: list[Editor], port: int, seconds: float) -> float:
    """All at work: each saves every ten seconds, each at a moment of their own. Returns how long it took."""
    started = time.perf_counter()

    def work(editor: Editor) -> None:
        wait, n = random.Random(editor.number).uniform(0, EVERY), 0
        while (due := wait + n * EVERY) < seconds:
            time.sleep(max(0.0, started + due - time.perf_counter()))
            editor.save(port, f"van {editor.number} keer {n}")
            n += 1

    threads = [threading.Thread(target=work, args=(editor,)) for editor in editors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - started


def _result(editors: list[Editor], alone: list[float], seconds: float) -> dict[str, Any]:
    from doenwatwerkt.editing.models import Draft

    said = dict(Draft.objects.order_by("pk").values_list("pk", "data"))
    lost = [line for editor in editors for line in editor.kept if line not in said[editor.draft]["varianten"]]
    spent = sorted(time for editor in editors for time in editor.spent)
    return {
        "alone": statistics.median(alone), "alone_p95": _p95(sorted(alone)), "p50": statistics.median(spent), "p95": _p95(spent),
        "saves": len(spent), "kept": sum(len(editor.kept) for editor in editors), "met": sum(editor.met for editor in editors),
        "lost": lost, "wrong": [one for editor in editors for one in editor.wrong], "rate": len(spent) / seconds, "seconds": seconds,
        "load": os.getloadavg()[0],
    }  # fmt: skip


def _p95(times: list[float]) -> float:
    return times[int(len(times) * 0.95)]


def _report(it: dict[str, Any], editors: int) -> str:
    ratio = it["p95"] / it["alone_p95"]
    day, seconds = datetime.now(UTC).date(), f"{it['seconds']:.0f}"
    return "\n".join([
        "# Samen schrijven gemeten", "",
        f"{day}, `./run bench editing`: {editors} redacteuren bewaren elk om de {EVERY:.0f} seconden een concept, {seconds} seconden"
        " lang. De echte server (granian, twee webprocessen van één draad) op een echte PostgreSQL (zonder fsync), met alle"
        f" inhoud geladen. {SHARED} redacteuren schrijven in paren aan hetzelfde concept en komen elkaar dus tegen.",
        f"Gemiddelde belasting van de machine aan het eind (twee kernen, ook van anderen): {it['load']:.1f}.", "",
        "| wat | uitkomst | doel |", "|---|---|---|",
        f"| bewaren door één redacteur alleen, p50 / p95 | {it['alone']:.0f} / {it['alone_p95']:.0f} ms | |",
        f"| bewaren met {editors} redacteuren, p50 / p95 | {it['p50']:.0f} / {it['p95']:.0f} ms | |",
        f"| p95 samen : p95 alleen | {ratio:.2f} | ≤ {GOAL:.0f} |",
        f"| processortijd van de webprocessen per verzoek om te bewaren | {1000 * it['cost'] / it['saves']:.0f} ms | |",
        f"| verzoeken om te bewaren, per seconde | {it['saves']}, {it['rate']:.1f} | |",
        f"| bewaard volgens de server | {it['kept']} regels | |",
        f"| keren dat een ander eerder was (409), daarna allebei bewaard | {it['met']} | |",
        f"| regels die de server bevestigde en die weg zijn | {len(it['lost'])} | 0 |",
        f"| andere antwoorden dan bewaard of 409 | {len(it['wrong'])} | 0 |", "",
    ])  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
