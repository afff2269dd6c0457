"""Asking addresses outside: only hosts on the list, nothing followed, one bad day is no verdict."""

import threading
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils.timezone import localdate
from django_tasks_db.models import DBTaskResult

from doenwatwerkt.catalogue.models import Card, Material
from doenwatwerkt.catalogue.tests import make as cards
from doenwatwerkt.editing import adapter, operations, queries, rules, tasks
from doenwatwerkt.editing.models import LinkCheck
from doenwatwerkt.editing.tests import make
from doenwatwerkt.lib.actor import WORKER


class Site(BaseHTTPRequestHandler):
    """A site with a good page, a page that moved, a page that is gone and one that only knows GET."""

    asked: list[str] = []

    def answer(self):
        Site.asked.append(f"{self.command} {self.path}")
        status = {"/goed?x=1": 200, "/weg": 404, "/verhuisd": 301, "/get": 200 if self.command == "GET" else 405}
        self.send_response(status.get(self.path, 500))
        self.send_header("Location", "/goed")
        self.end_headers()

    do_GET = do_HEAD = answer

    def log_message(self, *args):
        pass


@pytest.fixture
def site():
    Site.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "status", "asked"),
    [("/goed?x=1", 200, ["HEAD /goed?x=1"]), ("/weg", 404, ["HEAD /weg"]), ("/verhuisd", 301, ["HEAD /verhuisd"]),
     ("/get", 200, ["HEAD /get", "GET /get"])],
)  # fmt: skip
def test_what_an_address_answers(site, path, status, asked):
    assert (adapter.status_of(f"http://{site}{path}"), Site.asked) == (status, asked)


def test_nobody_there():
    assert adapter.status_of("http://127.0.0.1:9/") is None


@pytest.mark.parametrize(
    ("url", "yes"),
    [("https://ser.nl/x", True), ("https://SER.nl/x", True), ("http://ser.nl:8080/", False), ("https://ser.nl.kwaad.example/", False),
     ("https://jan@ser.nl/", False), ("ftp://ser.nl/", False), ("http://[kapot", False), ("//ser.nl/", False)],
)  # fmt: skip
def test_only_hosts_on_the_list(url, yes):
    assert adapter.allowed(url, {"ser.nl"}) is yes


@pytest.mark.parametrize(
    ("status", "before", "after"),
    [(200, 2, ("goed", 0)), (301, 1, ("verhuisd", 0)), (None, 0, ("goed", 1)), (500, 1, ("goed", 2)), (500, 2, ("kapot", 3)),
     (404, 0, ("kapot", 1)), (410, 0, ("kapot", 1))],
)  # fmt: skip
def test_one_bad_day_is_no_verdict(status, before, after):
    assert rules.link_state(status, before) == after


def test_what_failed_is_asked_again_tomorrow():
    today = date(2026, 11, 27)
    assert (rules.ask_again(0, today), rules.ask_again(1, today)) == (
        today + timedelta(days=14),
        today + timedelta(days=1),
    )


@pytest.fixture
def shelf(db, tmp_path):
    make.shelf(tmp_path)


def run_queue():
    for result in DBTaskResult.objects.order_by("pk"):
        tasks.check_link.func(*result.args_kwargs["args"])
    DBTaskResult.objects.all().delete()


def test_without_a_list_nobody_is_asked(shelf, settings):
    settings.LINK_HOSTS = []
    tasks.check_links.func()
    assert DBTaskResult.objects.count() == 0
    assert queries.links_are_asked() is False


def test_a_round_asks_what_is_due_and_forgets_what_no_card_names(shelf, settings, site):
    settings.LINK_HOSTS = [site]
    Material.objects.update(url=f"http://{site}/weg")
    DBTaskResult.objects.all().delete()
    operations.note_link("https://niemand.example/", status=200, by=WORKER, at=make.AT)
    tasks.check_links.func()
    run_queue()
    (check,) = LinkCheck.objects.all()
    assert (check.url, check.state, check.status) == (f"http://{site}/weg", "kapot", 404)
    assert check.checked_on == localdate()
    tasks.check_links.func()
    assert DBTaskResult.objects.count() == 0


def test_a_broken_link_says_on_which_cards_it_stands(shelf):
    url = cards.MATERIAL["url"]
    operations.note_link(url, status=404, by=WORKER, at=make.AT)
    (row,) = queries.pile("links").rows(localdate(), page=1)
    assert (row.title, row.told[:2]) == (url, ("Werkt niet", "Antwoordcode 404"))
    assert [place.title for place in row.places] == ["Vacaturecheck"]
    operations.note_link("https://weg.example/", status=None, by=WORKER, at=make.AT)
    LinkCheck.objects.filter(url="https://weg.example/").update(state="kapot")
    assert queries.pile("links").rows(localdate(), page=1)[1].told[1] == "Geen antwoord"


def test_a_law_that_is_named_counts_too_and_a_card_once(shelf):
    Material.objects.update(url="https://example.org/over")  # which its own source names too
    used = queries.used_addresses()
    assert [place.title for place in used["https://example.org/over"]] == ["Vacaturecheck"]
    assert [place.title for place in used["https://example.org/awgb"]] == ["Algemene wet gelijke behandeling"]
    Card.objects.update(state="draft")
    assert set(queries.used_addresses()) == {"https://example.org/awgb", "https://example.org/ek"}
