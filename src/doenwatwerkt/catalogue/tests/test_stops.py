"""What to stop doing: the well-meant that does not help, told in the same calm tone as what does."""

import pytest

from doenwatwerkt.catalogue import forms
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.ui.tests.reading import read, words

URL = "/te-laten/"
VERDICT = make.PRACTICE["oordeel"]


def titles(response):
    return [words(title) for title in read(response).all("h2")]


def test_an_employer_reads_what_to_leave_surest_first_and_nothing_else(client, db, tmp_path):
    make.practice(make.three(tmp_path), "b", titel="Twijfelachtig", advies="vermijden", oordeel=VERDICT | {"start": 2})
    make.practice(tmp_path, "c", titel="Zeker niet", advies="vermijden", richting="negatief")
    make.practice(tmp_path, "a", titel="Ook zeker niet", advies="vermijden", richting="geen")
    make.practice(tmp_path, "d", titel="Werkt averechts, soms", richting="negatief", advies="doen-met-voorwaarden")
    make.load(tmp_path)
    response = client.get(URL)
    assert read(response).h1 == "Wat u beter kunt laten"
    assert titles(response) == ["Ook zeker niet", "Zeker niet", "Twijfelachtig"]
    assert "Effect: Werkt averechts" in read(response).texts("p", "signs")[1]
    assert ("Begin met drie aanpakken die bij u passen", "/begin/") in read(response).links()


def test_with_nothing_to_leave_the_page_still_leads_on(client, db):
    page = read(client.get(URL))
    assert page.all("article") == []
    assert ("Menukaart", "/menukaart/") in page.links()


def test_what_is_not_published_is_not_spoken_of(client, db, tmp_path):
    make.practice(make.shelf(tmp_path), advies="vermijden")
    make.load(tmp_path)
    Card.objects.update(state="draft")
    assert titles(client.get(URL)) == []


def test_a_long_list_tells_the_surest_and_leads_to_the_rest(client, db, tmp_path, monkeypatch):
    monkeypatch.setattr(forms, "MOST_LEFT", 2)
    make.shelf(tmp_path)
    for number in range(3):
        make.practice(tmp_path, f"klik-{number}", titel=f"Klik {number}", advies="vermijden")
    make.load(tmp_path)
    response = client.get(URL)
    assert titles(response) == ["Klik 0", "Klik 1"]
    more = ("Alles wat u beter kunt laten, op de menukaart", "/menukaart/?soort=praktijk&advies=vermijden")
    assert more in read(response).links()


@pytest.mark.parametrize("cards", [1, 3, 30])
def test_every_length_costs_the_same_and_leaves_no_cookie(client, db, tmp_path, cards, django_assert_num_queries):
    make.shelf(tmp_path)
    for number in range(cards):
        make.practice(tmp_path, f"klik-{number}", advies="vermijden")
    make.load(tmp_path)
    with django_assert_num_queries(1):
        response = client.get(URL)
    assert (len(titles(response)), dict(response.cookies)) == (cards, {})
