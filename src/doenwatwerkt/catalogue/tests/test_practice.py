"""The page of one practice, as an employer reads it."""

from datetime import timedelta

import pytest
from django.utils.formats import date_format
from django.utils.timezone import localdate

from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.ui.tests.reading import read, words

URL = "/praktijken/werkproef/"


def day(when):
    return date_format(when, "j F Y")


def test_an_employer_reads_what_it_does_how_sure_what_it_costs_and_what_to_do_on_monday(client, db, tmp_path):
    make.stocked(make.three(tmp_path))
    page = read(client.get(URL))
    assert page.h1 == "Laat mensen een werkproef doen"
    glance = dict(list(page.pairs().items())[:5])
    assert glance == {
        "Wat doet het met gelijke kansen?": "Effect: Helpt Middelgroot effect",
        "Hoe zeker weten we dat?": "Zekerheid: Zeker 4 van 5",
        "Wat kost het? (inschatting)": "Kosten: Vooral tijd",
        "Wat vraagt het? (inschatting)": "Moeite: Meer mensen, enkele maanden",
        "Voor wie past het?": "Elke omvang",
    }
    assert page.said("maandag") == "Bedenk een proef van een uur."
    assert [words(step) for step in page.all("ol", "steps")[0]] == ["Kies een taak.", "Geef punten."]


def test_what_nobody_knows_is_called_unknown(client, db, tmp_path):
    make.stocked(make.three(tmp_path))
    pairs = read(client.get(URL)).pairs()
    assert (pairs["Onderzocht bij"], pairs["Uren per omvang"]) == ("Nog onbekend", "Nog onbekend")
    assert read(client.get(URL)).said("werking").startswith("Nog onbekend.")


def test_a_known_mechanism_and_group_are_told(client, db, tmp_path):
    make.practice(
        make.shelf(tmp_path), werking="Iedereen laat hetzelfde zien.", doelgroepen=["jongeren", "statushouders"]
    )
    make.load(tmp_path)
    page = read(client.get(URL))
    assert page.said("werking") == "Iedereen laat hetzelfde zien."
    assert page.pairs()["Onderzocht bij"] == "Jongeren, statushouders"


def test_the_sum_behind_the_certainty_and_who_judged_it_are_told(client, db, tmp_path):
    make.stocked(make.three(tmp_path))
    page = read(client.get(URL))
    until = localdate().replace(day=1, year=localdate().year + 5)
    history = page.said("geschiedenis")
    assert page.said("effect").startswith("De proef voorspelde het werk met 0,54. Zeker Er is sterk onderzoek")
    assert "Begint op 5: een overzicht van" in page.said("effect")
    assert page.said("effect").endswith("Samen 4 van 5. Hoe wij dit beoordelen")
    assert history.startswith(f"Oordelen over het bewijs {day(make.CHECKED)}: 4 van 5 door bewijsbank. Geldig tot ")
    assert (
        f"{date_format(until, 'F Y')}. Voorlopig, niet door twee beoordelaars bekeken. Getallen zelf gezien: ja."
        in history
    )


def test_an_effect_that_nobody_could_show_has_no_size(client, db, tmp_path):
    make.practice(make.shelf(tmp_path), richting="geen", grootte="klein")
    make.load(tmp_path)
    assert read(client.get(URL)).pairs()["Wat doet het met gelijke kansen?"] == "Effect: Geen aantoonbaar effect"


def test_a_verdict_past_its_date_says_so_and_stays_readable(client, db, tmp_path):
    make.practice(make.shelf(tmp_path), nagekeken_op="2018-05-01")
    make.load(tmp_path)
    page = read(client.get(URL))
    assert page.pairs()["Hoe zeker weten we dat?"] == "Zekerheid: Zeker 4 van 5, oordeel verlopen"
    assert page.notices() == ["Zeker", "Dit oordeel is verlopen"]
    assert "Het gold tot 1 mei 2023." in page.said("effect")


def test_experience_of_employers_stands_apart_from_the_evidence(client, db, tmp_path):
    make.shelf(tmp_path)
    make.practice(tmp_path)
    make.load(tmp_path)
    text = read(client.get("/praktijken/werkproef/")).text
    assert "Nog geen werkgevers meldden een ervaring met deze aanpak." in text
    assert (
        text.index("Bronnen, en hoe ver")
        < text.index("Ervaringen staan apart van het bewijs.")
        < text.index("Oordelen over het bewijs")
    )


def test_experts_and_research_that_contradict_each_other_stand_side_by_side(client, db, tmp_path):
    sides = [
        {"wie": "een veldproef", "zegt": "Geen effect.", "bron": "schmidt98"},
        {"wie": "experts", "zegt": "Doen.", "bron": "panel26"},
    ]
    make.practice(make.shelf(tmp_path), twee_kanten=sides)
    make.load(tmp_path)
    pair = read(client.get(URL)).all("ul", "sides")[0]
    assert [words(side) for side in pair] == [
        "Een veldproef Geen effect. Selection methods (andere website)", "Experts Doen. Oordeel van experts",
    ]  # fmt: skip


