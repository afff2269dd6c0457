"""Pages that tie rooms together: one organisation, the themes, one theme, one region."""

import pytest
from django.urls import reverse

from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.catalogue.tests.make import Card
from doenwatwerkt.commitments.tests import make as promises
from doenwatwerkt.lib.codes import Theme
from doenwatwerkt.people.models import Alias, Organisation, Region
from doenwatwerkt.site import doors
from doenwatwerkt.ui.tests.reading import read, words

COLLEGE = "/organisaties/college/"


@pytest.fixture
def shelved(db, tmp_path):
    """Three cards that hang together, about themes taal, selectie and vacature."""
    make.stocked(make.three(tmp_path))
    return tmp_path


def titles(page, heading):
    return [words(title) for title in page.all("h3", within=page.section(heading))]


def test_an_employer_reads_what_an_organisation_offers_and_where_we_send_people_to_it(client, shelved):
    make.answer(shelved, "unsure", vraag="Mag dit?", zekerheid="nakijken", nakijken_bij="college", waarheen=[])
    make.load(shelved)
    page = read(client.get(COLLEGE))
    assert titles(page, "aanbod") == ["Vacaturecheck"]
    assert page.links(page.section("verwijzingen")) == [
        ("Mag dit?", "/antwoorden/unsure/"), ("Mag ik Nederlands eisen?", "/antwoorden/taaleis/"),
    ]  # fmt: skip
    assert "Voor dit antwoord laten nakijken" in page.said("verwijzingen")
    assert (
        page.said("toezeggingen") == "In de Werkagenda staat geen toezegging van College voor de Rechten van de Mens."
    )


def test_a_desk_worker_sees_what_an_organisation_promised_and_what_it_joins(client, db):
    promises.load()
    page = read(client.get("/organisaties/awvn/"))
    rows = [words(row) for row in page.section("toezeggingen").iter("li")]
    assert rows == [
        "AWVN haalt tien voorbeelden op. A-01 · Toegezegd",
        "DiB praat erover. B-01 · Doet mee met SER Diversiteit in Bedrijf · uiterlijk 30 juni 2025",
    ]


def test_what_nobody_told_us_about_an_organisation_is_said_to_be_unknown(client, db):
    Organisation.objects.create(slug="stil", name="Stille Partner", kind="kennispartner")
    page = read(client.get("/organisaties/stil/"))
    assert page.pairs() == {
        "Ook geschreven als": "Geen andere schrijfwijzen bekend", "Regio": "Geen, of nog onbekend",
    }  # fmt: skip
    assert page.said("aanbod") == "Op deze website staat nog geen hulpmiddel van Stille Partner."
    assert page.said("verwijzingen") == "Wij verwijzen in onze antwoorden nog niet naar Stille Partner."


def test_who_sells_something_is_labelled_so(client, db):
    region = Region.objects.create(code="AM18", name="Groot Amsterdam")
    one = Organisation.objects.create(
        slug="duur", name="Duur & Zonen", kind="bedrijf", commercial=True, url="https://example.org/", region=region
    )
    Alias.objects.create(organisation=one, name="D&Z")
    page = read(client.get("/organisaties/duur/"))
    assert page.texts("span", "pill") == ["Commercieel aanbod"]
    assert "met commercieel aanbod" in page.text
    assert page.pairs() == {"Ook geschreven als": "D&Z", "Regio": "Groot Amsterdam"}


def test_who_follows_the_address_of_a_merged_organisation_arrives_at_the_one_that_is_left(client, shelved):
    left = Organisation.objects.get(slug="college")
    old = Organisation.objects.create(
        slug="cgb", name="Commissie Gelijke Behandeling", kind="overheid", merged_into=left
    )
    Alias.objects.create(organisation=old, name="CGB")
    Card.objects.filter(slug="vacaturecheck").update(owner=old)
    response = client.get("/organisaties/cgb/")
    assert (response.status_code, response.headers["Location"]) == (301, COLLEGE)
    page = read(client.get(COLLEGE))
    assert titles(page, "aanbod") == ["Vacaturecheck"]
    assert page.pairs()["Ook geschreven als"] == "CGB"


def test_an_organisation_that_is_named_very_often_still_has_a_short_page(client, shelved):
    card = make.card("taaleis")
    pointer = card.pointers.get()
    more = [
        type(pointer)(card=card, organisation=pointer.organisation, what_for=f"vraag {n}", position=n)
        for n in range(1, 70)
    ]
    type(pointer).objects.bulk_create(more)
    page = read(client.get(COLLEGE))
    assert len(page.links(page.section("verwijzingen"))) == 60
    assert page.said("verwijzingen").endswith("En in nog 10 antwoorden.")


