"""Practices side by side: one to three of them, in an address that can be shared, and a way on where something is missing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doenwatwerkt.catalogue import forms
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.ui.tests.reading import read, words

URL = "/menukaart/vergelijken/"


@pytest.fixture
def shelf(db, tmp_path):
    """Ten practices, an answer and a material."""
    make.three(tmp_path)
    for number in range(9):
        make.practice(tmp_path, f"aanpak-{number}", titel=f"Aanpak {number}")
    make.stocked(tmp_path)
    return tmp_path


def compare(client, *slugs):
    return client.get(URL + "?" + "&".join(f"kaart={slug}" for slug in slugs))


def sides(response):
    """The addresses above the columns."""
    page = read(response)
    return [url for table in page.all("table") for _, url in page.links(table)]


def row(response, name):
    rows = {
        words(next(one.iter("th"))): [words(cell) for cell in one.iter("td")] for one in read(response).all("tr")[1:]
    }
    return rows[name]


def test_an_employer_sees_what_differs_between_two_practices(client, db, tmp_path):
    make.practice(make.shelf(tmp_path), voorwaarden=["Maak de proef kort."], risicos=["Het kost tijd."])
    make.practice(
        tmp_path, "klik", titel="Kiezen op de klik", richting="negatief", advies="vermijden", kosten=3, moeite=1,
        stappen=["Doe dit niet."], oordeel=make.PRACTICE["oordeel"] | {"start": 2, "aftrek": [], "context": "Nederland"},
    )  # fmt: skip
    make.load(tmp_path)
    response = compare(client, "klik", "werkproef")
    assert sides(response) == ["/praktijken/klik/", "/praktijken/werkproef/"]
    assert row(response, "Ons advies") == ["Liever niet", "Doen"]
    assert row(response, "Waar onderzocht") == ["Nederland", "VS"]
    assert row(response, "Stappen") == ["Doe dit niet.", "Kies een taak. Geef punten."]
    assert row(response, "Voorwaarden") == ["Geen bekend", "Maak de proef kort."]
    assert row(response, "Waar het mis kan gaan") == ["Niets bekend", "Het kost tijd."]
    assert row(response, "Kosten (inschatting)") == ["Kosten: Groot programma of systeem", "Kosten: Vooral tijd"]
    assert read(response).all("form") == []


def test_three_stand_beside_each_other_in_the_order_asked(client, shelf):
    assert sides(compare(client, "aanpak-2", "werkproef", "aanpak-1")) == [
        "/praktijken/aanpak-2/", "/praktijken/werkproef/", "/praktijken/aanpak-1/",
    ]  # fmt: skip
    assert read(compare(client, "aanpak-2", "werkproef", "aanpak-1")).all("div", "notice") == []


def test_of_ten_the_first_three_are_shown_and_the_page_says_so(client, shelf):
    response = compare(client, *(f"aanpak-{number}" for number in range(9)), "werkproef")
    assert sides(response) == [f"/praktijken/aanpak-{number}/" for number in range(3)]
    assert read(response).notices() == ["Hoogstens drie tegelijk"]
    assert "U koos er meer. Wij laten de eerste drie zien." in read(response).text


def test_the_same_practice_twice_is_one_practice(client, shelf):
    response = compare(client, "aanpak-1", "aanpak-1", "aanpak-2", "aanpak-1", "aanpak-3")
    assert sides(response) == ["/praktijken/aanpak-1/", "/praktijken/aanpak-2/", "/praktijken/aanpak-3/"]
    assert read(response).all("div", "notice") == []


@pytest.mark.parametrize("unknown", ["bestaat-niet", "taaleis", "vacaturecheck", "%00", "%3Cb%3E", "x" * 5_000])
def test_what_we_do_not_know_is_left_out_and_told(client, shelf, unknown):
    response = compare(client, "werkproef", unknown, "aanpak-1")
    known = ["/praktijken/werkproef/", "/praktijken/aanpak-1/"]
    assert sides(response) == known
    told = "1 van de gekozen aanpakken kennen wij niet (meer)."
    assert [words(one) for one in read(response).all("div", "notice")] == ([] if unknown == "%00" else [told])


def test_a_retired_practice_is_replaced_by_its_successor(client, shelf):
    Card.objects.filter(slug="werkproef").update(state="retired", successor=make.card("aanpak-8"))
    response = compare(client, "werkproef", "aanpak-1")
    assert sides(response) == ["/praktijken/aanpak-8/", "/praktijken/aanpak-1/"]
    assert read(response).all("div", "notice") == []


def test_a_retired_practice_beside_its_successor_is_one_practice_and_nothing_is_missing(client, shelf):
    Card.objects.filter(slug="werkproef").update(state="retired", successor=make.card("aanpak-8"))
    response = compare(client, "werkproef", "aanpak-8", "aanpak-1")
    assert sides(response) == ["/praktijken/aanpak-8/", "/praktijken/aanpak-1/"]
    assert read(response).all("div", "notice") == []


@pytest.mark.parametrize("state", ["retired", "draft"])
def test_what_is_not_published_and_has_no_successor_is_not_shown(client, shelf, state):
    Card.objects.filter(slug="werkproef").update(state=state)
    response = compare(client, "werkproef", "aanpak-1")
    assert sides(response) == ["/praktijken/aanpak-1/"]
    assert "1 van de gekozen aanpakken kennen wij niet (meer)." in read(response).text


def test_who_chose_nothing_gets_a_form_that_works(client, shelf):
    page = read(client.get(URL))
    assert (page.all("table"), page.h1) == ([], "Aanpakken vergelijken")
    [form] = page.all("form")
    assert (form.get("action"), form.get("method", "get")) == (URL, "get")
    choices = [[one.get("value") for one in select.iter("option")] for select in page.all("select")]
    assert len(choices) == 3 and choices[0] == choices[1] == choices[2]
    assert sorted(choices[0]) == ["", *(f"aanpak-{number}" for number in range(9)), "werkproef"]
    labelled = {one.get("for") for one in page.all("label")}
    assert labelled == {one.get("id") for one in page.all("select")}
    assert sides(compare(client, "aanpak-1", "aanpak-2", "")) == ["/praktijken/aanpak-1/", "/praktijken/aanpak-2/"]


def test_who_chose_one_sees_it_and_can_add_others(client, shelf):
    page = read(compare(client, "aanpak-4"))
    assert len(page.all("table")) == 1
    assert [one.get("value") for one in page.all("option") if "selected" in one.attrib] == ["aanpak-4"]


def test_with_very_many_practices_the_surest_are_offered_and_the_page_says_how_to_reach_the_others(
    client, shelf, monkeypatch
):
    monkeypatch.setattr(forms, "MOST_OFFERED", 3)
    make.practice(shelf, "aanpak-1", titel="Aanpak 1", oordeel=make.PRACTICE["oordeel"] | {"start": 2})
    make.load(shelf)
    page = read(compare(client, "aanpak-1"))
    offered = [one.get("value") for one in next(iter(page.all("select"))).iter("option")]
    assert offered == ["", "aanpak-1", "aanpak-0", "aanpak-2", "aanpak-3"]
    assert "Op de pagina van elke aanpak staat ‘Vergelijk deze aanpak’." in page.text
    there = read(client.get("/praktijken/werkproef/")).links()
    assert ("Vergelijk deze aanpak", f"{URL}?kaart=werkproef") in there


def test_the_comparison_can_be_shared_and_taken_along(client, shelf):
    response = compare(client, "aanpak-2", "aanpak-1")
    assert compare(client, "aanpak-2", "aanpak-1").content == response.content
    assert ("Download als PDF", "/menukaart/vergelijken.pdf?kaart=aanpak-2&kaart=aanpak-1") in read(response).links()
    assert dict(response.cookies) == {}


def test_what_nobody_judged_yet_is_called_unknown(client, shelf):
    practice = make.card("werkproef").practice
    practice.verdict = None
    practice.save()
    response = compare(client, "werkproef", "aanpak-1")
    assert row(response, "Hoe zeker wij zijn")[0] == row(response, "Waar onderzocht")[0] == "Nog onbekend"


def test_three_practices_cost_no_more_queries_than_two(client, shelf):
    with CaptureQueriesContext(connection) as two:
        compare(client, "aanpak-1", "aanpak-2")
    with CaptureQueriesContext(connection) as three:
        compare(client, "aanpak-1", "aanpak-2", "aanpak-3")
    assert len(two) == len(three) <= 8
