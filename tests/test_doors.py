"""Every address × the cast, and every lock × every role × own or other organisation: as docs/doors.md says."""

import re
from pathlib import Path

import pytest
from django.db import transaction
from django.http import HttpResponseNotFound
from django.urls import reverse

from doenwatwerkt.catalogue.models import Card, LegalFact
from doenwatwerkt.editing.tests import make as editing
from doenwatwerkt.lib.tests import rows
from doenwatwerkt.people import rules
from doenwatwerkt.people.rules import Role
from doenwatwerkt.people.tests import make as people
from doenwatwerkt.site import describing, loading, urls
from doenwatwerkt.site.tests import make

DOORS = Path(__file__).parents[1] / "docs" / "doors.md"
EXAMPLES = {
    "catalogue:practice": {"slug": "werkproef"}, "catalogue:answer": {"slug": "taaleis"},
    "catalogue:material": {"slug": "vacaturecheck"}, "commitments:line": {"slug": "helpdesk"},
    "catalogue:practice_pdf": {"slug": "werkproef"}, "catalogue:answer_pdf": {"slug": "taaleis"},
    "catalogue:material_pdf": {"slug": "vacaturecheck"},
    "commitments:show": {"ref": "a-01"},
    "catalogue:helped": {"kind": "praktijk", "slug": "werkproef"}, "catalogue:thanks": {"kind": "antwoord", "slug": "taaleis"},
    "site:theme": {"slug": "taal"}, "site:organisation": {"slug": "ser-dib"}, "site:region": {"code": "am18"},
    "people:accept": {"token": "voorbeeld-van-een-link"},
    "site:share": {"kind": "praktijk", "slug": "werkproef"}, "site:embed": {"kind": "antwoord", "slug": "taaleis"},
    "site:linked_data": {"kind": "materiaal", "slug": "vacaturecheck"},
    "site:social": {"kind": "materiaal", "slug": "vacaturecheck"},
    "site:download": {"name": "praktijken", "form": "csv"},
    "review_link:by_link": {"token": "geen-echte"},
    "api:practice": {"slug": "werkproef"}, "api:answer": {"slug": "taaleis"}, "api:material": {"slug": "vacaturecheck"},
    "api:theme": {"slug": "taal"}, "api:organisation": {"slug": "ser-dib"}, "api:region": {"code": "am18"},
    "api:commitment": {"ref": "a-01"},
    "keys:remove_factor": {"pk": 1}, "keys:end_visit": {"pk": 1},
}  # fmt: skip
NOWHERE = {
    "catalogue:practice": {"slug": "taaleis"}, "catalogue:answer": {"slug": "bestaat-niet"},
    "catalogue:material": {"slug": "werkproef"}, "commitments:line": {"slug": "a-helpdesk"},
    "catalogue:practice_pdf": {"slug": "taaleis"}, "catalogue:answer_pdf": {"slug": "bestaat-niet"},
    "catalogue:material_pdf": {"slug": "werkproef"},
    "commitments:show": {"ref": "z-99"},
    "catalogue:helped": {"kind": "antwoord", "slug": "werkproef"}, "catalogue:thanks": {"kind": "praktijk", "slug": "taaleis"},
    "site:theme": {"slug": "geluk"}, "site:organisation": {"slug": "geen"}, "site:region": {"code": "am99"},
    "people:accept": {"token": "verzonnen"},
    "site:share": {"kind": "antwoord", "slug": "werkproef"}, "site:embed": {"kind": "praktijk", "slug": "taaleis"},
    "site:linked_data": {"kind": "materiaal", "slug": "werkproef"},
    "site:social": {"kind": "materiaal", "slug": "werkproef"},
    "site:download": {"name": "geheim", "form": "csv"},
    "api:practice": {"slug": "taaleis"}, "api:answer": {"slug": "bestaat-niet"}, "api:material": {"slug": "werkproef"},
    "api:theme": {"slug": "geluk"}, "api:organisation": {"slug": "geen"}, "api:region": {"code": "am99"},
    "api:commitment": {"ref": "z-99"},
}  # fmt: skip
ASKED = {
    "catalogue:compare_pdf": {"kaart": "werkproef"}, "catalogue:plan_pdf": {"probleem": "selectie"},
    "api:search": {"zoek": "taal"},
}  # fmt: skip
"""What some addresses want to be asked: on their own they are about nothing."""
ASKS = {"catalogue:helped", "keys:sign_in", "keys:sign_up"}
"""Pages with a form for everybody: these need a cookie against forged answers, and only these."""
UNKNOWN = {"review_link:by_link"}
"""Open to everybody with a link out of a letter; to others it says that it does not know the link."""
ONLY_IN_THE_DEMO = {"site:demo", "site:sign_in_demo"}
ONLY_WHERE_SET_UP = {"keys:oidc", "keys:oidc_back"}
FOR_NEWCOMERS = {"keys:sign_in", "keys:sign_up"}
SENT_ON = {
    "keys:enter_code", "keys:second_step", "keys:add_app", "keys:add_passkey", "keys:recovery_codes", "keys:remove_factor",
    "keys:close",
}  # fmt: skip
"""Pages that come after something else: a code that was asked, or showing again who you are (keys/tests)."""
CAST = ["gast", "anna", "carla", "dirk"]
LOCKS = {
    "people:all_organisations": lambda scene: {},
    "people:manage": lambda scene: {"slug": scene.slug},
    "people:change_organisation": lambda scene: {"slug": scene.slug},
    "people:add_alias": lambda scene: {"slug": scene.slug},
    "people:remove_alias": lambda scene: {"slug": scene.slug, "pk": scene.alias},
    "people:merge": lambda scene: {"slug": scene.slug},
    "people:undo_merge": lambda scene: {"slug": scene.slug},
    "people:invite": lambda scene: {"slug": scene.slug},
    "people:withdraw_invitation": lambda scene: {"slug": scene.slug, "pk": scene.invitation},
    "people:take_role": lambda scene: {"slug": scene.slug, "pk": scene.membership},
    "people:leave": lambda scene: {"slug": scene.slug},
    "people:hand_over": lambda scene: {"slug": scene.slug},
    "editing:desk": lambda scene: {},
    "editing:desk_pile": lambda scene: {"key": "nakijken"},
    "editing:confirm_card": lambda scene: {"pk": scene.card},
    "editing:confirm_fact": lambda scene: {"pk": scene.fact},
    "editing:bring_in": lambda scene: {},
    "editing:brought_in": lambda scene: {},
    "editing:language_help": lambda scene: {},
    "editing:index": lambda scene: {},
    "editing:begin_new": lambda scene: {"kind": "materiaal"},
    **{f"editing:{name}": lambda scene: {"kind": "materiaal", "slug": "vacaturecheck"} for name in (
        "card", "begin", "offer", "accept_offer", "decline_offer", "retire",
    )},
    "editing:restore": lambda scene: {"kind": "materiaal", "slug": "vacaturecheck", "number": 1},
    **{f"editing:{name}": lambda scene: {"pk": scene.draft.pk} for name in (
        "show", "edit", "save", "autosave", "preview", "difference", "catch_up", "hand_in", "take_back", "drop", "schedule", "publish",
    )},
    "editing:reviews": lambda scene: {},
    **{f"editing:{name}": lambda scene: {"pk": scene.asked().pk} for name in ("review", "decline_review")},
    **{f"editing:{name}": lambda scene: {"pk": scene.review.pk} for name in ("remind_review", "remove_review")},
    **{f"editing:{name}": lambda scene: {"thing": "concept", "pk": scene.draft.pk} for name in (
        "reviewers", "ask_colleague", "ask_by_link",
    )},
    "editing:judgements": lambda scene: {},
    "editing:propose_judgement": lambda scene: {"slug": "werkproef"},
    **{f"editing:{name}": lambda scene: {"pk": scene.judgement.pk} for name in (
        "judgement", "save_judgement", "hand_in_judgement", "take_back_judgement", "drop_judgement", "give_judgement",
    )},
    "people:history": lambda scene: {"kind": "organisatie", "pk": scene.organisation},
}  # fmt: skip
"""Something behind every lock, made by one organisation: this is where a new room hangs its doors."""


