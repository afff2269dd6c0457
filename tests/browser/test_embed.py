"""A partner shows one of our cards on a site of its own: another origin, another server, no script of ours."""

import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import PRACTICE

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="nl"><title>Brancheclub</title><h1>Welkom bij de brancheclub</h1>
<iframe id="kaart" src="{site}{address}" title="Kaart" width="100%" height="420"></iframe></html>"""


@pytest.fixture
def partner(site: str) -> Iterator[str]:
    """The address of a foreign site that frames whatever stands in its path: partner + "/insluiten/…"."""

    class Foreign(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = PAGE.format(site=site, address=self.path).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *said: object) -> None:
            """Nobody listens."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Foreign)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def foreign(request, chromium, partner):
    """Open a page of the partner on a phone: foreign("/insluiten/…")."""
    context = chromium.new_context(viewport={"width": 375, "height": 812}, java_script_enabled=request.param)

    def go(address: str):
        page = context.new_page()
        page.goto(partner + address, wait_until="networkidle")
        return page

    yield go
    context.close()


def test_a_visitor_of_a_partner_sees_how_sure_we_are_and_goes_on_to_the_card(foreign, site):
    page = foreign(f"/insluiten{PRACTICE}")
    frame = page.frame_locator("#kaart")
    expect(frame.locator(".sign-certainty")).to_contain_text("van 5")
    expect(frame.locator(".sign-direction b")).not_to_be_empty()
    frame.locator("h1 a").click()
    page.wait_for_url(site + PRACTICE)
    assert page.context.cookies() == []


def test_a_partner_can_frame_no_other_page_of_ours(foreign):
    frame = foreign(PRACTICE).frame_locator("#kaart")
    assert frame.locator(".masthead, .glance, .card").count() == 0


def test_a_partner_with_a_card_that_is_gone_shows_that(foreign):
    frame = foreign("/insluiten/praktijken/bestaat-niet/").frame_locator("#kaart")
    expect(frame.locator("h1")).to_have_text("Deze kaart is er niet (meer)")
