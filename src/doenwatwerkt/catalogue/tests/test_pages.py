"""The lists of practices, answers and materials, the ladder of certainty, and what they show of a card."""

import pytest
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import queries, rules, views
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.ui.tests.reading import read, words

LISTS = {"practices": "/praktijken/", "answers": "/antwoorden/", "materials": "/materialen/"}


def cards(page, heading):
    return [words(title) for title in page.all("h3", within=page.section(heading))]


def test_practices_stand_by_phase_and_what_backfires_stands_among_them(client, db, tmp_path):
    make.practice(make.shelf(tmp_path), "b", titel="Werkproef", fasen=["selecteren"])
    make.practice(tmp_path, "a", titel="Gesprek", fasen=["selecteren", "werven"])
    make.practice(tmp_path, "c", titel="Klik", fasen=["werven"], advies="vermijden", richting="negatief")
    make.load(tmp_path)
    page = read(client.get("/praktijken/"))
    assert cards(page, "werven") == ["Klik"]
    assert cards(page, "selecteren") == ["Gesprek", "Werkproef"]
    assert page.links(page.section("stoppen")) == [("Klik", "/praktijken/c/")]
    assert page.texts("p", "quiet")[0].startswith("3 in deze lijst.")


def test_answers_stand_by_theme_and_materials_by_sort(client, db, tmp_path):
    make.stocked(make.three(tmp_path))
    assert cards(read(client.get("/antwoorden/")), "taal") == ["Mag ik Nederlands eisen?"]
    assert cards(read(client.get("/materialen/")), "tool") == ["Vacaturecheck"]


@pytest.mark.parametrize("url", LISTS.values())
def test_an_empty_list_is_a_page_too(client, db, url):
    page = read(client.get(url))
    assert page.texts("p", "quiet")[0].startswith("0 in deze lijst.")


@pytest.mark.parametrize("url", LISTS.values())
def test_lists_leave_out_what_is_not_published_and_set_no_cookie(client, db, tmp_path, url):
    make.stocked(make.three(tmp_path))
    Card.objects.filter(state="published").update(state="draft")
    response = client.get(url)
    assert (read(response).all("article"), dict(response.cookies)) == ([], {})


@pytest.mark.parametrize("url", LISTS.values())
def test_three_cards_cost_no_more_queries_than_one(client, db, tmp_path, django_assert_max_num_queries, url):
    make.stocked(make.three(tmp_path))
    with django_assert_max_num_queries(8) as one:
        client.get(url)
    for number in (2, 3):
        make.practice(tmp_path, f"proef-{number}")
        make.answer(tmp_path, f"vraag-{number}", zekerheid="nakijken", nakijken_bij="ser-dib")
        make.material(tmp_path, f"check-{number}", alleen_leden="ser-dib")
    make.load(tmp_path)
    with django_assert_max_num_queries(8) as three:
        client.get(url)
    assert len(three) == len(one)


def crowd(folder, number, **says):
    """Many practices in one phase; the tests below make lists short so that three are already many."""
    make.shelf(folder)
    for one in range(number):
        make.practice(folder, f"aanpak-{one}", titel=f"Aanpak {one}", fasen=["werven"], **says)
        make.answer(folder, f"vraag-{one}", vraag=f"Vraag {one}?")
        make.material(folder, f"check-{one}", titel=f"Check {one}")
    make.load(folder)


@pytest.fixture
def short(monkeypatch):
    monkeypatch.setattr(views.cards, "SHOWN", dict.fromkeys(CardKind, 3))
    monkeypatch.setattr(views.cards, "STOPS", 3)


@pytest.mark.parametrize(("url", "heading", "name", "filters", "label"), [
    ("/praktijken/", "werven", "Aanpak", "soort=praktijk&fase=werven", "Alle aanpakken bij ‘Werven’ op de menukaart"),
    ("/antwoorden/", "taal", "Vraag", "soort=antwoord&thema=taal", "Alle antwoorden bij ‘Taal’ op de menukaart"),
    ("/materialen/", "tool", "Check", "soort=materiaal&vorm=tool",
     "Alle hulpmiddelen bij ‘Hulpmiddel’ op de menukaart"),
])  # fmt: skip
def test_a_long_list_tells_the_first_under_each_heading_and_leads_to_all_of_them(
    client, db, tmp_path, short, url, heading, name, filters, label
):
    crowd(tmp_path, 5)
    page, menu = read(client.get(url)), f"/menukaart/?{filters}&volgorde=titel"
    assert [title.rstrip("?") for title in cards(page, heading)] == [f"{name} {one}" for one in range(3)]
    assert (label, menu) in page.links(page.section(heading))
    assert page.texts("p", "quiet")[0].startswith("5 in deze lijst.")
    assert words(page.all("nav", "toc")[0]).endswith(" 3+")
    assert [words(one).rstrip("?") for one in read(client.get(menu)).all("h2")] == [f"{name} {one}" for one in range(5)]


def test_a_list_that_fits_leads_nowhere_else(client, db, tmp_path, short):
    crowd(tmp_path, 3, advies="vermijden")
    page = read(client.get("/praktijken/"))
    assert [url for _, url in page.links(page.section("werven"))] == [f"/praktijken/aanpak-{one}/" for one in range(3)]
    assert [url for _, url in page.links(page.section("stoppen"))] == [f"/praktijken/aanpak-{one}/" for one in range(3)]
    assert words(page.all("nav", "toc")[0]) == "Werven 3 Waar u beter mee stopt 3"


