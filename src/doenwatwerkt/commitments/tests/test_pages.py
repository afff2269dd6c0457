"""The pages of the working agenda: index, line and show."""

import pytest
from django.utils.formats import date_format
from django.utils.timezone import localdate

from doenwatwerkt.commitments import queries
from doenwatwerkt.commitments.models import Commitment
from doenwatwerkt.commitments.tests import make
from doenwatwerkt.ui.tests.reading import read, words


def test_index_tells_goals_lines_ideas_and_agendas(client, db):
    make.load()
    page = read(client.get("/toezeggingen/"))
    assert page.h1 == "Werkagenda"
    assert page.said("doelen") == "1Meer kennis In 2027."
    assert [words(line) for line in page.section("lijnen").iter("article")] == [
        "Actielijn A · 1 toezegging Voorbeelden verzamelen Wij laten zien wat werkt. Werkt aan doel 1.",
        "Actielijn B · 1 toezegging Praten Wij praten. De bron noemt hier geen doelen.",
    ]
    assert page.said("ideeen").endswith("Een film maken.")
    assert page.said("agendas") == "Tweede agenda Begint: 2025-01"
    assert page.links(page.section("lijnen")) == [
        ("Voorbeelden verzamelen", "/toezeggingen/voorbeelden/"), ("Praten", "/toezeggingen/praten/"),
    ]  # fmt: skip


def test_an_agenda_that_is_not_there_yet_is_an_empty_page(client, db):
    assert read(client.get("/toezeggingen/")).section("ideeen") is None


def test_line_tells_its_goals_and_who_promised_what(client, db):
    make.load(
        make.agenda(
            make.PROMISE | {"periode": "2025"},
            make.PROMISE | {"id": "A-02", "spoor": "delen", "uiterlijk": "2026-12-31"},
        )
    )
    page = read(client.get("/toezeggingen/voorbeelden/"))
    assert page.h1 == "Voorbeelden verzamelen"
    assert page.texts("p", "quiet") == [
        "Werkt aan: Meer kennis. Hoe vaak: elk jaar.",
        "A-01 · AWVN · Toegezegd · 2025",
        "A-02 · AWVN · Toegezegd · uiterlijk 31 december 2026",
    ]
    assert [words(title) for title in page.all("h2")] == ["Wat er al is", "Ophalen", "Delen", "Misschien later"]


def test_a_line_without_goals_in_the_source_says_so(client, db):
    make.load()
    assert read(client.get("/toezeggingen/praten/")).texts("p", "quiet")[0] == "De bron noemt hier geen doelen."


def test_show_tells_who_with_whom_how_firm_and_when(client, db):
    make.load(make.agenda(make.OTHER | {"uiterlijk": localdate()}))
    page = read(client.get("/toezeggingen/b-01/"))
    assert page.h1 == "DiB praat erover."
    assert page.pairs() == {
        "Wie": "SER Diversiteit in Bedrijf", "Samen met": "AWVN", "Hoe vast": "Toegezegd onder een voorwaarde",
        "Voorwaarde": "Als er geld is", "Stand": "Toegezegd", "Wanneer": f"Uiterlijk {date_format(localdate(), 'j F Y')}",
        "Gesprekken": "10", "Extra fte": "2", "Onderdeel": "Gesprek",
    }  # fmt: skip
    assert page.links()[2] == ("Actielijn B: Praten", "/toezeggingen/praten/")


@pytest.mark.parametrize(
    ("says", "when"), [({"periode": "voorjaar 2026"}, "voorjaar 2026"), ({}, "De bron noemt geen datum.")]
)
def test_show_tells_a_period_or_that_there_is_no_date(client, db, says, when):
    make.load(make.agenda(make.PROMISE | says))
    assert read(client.get("/toezeggingen/a-01/")).pairs()["Wanneer"] == when


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("toegezegd", "Toegezegd. De datum is voorbij en niemand heeft gemeld dat het klaar is."),
        ("gerealiseerd", "Gerealiseerd"),
    ],
)
def test_a_promise_past_its_date_is_late_until_somebody_reports_it_done(client, db, status, told):
    make.load()
    Commitment.objects.filter(ref="B-01").update(status=status)
    assert read(client.get("/toezeggingen/b-01/")).pairs()["Stand"] == told


@pytest.mark.parametrize("url", ["/toezeggingen/verzonnen/", "/toezeggingen/z-99/", "/toezeggingen/a-1/"])
def test_what_does_not_exist_is_not_there(client, db, url):
    make.load()
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("url", ["/toezeggingen/", "/toezeggingen/voorbeelden/", "/toezeggingen/a-01/"])
def test_three_cost_no_more_queries_than_one_and_nobody_gets_a_cookie(client, db, url, django_assert_max_num_queries):
    make.load(make.agenda(make.PROMISE))
    with django_assert_max_num_queries(8) as one:
        assert not client.get(url).cookies
    more = [make.PROMISE | {"id": f"A-0{n}", "met": ["dib", "awvn"]} for n in (1, 2, 3)]
    make.load(make.agenda(*more))
    with django_assert_max_num_queries(8) as three:
        client.get(url)
    assert len(three) == len(one)


def test_every_line_and_commitment_has_an_address_for_the_map_of_the_site(client, db):
    make.load()
    found = queries.addresses()
    assert len(found) == 4
    assert [client.get(url).status_code for url in found] == [200] * 4