@pytest.mark.parametrize("address", ["/organisaties/geen/", "/themas/geen/", "/regios/am99/", "/themas/SELECTIE/"])
def test_what_does_not_exist_is_not_there(client, db, address):
    assert client.get(address).status_code == 404


def test_a_theme_says_what_to_do_what_to_try_and_what_to_stop(client, shelved):
    make.practice(shelved, "stop", titel="De klik", advies="vermijden", richting="negatief")
    make.practice(shelved, "probeer", titel="Een spel", advies="experimenteren")
    make.practice(
        shelved,
        "mits",
        titel="Een test",
        advies="doen-met-voorwaarden",
        oordeel=make.PRACTICE["oordeel"] | {"start": 3},
    )
    make.answer(shelved, "kiezen", vraag="Hoe kies ik?", themas=["selectie"])
    make.load(shelved)
    page = read(client.get("/themas/selectie/"))
    assert page.h1 == "Eerlijk kiezen"
    assert titles(page, "doen") == ["Laat mensen een werkproef doen", "Een test"]
    assert (titles(page, "proberen"), titles(page, "stoppen")) == (["Een spel"], ["De klik"])
    assert (titles(page, "antwoorden"), page.section("hulpmiddelen")) == (["Hoe kies ik?"], None)
    assert [url for _, url in page.links(page.section("verder"))] == ["/zoeken/", doors.WHERE_TO_ASK, "/themas/"]


def test_a_long_theme_shows_the_first_and_leads_to_the_rest(client, shelved):
    for number in range(25):
        make.answer(shelved, f"vraag-{number}", vraag=f"Vraag {number:02}?", themas=["geld"])
    make.load(shelved)
    page = read(client.get("/themas/geld/"))
    assert len(page.all("a", within=page.section("antwoorden"))) == 25
    text, url = page.links(page.section("antwoorden"))[-1]
    assert (text, url) == ("Zoek in alle 25", "/zoeken/?thema=geld&soort=antwoord")
    assert client.get(url).status_code == 200


def test_a_theme_that_is_still_empty_says_so(client, db):
    assert read(client.get("/themas/geld/")).notices() == ["Over dit thema is nog niets"]


def test_all_themes_stand_on_one_page_with_how_much_there_is(client, shelved):
    page = read(client.get(reverse("site:themes")))
    assert [url for _, url in page.links()][-len(Theme) :] == [
        reverse("site:theme", args=[slug]) for slug in Theme.values
    ]
    told = dict(zip(page.texts("h3"), [words(door.find("p")) for door in page.all("li", "door")], strict=True))
    assert (told["Taal"], told["Beloning"]) == ("1 kaart", "Nog geen kaarten")


def test_a_region_says_who_works_there_and_is_honest_about_the_rest(client, db):
    region = Region.objects.create(code="AM22", name="Rijnmond", aliases=["Rotterdam"])
    quiet = Region.objects.create(code="AM01", name="Groningen")
    Organisation.objects.create(slug="010", name="010 Inclusief", kind="inclusiedesk", region=region)
    Organisation.objects.create(slug="oefen", name="Oefenloket", kind="inclusiedesk", region=region, demo=True)
    page = read(client.get(reverse("site:region", args=["am22"])))
    assert (page.h1, page.texts("p", "lead")) == ("Rijnmond", ["Ook bekend als Rotterdam."])
    assert page.links(page.section("organisaties"))[0] == ("010 Inclusief", "/organisaties/010/")
    assert "Oefenloket" not in page.text
    assert "Adres en telefoonnummer van het Werkcentrum in deze regio: nog onbekend." in page.said("vragen")
    empty = read(client.get(f"/regios/{quiet.code}/"))
    assert empty.said("organisaties").startswith("Welke organisaties en loketten hier werken, is nog onbekend.")


@pytest.mark.parametrize("address", [COLLEGE, "/themas/", "/themas/taal/", "/regios/am22/"])
def test_more_cards_cost_no_more_queries(client, shelved, django_assert_max_num_queries, address):
    region = Region.objects.create(code="AM22", name="Rijnmond")
    with django_assert_max_num_queries(8) as few:
        client.get(address)
    for number in range(3):
        make.answer(shelved, f"meer-{number}", nakijken_bij="college", zekerheid="nakijken")
        make.material(shelved, f"meer-{number}", themas=["taal"])
        Organisation.objects.create(slug=f"loket-{number}", name=f"Loket {number}", kind="inclusiedesk", region=region)
    make.load(shelved)
    with django_assert_max_num_queries(8) as more:
        client.get(address)
    assert len(more) == len(few)
