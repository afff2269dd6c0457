"""The roles of the programme and the walls between them, as code, as a page and as doors."""

import pytest
from django.http import Http404

from doenwatwerkt.lib.actor import VISITOR, Actor
from doenwatwerkt.people import access, rules
from doenwatwerkt.people.models import Organisation
from doenwatwerkt.people.rules import OrganisationKind, Permission, Role
from doenwatwerkt.people.tests import make
from doenwatwerkt.ui.tests.reading import read, words

OUTSIDE = [Role.PROFESSIONAL, Role.PARTNER, Role.PROGRAMME, Role.INSPECTORATE, Role.KNOWLEDGE, Role.EDITOR]


def comes_through(actor):
    try:
        access.never_cases(actor)
    except Http404:
        return False
    return True


@pytest.mark.parametrize("role", Role)
def test_only_roles_that_reach_cases_come_through_the_wall(role):
    assert comes_through(Actor(user_id=1, roles=frozenset({role}))) is (role not in OUTSIDE)
    assert (role in rules.CASE_ROLES) is (role not in OUTSIDE)


@pytest.mark.parametrize("walled", [Role.PROGRAMME, Role.INSPECTORATE])
@pytest.mark.parametrize("other", sorted(rules.CASE_ROLES))
def test_the_programme_office_and_the_inspectorate_stay_outside_whatever_else_they_hold(walled, other):
    assert comes_through(Actor(user_id=1, roles=frozenset({walled, other}))) is False


def test_a_visitor_and_a_role_that_waits_stay_outside():
    assert comes_through(VISITOR) is False
    assert comes_through(Actor(user_id=1, waiting=frozenset({Role.FIRST_LINE}))) is False


def test_people_of_a_ministry_come_through_no_wall_whatever_role_they_may_hold():
    for kind in rules.WALLED:
        held = [role for role in Role if rules.may_hold(role, kind)]
        assert [role for role in held if rules.reaches_cases([role])] == []


def test_no_permission_of_the_programme_office_or_the_inspectorate_changes_anything():
    assert rules.GRANTS[Role.PROGRAMME] == {Permission.SEE_HISTORY}
    assert rules.GRANTS[Role.INSPECTORATE] == frozenset()


def test_own_is_the_organisation_one_works_for_or_what_was_merged_into_it(db):
    mill, bakery, garage = (make.organisation(name) for name in ("Molen", "Bakkerij", "Garage"))
    Organisation.objects.filter(pk=bakery.pk).update(merged_into=mill)
    bakery.refresh_from_db()
    anna = Actor(user_id=1, organisation_id=mill.pk, roles=frozenset({"werkgever"}))
    assert [access.own(anna, one) for one in (mill, bakery, garage, None)] == [True, True, False, False]
    waiting = Actor(user_id=1, organisation_id=mill.pk, waiting=frozenset({"partnerbeheerder"}))
    assert access.own(waiting, mill) is False


def test_a_role_suits_some_kinds_of_organisations():
    suited = {role: {kind for kind in OrganisationKind if rules.suits(role, kind)} for role in Role}
    assert suited[Role.PROGRAMME] == {OrganisationKind.MINISTRY}
    assert suited[Role.INSPECTORATE] == {OrganisationKind.SUPERVISOR}
    assert suited[Role.REGIONAL_DESK] == {OrganisationKind.DESK}
    assert suited[Role.PARTNER] == set(OrganisationKind)
    assert suited[Role.EMPLOYER] == set(OrganisationKind) - rules.WALLED


@pytest.mark.parametrize(("roles", "own", "kind", "managed", "gives"), [
    ({"werkgever"}, True, "bedrijf", True, ["werkgever", "hr-professional"]),
    ({"werkgever"}, False, "bedrijf", True, []),
    ({"hr-professional"}, True, "bedrijf", True, []),
    ({"partnerbeheerder"}, True, "branche", True, ["hr-professional", "eerste-lijn", "netwerkbegeleider", "partnerbeheerder"]),
    ({"partnerbeheerder"}, True, "inclusiedesk", True, ["hr-professional", "regiodesk", "partnerbeheerder"]),
    ({"partnerbeheerder"}, True, "kennispartner", True, ["hr-professional", "dib-adviseur", "partnerbeheerder"]),
    ({"partnerbeheerder"}, True, "ministerie", True, ["hr-professional", "partnerbeheerder"]),
    ({"partnerbeheerder"}, False, "branche", True, []),
    ({"redacteur"}, False, "ministerie", True, ["partnerbeheerder", "programmabureau", "kennispartner", "redacteur"]),
    ({"redacteur"}, False, "toezichthouder", True, ["partnerbeheerder", "inspectie", "kennispartner", "redacteur"]),
    ({"redacteur"}, False, "bedrijf", False, ["werkgever", "partnerbeheerder", "kennispartner", "redacteur"]),
    ({"redacteur"}, True, "ministerie", False, ["partnerbeheerder", "programmabureau", "kennispartner", "redacteur"]),
    ({"inspectie"}, True, "toezichthouder", True, []), ({"programmabureau"}, True, "ministerie", True, []),
])  # fmt: skip
def test_who_gives_which_role(roles, own, kind, managed, gives):
    assert rules.givable(roles, own=own, kind=kind, managed=managed) == gives


@pytest.mark.parametrize("role", Role)
def test_no_editor_opens_the_way_to_cases_but_for_the_first_contact_of_a_firm(role):
    given = set(rules.givable({"redacteur"}, own=True, kind="bedrijf", managed=True))
    assert given & rules.CASE_ROLES == set()
    assert rules.FIRST == Role.EMPLOYER


def test_who_takes_which_role():
    assert rules.takeable({"redacteur"}, own=False) == set(Role)
    assert rules.takeable({"werkgever"}, own=True) == {Role.EMPLOYER, Role.PROFESSIONAL}
    assert rules.takeable({"werkgever"}, own=False) == rules.takeable({"inspectie"}, own=True) == set()


@pytest.mark.parametrize(("manages", "managers", "members", "may"), [
    (True, 0, 1, False), (True, 0, 0, True), (True, 1, 1, True), (False, 0, 1, True),
])  # fmt: skip
def test_the_last_who_looks_after_the_members_stays_while_there_are_members(manages, managers, members, may):
    assert rules.may_go(manages=manages, other_managers=managers, other_members=members) is may


def test_an_organisation_is_not_merged_across_the_wall():
    pairs = [
        ("bedrijf", "stichting"),
        ("ministerie", "toezichthouder"),
        ("bedrijf", "ministerie"),
        ("toezichthouder", "branche"),
    ]
    assert [rules.may_become_one(*pair) for pair in pairs] == [True, True, False, False]


def test_every_role_tells_what_it_sees_and_what_not():
    assert set(rules.SIGHTS) == set(Role)
    sentences = [text for sight in rules.SIGHTS.values() for text in (*sight.sees, *sight.never)]
    assert [text for text in sentences if not text.endswith(".")] == []


def test_everybody_can_read_who_may_what(client, db):
    """The page who_may_what is written out of the rules."""
    response = client.get("/wie-mag-wat/")
    page = read(response)
    assert dict(response.cookies) == {}
    assert page.texts("h2")[2:-1] == [str(role.label) for role in Role]
    assert [words(one) for one in page.section("muur").iter("li")] == [
        role.label for role in Role if role in rules.CASE_ROLES
    ]
    editor = words(page.section("rol-redacteur"))
    for permission in rules.GRANTS[Role.EDITOR]:
        assert str(permission.label) in editor
    assert ("Tweede stap" in editor, "Tweede stap" in words(page.section("rol-werkgever"))) == (True, False)
    assert "Lezen wat openbaar is" in words(page.section("rol-inspectie"))
