"""Passkeys without a browser: what is asked, and that no wrong answer opens anything. The real thing: tests/browser."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from doenwatwerkt.journal.models import Entry
from doenwatwerkt.keys import operations, queries
from doenwatwerkt.keys.adapter import factors
from doenwatwerkt.keys.tests import make
from doenwatwerkt.keys.tests.soft import SoftPasskey
from doenwatwerkt.lib.actor import VISITOR
from doenwatwerkt.lib.refusal import Refused

WRONG = ["", "null", "[]", "{", "{}", '{"id": 1}', '{"response": []}', '{"response": {"userHandle": "MQ"}}',
         '{"response": {"userHandle": "eHh4"}}', '{"id":"YQ","rawId":"YQ","type":"public-key","response":{"userHandle":"MQ"}}',
         "[" * 5000]  # fmt: skip


def test_the_browser_is_asked_for_whatever_passkey_it_has_for_this_site(client, db):
    told = asked(client, "keys:passkey_options")
    assert (told["rpId"], told["userVerification"], told.get("allowCredentials", [])) == (
        "localhost",
        "required",
        [],
    )
    assert len(told["challenge"]) > 30


def test_a_new_passkey_is_asked_for_this_site_and_this_person(client, db):
    make.come_in(client, make.someone("noor"))
    told = asked(client, "keys:new_passkey_options")
    assert (told["rp"]["id"], told["user"]["name"]) == ("localhost", "noor@example.org")
    assert told["authenticatorSelection"]["residentKey"] == "required"


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


def asked(client, address):
    return client.post(reverse(address)).json()["publicKey"]


def make_passkey(client, passkey, name="Telefoon", **more):
    credential = passkey.create(asked(client, "keys:new_passkey_options"), **more)
    return client.post(reverse("keys:add_passkey"), {"credential": credential, "name": name})


@pytest.fixture
def noor(db):
    return make.someone("noor")


@pytest.fixture
def passkey(noor):
    """The passkey that noor made on another day."""
    browser, made = Client(), SoftPasskey()
    make.come_in(browser, noor)
    make_passkey(browser, made)
    return made


def test_a_passkey_is_made_and_opens_the_account_by_itself(client, noor, passkey):
    [kept] = queries.factors(noor)
    assert queries.name_of(kept) == "Passkey: Telefoon"
    assert [one.kind for one in Entry.objects.order_by("pk")] == ["keys.SecondStepAdded"]
    credential = passkey.get(asked(client, "keys:passkey_options"))
    assert client.post("/aanmelden/passkey/", {"credential": credential}).headers["Location"] == "/mijn/"
    assert make.is_in(client)
    kept.refresh_from_db()
    assert kept.last_used_at is not None


def test_an_answer_of_a_passkey_counts_once(client, noor, passkey):
    credential = passkey.get(asked(client, "keys:passkey_options"))
    client.post("/aanmelden/passkey/", {"credential": credential})
    client.post("/afmelden/")
    client.post("/aanmelden/passkey/", {"credential": credential})
    other = Client()
    asked(other, "keys:passkey_options")
    other.post("/aanmelden/passkey/", {"credential": credential})
    assert (make.is_in(client), make.is_in(other)) == (False, False)


@pytest.mark.parametrize("more", [{"origin": "https://kwaad.example"}, {"verified": False}])
def test_an_answer_from_another_site_or_without_its_owner_opens_nothing(client, noor, passkey, more):
    credential = passkey.get(asked(client, "keys:passkey_options"), **more)
    client.post("/aanmelden/passkey/", {"credential": credential})
    assert not make.is_in(client)


def test_the_passkey_of_one_person_with_the_name_of_another_opens_nothing(client, cast, passkey):
    passkey.handle = str(cast.anna.pk).encode()
    credential = passkey.get(asked(client, "keys:passkey_options"))
    client.post("/aanmelden/passkey/", {"credential": credential})
    assert not make.is_in(client)


def test_a_passkey_for_another_site_is_not_kept(client, noor):
    make.come_in(client, noor)
    page = make_passkey(client, SoftPasskey(), origin="https://kwaad.example")
    assert "De passkey is niet gelukt." in make.said(page)
    assert queries.factors(noor) == []


def test_of_two_steps_one_goes_and_the_recovery_codes_stay(client, noor, passkey):
    credential = passkey.get(asked(client, "keys:passkey_options"))
    client.post("/aanmelden/passkey/", {"credential": credential})
    codes = queries.recovery_left(noor)
    make.add_app(client)
    assert queries.recovery_left(noor) == codes
    first, second = queries.factors(noor)
    client.post(reverse("keys:remove_factor", args=[first.pk]))
    assert (queries.factors(noor), queries.recovery_left(noor)) == ([second], codes)
    assert client.get("/mijn/beveiliging/herstelcodes/").status_code == 200


def test_a_passkey_is_the_second_step_after_a_code(client, noor, passkey):
    make.come_in(client, noor, next="/mijn/beveiliging/")
    assert "Een herstelcode" in make.said(client.get("/aanmelden/tweede-stap/"))
    credential = passkey.get(asked(client, "keys:passkey_options"))
    response = client.post("/aanmelden/passkey/", {"credential": credential, "next": ""})
    assert (response.headers["Location"], make.is_in(client)) == ("/mijn/beveiliging/", True)