def door(name):
    """An address behind which something is."""
    return reverse(name, kwargs=EXAMPLES.get(name), query=ASKED.get(name))


def listed():
    """(name, method, for whom) of every row of the page for people."""
    row = re.compile(r"^\| `/.*?` \| (\S+:\S+) \| (GET|POST) \| ([\w ]+?) \|", re.MULTILINE)
    return row.findall(DOORS.read_text())


OPEN, SIGNED_IN, LOCKED = "iedereen", "wie is aangemeld", "wie een rol heeft"


def unlocked():
    """The doors without a lock, which the cast tries."""
    return [(name, method, whom) for name, method, whom in listed() if whom != LOCKED]


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker, tmp_path_factory):
    """Three cards and the whole Werkagenda."""
    with django_db_blocker.unblock(), transaction.atomic():
        loading.load(at=make.AT, cards_from=make.three(tmp_path_factory.mktemp("kast")))
        people.invitation("voorbeeld-van-een-link")
        rows.settle()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def visitor(house, client, cast, request):
    """The browser of one of the cast: visitor("anna")."""

    def come_in(who):
        if person := getattr(cast, who):
            client.force_login(person)
        return client

    return come_in


def expected(name, method, whom, who):
    if method == "POST":
        return 405 if whom == OPEN or who != "gast" else 302
    if name in ONLY_IN_THE_DEMO | ONLY_WHERE_SET_UP | UNKNOWN:
        return 404
    if name in SENT_ON or (name in FOR_NEWCOMERS and who != "gast"):
        return 302
    return 200 if whom == OPEN or who != "gast" else 302


def test_every_door_is_listed():
    assert [name for name, _, _ in listed()] == [name for _, name, _ in describing.routes()]


@pytest.mark.parametrize("who", CAST)
def test_who_gets_in_where(visitor, who):
    browser = visitor(who)
    met = {name: browser.get(door(name)).status_code for name, _, _ in unlocked()}
    assert met == {name: expected(name, method, whom, who) for name, method, whom in unlocked()}


@pytest.fixture
def plain_not_found(monkeypatch):
    """A short page for what is not there. Ours searches for the words of the address (site/tests/test_errors.py), which
    takes half the time of two thousand locked doors."""
    monkeypatch.setattr(urls, "handler404", lambda request, exception: HttpResponseNotFound())


@pytest.fixture
def scene(house, db, plain_not_found):
    """What lies behind the locks: of one organisation, which holds every role."""
    scene = people.scene()
    scene.card = Card.objects.order_by("pk").values_list("pk", flat=True)[0]
    scene.fact = LegalFact.objects.order_by("pk").values_list("pk", flat=True)[0]
    Card.objects.filter(slug="vacaturecheck").update(owner=scene.here)
    editing.behind_locks(scene)
    return scene


def try_lock(browser, name, method, kwargs):
    """Whether somebody gets in: the page shows, or what they send is taken in. Nothing of it stays."""
    with transaction.atomic():
        response = getattr(browser, method.lower())(reverse(name, kwargs=kwargs))
        transaction.set_rollback(True)
    assert response.status_code in ((200, 404) if method == "GET" else (200, 302, 404, 409)), (
        name,
        response.status_code,
    )
    return response.status_code != 404


def test_something_lies_behind_every_lock():
    assert set(LOCKS) == {name for name, _, whom in listed() if whom == LOCKED}


HOLDERS = [(role, own, True) for role in Role.values for own in (True, False)]
HOLDERS += [(str(role), True, False) for role in rules.PRIVILEGED]
"""Every role here and elsewhere; and who waits for a second step, which no other role asks, and is nobody until then."""


@pytest.mark.parametrize(("role", "own", "second_factor"), sorted(HOLDERS))
def test_which_role_opens_which_lock(scene, client, role, own, second_factor):
    person = people.person(f"{role}-hier", scene.here if own else scene.elsewhere, role)
    browser = people.sign_in(client, person, second_factor=second_factor)
    scene.who = person
    active, _ = rules.active([role], second_factor=second_factor)
    locks = [(name, method) for name, method, whom in listed() if whom == LOCKED]
    doors = {name: describing.access.door_of(pattern.callback) for _, name, pattern in describing.routes()}
    met = {name: try_lock(browser, name, method, LOCKS[name](scene)) for name, method in locks}
    assert met == {name: doors[name].lets_in(active, own=own) for name, _ in locks}


def test_a_visitor_is_asked_to_sign_in_at_every_lock(scene, client):
    for name, method, whom in listed():
        if whom == LOCKED:
            response = getattr(client, method.lower())(reverse(name, kwargs=LOCKS[name](scene)))
            assert (response.status_code, "next=" in response.headers["Location"]) == (302, True)


@pytest.mark.parametrize("who", CAST)
def test_what_does_not_exist_exists_for_nobody(visitor, who):
    browser = visitor(who)
    met = {name: browser.get(reverse(name, kwargs=kwargs)).status_code for name, kwargs in NOWHERE.items()}
    assert met == dict.fromkeys(NOWHERE, 404)


@pytest.mark.parametrize("who", CAST)
def test_what_only_shows_takes_nothing_in(visitor, who):
    browser = visitor(who)
    browser.handler.enforce_csrf_checks = True
    shown = [name for name, method, _ in unlocked() if method == "GET" and name not in ONLY_IN_THE_DEMO]
    met = {name: browser.post(door(name), {"q": "x"}).status_code for name in shown}
    programs = {name for name in shown if name.startswith("api:")} - {"api:unknown"}  # whose example is the page /api/
    assert met == {name: 405 if name in programs else 403 for name in shown}


@pytest.mark.parametrize("who", CAST)
def test_everybody_may_leave_and_nobody_becomes_an_example_outside_the_demo(visitor, cast, who):
    browser = visitor(who)
    assert browser.post(reverse("site:sign_in_demo"), {"person": cast.bram.pk}).status_code == 404
    response = browser.post(reverse("site:sign_out"))
    assert (response.status_code, response.headers["Location"]) == (302, "/")
    assert "Aangemeld als" not in browser.get("/over/").content.decode()


def test_no_door_gives_a_reader_a_cookie(visitor):
    browser = visitor("gast")
    for name, _, _ in unlocked():
        if name not in ASKS:
            browser.get(door(name))
    assert dict(browser.cookies) == {}
    for name in ASKS:
        browser.get(door(name))
    assert set(browser.cookies) == {"csrftoken"}
