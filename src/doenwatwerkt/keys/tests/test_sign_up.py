"""Making an account: a name, an address, a code. It gives no right at all."""

import pytest
from django.test import Client

from doenwatwerkt.journal.models import Entry
from doenwatwerkt.keys import operations
from doenwatwerkt.keys.models import Code
from doenwatwerkt.keys.rules import Browser
from doenwatwerkt.keys.tests import make
from doenwatwerkt.lib.actor import VISITOR
from doenwatwerkt.people import queries as people
from doenwatwerkt.people.models import User
from doenwatwerkt.people.tests.make import AT


def sign_up(client, name="Noor Smit", email="Noor@Example.org"):
    return client.post("/aanmelden/nieuw/", {"name": name, "email": email})


def test_a_new_person_gets_an_account_without_any_right(client, db):
    assert sign_up(client).headers["Location"] == "/aanmelden/code/"
    assert User.objects.count() == 0, "not before the address is shown to be theirs"
    client.post("/aanmelden/code/", {"typed": make.mailed_code()})
    noor = User.objects.get()
    assert (noor.name, noor.email, make.is_in(client)) == ("Noor Smit", "noor@example.org", True)
    actor = people.actor_of(noor, at=AT, second_factor=True)
    assert (actor.organisation_id, actor.roles, actor.waiting) == (None, frozenset(), frozenset())
    assert [(one.kind, one.data) for one in Entry.objects.order_by("pk")] == [("people.AccountMade", {})]
    assert "U heeft nog geen rol." in make.said(client.get("/mijn/"))


def test_what_was_typed_for_an_account_is_forgotten_once_it_is_there(client, db):
    sign_up(client)
    [kept] = Code.objects.all()
    assert (kept.name, kept.email) == ("Noor Smit", "noor@example.org")
    client.post("/aanmelden/code/", {"typed": make.mailed_code()})
    kept.refresh_from_db()
    assert (kept.name, kept.email) == ("", "")


def test_who_already_has_an_account_sees_the_same_and_comes_in_as_they_were(client, cast):
    seen = []
    for email in (cast.anna.email, "nieuw@example.org"):
        browser = Client()
        response = sign_up(browser, email=email)
        seen.append((response.status_code, make.said(browser.get("/aanmelden/code/")).replace(email, "…")))
    assert seen[0] == seen[1]
    sign_up(client, name="Iemand anders", email=cast.anna.email.upper())
    client.post("/aanmelden/code/", {"typed": make.mailed_code()})
    cast.anna.refresh_from_db()
    assert (cast.anna.name, make.is_in(client)) == ("Anna", True)


def test_the_name_that_somebody_typed_is_in_no_letter(client, db):
    sign_up(client, name="Win geld op http://kwaad.example")
    assert "kwaad" not in make.letters()[0].text


@pytest.mark.parametrize(("name", "email", "told"), [
    ("", "noor@example.org", "Vul uw naam in."), ("Noor", "", "Vul uw e-mailadres in."), ("n" * 121, "noor@example.org", "120"),
])  # fmt: skip
def test_what_is_missing_is_told_at_the_field_and_the_rest_stays(client, db, name, email, told):
    response = sign_up(client, name=name, email=email)
    assert (response.status_code, told in make.said(response), Code.objects.count()) == (200, True, 0)
    assert (name or email) in response.content.decode()


def test_of_two_codes_for_one_new_address_both_open_the_same_account(db):
    codes = [
        operations.sign_up("noor@example.org", name=name, browser=Browser("a"), by=VISITOR, at=AT)
        for name in ("A", "B")
    ]
    typed = [letter.text.split("\n    ")[1].split("\n")[0] for letter in make.letters()]
    both = [operations.try_code(code, typed=one, by=VISITOR, at=AT) for code, one in zip(codes, typed, strict=True)]
    assert (both[0], both[0].name) == (both[1], "A")
