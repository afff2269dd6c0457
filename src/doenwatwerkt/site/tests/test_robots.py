"""Files for machines: security_txt and robots_txt."""

from datetime import datetime, timedelta

from django.utils.timezone import now


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
        "User-agent: *\nDisallow: /zoeken/\nDisallow: /demo/\nDisallow: /aanmelden/\nDisallow: /mijn/\n\nSitemap: https://werkt.example/sitemap.xml\n"
    )
