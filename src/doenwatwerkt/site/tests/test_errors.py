"""When something is wrong: words, a way on, and a number that the log repeats."""

import re

import pytest
from django.db import connection, transaction
from django.test import Client

from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.ui.tests.reading import read, words


@pytest.fixture
def broken(settings, client):
    """A visitor of a site on which two pages go wrong."""
    settings.ROOT_URLCONF = "doenwatwerkt.site.tests.broken_urls"
    client.raise_request_exception = False
    return client


def number(response):
    return words(read(response).main.find(".//code"))


def test_an_address_that_does_not_exist_searches_with_its_own_words(client, db, tmp_path):
    make.stocked(make.three(tmp_path))
    response = client.get("/aanpak/onze_werkproef-2024/")
    page = read(response)
    assert (response.status_code, page.h1) == (404, "Deze pagina is er niet")
    [box] = [one.get("value") for one in page.all("input")]
    assert box == "aanpak onze werkproef 2024"
    assert page.links(page.section("lijkt")) == [("Laat mensen een werkproef doen", "/praktijken/werkproef/")]
    assert re.fullmatch("[0-9a-f]{8}", number(response))


def test_an_address_like_nothing_we_have_still_offers_the_question_box(client, db):
    page = read(client.get("/" + "%00" * 3 + "x" * 3000))
    assert page.section("lijkt") is None
    assert [form.get("action") for form in page.all("form")] == ["/zoeken/"]


def test_a_404_works_when_the_index_is_broken(client, db):
    with transaction.atomic():
        connection.cursor().execute("ALTER TABLE search_token RENAME TO elsewhere")
        response = client.get("/praktijk/werkproef/")
        transaction.set_rollback(True)
    assert (response.status_code, read(response).h1) == (404, "Deze pagina is er niet")


def test_a_broken_page_says_whose_fault_it_is_with_a_number_that_the_log_repeats(broken, caplog):
    response = broken.get("/stuk/")
    assert (response.status_code, read(response).h1) == (500, "Er ging iets mis")
    told = [record.getMessage() for record in caplog.records if record.name == "doenwatwerkt.site.views"]
    assert told == [f"error page {number(response)} for /stuk/"]


def test_a_broken_page_asks_nothing_of_the_database(broken, caplog):
    """This test has no database at all: one query would be an error inside the error."""
    assert broken.get("/stuk/").status_code == 500


def test_each_broken_page_has_a_number_of_its_own(broken, caplog):
    assert number(broken.get("/stuk/")) != number(broken.get("/stuk/"))


def test_a_page_somebody_may_not_see_says_so(broken, caplog):
    response = broken.get("/verboden/")
    assert (response.status_code, read(response).h1) == (403, "Hier mag u niet bij")


def test_a_request_under_another_name_is_not_understood(client, settings, caplog):
    settings.ALLOWED_HOSTS = ["doenwatwerkt.example"]
    response = client.get("/", headers={"Host": "iets-anders.example"})
    assert (response.status_code, read(response).h1) == (400, "Deze vraag begrijpt de website niet")


def test_a_form_from_elsewhere_is_refused_on_a_page_of_ours(db, caplog):
    response = Client(enforce_csrf_checks=True).post("/afmelden/")
    assert (response.status_code, read(response).h1) == (403, "Hier mag u niet bij")


@pytest.mark.parametrize("url", ["/", "/zoeken/", "/praktijken/", "/stuk/", "/verboden/", "/verzonnen/"])
def test_error_pages_are_as_safe_as_the_others_and_leave_no_cookie(broken, db, caplog, url):
    response = broken.get(url)
    assert response.headers["Content-Security-Policy"].startswith("default-src 'self'; ")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies
