"""What machines read: cards_feed, sitemap, linked_data and the social picture."""

import json
import re
from datetime import timedelta
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import fromstring

import pytest
from django.urls import reverse

from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.catalogue.tests.make import Card
from doenwatwerkt.ui import feeds

FEED = "/feeds/kaarten.atom"
A = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def shelved(db, tmp_path, settings):
    settings.SITE_URL = "https://werkt.example"
    make.stocked(make.three(tmp_path))
    return tmp_path


def entries(response):
    found = fromstring(response.content).iter(f"{A}entry")
    return [(one.findtext(f"{A}title"), one.findtext(f"{A}published"), one.findtext(f"{A}updated")) for one in found]


def titles(response):
    return sorted(title for title, _, _ in entries(response))


def test_a_follower_sees_what_changed_last_on_top_with_the_day_it_came(client, shelved):
    make.material(shelved, titel="Betere vacaturecheck", praktijken=["werkproef"])
    make.load(shelved, at=make.AT + timedelta(days=2))
    response = client.get(FEED)
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert entries(response)[0] == ("Betere vacaturecheck", "2026-11-23T09:00:00Z", "2026-11-25T09:00:00Z")
    assert len(entries(response)) == 3
    assert fromstring(response.content).findtext(f"{A}updated") == "2026-11-25T09:00:00Z"


def test_names_in_the_feed_stay_when_the_site_moves_to_another_port_or_scheme(client, shelved, settings):
    first = fromstring(client.get(FEED).content)
    assert first.findtext(f"{A}id") == "tag:werkt.example,2026:/feeds/kaarten.atom"
    settings.SITE_URL = "http://werkt.example:8000"
    second = fromstring(client.get(FEED).content)
    assert [one.text for one in first.iter(f"{A}id")] == [one.text for one in second.iter(f"{A}id")]
    links = [one.get("href") for one in second.iter(f"{A}link")]
    assert [link for link in links if not link.startswith("http://werkt.example:8000/")] == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("soort=praktijk", ["Laat mensen een werkproef doen"]), ("thema=taal", ["Mag ik Nederlands eisen?"]),
        ("thema=taal&thema=vacature", ["Mag ik Nederlands eisen?", "Vacaturecheck"]), ("thema=taal&soort=praktijk", []),
        ("fase=selecteren", ["Laat mensen een werkproef doen"]), ("zekerheid=4&richting=positief", ["Laat mensen een werkproef doen"]),
        ("zekerheid=1", []), ("advies=doen&kosten=1&moeite=2&omvang=groot", ["Laat mensen een werkproef doen"]),
    ],
)  # fmt: skip
def test_who_follows_one_subject_gets_that_subject_only(client, shelved, asked, found):
    assert titles(client.get(f"{FEED}?{asked}")) == found


def test_an_empty_feed_is_a_feed_too(client, db):
    feed = fromstring(client.get(FEED).content)
    assert (feed.findtext(f"{A}updated"), list(feed.iter(f"{A}entry"))) == ("2026-11-22T00:00:00Z", [])


def test_who_asks_for_a_filter_that_does_not_exist_hears_which(client, shelved):
    response = client.get(f"{FEED}?thema=geluk&soort=praktijk")
    assert (response.status_code, response.content.decode()) == (400, "Deze filters kennen wij niet: thema: geluk.")


def test_the_same_filters_in_another_order_are_the_same_feed(client, shelved):
    one, other = (
        client.get(f"{FEED}?thema=taal&thema=selectie&q=x"),
        client.get(f"{FEED}?thema=selectie&thema=taal&pagina=3"),
    )
    assert (one.content, one.headers["ETag"]) == (other.content, other.headers["ETag"])


def test_what_is_not_published_is_not_told(client, shelved):
    Card.objects.filter(slug="taaleis").update(state="draft")
    assert titles(client.get(FEED)) == ["Laat mensen een werkproef doen", "Vacaturecheck"]
    assert b"taaleis" not in client.get("/sitemap.xml").content


def test_a_character_that_breaks_xml_does_not_break_the_feed(shelved):
    Card.objects.filter(slug="taaleis").update(title="Mag\x0b dit <b>& dat</b>?")
    changed = feeds.atom("t", "s", "/f", [feeds.Item("Mag\x0b dit <b>&?", "/x/", "\x00", make.AT, make.AT)])[0]
    assert fromstring(changed).find(f"{A}entry").findtext(f"{A}title") == "Mag dit <b>&?"


@pytest.mark.parametrize("address", [FEED, f"{FEED}?thema=taal", "/sitemap.xml", "/praktijken/werkproef.jsonld"])
def test_who_has_it_already_gets_304_for_one_query_however_often_they_ask(
    client, shelved, django_assert_max_num_queries, address
):
    first = client.get(address)
    assert first.status_code == 200
    with django_assert_max_num_queries(50):
        again = [client.get(address, headers={"If-None-Match": first.headers["ETag"]}) for _ in range(50)]
    assert {one.status_code for one in again} == {304}
    assert {one.headers["ETag"] for one in again} == {first.headers["ETag"]}
    assert {one.content for one in again} == {b""}


@pytest.mark.parametrize("address", [FEED, "/sitemap.xml"])
def test_a_reader_that_knows_only_dates_gets_304_too(client, shelved, address):
    date = client.get(address).headers["Last-Modified"]
    assert parsedate_to_datetime(date) == make.AT
    assert client.get(address, headers={"If-Modified-Since": date}).status_code == 304


@pytest.mark.parametrize("address", [FEED, "/sitemap.xml"])
def test_a_reader_that_ignores_caching_costs_one_query(client, shelved, django_assert_max_num_queries, address):
    body = client.get(address).content
    with django_assert_max_num_queries(20):
        assert {client.get(address).content for _ in range(20)} == {body}


@pytest.mark.parametrize("address", [FEED, "/sitemap.xml", "/materialen/vacaturecheck.jsonld"])
def test_after_a_change_everybody_gets_the_new_one(client, shelved, address):
    first = client.get(address)
    make.material(shelved, titel="Nieuwe check", praktijken=["werkproef"])
    make.load(shelved, at=make.AT + timedelta(days=1))
    second = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (second.status_code, second.content == first.content) == (200, False)


def linked(client, address):
    response = client.get(address)
    assert response.headers["Content-Type"] == "application/ld+json"
    return json.loads(response.content)


def test_a_machine_reads_how_sure_we_are_and_that_it_is_no_praise(client, shelved):
    told = linked(client, reverse("site:linked_data", kwargs={"kind": "praktijk", "slug": "werkproef"}))
    assert (told["@id"], told["@type"], told["inLanguage"]) == (
        "https://werkt.example/praktijken/werkproef/",
        "HowTo",
        "nl",
    )
    sure = told["zekerheid"]
    assert (sure["ratingValue"], sure["bestRating"], sure["worstRating"], sure["verlopen"]) == (4, 5, 0, False)
    assert sure["ratingExplanation"].startswith("Zeker. Hoe zeker wij zijn, niet hoe goed het werkt")
    assert (told["richting"], told["advies"]) == ("Helpt", "Doen")
    assert [step["text"] for step in told["step"]] == ["Kies een taak.", "Geef punten."]
    assert [source["author"] for source in told["citation"]] == ["Schmidt & Hunter"]
    assert set(told["@context"][1]) == {"zekerheid", "geldigTot", "verlopen", "richting", "advies", "nagekekenOp"}


def test_a_practice_that_nobody_judged_claims_no_certainty(client, shelved):
    practice = make.card("werkproef").practice
    practice.verdict = None
    practice.save()
    assert "zekerheid" not in linked(client, "/praktijken/werkproef.jsonld")


def test_a_machine_reads_a_question_with_its_answer_and_a_material_with_its_owner(client, shelved):
    question = linked(client, "/antwoorden/taaleis.jsonld")["mainEntity"]
    assert (question["name"], question["acceptedAnswer"]["text"]) == (
        "Mag ik Nederlands eisen?",
        "Ja, als dat echt nodig is.",
    )
    check = linked(client, "/materialen/vacaturecheck.jsonld")
    assert (check["isAccessibleForFree"], check["sameAs"]) == (True, "https://example.org/check")
    assert check["provider"]["name"] == "College voor de Rechten van de Mens"


def test_every_card_says_where_its_linked_data_and_the_feed_are(client, shelved):
    for card in Card.objects.order_by("pk"):
        html = client.get(card.get_absolute_url()).content.decode()
        address = card.get_absolute_url()[:-1] + ".jsonld"
        assert f'<link rel="alternate" type="application/ld+json" href="{address}">' in html
        assert f'<link rel="canonical" href="https://werkt.example{card.get_absolute_url()}">' in html
        assert linked(client, address)["url"] == f"https://werkt.example{card.get_absolute_url()}"


def test_a_retired_card_sends_its_reader_on_and_one_without_a_successor_is_gone(client, shelved):
    check = make.card("vacaturecheck")
    Card.objects.filter(slug="werkproef").update(state="retired", successor=check)
    response = client.get("/praktijken/werkproef.jsonld")
    assert (response.status_code, response.headers["Location"]) == (301, "/materialen/vacaturecheck.jsonld")
    Card.objects.filter(slug="taaleis").update(state="retired")
    assert client.get("/antwoorden/taaleis.jsonld").status_code == 404


def test_a_shared_card_shows_a_social_picture_of_our_own_with_its_words(client, shelved):
    page = client.get("/praktijken/werkproef/").content.decode()
    [image] = re.findall(r'<meta property="og:image" content="([^"]+)">', page)
    [alt] = re.findall(r'<meta property="og:image:alt" content="([^"]+)">', page)
    assert image.startswith("https://werkt.example/praktijken/werkproef.png?v=")
    assert alt == "Aanpak: Laat mensen een werkproef doen. Zekerheid: zeker, 4 van 5. Helpt. Doen Wat Werkt."
    response = client.get(image.removeprefix("https://werkt.example"))
    assert (response.status_code, response.headers["Content-Type"]) == (200, "image/png")
    again = client.get("/praktijken/werkproef.png", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304
    assert "og:image" not in client.get("/over/").content.decode()


def test_the_social_picture_of_a_retired_card_is_that_of_its_successor_and_of_nothing_is_nothing(client, shelved):
    make.practice(shelved, "proefdag", titel="Houd een proefdag")
    make.load(shelved)
    Card.objects.filter(slug="werkproef").update(state="retired", successor=make.card("proefdag"))
    response = client.get(reverse("site:social", kwargs={"kind": "praktijk", "slug": "werkproef"}))
    assert (response.status_code, response.headers["Location"]) == (301, "/praktijken/proefdag.png")
    assert client.get("/praktijken/onzin.png").status_code == 404


def test_who_asks_for_social_pictures_all_the_time_must_wait(client, shelved, monkeypatch):
    codes = [client.get("/materialen/vacaturecheck.png").status_code for _ in range(121)]
    assert (codes.count(200), codes[-1]) == (120, 429)
