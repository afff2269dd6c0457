"""A card on somebody else's site: embed and share."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.catalogue.tests.make import Card
from doenwatwerkt.ui.tests.reading import read

EMBED = "/insluiten/praktijken/werkproef/"


@pytest.fixture
def shelved(db, tmp_path):
    make.stocked(make.three(tmp_path))
    return tmp_path


def policy(response):
    return dict(rule.split(" ", 1) for rule in response.headers["Content-Security-Policy"].split("; "))


def test_a_partner_shows_kind_advice_direction_certainty_and_date(client, shelved):
    page = read(client.get(reverse("site:embed", kwargs={"kind": "praktijk", "slug": "werkproef"})))
    assert page.h1 == "Laat mensen een werkproef doen"
    assert page.texts("p", "kind") == ["Aanpak · Ons advies: Doen"]
    assert page.texts("p", "signs") == ["Effect: Helpt Middelgroot effectZekerheid: Zeker 4 van 5"]
    assert page.texts("p", "quiet")[0].startswith("Nagekeken op ")
    assert {(one.get("href"), one.get("target")) for one in page.all("a")} == {("/praktijken/werkproef/", "_top")}


def test_a_partner_shows_an_answer_and_a_material_as_they_are(client, shelved):
    make.answer(shelved, zekerheid="nakijken", nakijken_bij="college")
    make.material(shelved, commercieel=True)
    make.load(shelved)
    answer, material = (
        read(client.get("/insluiten/antwoorden/taaleis/")),
        read(client.get("/insluiten/materialen/vacaturecheck/")),
    )
    assert answer.texts("p", "pills") == ["Laat dit nakijken"]
    assert material.texts("p", "pills") == ["Gratis Effect nog onbekend Commercieel aanbod"]


def test_the_certainty_is_live(client, shelved):
    verdict = make.card("werkproef").practice.verdict
    verdict.given_on, verdict.valid_until = localdate() - timedelta(days=9), localdate() - timedelta(days=1)
    verdict.save()
    assert "oordeel verlopen" in read(client.get(EMBED)).text
    practice = make.card("werkproef").practice
    practice.verdict = None
    practice.save()
    assert "Zekerheid: nog niet beoordeeld" in read(client.get(EMBED)).text


def test_an_embed_brings_no_script_no_form_and_no_cookie(client, shelved):
    response = client.get(EMBED)
    page = read(response)
    assert [one.tag for one in page.root.iter() if one.tag in ("script", "form", "iframe")] == []
    assert not response.cookies
    assert response.headers["Cache-Control"] == "public, max-age=300"


def test_anybody_may_frame_an_embed_and_nobody_anything_else(client, shelved):
    response = client.get(EMBED)
    assert (policy(response)["frame-ancestors"], "X-Frame-Options" in response.headers) == ("*", False)
    assert policy(response)["default-src"] == "'self'"
    for address in ("/praktijken/werkproef/", "/delen/praktijken/werkproef/", "/feeds/kaarten.atom", "/insluiten/"):
        other = client.get(address)
        assert (policy(other)["frame-ancestors"], other.headers["X-Frame-Options"]) == ("'none'", "DENY")


def test_who_runs_the_site_may_name_the_sites_that_frame(client, shelved, settings):
    settings.EMBED_ANCESTORS = ["https://partner.example", "https://*.brancheclub.example"]
    assert policy(client.get(EMBED))["frame-ancestors"] == "https://partner.example https://*.brancheclub.example"


def test_a_card_that_is_gone_says_so_in_the_frame_and_names_its_successor(client, shelved):
    Card.objects.filter(slug="werkproef").update(state="retired", successor=make.card("vacaturecheck"))
    response = client.get(EMBED)
    page = read(response)
    assert (response.status_code, page.texts("p", "kind")) == (200, ["Vervallen"])
    assert ("Vacaturecheck", "/materialen/vacaturecheck/") in page.links()
    assert "Zekerheid" not in page.text


@pytest.mark.parametrize("address", ["/insluiten/antwoorden/werkproef/", "/insluiten/praktijken/geen/"])
def test_a_card_that_never_was_is_told_in_the_frame_too(client, shelved, address):
    response = client.get(address)
    assert (response.status_code, read(response).h1) == (404, "Deze kaart is er niet (meer)")
    assert "X-Frame-Options" not in response.headers


@pytest.mark.parametrize("kind", ["praktijken/werkproef", "antwoorden/taaleis", "materialen/vacaturecheck"])
def test_who_shares_a_card_gets_code_that_works(client, shelved, settings, kind):
    settings.SITE_URL = "https://werkt.example"
    page = read(client.get(f"/delen/{kind}/"))
    [code] = page.texts("textarea")
    assert re.fullmatch(r'<iframe src="(.*?)" title="[^"]+" width="100%" height="\d+" loading="lazy"></iframe>', code)
    assert f'src="https://werkt.example/insluiten/{kind}/"' in code
    assert client.get(f"/insluiten/{kind}/").status_code == 200
    opened = {url: client.get(url).status_code for _, url in page.links(page.section("gegevens"))}
    assert (f"/{kind}.jsonld" in opened, set(opened.values())) == (True, {200})


def test_a_title_with_quotes_can_not_break_the_code(client, shelved):
    Card.objects.filter(slug="werkproef").update(title='Zeg "nee" </textarea> & door')
    [code] = read(client.get(reverse("site:share", kwargs={"kind": "praktijk", "slug": "werkproef"}))).texts("textarea")
    title = re.search(r'title="([^"]*)"', code).group(1)
    assert unescape(title) == 'Zeg "nee" </textarea> & door (Doen Wat Werkt)'


def test_who_wants_to_share_a_retired_card_shares_its_successor(client, shelved):
    Card.objects.filter(slug="werkproef").update(state="retired", successor=make.card("vacaturecheck"))
    response = client.get("/delen/praktijken/werkproef/")
    assert (response.status_code, response.headers["Location"]) == (301, "/delen/materialen/vacaturecheck/")


@pytest.mark.parametrize(
    "address", ["/delen/praktijken/geen/", "/delen/verhalen/werkproef/", "/insluiten/verhalen/werkproef/"]
)
def test_a_street_or_card_that_does_not_exist_can_not_be_shared(client, shelved, address):
    assert client.get(address).status_code == 404


def test_every_card_leads_to_its_page_for_sharing(client, shelved):
    for card in Card.objects.order_by("pk"):
        assert f"/delen{card.get_absolute_url()}" in [
            url for _, url in read(client.get(card.get_absolute_url())).links()
        ]


def test_who_shares_a_page_shows_its_title_and_what_it_is_about(client, shelved):
    page = read(client.get("/praktijken/werkproef/"))
    told = {one.get("property"): one.get("content") for one in page.root.iter("meta") if one.get("property")}
    assert told["og:title"] == "Laat mensen een werkproef doen"
    assert told["og:description"] == "Laat elke kandidaat hetzelfde stukje echt werk doen."
    assert (told["og:type"], told["og:locale"]) == ("website", "nl_NL")


def test_a_page_that_is_not_there_has_no_address_of_its_own(client, db):
    page = read(client.get("/bestaat/niet/"))
    assert [one for one in page.root.iter("link") if one.get("rel") == "canonical"] == []
    assert [one.get("content") for one in page.root.iter("meta") if one.get("name") == "robots"] == ["noindex"]