def test_what_to_stop_stays_short_at_the_end_of_the_list_too(client, db, tmp_path, short):
    crowd(tmp_path, 4, advies="vermijden")
    page = read(client.get("/praktijken/"))
    links = page.links(page.section("stoppen"))
    assert links[3:] == [
        ("Alles waar u beter mee stopt, op de menukaart", "/menukaart/?soort=praktijk&advies=vermijden")
    ]
    assert len(links) == 4


def test_certainty_is_explained_with_every_rung_start_and_deduction(client, db):
    page = read(client.get("/zekerheid/"))
    ladder = [words(rung) for rung in page.section("ladder").iter("li")]
    assert [line.split(" Op de ladder")[0] for line in ladder] == [
        f"Zekerheid: {rung.words} {rung.number} van 5 {rung.meaning}" for rung in reversed(rules.RUNGS)
    ]
    assert [words(row) for row in page.section("score").iter("tr")][1:] == [
        f"{score} {why[0].upper()}{why[1:]}" for score, why in rules.STARTS.items()
    ]
    assert [words(row) for row in page.section("score").iter("li")] == [
        f"{letter}: {why}" for letter, why in rules.DEDUCTIONS.items()
    ]


def test_what_works_is_sure_positive_and_fit_for_a_small_firm_easiest_first(db, tmp_path):
    make.practice(make.shelf(tmp_path), "moeilijk", moeite=3)
    make.practice(tmp_path, "makkelijk", moeite=1)
    make.practice(tmp_path, "alleen-groot", omvang=["groot"])
    make.practice(tmp_path, "onzeker", oordeel=make.PRACTICE["oordeel"] | {"start": 2})
    make.practice(tmp_path, "averechts", richting="negatief")
    make.practice(tmp_path, "liever-niet", advies="vermijden")
    make.load(tmp_path)
    today = localdate()
    assert [face.url for face in queries.working(today, 5)] == ["/praktijken/makkelijk/", "/praktijken/moeilijk/"]
    assert [face.url for face in queries.working(today, 1)] == ["/praktijken/makkelijk/"]
    assert [face.url for face in queries.stopping(today, 5)] == ["/praktijken/liever-niet/"]
    assert queries.stopping(today, 1) == queries.stopping(today, 5)


def test_the_house_knows_how_much_it_has_and_when_it_was_last_checked(db, tmp_path):
    assert queries.last_checked() is None
    make.stocked(make.three(tmp_path))
    assert queries.counts() == {"praktijk": 1, "antwoord": 1, "materiaal": 1}
    assert queries.last_checked() == make.CHECKED


def test_faces_come_back_in_the_order_asked_and_only_when_published(db, tmp_path):
    make.stocked(make.three(tmp_path))
    ids = [make.card(slug).pk for slug in ("vacaturecheck", "werkproef", "taaleis")]
    Card.objects.filter(slug="taaleis").update(state="draft")
    assert [face.pk for face in queries.faces(ids, localdate())] == ids[:2]
    assert [face.url for face in queries.faces_by_slug("praktijk", ["geen", "werkproef"], localdate())] == [
        "/praktijken/werkproef/"
    ]


def test_a_practice_that_nobody_judged_yet_says_so(client, db, tmp_path):
    make.stocked(make.three(tmp_path))
    practice = make.card("werkproef").practice
    practice.verdict = None
    practice.save()
    assert read(client.get("/praktijken/werkproef/")).pairs()["Hoe zeker weten we dat?"] == "Nog niet beoordeeld"
    page = next(queries.pages([make.card("werkproef").pk]))
    assert page.facets["zekerheid"] == ()


def test_a_card_can_be_found_by_its_steps_its_reasons_and_its_owner(db, tmp_path):
    make.practice(make.three(tmp_path), effect="De proef voorspelde het **werk** met 0,54 & meer.")
    make.load(tmp_path)
    ids = Card.objects.order_by("pk").values_list("pk", flat=True)
    bodies = {page.url: page.body for page in queries.pages(ids)}
    assert bodies == {
        "/praktijken/werkproef/": "Bedenk een proef van een uur. Kies een taak. Geef punten. De proef voorspelde het werk met 0,54 & meer.",
        "/antwoorden/taaleis/": "Een taaleis kan mensen uitsluiten.",
        "/materialen/vacaturecheck/": "Hulpmiddel College voor de Rechten van de Mens",
    }


def test_related_cards_work_both_ways(db, tmp_path):
    make.stocked(make.three(tmp_path))
    found = queries.around(make.card("werkproef"), localdate())[1]
    assert {kind: [face.url for face in faces] for kind, faces in found.items()} == {
        "praktijk": [], "antwoord": ["/antwoorden/taaleis/"], "materiaal": ["/materialen/vacaturecheck/"],
    }  # fmt: skip
    back = queries.around(make.card("taaleis"), localdate())[1]
    assert [face.url for face in back["praktijk"]] == ["/praktijken/werkproef/"]
