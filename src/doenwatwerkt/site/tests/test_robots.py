"""Files for machines: security_txt and robots_txt."""

from datetime import datetime, timedelta

import pytest
from django.utils.timezone import now

from doenwatwerkt.ui.tests.reading import read


def test_security_txt_says_whom_to_tell_and_until_when(client, settings):
    settings.SECURITY_CONTACT, settings.SITE_URL = "mailto:veilig@example.org", "https://werkt.example"
    response = client.get("/.well-known/security.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    lines = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    until = datetime.fromisoformat(lines.pop("Expires"))
    assert lines == {
        "Contact": "mailto:veilig@example.org", "Preferred-Languages": "nl, en",
        "Canonical": "https://werkt.example/.well-known/security.txt",
    }  # fmt: skip
    assert timedelta(days=170) < until - now() < timedelta(days=365)


def test_without_a_contact_security_txt_points_to_a_place_that_exists(client, settings, db):
    settings.SECURITY_CONTACT, settings.SITE_URL = "", "https://werkt.example"
    told = client.get("/.well-known/security.txt").content.decode().splitlines()[0]
    assert told == "Contact: https://werkt.example/over/#beveiliging"
    assert 'id="beveiliging"' in client.get("/over/").content.decode()


def test_robots_txt_keeps_machines_out_of_searches_and_the_demo_and_shows_them_the_map(client, settings):
    settings.SITE_URL = "https://werkt.example"
    assert client.get("/robots.txt").content.decode() == (
        "User-agent: *\nDisallow: /zoeken/?\nDisallow: /zoeken/voorstellen/\nDisallow: /demo/\nDisallow: /aanmelden/\nDisallow: /mijn/\n\n"
        "Sitemap: https://werkt.example/sitemap.xml\n"
    )


@pytest.mark.parametrize(
    ("path", "open_"),
    [
        ("/zoeken/", True), ("/", True), ("/menukaart/?fase=werven", True), ("/zoeken/?q=gesprek", False),
        ("/zoeken/?thema=taal", False), ("/zoeken/voorstellen/?q=ge", False), ("/demo/", False),
    ],
)  # fmt: skip
def test_the_search_page_may_be_found_and_a_question_may_not(client, path, open_):
    """As machines read it: the longest rule that the address begins with."""
    rules = [
        line.partition(": ")[2]
        for line in client.get("/robots.txt").content.decode().splitlines()
        if "Disallow" in line
    ]
    assert (not any(path.startswith(rule) for rule in rules)) is open_


def test_the_empty_search_page_has_an_address_and_a_question_is_kept_out(client, db, settings):
    settings.SITE_URL = "https://werkt.example"
    told = {}
    for path in ("/zoeken/", "/zoeken/?q=gesprek", "/zoeken/?thema=taal"):
        root = read(client.get(path)).root
        robots = [one.get("content") for one in root.iter("meta") if one.get("name") == "robots"]
        told[path] = (robots, [one.get("href") for one in root.iter("link") if one.get("rel") == "canonical"])
    assert told == {
        "/zoeken/": ([], ["https://werkt.example/zoeken/"]), "/zoeken/?q=gesprek": (["noindex"], []),
        "/zoeken/?thema=taal": (["noindex"], []),
    }  # fmt: skip
    assert b"<loc>https://werkt.example/zoeken/</loc>" in client.get("/sitemap.xml").content
