"""Signing in with a code by mail: what anna sees, what a stranger learns (nothing), what a flood does (nothing to her)."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from doenwatwerkt.keys.models import Code, Tally
from doenwatwerkt.keys.tests import make
from doenwatwerkt.people.models import User
from doenwatwerkt.ui.tests.reading import read


@pytest.fixture
def clock(monkeypatch):
    """Move the clock of the views on: clock(minutes=20)."""
    from django.utils import timezone

    from doenwatwerkt.keys.views import entering, signing_in

    def on(**by):
        later = timezone.now() + timedelta(**by)
        for module in (entering, signing_in):
            monkeypatch.setattr(module, "now", lambda: later)

    return on


def test_who_has_an_account_comes_in_with_the_code_from_the_letter(client, cast):
    response = make.ask(client, "ANNA@bakkerij-noord.test")
    assert (response.status_code, response.headers["Location"]) == (302, "/aanmelden/code/")
    [letter] = make.letters()
    assert (letter.to, letter.kind) == ("anna@bakkerij-noord.test", "code")
    assert "anna@bakkerij-noord.test" in make.said(client.get("/aanmelden/code/")).lower()
    response = client.post("/aanmelden/code/", {"typed": make.mailed_code()})
    assert (response.status_code, response.headers["Location"]) == (302, "/mijn/")
    assert make.is_in(client)


@pytest.mark.parametrize("sign", [" ", "", "-", " - "])
def test_spaces_and_dashes_in_a_code_do_not_matter(client, cast, sign):
    make.ask(client, cast.anna.email)
    client.post("/aanmelden/code/", {"typed": sign.join(make.mailed_code().split())})
    assert make.is_in(client)


def test_a_stranger_sees_the_same_whether_an_address_has_an_account_or_not(cast):
    seen = []
    for email in (cast.anna.email, "niemand@example.org"):
        browser = Client()
        response = make.ask(browser, email)
        pages = [browser.get("/aanmelden/code/"), browser.post("/aanmelden/code/", {"typed": "1234 5678"})]
        told = [make.said(one).replace(email, "…") for one in pages]
        seen.append((response.status_code, response.headers["Location"], told, len(browser.cookies)))
    assert seen[0] == seen[1]
    assert [(one.kind, one.to) for one in make.letters()] == [
        ("code", cast.anna.email), ("geen-account", "niemand@example.org"),
    ]  # fmt: skip
    assert "12345678" not in make.letters("geen-account")[0].text


def test_both_answers_cost_the_database_the_same(cast, django_assert_num_queries, django_assert_max_num_queries):
    make.ask(Client(), cast.anna.email)
    with django_assert_max_num_queries(30) as known:
        make.ask(Client(), cast.bram.email)
    with django_assert_num_queries(len(known)):
        make.ask(Client(), "niemand@example.org")


def test_no_code_fits_an_address_without_an_account(client, db, monkeypatch):
    monkeypatch.setattr("secrets.randbelow", lambda most: 12345678)
    make.ask(client, "niemand@example.org")
    client.post("/aanmelden/code/", {"typed": "1234 5678"})
    assert (make.is_in(client), User.objects.count()) == (False, 0)


def test_a_wrong_code_is_told_in_words_and_what_was_typed_stays(client, cast):
    make.ask(client, cast.anna.email)
    typed = make.wrong(make.mailed_code())
    page = read(client.post("/aanmelden/code/", {"typed": typed}))
    assert "Deze code klopt niet. Kijk de cijfers nog eens na." in page.text
    assert "U kunt het nog 4 keer proberen." in page.text
    assert [one.get("value") for one in page.root.iter("input") if one.get("name") == "typed"] == [typed]
    client.post("/aanmelden/code/", {"typed": make.mailed_code()})
    assert make.is_in(client)


def test_after_five_wrong_codes_the_right_one_is_too_late(client, cast):
    make.ask(client, cast.anna.email)
    code = make.mailed_code()
    for _ in range(5):
        client.post("/aanmelden/code/", {"typed": make.wrong(code)})
    response = client.post("/aanmelden/code/", {"typed": code})
    assert "Deze code geldt niet meer" in make.said(response)
    assert not make.is_in(client)


def test_a_code_is_over_after_a_quarter_of_an_hour_and_a_new_one_is_one_click_away(client, cast, clock):
    make.ask(client, cast.anna.email)
    code = make.mailed_code()
    clock(minutes=16)
    page = read(client.post("/aanmelden/code/", {"typed": code}))
    assert "Deze code geldt niet meer. Vraag een nieuwe code aan." in page.text
    assert ("Vraag een nieuwe code", "/aanmelden/") in [(a.text, a.get("href")) for a in page.root.iter("a")]
    assert not make.is_in(client)


def test_a_code_works_once_and_only_in_the_browser_that_asked(client, cast):
    other = Client()
    make.ask(client, cast.anna.email)
    code = make.mailed_code()
    make.ask(other, cast.anna.email)
    assert not make.is_in(other)
    other.post("/aanmelden/code/", {"typed": code})
    assert not make.is_in(other)
    client.post("/aanmelden/code/", {"typed": code})
    client.post("/afmelden/")
    client.post("/aanmelden/code/", {"typed": code})
    assert not make.is_in(client)


def test_a_code_is_kept_as_a_digest_and_forgotten_once_used(client, cast):
    make.ask(client, cast.anna.email)
    code = make.mailed_code().replace(" ", "")
    [kept] = Code.objects.all()
    assert (code in str(vars(kept)), kept.email, len(kept.digest)) == (False, "", 64)
    client.post("/aanmelden/code/", {"typed": code})
    kept.refresh_from_db()
    assert (kept.digest, kept.used_at is None) == ("", False)


def test_a_flood_of_wrong_codes_from_elsewhere_does_not_touch_the_owner(client, cast):
    make.ask(client, cast.anna.email, network="198.51.100.7")
    hers = make.mailed_code()
    for number in range(20):
        stranger = Client()
        make.ask(stranger, cast.anna.email, network=f"203.0.113.{number}")
        for _ in range(6):
            stranger.post("/aanmelden/code/", {"typed": "0000 0000"})
    client.post("/aanmelden/code/", {"typed": hers})
    assert make.is_in(client)


def test_a_mailbox_is_not_flooded_and_its_owner_s_own_browser_still_gets_a_letter(client, cast):
    make.come_in(client, cast.anna)
    client.post("/afmelden/")
    before = len(make.letters("code"))
    for number in range(30):
        make.ask(Client(), cast.anna.email, network=f"203.0.113.{number}")
    assert len(make.letters("code")) == before + 11
    make.come_in(client, cast.anna)
    assert make.is_in(client)


def test_one_network_cannot_use_up_the_letters_of_a_mailbox(cast):
    for _ in range(9):
        make.ask(Client(), cast.anna.email, network="203.0.113.1")
    assert len(make.letters("code")) == 4
    elsewhere = Client()
    make.come_in(elsewhere, cast.anna, network="198.51.100.1")
    assert make.is_in(elsewhere)


def test_who_asks_too_often_from_one_place_is_told_so_and_what_was_typed_stays(client, cast):
    for number in range(30):
        make.ask(Client(), f"x{number}@example.org", network="203.0.113.1")
    page = read(make.ask(client, cast.anna.email, network="203.0.113.1"))
    assert "Vanaf deze plek is te vaak een code gevraagd." in page.text
    assert cast.anna.email in [one.get("value") for one in page.root.iter("input")]
    assert make.ask(client, cast.anna.email, network="203.0.113.2").status_code == 302


@pytest.mark.parametrize(("one", "other", "same"), [
    ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True), ("2001:db8:1:2::1", "2001:db8:1:3::1", False), ("unix", "unix", True),
])  # fmt: skip
def test_a_household_with_many_addresses_is_one_place(db, one, other, same):
    make.ask(Client(), "a@example.org", network=one)
    make.ask(Client(), "b@example.org", network=other)
    assert (2 in Tally.objects.values_list("times", flat=True)) is same


def test_the_counts_stand_in_the_database_so_that_they_hold_for_all_web_processes(client, cast):
    """Two processes share nothing but the database: clearing what one remembers changes nothing."""
    from django.core.cache import cache

    for _ in range(30):
        make.ask(Client(), "x@example.org", network="203.0.113.1")
        cache.clear()
    assert make.ask(client, cast.anna.email, network="203.0.113.1").status_code == 200


@pytest.mark.parametrize(("typed", "told"), [
    ("", "Vul uw e-mailadres in."), ("anna", "Dit is geen e-mailadres."), ("a" * 250 + "@example.org", ""), ("a\x00@b.nl", ""),
])  # fmt: skip
def test_what_is_no_address_is_told_at_the_field(client, db, typed, told):
    response = client.post("/aanmelden/", {"email": typed})
    assert (response.status_code, told in make.said(response), Code.objects.count()) == (200, True, 0)


@pytest.mark.parametrize("next_page", ["/redactie/x/?a=1", "/mijn/beveiliging/"])
def test_who_was_on_the_way_somewhere_gets_there(client, cast, next_page):
    make.come_in(client, cast.anna, next=next_page)
    client.post("/afmelden/")
    make.ask(client, cast.anna.email, next=next_page)
    response = client.post("/aanmelden/code/", {"typed": make.mailed_code()})
    assert response.headers["Location"] == next_page


@pytest.mark.parametrize(
    "next_page", ["https://kwaad.example/", "//kwaad.example/", "javascript:alert(1)", "\\\\kwaad"]
)
def test_nobody_is_sent_to_somebody_else_s_site(client, cast, next_page):
    make.ask(client, cast.anna.email, next=next_page)
    response = client.post("/aanmelden/code/", {"typed": make.mailed_code()})
    assert response.headers["Location"] == "/mijn/"
    assert client.get("/aanmelden/", {"next": next_page}).headers["Location"] == "/mijn/"


def test_a_closed_page_sends_a_visitor_to_sign_in_and_back(client, cast):
    response = client.get("/mijn/beveiliging/")
    assert response.headers["Location"] == "/aanmelden/?next=/mijn/beveiliging/"
    page = read(client.get(response.headers["Location"]))
    assert "/mijn/beveiliging/" in [one.get("value") for one in page.root.iter("input") if one.get("name") == "next"]


def test_the_session_gets_a_new_key_when_somebody_comes_in(client, cast):
    make.ask(client, cast.anna.email)
    before = client.session.session_key
    client.post("/aanmelden/code/", {"typed": make.mailed_code()})
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


@pytest.mark.parametrize(("who", "hours"), [("anna", 14 * 24), ("dirk", 12)])
def test_a_session_of_somebody_with_a_privileged_role_lasts_half_a_day(client, cast, who, hours):
    make.come_in(client, getattr(cast, who))
    assert round(client.session.get_expiry_age() / 3600) == hours


def test_cookies_are_for_this_site_alone_and_no_script_reads_them(client, cast, settings):
    settings.SESSION_COOKIE_SECURE = True
    response = make.come_in(client, cast.anna)
    for name in ("sessionid", "dww_bekend"):
        cookie = response.cookies[name]
        assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", True)


def test_who_opens_the_page_gets_no_session(client, db):
    client.get("/aanmelden/")
    assert set(client.cookies) == {"csrftoken"}
    assert Session.objects.count() == 0


def test_who_has_no_code_under_way_starts_at_the_beginning(client, db):
    for address in ("/aanmelden/code/", "/aanmelden/tweede-stap/"):
        assert client.get(address).headers["Location"] == "/aanmelden/"


def test_who_is_in_needs_no_code(client, cast):
    make.come_in(client, cast.anna)
    for address in ("/aanmelden/", "/aanmelden/nieuw/"):
        assert client.get(address).headers["Location"] == "/mijn/"
    assert client.get("/aanmelden/code/").headers["Location"] == "/aanmelden/"


def test_a_forged_browser_cookie_is_no_known_browser(client, cast):
    client.cookies["dww_bekend"] = "W1sxLCJhIl1d:onzin:onzin"
    make.come_in(client, cast.anna)
    assert make.is_in(client)


def test_enter_code_shows_who_lost_the_letter_what_to_do(client, cast):
    make.ask(client, cast.anna.email)
    assert "Geen bericht gekregen?" in make.said(client.get("/aanmelden/code/"))
