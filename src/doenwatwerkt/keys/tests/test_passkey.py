"""Passkeys without a browser: what is asked, and that no wrong answer opens anything. The real thing: tests/browser."""

import json

import pytest
from django.urls import reverse

from doenwatwerkt.keys import operations
from doenwatwerkt.keys.adapter import factors
from doenwatwerkt.keys.tests import make
from doenwatwerkt.lib.actor import VISITOR
from doenwatwerkt.lib.refusal import Refused

WRONG = ["", "null", "[]", "{", "{}", '{"id": 1}', '{"response": []}', '{"response": {"userHandle": "MQ"}}',
         '{"response": {"userHandle": "eHh4"}}', '{"id":"YQ","rawId":"YQ","type":"public-key","response":{"userHandle":"MQ"}}',
         "[" * 5000]  # fmt: skip


def test_the_browser_is_asked_for_whatever_passkey_it_has_for_this_site(client, db):
    asked = client.post(reverse("keys:passkey_options")).json()["publicKey"]
    assert (asked["rpId"], asked["userVerification"], asked.get("allowCredentials", [])) == (
        "localhost",
        "required",
        [],
    )
    assert len(asked["challenge"]) > 30


def test_a_new_passkey_is_asked_for_this_site_and_this_person(client, db):
    """new_passkey_options names who it is for."""
    make.come_in(client, make.someone("noor"))
    asked = client.post("/mijn/beveiliging/passkey/vraag/").json()["publicKey"]
    assert (asked["rp"]["id"], asked["user"]["name"]) == ("localhost", "noor@example.org")
    assert asked["authenticatorSelection"]["residentKey"] == "required"


@pytest.mark.parametrize("credential", WRONG)
def test_what_is_no_answer_lets_nobody_in(client, cast, credential):
    client.post("/aanmelden/passkey/vraag/")
    page = client.post("/aanmelden/passkey/", {"credential": credential}, follow=True)
    assert (page.status_code, "De passkey is niet gelukt." in page.content.decode()) == (200, True)
    assert not make.is_in(client)


@pytest.mark.parametrize("credential", WRONG)
def test_what_is_no_answer_makes_no_passkey(client, db, credential):
    make.come_in(client, make.someone("noor"))
    client.post("/mijn/beveiliging/passkey/vraag/")
    page = client.post("/mijn/beveiliging/passkey/", {"credential": credential, "name": "Telefoon"})
    assert (page.status_code, "De passkey is niet gelukt." in make.said(page)) == (200, True)
    assert factors.Authenticator.objects.count() == 0


def test_a_passkey_needs_a_name(client, db):
    make.come_in(client, make.someone("noor"))
    page = client.post("/mijn/beveiliging/passkey/", {"credential": json.dumps({"id": "x"}), "name": ""})
    assert "Geef de passkey een naam" in make.said(page)


def test_the_passkey_of_somebody_else_says_nothing_about_you(client, cast, monkeypatch):
    make.come_in(client, cast.anna)
    bram = factors.Authenticator.objects.create(user=cast.bram, type="webauthn", data={"name": "X"})
    monkeypatch.setattr(factors, "passkey_behind", lambda credential: bram)
    assert (
        client.post("/aanmelden/passkey/", {"credential": '{"id": "x"}'}).headers["Location"]
        == "/aanmelden/tweede-stap/"
    )
    assert "Aangemeld als <strong>Anna</strong>" in client.get("/").content.decode()


def test_the_passkey_of_a_closed_account_opens_nothing(cast, monkeypatch):
    passkey = factors.Authenticator.objects.create(user=cast.bram, type="webauthn", data={"name": "X"})
    cast.bram.is_active = False
    monkeypatch.setattr(factors, "passkey_behind", lambda credential: passkey)
    with pytest.raises(Refused):
        operations.use_passkey({}, by=VISITOR, at=make.now())


def test_who_comes_in_with_a_passkey_took_both_steps_and_goes_where_they_were_going(client, cast, monkeypatch):
    passkey = factors.Authenticator.objects.create(user=cast.dirk, type="webauthn", data={"name": "X"})
    monkeypatch.setattr(factors, "passkey_behind", lambda credential: passkey)
    response = client.post("/aanmelden/passkey/", {"credential": '{"id": "x"}', "next": "/mijn/beveiliging/"})
    assert response.headers["Location"] == "/mijn/beveiliging/"
    assert "Passkey: X" in make.said(client.get("/mijn/beveiliging/"))
    assert "wachten op een tweede stap" not in client.get("/").content.decode()
