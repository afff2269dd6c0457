"""The menukaart: filters and counts in the address, three views, five orders, and an answer in words to whatever is sent."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.operations import confirm_card
from doenwatwerkt.catalogue.queries import finding
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.search.models import Document
from doenwatwerkt.ui.tests.reading import Page, read, words

URL = "/menukaart/"
HTMX = {"HX-Request": "true", "HX-Target": "div#results"}
VERDICT = make.PRACTICE["oordeel"]


@pytest.fixture
def shelf(db, tmp_path):
    """Three practices, an answer and a material."""
    make.three(tmp_path)
    make.practice(
        tmp_path, "elders", titel="Zoek op andere plekken", fasen=["werven"], themas=["werving"], omvang=["groot"],
        kosten=2, moeite=3, oordeel=VERDICT | {"start": 3, "aftrek": []},
    )  # fmt: skip
    make.practice(
        tmp_path, "klik", titel="Kiezen op de klik", kosten=1, moeite=1, richting="negatief", advies="vermijden",
        oordeel=VERDICT | {"start": 2, "aftrek": []},
    )  # fmt: skip
    make.stocked(tmp_path)
    return tmp_path


def look(client, headers=None, **sent):
    return client.get(f"{URL}?{urlencode(sent, doseq=True)}", headers=headers or {})


def titles(response):
    return [words(title) for title in read(response).all("h2", within=results(read(response)))]


def results(page: Page):
    return next(one for one in page.all("div", "found"))


def listed(response):
    """The slugs in the table, in its order."""
    page = read(response)
    return [url.split("/")[2] for _, url in page.links(page.all("table")[0])]


def offered(page, name):
    """The choices of one filter, each with its number: {value: number}."""
    ticks = [label for label in page.all("label", "tick") if next(label.iter("input")).get("name") == name]
    return {next(one.iter("input")).get("value"): int(words(one).rpartition(" ")[2]) for one in ticks}


def checked(page):
    return [(one.get("name"), one.get("value")) for one in page.all("input") if "checked" in one.attrib]


def test_a_visitor_sees_everything_there_is_surest_first(client, shelf):
    page = read(look(client))
    assert page.h1 == "Menukaart"
    assert page.texts("p", "count") == ["5 gevonden"]
    assert titles(look(client)) == [
        "Laat mensen een werkproef doen", "Zoek op andere plekken", "Kiezen op de klik", "Mag ik Nederlands eisen?",
        "Vacaturecheck",
    ]  # fmt: skip
    assert {("Begin met drie", "/begin/"), ("Wat u beter kunt laten", "/te-laten/")} <= set(page.links())


def test_every_choice_tells_how_many_cards_it_would_leave(client, shelf):
    page = read(look(client))
    assert offered(page, "soort") == {"praktijk": 3, "antwoord": 1, "materiaal": 1}
    assert offered(page, "fase") == {"werven": 1, "selecteren": 2}
    assert offered(page, "thema") == {"vacature": 1, "werving": 1, "selectie": 2, "taal": 1}
    assert offered(page, "moeite") == {"1": 1, "2": 1, "3": 1}
    assert offered(page, "kosten") == {"1": 2, "2": 1}
    assert (offered(page, "prijs"), offered(page, "vorm")) == ({"gratis": 1}, {"tool": 1})
    assert offered(page, "zekerheid") == {"4": 1, "3": 1, "2": 1}
    assert offered(page, "richting") == {"positief": 2, "negatief": 1}
    assert offered(page, "advies") == {"doen": 2, "vermijden": 1}
    assert (offered(page, "omvang"), offered(page, "doelgroep")) == ({"klein": 3, "midden": 2, "groot": 3}, {})


def test_materials_that_an_older_edition_indexed_can_be_filtered_on_their_form_after_the_next_load(
    client, db, tmp_path, monkeypatch
):
    now = finding._facets
    monkeypatch.setattr(
        finding, "_facets", lambda card: {name: told for name, told in now(card).items() if name != "vorm"}
    )
    make.load(make.three(tmp_path))
    assert offered(read(look(client)), "vorm") == {}
    monkeypatch.setattr(finding, "_facets", now)
    make.load(tmp_path)
    assert offered(read(look(client)), "vorm") == {"tool": 1}


def test_cards_that_an_older_edition_indexed_know_their_day_after_the_next_load(client, shelf):
    Document.objects.update(on=None)
    make.load(shelf)
    assert Document.objects.filter(on=None).count() == 0


def test_a_card_that_was_confirmed_is_the_newest(client, shelf):
    oldest = listed(look(client, volgorde="nieuw", weergave="tabel"))[-1]
    confirm_card(Card.objects.get(slug=oldest), by=LOADER, at=make.AT + timedelta(days=9))
    assert listed(look(client, volgorde="nieuw", weergave="tabel"))[0] == oldest


def test_three_filters_narrow_and_each_is_counted_as_if_it_was_not_chosen(client, shelf):
    page = read(look(client, soort="praktijk", fase="selecteren", kosten="1"))
    assert page.texts("p", "count") == ["2 gevonden"]
    assert offered(page, "soort") == {"praktijk": 2}
    assert offered(page, "fase") == {"selecteren": 2}
    assert offered(page, "kosten") == {"1": 2}
    assert offered(page, "advies") == {"doen": 1, "vermijden": 1}
    wider = read(look(client, soort="praktijk", fase="selecteren"))
    assert offered(wider, "fase") == {"werven": 1, "selecteren": 2}


def test_values_of_one_filter_are_alternatives(client, shelf):
    assert look(client, fase=["werven", "selecteren"]).content == look(client, fase=["selecteren", "werven"]).content
    page = read(look(client, fase=["werven", "selecteren"], advies="doen"))
    assert page.texts("p", "count") == ["2 gevonden"]
    assert checked(page) == [("fase", "werven"), ("fase", "selecteren"), ("advies", "doen")]


def test_a_choice_can_be_taken_away_on_its_own(client, shelf):
    page = read(look(client, fase=["werven", "selecteren"], advies="doen", volgorde="titel", weergave="tabel"))
    [chosen] = [one for one in page.all("ul", "pills") if one.get("aria-label") == "Uw keuze"]
    assert page.links(chosen) == [
        ("Selecteren weghalen", "?fase=werven&advies=doen&volgorde=titel&weergave=tabel"),
        ("Werven weghalen", "?fase=selecteren&advies=doen&volgorde=titel&weergave=tabel"),
        ("Doen weghalen", "?fase=selecteren&fase=werven&volgorde=titel&weergave=tabel"),
    ]


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("zekerheid", ["werkproef", "elders", "klik", "taaleis", "vacaturecheck"]),
        ("moeite", ["klik", "werkproef", "elders", "taaleis", "vacaturecheck"]),
        ("kosten", ["werkproef", "klik", "elders", "taaleis", "vacaturecheck"]),
        ("titel", ["klik", "werkproef", "taaleis", "vacaturecheck", "elders"]),
        ("nieuw", ["vacaturecheck", "taaleis", "werkproef", "klik", "elders"]),
    ],
)
def test_every_order_is_total_and_the_same_on_every_database(client, shelf, order, first):
    for age, slug in enumerate(["vacaturecheck", "taaleis", "werkproef", "klik", "elders"]):
        Card.objects.filter(slug=slug).update(checked_on=f"2026-11-{20 - age}")
    response = look(client, volgorde=order, weergave="tabel")
    assert listed(response) == first
    [chosen] = [one.get("value") for one in read(response).all("option") if "selected" in one.attrib]
    assert chosen == order


@pytest.mark.parametrize("order", ["zekerheid", "moeite", "kosten", "titel", "nieuw"])
def test_cards_that_are_alike_keep_their_order_over_the_pages(client, db, tmp_path, order):
    make.shelf(tmp_path)
    for number in range(30):
        make.practice(tmp_path, f"proef-{number}", titel="Precies hetzelfde")
    make.stocked(tmp_path)
    seen = listed(look(client, volgorde=order, weergave="tabel")) + listed(
        look(client, volgorde=order, weergave="tabel", pagina=2)
    )
    assert (len(seen), len(set(seen))) == (30, 30)


def test_the_table_tells_the_same_as_the_cards(client, shelf):
    page = read(look(client, weergave="tabel"))
    rows = [[words(cell) for cell in row if cell.tag in ("th", "td")] for row in page.all("tr")]
    assert rows[1:2] + rows[3:] == [
        ["Laat mensen een werkproef doen", "Aanpak", "Helpt", "Zeker (4 van 5)", "Vooral tijd",
         "Meer mensen, enkele maanden", "Doen"],
        ["Kiezen op de klik", "Aanpak", "Werkt averechts", "Onzeker (2 van 5)", "Vooral tijd",
         "Eén persoon, binnen een maand", "Liever niet"],
        ["Mag ik Nederlands eisen?", "Antwoord", "–", "De bron is zeker", "–", "–", "–"],
        ["Vacaturecheck", "Hulpmiddel", "–", "Effect nog onbekend", "Gratis", "–", "–"],
    ]  # fmt: skip


def test_the_plot_shows_every_practice_that_passes_and_a_table_of_the_same(client, shelf):
    page = read(look(client, weergave="grafiek", kosten="1"))
    [plot] = page.all("svg", "plot")
    drawn = [(one.get("href"), one.get("aria-label")) for one in plot.iter("a")]
    assert drawn == [
        ("/praktijken/werkproef/", "Laat mensen een werkproef doen: Helpt, zeker"),
        ("/praktijken/klik/", "Kiezen op de klik: Werkt averechts, onzeker"),
    ]
    assert [url for _, url in page.links(page.all("table")[0])] == [url for url, _ in drawn]


def test_a_practice_that_nobody_judged_is_in_no_plot(client, shelf):
    practice = make.card("werkproef").practice
    practice.verdict = None
    practice.save()
    page = read(look(client, weergave="grafiek", advies="doen"))
    assert [one.get("href") for one in page.all("svg", "plot")[0].iter("a")] == ["/praktijken/elders/"]


def test_a_plot_without_practices_says_so(client, shelf):
    page = read(look(client, weergave="grafiek", soort="antwoord"))
    assert page.all("svg", "plot") == []
    assert "In de grafiek staan alleen aanpakken. Bij uw keuze past er geen." in page.text


def test_another_view_keeps_the_choices_and_can_be_shared(client, shelf):
    page = read(look(client, fase="werven", volgorde="titel"))
    [views] = [one for one in page.all("ul", "pills") if one.get("aria-label") == "Weergave"]
    assert page.links(views) == [
        ("Kaarten", "?fase=werven&volgorde=titel"),
        ("Tabel", "?fase=werven&volgorde=titel&weergave=tabel"),
        ("Grafiek", "?fase=werven&volgorde=titel&weergave=grafiek"),
    ]


def test_a_choice_that_leaves_nothing_says_which_filter_to_drop_and_what_that_gives(client, shelf):
    page = read(look(client, soort="praktijk", kosten="1", fase="werven"))
    assert page.texts("p", "count") == ["Niets past bij al uw keuzes"]
    assert page.notices() == ["Uw keuzes gaan niet samen"]
    [notice] = page.all("div", "notice")
    assert [words(one) for one in notice.iter("li")] == [
        "Zonder ‘Waar het om gaat’: 2 kaarten", "Zonder ‘Kosten van een aanpak’: 1 kaart",
    ]  # fmt: skip
    for _, url in page.links(notice):
        told = int(
            next(words(li) for li in notice.iter("li") if url in [a.get("href") for a in li.iter("a")]).split()[-2]
        )
        assert read(client.get(URL + url)).texts("p", "count") == [f"{told} gevonden"]


def test_filters_of_different_kinds_contradict_each_other_and_the_page_says_so(client, shelf):
    page = read(look(client, kosten="1", prijs="gratis"))
    [notice] = page.all("div", "notice")
    assert page.links(notice) == [
        ("Zonder ‘Prijs van een hulpmiddel’", "?kosten=1"), ("Zonder ‘Kosten van een aanpak’", "?prijs=gratis"),
    ]  # fmt: skip
    assert checked(page) == [("kosten", "1"), ("prijs", "gratis")]


def test_where_no_single_filter_helps_people_can_begin_again(client, shelf):
    page = read(look(client, doelgroep="jobcoach", thema="geloof"))
    assert page.links(page.all("div", "notice")[0]) == [("Begin opnieuw zonder keuzes", "/menukaart/")]


def test_an_empty_house_is_a_page_too(client, db):
    assert read(look(client)).texts("p", "count") == ["Niets past bij al uw keuzes"]
    assert look(client, weergave="grafiek").status_code == 200


def test_what_we_do_not_know_is_named_and_left_out(client, shelf):
    page = read(look(client, fase=["werven", "<b>"], volgorde="mooiste", weergave="3d", thema="\x00", soort=""))
    assert page.texts("p", "count") == ["1 gevonden"]
    assert words(page.all("div", "notice")[0]) == (
        "Wij kennen deze keuze niet en laten haar weg: fase: <b>, volgorde: mooiste, weergave: 3d."
    )


@pytest.mark.parametrize("page", ["-1", "0", "abc", "", "1.5", "²", "1e9", "٣"])
def test_a_page_that_is_no_number_is_the_first_page(client, shelf, page):
    assert titles(look(client, pagina=page)) == titles(look(client))


@pytest.mark.parametrize("page", ["2", "999", "1000000", "9" * 5_000])
def test_a_page_beyond_the_end_says_so_and_leads_back(client, shelf, page):
    it = read(look(client, soort="praktijk", pagina=page))
    assert ("Naar de eerste pagina", "?soort=praktijk") in it.links(it.all("div", "notice")[0])
    assert it.texts("p", "count") == ["3 gevonden"]
    assert it.all("nav", "turn") == []


def test_pages_are_turned_with_the_choices_kept(client, db, tmp_path):
    make.shelf(tmp_path)
    for number in range(49):
        make.practice(tmp_path, f"proef-{number}")
    make.load(tmp_path)
    turns = []
    for number in (1, 2, 3):
        page = read(look(client, fase="selecteren", pagina=number))
        turns.append((words(page.all("nav", "turn")[0]), [url for _, url in page.links(page.all("nav", "turn")[0])]))
    assert turns == [
        ("Pagina 1 van 3 Volgende", ["?fase=selecteren&pagina=2"]),
        ("Vorige Pagina 2 van 3 Volgende", ["?fase=selecteren", "?fase=selecteren&pagina=3"]),
        ("Vorige Pagina 3 van 3", ["?fase=selecteren&pagina=2"]),
    ]


@pytest.mark.parametrize("sent", [{}, {"fase": "werven"}, {"kosten": 1, "prijs": "gratis"}, {"weergave": "grafiek"}])
def test_what_htmx_gets_is_a_piece_of_the_page(client, shelf, sent):
    part = look(client, headers=HTMX, **sent).content.decode().strip()
    assert part.startswith('<div id="results"')
    assert part in look(client, **sent).content.decode()
    assert look(client, **sent).headers["Vary"].startswith("HX-Request, HX-Target")


@pytest.mark.parametrize("view", ["kaarten", "tabel", "grafiek"])
def test_thirty_cards_cost_no_more_queries_than_three(client, db, tmp_path, view):
    make.shelf(tmp_path)
    counts = []
    for cards in (3, 30):
        for number in range(cards // 3):
            make.practice(tmp_path, f"proef-{number}")
            make.answer(tmp_path, f"vraag-{number}")
            make.material(tmp_path, f"check-{number}")
        make.load(tmp_path)
        with CaptureQueriesContext(connection) as asked:
            look(client, soort="praktijk", fase="selecteren", kosten="1", weergave=view)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8


def test_a_visitor_of_the_menukaart_gets_no_cookie_and_sees_only_what_is_published(client, shelf):
    Card.objects.filter(slug="werkproef").update(state="draft")
    response = look(client, headers=HTMX, weergave="tabel")
    assert "werkproef" not in response.content.decode()
    assert dict(response.cookies) == {}
