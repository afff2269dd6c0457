"""Help with wording looks along and keeps nothing."""

import pytest
from django.urls import reverse

from doenwatwerkt.editing.tests import desk, make
from doenwatwerkt.people.tests import make as people

HELP = "/redactie/taalhulp/"


def test_the_form_of_a_card_offers_to_look_along(it):
    draft = desk.begun("taaleis", it.femke, maandag="Vraag het na.")
    page = desk.browser(it.femke).get(f"/redactie/{draft.pk}/schrijven/").content.decode()
    assert f'form="schrijven" formaction="{HELP}" formtarget="taalhulp" hx-post="{HELP}"' in page
    assert '<div id="taalhulp" role="status">' in page


@pytest.fixture
def femke(db, client):
    return people.sign_in(client, make.editor())


def told(response):
    return {text.name: [(hint.sort, hint.found) for hint in text.reading.hints] for text in response.context["texts"]}


def test_every_text_of_the_form_is_looked_at(femke):
    response = femke.post(
        HELP, {"kort": "U moet dit doen, zegt men.", "titel": "Kort", "waarom": "De brief wordt gelezen door ons."}
    )
    assert told(response) == {"kort": [("toon", "moet")], "waarom": [("lijdende vorm", "wordt gelezen")]}
    assert reverse("editing:language_help") == HELP


def test_a_legal_fact_under_the_card_allows_must(femke):
    assert told(femke.post(HELP, {"kort": "U moet dit doen, zegt men.", "leunt_op": "awgb"}))["kort"] == []


def test_personal_data_is_marked_even_in_a_short_field(femke):
    page = femke.post(HELP, {"titel": "jan@example.org", "kort": "BSN 111222333 & <b>"}).content.decode()
    assert "e-mailadres: <mark>jan@example.org</mark>" in page
    assert "burgerservicenummer: <mark>111222333</mark>" in page
    assert "<b>" not in page.partition('id="taalhulp"')[2]


def test_the_part_is_a_piece_of_the_page(femke):
    sent = {"kort": "De gemeenteraadsverkiezingen komen eraan."}
    page = femke.post(HELP, sent).content.decode()
    part = femke.post(HELP, sent, headers={"HX-Request": "true", "HX-Target": "div#taalhulp"}).content.decode()
    assert part.strip() in page
    assert "Schrijf eerst een paar zinnen." in femke.post(HELP, {}).content.decode()


def test_a_get_and_a_reader_get_nothing(femke, db):
    assert femke.get(HELP).status_code == 405
    people.sign_in(femke, people.person("anna", people.organisation("Bakkerij"), "werkgever"))
    assert femke.post(HELP, {}).status_code == 404


def test_a_partner_who_brings_in_material_is_helped_too(db, client):
    people.sign_in(
        client, people.person("piet", people.organisation("NBBU", kind="werkgeversorganisatie"), "partnerbeheerder")
    )
    assert client.post(HELP, {"kort": "Dit is een hele gewone zin."}).status_code == 200
