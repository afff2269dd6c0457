"""The second step: an app with codes, recovery codes, and what counts only after it."""

import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils.timezone import now

from doenwatwerkt.journal.models import Entry
from doenwatwerkt.keys import operations, queries
from doenwatwerkt.keys.adapter import factors
from doenwatwerkt.keys.rules import Browser
from doenwatwerkt.keys.tests import make
from doenwatwerkt.lib.actor import VISITOR
from doenwatwerkt.people.access import SECOND_FACTOR
from doenwatwerkt.people.models import Membership
from doenwatwerkt.people.tests import make as make_people

WAITS = "U heeft rollen die wachten op een tweede stap."


@pytest.fixture
def femke(db):
    return make_people.person("femke", make_people.organisation("Redactie"), "redacteur")


@pytest.fixture
def later(monkeypatch):
    """The next code of an app: the one that was used to set it up works once."""
    real = time.time
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time.time", lambda: real() + 60)
    return real() + 60


def signed_in_with_app(client, person):
    make.come_in(client, person)
    return make.add_app(client)


def test_a_role_waits_until_the_second_step_and_making_one_asks_nothing_twice(client, femke):
    make.come_in(client, femke)
    page = client.get("/mijn/")
    assert WAITS in page.content.decode()
    assert "Deze rol wacht op uw tweede stap." in make.said(page)
    make.add_app(client)
    page = client.get("/mijn/")
    assert (WAITS in page.content.decode(), "Deze rol telt nu." in make.said(page)) == (False, True)
    assert [one.kind for one in Entry.objects.order_by("pk")][-1:] == ["keys.SecondStepAdded"]
    assert "App met codes" in make.letters("tweede-stap")[0].text


def test_who_has_a_second_step_is_asked_for_it_and_is_not_in_before(client, femke, later):
    secret = signed_in_with_app(Client(), femke)
    response = make.come_in(client, femke)
    assert response.headers["Location"] == "/aanmelden/tweede-stap/"
    assert not make.is_in(client)
    response = client.post("/aanmelden/tweede-stap/", {"code": make.app_code(secret, later)})
    assert (response.headers["Location"], make.is_in(client)) == ("/mijn/", True)
    assert (client.session[SECOND_FACTOR], WAITS in client.get("/").content.decode()) == (True, False)


def test_where_somebody_was_going_survives_the_second_step(client, femke, later):
    secret = signed_in_with_app(Client(), femke)
    make.come_in(client, femke, next="/mijn/beveiliging/")
    response = client.post("/aanmelden/tweede-stap/", {"code": make.app_code(secret, later)})
    assert response.headers["Location"] == "/mijn/beveiliging/"


def test_a_wrong_second_step_is_told_and_a_code_of_an_app_works_once(client, femke, later):
    secret = signed_in_with_app(Client(), femke)
    code = make.app_code(secret, later)
    make.come_in(client, femke)
    assert "Deze code klopt niet." in make.said(client.post("/aanmelden/tweede-stap/", {"code": make.wrong(code)[-6:]}))
    client.post("/aanmelden/tweede-stap/", {"code": code})
    other = Client()
    make.come_in(other, femke)
    assert "Deze code klopt niet." in make.said(other.post("/aanmelden/tweede-stap/", {"code": code}))
    assert (make.is_in(client), make.is_in(other)) == (True, False)


def test_half_way_in_is_over_after_a_quarter_of_an_hour(client, femke):
    signed_in_with_app(Client(), femke)
    make.come_in(client, femke)
    session = client.session
    pk, since = session["keys_waiting"]
    session["keys_waiting"] = (pk, since - 901)
    session.save()
    assert client.get("/aanmelden/tweede-stap/").headers["Location"] == "/aanmelden/"


def test_a_recovery_code_lets_its_owner_in_once_but_privileged_roles_wait_for_a_real_step(client, femke):
    signed_in_with_app(Client(), femke)
    code = queries.recovery_left(femke)[0]
    make.come_in(client, femke)
    client.post("/aanmelden/tweede-stap/", {"code": f"{code[:4]} {code[4:]}"})
    assert (make.is_in(client), WAITS in client.get("/").content.decode()) == (True, True)
    assert len(queries.recovery_left(femke)) == 9
    other = Client()
    make.come_in(other, femke)
    other.post("/aanmelden/tweede-stap/", {"code": code})
    assert not make.is_in(other)


def test_who_came_in_with_a_recovery_code_can_replace_a_lost_app(client, femke):
    signed_in_with_app(Client(), femke)
    make.come_in(client, femke)
    client.post("/aanmelden/tweede-stap/", {"code": queries.recovery_left(femke)[0]})
    [app] = queries.factors(femke)
    client.post(f"/mijn/beveiliging/stappen/{app.pk}/weghalen/")
    assert queries.factors(femke) == []
    make.add_app(client)
    assert WAITS not in client.get("/").content.decode()


def test_strangers_cannot_use_up_the_second_step_of_a_browser_that_its_owner_knows(femke):
    app = factors.add_app(femke, secret := factors.new_secret())
    at, stranger, own = now(), Browser("b"), Browser("a", {femke.pk: "1"})
    for _ in range(10):
        assert operations.take_step(femke, code="000000", browser=stranger, by=VISITOR, at=at) is None
    with pytest.raises(operations.factors.Refused, match="te vaak"):
        operations.take_step(femke, code=make.app_code(secret), browser=stranger, by=VISITOR, at=at)
    assert operations.take_step(femke, code=make.app_code(secret), browser=own, by=VISITOR, at=at) == "totp"
    assert app.user == femke


def test_a_role_taken_away_is_gone_at_the_next_request(client, femke):
    signed_in_with_app(client, femke)
    assert "Deze rol telt nu." in make.said(client.get("/mijn/"))
    Membership.objects.update(until=now() + timedelta(microseconds=1))
    assert "U heeft nog geen rol." in make.said(client.get("/mijn/"))


def test_secrets_are_locked_in_the_database_and_an_old_key_still_opens_them(femke, settings):
    app = factors.add_app(femke, "GEHEIM")
    assert "GEHEIM" not in str(app.data)
    old, settings.SECRET_KEY = settings.SECRET_KEY, "een-andere-sleutel-die-lang-genoeg-is-voor-iedereen"
    assert factors.secret_of(app) == ""
    settings.SECRET_KEY_FALLBACKS = [old]
    assert factors.secret_of(app) == "GEHEIM"


def test_after_a_lost_secret_key_no_step_fits_and_no_page_breaks(client, femke, settings):
    signed_in_with_app(Client(), femke)
    code = queries.recovery_left(femke)[0]
    settings.SECRET_KEY = "een-andere-sleutel-die-lang-genoeg-is-voor-iedereen"
    assert queries.recovery_left(femke) == []
    make.come_in(client, femke)
    for typed in (code, "123456"):
        assert client.post("/aanmelden/tweede-stap/", {"code": typed}).status_code == 200
    assert not make.is_in(client)


def test_who_has_no_second_step_is_not_asked_for_one(client, femke):
    make.come_in(client, femke)
    assert client.get("/aanmelden/tweede-stap/").headers["Location"] == "/mijn/beveiliging/"


def test_allauth_keeps_what_we_ask_of_it(femke):
    """Parts that we use are semi-private: a new version shows here first."""
    factors.add_app(femke, "GEHEIM")
    factors.make_recovery_codes(femke)
    assert factors.make_recovery_codes(femke) == queries.recovery_of(femke)
    assert [one.type for one in Authenticator.objects.order_by("pk")] == ["totp", "recovery_codes"]
    assert len(queries.recovery_left(femke)) == 10
