"""What a role opens, for whom, and when it counts."""

from datetime import timedelta

import pytest

from doenwatwerkt.lib.actor import VISITOR, Actor
from doenwatwerkt.people import access, operations, queries, rules
from doenwatwerkt.people.access import Permission
from doenwatwerkt.people.rules import Role
from doenwatwerkt.people.tests import make


def test_every_role_says_what_it_opens():
    assert set(rules.GRANTS) == set(Role)


@pytest.mark.parametrize(
    ("role", "waits"),
    [(Role.EMPLOYER, False), (Role.PROFESSIONAL, False), (Role.EDITOR, True), (Role.PROGRAMME, True), (Role.PARTNER, True)],
)  # fmt: skip
def test_a_privileged_role_waits_for_a_second_factor(role, waits):
    assert rules.active([role], second_factor=False) == ((frozenset(), {role}) if waits else ({role}, frozenset()))
    assert rules.active([role], second_factor=True) == ({role}, frozenset())


def test_a_role_that_waits_opens_nothing(db):
    femke = make.person("femke", make.organisation("Redactie"), "redacteur")
    waiting = queries.actor_of(femke, at=make.AT)
    assert (waiting.roles, waiting.waiting) == (frozenset(), {"redacteur"})
    assert access.may(waiting, Permission.EDIT_CARDS) is False
    assert access.may(make.actor(femke), Permission.EDIT_CARDS) is True


@pytest.mark.parametrize("permission", Permission)
def test_the_inspectorate_a_visitor_and_a_role_that_we_do_not_know_open_nothing(permission):
    assert rules.may([Role.INSPECTORATE], permission) is False
    assert access.may(VISITOR, permission) is False
    assert rules.may(["koning"], permission) is False


@pytest.mark.parametrize(
    "permission", [Permission.EDIT_CARDS, Permission.JUDGE, Permission.REVIEW, Permission.BRING_IN]
)
def test_the_programme_office_writes_and_judges_nothing(permission):
    assert rules.may([Role.PROGRAMME], permission) is False


def test_not_allowed_looks_like_not_there(db):
    access.need(Actor(roles=frozenset({"redacteur"})), Permission.EDIT_CARDS)
    with pytest.raises(access.Http404):
        access.need(Actor(roles=frozenset({"werkgever"})), Permission.EDIT_CARDS)


def test_somebody_of_two_organisations_acts_for_the_one_they_chose(db):
    bakkerij, garage = make.organisation("Bakkerij"), make.organisation("Garage")
    anna = make.person("anna", bakkerij, "werkgever")
    later = make.AT + timedelta(days=1)
    operations.join(anna, organisation=garage, role="hr-professional", by=make.LOADER, at=later)
    first = queries.actor_of(anna, at=later)
    second = queries.actor_of(anna, at=later, acting_for=garage.pk)
    stranger = queries.actor_of(anna, at=later, acting_for=garage.pk + 1000)
    assert (first.organisation_id, first.roles) == (bakkerij.pk, {"werkgever"})
    assert (second.organisation_id, second.roles) == (garage.pk, {"hr-professional"})
    assert stranger.organisation_id == bakkerij.pk


def test_an_organisation_that_is_no_more_is_nobody_s_own(db):
    nbbu = make.organisation("NBBU")
    assert access.own_organisation(Actor(organisation_id=nbbu.pk)) == nbbu
    for nobody in (VISITOR, Actor(organisation_id=nbbu.pk + 1000)):
        with pytest.raises(access.Http404):
            access.own_organisation(nobody)
