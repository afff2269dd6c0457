"""The page about safety: add and remove steps, recovery codes, end sessions, close the account."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from doenwatwerkt.journal.models import Entry
from doenwatwerkt.keys import access, operations, queries
from doenwatwerkt.keys.models import Visit
from doenwatwerkt.keys.tests import make
from doenwatwerkt.lib.actor import VISITOR, Actor
from doenwatwerkt.people.models import Membership, User
from doenwatwerkt.ui.tests.reading import read


@pytest.fixture
def noor(db):
    return make.someone()


def grown_old(client):
    """The quarter of an hour after signing in is over."""
    session = client.session
    session["keys_proved_at"] -= 901
    session.save()


def test_the_page_shows_steps_and_where_somebody_is_signed_in(client, noor):
    phone = Client(headers={"user-agent": make.PHONE})
    make.come_in(phone, noor)
    make.come_in(client, noor)
    page = read(client.get("/mijn/beveiliging/"))
    assert "U heeft nog geen tweede stap." in page.said("stap")
    assert page.said("apparaten").startswith("Een browser (hier)")
    assert "Safari op iPhone" in page.said("apparaten")


@pytest.mark.parametrize(("agent", "device"), [
    (make.PHONE, "Safari op iPhone"), ("", "Een browser"), ("curl/8", "Een browser"),
    ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox op Windows"),
    ("Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36", "Chrome op Android"),
    ("Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge op Windows"),
])  # fmt: skip
def test_a_browser_is_told_in_words(agent, device):
    from doenwatwerkt.keys import rules

    assert rules.device(agent) == device


def test_ending_one_browser_sends_it_back_to_sign_in_without_an_error(client, noor):
    phone = Client()
    make.come_in(phone, noor)
    make.come_in(client, noor)
    there = Visit.objects.order_by("pk")[0]
    response = client.post(reverse("keys:end_visit", args=[there.pk]))
    assert response.headers["Location"] == "/mijn/beveiliging/"
    assert phone.get("/mijn/").headers["Location"] == "/aanmelden/?next=/mijn/"
    assert (make.is_in(phone), make.is_in(client)) == (False, True)


def test_ending_all_others_keeps_this_one(client, noor):
    others = [Client(), Client()]
    for browser in (*others, client):
        make.come_in(browser, noor)
    page = client.post(reverse("keys:end_others"), follow=True)
    assert "Overal afgemeld, behalve hier: 2 keer." in make.said(page)
    assert [make.is_in(browser) for browser in (*others, client)] == [False, False, True]


def test_nobody_ends_the_session_or_removes_the_step_of_somebody_else(client, noor, cast):
    anna = Client()
    make.come_in(anna, cast.anna)
    make.add_app(anna)
    make.come_in(client, noor)
    theirs, step = Visit.objects.get(user=cast.anna), queries.factors(cast.anna)[0]
    assert client.post(f"/mijn/beveiliging/apparaten/{theirs.pk}/afmelden/").status_code == 404
    assert client.post(f"/mijn/beveiliging/stappen/{step.pk}/weghalen/").status_code == 404
    assert (make.is_in(anna), queries.has_second_step(cast.anna)) == (True, True)


def test_a_key_changed_under_a_session_sends_somebody_to_sign_in(client, noor, settings):
    make.come_in(client, noor)
    settings.SECRET_KEY = "een-nieuwe-sleutel-na-een-lek-die-lang-genoeg-is"
    assert client.get("/mijn/").headers["Location"] == "/aanmelden/?next=/mijn/"


def test_a_wrong_code_of_an_app_keeps_the_drawing_and_makes_nothing(client, noor):
    make.come_in(client, noor)
    page = read(client.get("/mijn/beveiliging/app/"))
    signed = next(one.get("value") for one in page.root.iter("input") if one.get("name") == "secret")
    secret = next(one.text for one in page.root.iter("code"))
    page = read(client.post("/mijn/beveiliging/app/", {"secret": signed, "code": "12"}))
    assert "Kijk of uw telefoon de juiste tijd heeft" in page.text
    assert [one.text for one in page.root.iter("code")] == [secret]
    assert Authenticator.objects.count() == 0


@pytest.mark.parametrize("signed", ["", "onzin", None])
def test_a_secret_that_is_not_ours_to_this_person_is_refused(client, noor, cast, signed):
    from django.core import signing

    make.come_in(client, noor)
    signed = signing.dumps([cast.anna.pk, "JBSWY3DP"], salt="keys.app") if signed is None else signed
    response = client.post("/mijn/beveiliging/app/", {"secret": signed, "code": make.app_code("JBSWY3DP")})
    assert "De pagina stond te lang open." in make.said(response)
    assert Authenticator.objects.count() == 0


def test_a_second_app_is_refused(client, noor):
    make.come_in(client, noor)
    secret = make.add_app(client)
    page = read(client.get("/mijn/beveiliging/app/"))
    signed = next(one.get("value") for one in page.root.iter("input") if one.get("name") == "secret")
    secret = next(one.text for one in page.root.iter("code"))
    response = client.post("/mijn/beveiliging/app/", {"secret": signed, "code": make.app_code(secret)})
    assert "U heeft al een app met codes." in make.said(response)


def test_recovery_codes_are_shown_and_renewed(client, noor):
    make.come_in(client, noor)
    assert "Herstelcodes horen bij een tweede stap." in make.said(client.get("/mijn/beveiliging/herstelcodes/"))
    assert "Kies eerst een tweede stap." in make.said(client.post("/mijn/beveiliging/herstelcodes/"))
    make.add_app(client)
    first = read(client.get("/mijn/beveiliging/herstelcodes/")).texts("code")
    response = client.post("/mijn/beveiliging/herstelcodes/", follow=True)
    second = read(response).texts("code")
    assert (len(first), len(second), set(first) & set(second)) == (10, 10, set())
    assert [one.kind for one in Entry.objects.order_by("pk")][-1] == "keys.RecoveryCodesMade"


def test_used_up_recovery_codes_are_told(client, noor):
    make.come_in(client, noor)
    make.add_app(client)
    kept = queries.recovery_of(noor)
    kept.data["used_mask"] = 2**10 - 1
    kept.save()
    assert "Uw herstelcodes zijn op." in make.said(client.get("/mijn/beveiliging/herstelcodes/"))


def test_the_last_step_takes_the_recovery_codes_along_and_is_told_by_letter(client, cast):
    make.come_in(client, cast.dirk)
    make.add_app(client)
    [step] = queries.factors(cast.dirk)
    assert "App met codes" in make.said(client.get(reverse("keys:remove_factor", args=[step.pk])))
    response = client.post(f"/mijn/beveiliging/stappen/{step.pk}/weghalen/", follow=True)
    assert "De tweede stap is weggehaald." in make.said(response)
    assert "wachten op een tweede stap" in response.content.decode()
    assert Authenticator.objects.count() == 0
    assert make.letters("tweede-stap")[-1].subject == "Er is een tweede stap van uw account gehaald"


CLOSED = ["add_app", "add_passkey", "recovery_codes", "close"]


@pytest.mark.parametrize("page", CLOSED)
def test_a_while_later_somebody_shows_again_who_they_are_by_mail(client, noor, page):
    make.come_in(client, noor)
    grown_old(client)
    address = reverse(f"keys:{page}")
    again = client.get(address).headers["Location"]
    assert again == f"/aanmelden/opnieuw/?next={address.replace('/', '%2F')}"
    assert "Wij sturen een code naar noor@example.org." in make.said(client.get(again))
    assert client.post(reverse("keys:confirm_again"), {"next": address}).headers["Location"] == "/aanmelden/code/"
    assert client.get(reverse("keys:enter_code")).status_code == 200
    response = client.post("/aanmelden/code/", {"typed": make.mailed_code()})
    assert response.headers["Location"] == address
    assert client.get(address).status_code == 200


def test_who_has_a_second_step_shows_that_instead(client, noor, monkeypatch):
    import time

    make.come_in(client, noor)
    secret = make.add_app(client)
    grown_old(client)
    assert client.post("/mijn/beveiliging/herstelcodes/").headers["Location"].startswith("/aanmelden/opnieuw/")
    assert "U gebruikt daarvoor uw tweede stap." in make.said(client.get("/aanmelden/opnieuw/"))
    response = client.post("/aanmelden/opnieuw/", {"next": "/mijn/account-verwijderen/"})
    assert response.headers["Location"] == "/aanmelden/tweede-stap/"
    assert client.get("/mijn/beveiliging/app/").status_code == 302
    real = time.time
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time.time", lambda: real() + 60)
    response = client.post("/aanmelden/tweede-stap/", {"code": make.app_code(secret, real() + 60)})
    assert response.headers["Location"] == "/mijn/account-verwijderen/"
    assert client.get("/mijn/account-verwijderen/").status_code == 200


def test_a_session_from_before_the_second_step_shows_it_before_changing_one(client, noor):
    make.come_in(client, noor)
    other = Client()
    make.come_in(other, noor)
    make.add_app(other)
    assert client.get("/mijn/beveiliging/herstelcodes/").headers["Location"].startswith("/aanmelden/opnieuw/")
    assert access.may_change_keys(other.session, noor, make.now()) is True


def test_who_asks_too_often_to_show_again_who_they_are_is_told(client, noor):
    make.come_in(client, noor)
    for _ in range(29):
        client.post("/aanmelden/opnieuw/", REMOTE_ADDR="192.0.2.1")
    response = client.post("/aanmelden/opnieuw/", REMOTE_ADDR="192.0.2.1")
    assert "te vaak een code gevraagd" in make.said(response)


def test_closing_an_account_leaves_nobody_behind(client, cast):
    make.come_in(client, cast.carla)
    make.add_app(client)
    assert "Dit kan niet worden teruggedraaid." in make.said(client.get("/mijn/account-verwijderen/"))
    assert "Kruis aan dat u het zeker weet." in make.said(client.post("/mijn/account-verwijderen/"))
    response = client.post("/mijn/account-verwijderen/", {"sure": "on"}, follow=True)
    assert "Uw account is verwijderd." in make.said(response)
    carla = User.objects.get(pk=cast.carla.pk)
    assert (carla.name, carla.email, carla.is_active) == (
        "(account verwijderd)",
        f"weg-{carla.pk}@account.invalid",
        False,
    )
    assert not Membership.objects.filter(user=carla, until=None).exists()
    assert (Authenticator.objects.count(), Visit.objects.count(), make.is_in(client)) == (0, 0, False)
    assert [one.kind for one in Entry.objects.order_by("pk")][-1] == "people.AccountClosed"
    assert "carla" not in str([(one.subject, one.data) for one in Entry.objects.order_by("pk")]).lower()


def test_a_closed_account_is_nobody_to_a_session_that_was_left(client, cast):
    client.force_login(cast.carla)
    operations.close(cast.carla, by=Actor(user_id=cast.carla.pk), at=make.now())
    assert make.is_in(client) is False
    with pytest.raises(access.Http404):
        access.open_person(Actor(user_id=cast.carla.pk))


def test_who_alone_looks_after_the_members_hands_that_over_first(client, cast):
    make.come_in(client, cast.anna)
    make.add_app(client)
    response = client.post("/mijn/account-verwijderen/", {"sure": "on"})
    assert "Draag dat eerst over aan een ander lid" in make.said(response)
    assert (make.is_in(client), queries.has_second_step(cast.anna)) == (True, True)


def test_what_is_over_is_forgotten_by_the_worker(client, noor):
    from datetime import timedelta

    from doenwatwerkt.keys import tasks
    from doenwatwerkt.keys.models import Code, Tally

    make.come_in(client, noor)
    tasks.forget_old_keys.call()
    assert (Code.objects.count(), Tally.objects.count() > 0, Visit.objects.count()) == (1, True, 1)
    operations.forget_old(by=VISITOR, at=make.now() + timedelta(days=15))
    assert (Code.objects.count(), Tally.objects.count(), Visit.objects.count(), Session.objects.count()) == (0, 0, 0, 0)


def test_rows_say_what_they_are(client, noor):
    from doenwatwerkt.keys.models import Code, Tally

    assert str(Code(pk=3, purpose="aanmelden")) == "aanmelden 3"
    assert str(Tally(key="abcdefghijk", times=2)) == "abcdefgh 2"
    assert str(Visit(user_id=4, device="Firefox")) == "4 Firefox"


def test_every_table_of_a_library_about_people_is_told(db):
    from django.apps import apps

    about = {
        model._meta.label for model in apps.get_models() if not model.__module__.startswith("doenwatwerkt.")
        for field in model._meta.concrete_fields if field.related_model is User
    }  # fmt: skip
    assert about | {"sessions.Session"} == set(queries.THEIRS)


def test_a_manager_frees_somebody_who_lost_everything(client, noor, capsys):
    from django.core.management import CommandError, call_command

    make.come_in(client, noor)
    make.add_app(client)
    call_command("forget_second_steps", "NOOR@example.org")
    assert capsys.readouterr().out.splitlines()[0] == "Weggehaald: App met codes."
    assert (queries.has_second_step(noor), make.is_in(client)) == (False, False)
    assert make.letters("tweede-stap")[-1].to == "noor@example.org"
    with pytest.raises(CommandError, match="geen account"):
        call_command("forget_second_steps", "niemand@example.org")


def test_pages_about_keys_are_kept_by_no_browser(client, noor):
    make.come_in(client, noor)
    for page in CLOSED:
        assert "no-store" in client.get(reverse(f"keys:{page}")).headers["Cache-Control"]


def test_what_this_room_keeps_of_somebody_can_be_told(client, noor):
    make.come_in(client, noor)
    make.add_app(client)
    told = queries.told(noor, make.now())
    assert [one["soort"] for one in told["tweedeStappen"]] == ["App met codes"]
    assert (told["herstelcodesOver"], told["accountBijOrganisatie"], len(told["aangemeldOp"])) == (10, False, 1)