def test_each_source_says_how_far_we_read_it(client, db, tmp_path):
    make.practice(make.shelf(tmp_path), bronnen=["schmidt98", "panel26"])
    make.load(tmp_path)
    page = read(client.get(URL))
    assert [words(one) for one in page.all("li", "source")] == [
        "Schmidt & Hunter (1998). Selection methods (andere website) Samenvatting gezien.",
        "Oordeel van experts Volledige tekst gezien.",
    ]
    assert page.links(page.section("bronnen")) == [("Selection methods", "https://example.org/schmidt")]


def test_the_law_is_told_with_its_status_and_the_day_it_was_checked(client, db, tmp_path):
    make.practice(make.shelf(tmp_path), gaat_over=["awgb"], leunt_op=["wet-toezicht"])
    make.load(tmp_path)
    page = read(client.get(URL))
    facts = [words(fact) for fact in page.all("li", "stack")]
    assert facts == [
        "Algemene wet gelijke behandeling Geldt nu U behandelt iedereen gelijk. "
        f"Nagekeken op {day(make.CHECKED)}. Bron: De wet (andere website)",
        "Wet toezicht gelijke kansen Verworpen, geldt niet Dit voorstel is verworpen. Deze kaart steunt op deze regel. "
        f"Sinds 26 maart 2024. Nagekeken op {day(make.CHECKED)}. Bron: Eerste Kamer (andere website)",
    ]
    assert page.notices()[0] == "Wij raden deze kaart nu niet aan"


@pytest.mark.parametrize(("days", "told"), [(400, True), (600, False)])
def test_a_fact_checked_long_ago_is_amber_and_later_left_out(client, db, tmp_path, days, told):
    checked = localdate() - timedelta(days=days)
    make.practice(make.shelf(tmp_path), gaat_over=["awgb"])
    make.write(tmp_path / "rechtsfeiten.yaml", [make.FACTS[0] | {"nagekeken_op": checked}, make.FACTS[1]])
    make.load(tmp_path)
    amber = f"Nagekeken op {day(checked)}, dat is langer dan een jaar geleden: kijk het na."
    assert (amber in read(client.get(URL)).text) is told
    assert (read(client.get(URL)).section("wet") is not None) is told


def test_the_next_steps_lead_to_a_material_and_a_question(client, db, tmp_path):
    make.stocked(make.three(tmp_path))
    page = read(client.get(URL))
    assert [url for _, url in page.links(page.section("verder"))] == [
        "/materialen/vacaturecheck/", "/antwoorden/taaleis/", "/zoeken/",
    ]  # fmt: skip


def test_a_card_without_neighbours_leads_to_people(client, db, tmp_path):
    make.practice(make.shelf(tmp_path))
    make.load(tmp_path)
    page = read(client.get(URL))
    assert [url for _, url in page.links(page.section("verder"))] == [
        "/zoeken/", "/antwoorden/waar-kan-ik-met-mijn-vraag-terecht/",
    ]  # fmt: skip


def test_a_retired_practice_sends_its_readers_on(client, db, tmp_path):
    make.practice(make.three(tmp_path), "proefdraaien")
    make.load(tmp_path)
    Card.objects.filter(slug="werkproef").update(state="retired", successor=make.card("proefdraaien"))
    response = client.get(URL)
    assert (response.status_code, response.headers["Location"]) == (301, "/praktijken/proefdraaien/")


@pytest.mark.parametrize("state", ["draft", "retired"])
def test_what_is_not_published_is_not_there(client, db, tmp_path, state):
    make.stocked(make.three(tmp_path))
    Card.objects.filter(slug="werkproef").update(state=state)
    assert client.get(URL).status_code == 404


@pytest.mark.parametrize("url", ["/praktijken/verzonnen/", "/praktijken/taaleis/", "/antwoorden/werkproef/"])
def test_an_address_of_nothing_is_not_there(client, db, tmp_path, url):
    make.stocked(make.three(tmp_path))
    assert client.get(url).status_code == 404


def test_a_reader_gets_no_cookie(client, db, tmp_path):
    make.stocked(make.three(tmp_path))
    assert not client.get(URL).cookies


def test_three_related_cards_cost_no_more_queries_than_one(client, db, tmp_path, django_assert_max_num_queries):
    make.stocked(make.three(tmp_path))
    with django_assert_max_num_queries(8) as one:
        client.get(URL)
    for number in (2, 3):
        make.answer(tmp_path, f"taaleis-{number}", praktijken=["werkproef"], gaat_over=["awgb"])
        make.material(tmp_path, f"check-{number}", praktijken=["werkproef"])
    make.load(tmp_path)
    with django_assert_max_num_queries(8) as three:
        client.get(URL)
    assert len(three) == len(one)
