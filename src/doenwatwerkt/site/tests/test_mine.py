"""The page of who is signed in: mine, and my_data to take away."""

import json

from django.test import Client

from doenwatwerkt.keys.tests import make
from doenwatwerkt.people import operations
from doenwatwerkt.people.tests.make import AT, LOADER, organisation
from doenwatwerkt.ui.tests.reading import read


def test_somebody_sees_who_they_are_and_what_they_may_do(client, cast, django_assert_max_num_queries):
    operations.join(
        cast.anna, organisation=organisation("Stichting Ook"), role="hr-professional", by=LOADER, at=make.now()
    )
    make.come_in(client, cast.anna)
    with django_assert_max_num_queries(12):
        page = read(client.get("/mijn/"))
    assert page.pairs() == {"Naam": "Anna", "E-mailadres": "anna@bakkerij-noord.test"}
    assert "Contactpersoon van een werkgever, Bakkerij Noord Sinds 1 maart 2026. Deze rol telt nu." in page.said(
        "rollen"
    )
    assert "Stichting Ook" in page.said("rollen")
    assert "Telt als u voor deze organisatie werkt." in page.said("rollen")
    assert ("Beveiliging", "/mijn/beveiliging/") in page.links()


def test_waiting_roles_are_told_with_the_way_to_the_second_step(client, cast):
    make.come_in(client, cast.dirk)
    page = read(client.get("/mijn/"))
    assert page.notices() == ["Rollen die wachten"]
    assert "Deze rol wacht op uw tweede stap." in page.said("rollen")
    bars = [one.get("aria-label") for one in page.root.iter("div") if one.get("role") == "region"]
    assert bars == ["Aangemeld", "Tweede stap"]


def test_somebody_takes_away_all_that_is_kept_of_them(client, cast):
    make.come_in(client, cast.anna)
    make.add_app(client)
    response = client.get("/mijn/gegevens.json")
    told = json.loads(response.content)
    assert response.headers["Content-Disposition"] == 'attachment; filename="mijn-gegevens.json"'
    assert (told["naam"], told["email"], told["herstelcodesOver"]) == ("Anna", "anna@bakkerij-noord.test", 10)
    assert told["rollen"] == [
        {"organisatie": "Bakkerij Noord", "rol": "werkgever", "sinds": "2026-03-01T12:00:00Z", "tot": None}
    ]
    assert [one["soort"] for one in told["tweedeStappen"]] == ["App met codes"]
    assert (len(told["aangemeldOp"]), told["accountBijOrganisatie"]) == (1, False)
    assert "secret" not in response.content.decode()


def test_a_visitor_is_asked_to_sign_in_and_sees_a_link_for_that(db):
    browser = Client()
    for address in ("/mijn/", "/mijn/gegevens.json"):
        assert browser.get(address).headers["Location"] == f"/aanmelden/?next={address}"
    page = browser.get("/over/")
    assert 'href="/aanmelden/">Aanmelden</a>' in page.content.decode()


def test_who_is_signed_in_sees_their_own_page_and_the_way_out_instead(client, cast):
    make.come_in(client, cast.anna)
    told = client.get("/over/").content.decode()
    assert ('href="/aanmelden/"' in told, 'href="/mijn/">Mijn pagina</a>' in told) == (False, True)
    assert make.now() > AT


def test_a_reader_costs_no_query_for_who_they_are_and_gets_no_cookie(db, django_assert_num_queries):
    browser = Client()
    with django_assert_num_queries(0):
        response = browser.get("/toegankelijkheid/")
    assert (response.status_code, dict(browser.cookies)) == (200, {})
