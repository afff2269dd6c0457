"""What a visit costs on the wire, and what it leaves behind."""

import gzip
import re
import urllib.request

import pytest

from tests.browser.addresses import HOME, PRACTICE, QUESTION, SEARCH

pytestmark = pytest.mark.browser

FIRST_VISIT, PRACTICE_PAGE = 60_000, 15_000
"""Bytes transferred, headers included; bytes of HTML, compressed (issue, chapter 5)."""


def transferred(page, address):
    """Bytes over the wire for one address in a browser that never was here, by Chromium's own count."""
    wire, total = page.context.new_cdp_session(page), []
    wire.send("Network.enable")
    wire.send("Network.clearBrowserCache")
    wire.on("Network.loadingFinished", lambda done: total.append(done["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    return sum(total)


@pytest.mark.parametrize("address", [HOME, f"{SEARCH}?q={QUESTION}", PRACTICE])
def test_a_first_visit_is_light(visit, address):
    page = visit("/robots.txt")
    assert 5_000 < transferred(page, address) <= FIRST_VISIT


def compressed(address):
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        return answer.read()


def test_every_practice_page_is_light(site):
    everything = gzip.decompress(compressed(f"{site}/sitemap.xml")).decode()
    addresses = sorted(set(re.findall(r"(/praktijken/[a-z0-9-]+/)</loc>", everything)))
    assert len(addresses) == 62
    heavy = {one: size for one in addresses if (size := len(compressed(site + one))) > PRACTICE_PAGE}
    assert heavy == {}


def test_a_visitor_who_only_reads_gets_no_cookie_and_leaves_nothing(visit):
    page = visit(HOME)
    for address in (f"{SEARCH}?q=taal", PRACTICE, "/over/"):
        page.goto(address)
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
