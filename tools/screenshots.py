"""`./run screenshots`: pictures of the main pages, phone and desk, taken from a demo of its own with fresh data."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tools import browser

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "screenshots"
WIDTHS = {"telefoon": (375, 812), "bureau": (1280, 860)}
PAGES = {
    "home": "/",
    "zoeken": "/zoeken/?q=hoe+voorkom+ik+dat+ik+op+mijn+gevoel+kies+bij+een+sollicitatiegesprek",
    "aanpak": "/praktijken/gestructureerd-interview/",
    "antwoord": "/antwoorden/klant-wil-geen-buitenlanders/",
    "hulpmiddel": "/materialen/werving-en-selectiegids/",
    "menukaart": "/menukaart/?soort=praktijk",
    "aanmelden": "/aanmelden/",
}
EDITOR = "Femke Smit"
"""Who of the demo shows the pages behind the door."""


@contextmanager
def demo() -> Iterator[str]:
    """A demo on a free port with a database of its own. Gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="dww-pictures-") as folder:
        env = os.environ | {"DWW_VAR": folder}
        process = subprocess.Popen([ROOT / "run", "demo", "--port", str(port)], env=env)
        try:
            address = f"http://localhost:{port}"
            _await(address, process)
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def main() -> int:
    """Write docs/screenshots/<page>-<width>.png; 1 when there is no Chromium."""
    path = browser.chromium()
    if not path:
        print("Geen Chromium gevonden: installeer het pakket chromium.", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with demo() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=browser.ARGUMENTS)
        for width, (wide, high) in WIDTHS.items():
            page = chromium.new_page(viewport={"width": wide, "height": high}, reduced_motion="reduce", locale="nl-NL")
            for name, path_of_page in PAGES.items():
                answer = page.goto(address + path_of_page, wait_until="networkidle")
                if answer is None or not answer.ok:
                    raise SystemExit(f"{path_of_page} geeft geen goede pagina, dus ook geen plaatje.")
                _keep(page, f"{name}-{width}")
            _behind_the_door(page, address, width)
            page.close()
        chromium.close()
    return 0


def _keep(page: Page, name: str) -> None:
    page.screenshot(path=FOLDER / f"{name}.png")
    print(f"docs/screenshots/{name}.png")


def _behind_the_door(page: Page, address: str, width: str) -> None:
    """What an editor sees: the desk, and a card while it is written."""
    page.goto(f"{address}/demo/")
    page.get_by_role("button", name=f"Aanmelden als {EDITOR}").click()
    page.goto(f"{address}/redactie/tafel/", wait_until="networkidle")
    _keep(page, f"redactietafel-{width}")
    page.goto(f"{address}/redactie/kaarten/antwoorden/klant-wil-geen-buitenlanders/")
    start = page.get_by_role("button", name="Begin een concept")
    (start if start.count() else page.get_by_role("link", name="Naar het concept")).click()
    if not page.url.endswith("/schrijven/"):
        page.get_by_role("link", name="Verder schrijven").click()
    page.goto(page.url, wait_until="networkidle")
    _keep(page, f"schrijven-{width}")


def _await(address: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(1200):
        if process.poll() is not None:
            raise SystemExit("De demo start niet, dus zijn er geen plaatjes.")
        try:
            urllib.request.urlopen(f"{address}/", timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("De demo geeft na twee minuten nog geen antwoord.")


if __name__ == "__main__":
    sys.exit(main())
