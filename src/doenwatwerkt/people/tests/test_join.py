"""People, their roles and who acts: the wall stands in the rule and in the database."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from doenwatwerkt.journal import queries as journal
from doenwatwerkt.lib.actor import LOADER, Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people import operations, queries
from doenwatwerkt.people.models import Alias, Membership, Organisation, Region, User
from doenwatwerkt.people.tests import make

AT = make.AT
LATER = AT + timedelta(days=30)


def join(user, organisation, role, at=AT):
    return operations.join(user, organisation=organisation, role=role, by=LOADER, at=at)


def newcomer(name="noor"):
    return User.objects.create(email=f"{name}@example.org", name=name.title())


def refused(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        change()
    return True


def test_joining_is_told_in_the_journal(db):
    noor, bakery = newcomer(), make.organisation("Bakkerij")
    join(noor, bakery, "werkgever")
    entry = journal.latest(f"people.Organisation:{bakery.pk}")
    assert (entry.kind, entry.at, entry.via) == ("people.MemberJoined", AT, "load")
    assert entry.data == {"user_id": noor.pk, "role": "werkgever"}


@pytest.mark.parametrize("kind", ["ministerie", "toezichthouder"])
@pytest.mark.parametrize("role", ["werkgever", "eerste-lijn", "dib-adviseur", "regiodesk", "netwerkbegeleider"])
def test_nobody_of_a_ministry_gets_a_role_that_reaches_cases(db, kind, role):
    noor, office = newcomer(), make.organisation("Kantoor", kind=kind)
    with pytest.raises(Refused) as caught:
        join(noor, office, role)
    assert str(caught.value) == (
        "Iemand van een ministerie of toezichthouder kan geen rol krijgen waarmee je vragen van werkgevers ziet."
    )
    wrong = {"user": noor, "organisation": office, "organisation_kind": kind, "role": role, "since": AT}
    assert refused(lambda: Membership.objects.create(**wrong))
    assert Membership.objects.count() == 0


def test_a_ministry_may_hold_the_programme_office(db):
    noor = newcomer()
    join(noor, make.organisation("SZW", kind="ministerie"), "programmabureau")
    assert queries.actor_of(noor, at=AT, second_factor=True).roles == {"programmabureau"}


def test_a_role_is_held_once_at_a_time_and_again_after_it_ended(db):
    noor, bakery = newcomer(), make.organisation("Bakkerij")
    first = join(noor, bakery, "werkgever")
    assert refused(lambda: join(noor, bakery, "werkgever", at=LATER))
    Membership.objects.filter(pk=first.pk).update(until=LATER)
    join(noor, bakery, "werkgever", at=LATER)
    assert Membership.objects.count() == 2


def test_the_actor_is_the_person_with_their_roles_for_one_organisation(db):
    noor, bakery, garage = newcomer(), make.organisation("Bakkerij"), make.organisation("Garage")
    join(noor, bakery, "werkgever")
    join(noor, bakery, "hr-professional")
    join(noor, garage, "redacteur", at=LATER)
    assert queries.actor_of(noor, at=LATER) == Actor(
        user_id=noor.pk, organisation_id=bakery.pk, roles=frozenset({"werkgever", "hr-professional"}), name="Noor"
    )


@pytest.mark.parametrize(("at", "roles"), [(AT - timedelta(seconds=1), set()), (AT, {"werkgever"}), (LATER, set())])
def test_a_role_counts_from_its_start_until_its_end(db, at, roles):
    noor = newcomer()
    ends = join(noor, make.organisation("Bakkerij"), "werkgever")
    Membership.objects.filter(pk=ends.pk).update(until=LATER)
    actor = queries.actor_of(noor, at=at)
    assert (actor.roles, actor.organisation_id is None) == (roles, not roles)


def test_signed_in_people_act_as_themselves_on_every_page(client, cast):
    client.force_login(cast.anna)
    assert client.get("/zekerheid/").wsgi_request.actor == Actor(
        user_id=cast.anna.pk, organisation_id=cast.anna.memberships.get().organisation_id,
        roles=frozenset({"werkgever"}), name="Anna",
    )  # fmt: skip


def test_a_cookie_without_a_session_is_a_visitor(client, db):
    client.cookies["sessionid"] = "verzonnen"
    assert client.get("/zekerheid/").wsgi_request.actor == Actor()


def test_one_person_has_one_address_whatever_its_case(db):
    noor = newcomer()
    assert refused(lambda: User.objects.create(email="NOOR@example.org", name="Ander"))
    assert get_user_model().objects.get_by_natural_key("Noor@Example.org") == noor
    assert (str(noor), str(User(email="x@example.org"))) == ("Noor", "x@example.org")


def test_the_database_refuses_what_cannot_be(db):
    bakery, garage = make.organisation("Bakkerij"), make.organisation("Garage")
    held = join(newcomer(), bakery, "werkgever")
    alias = Alias.objects.create(organisation=bakery, name="De Bakker")
    for change in (
        lambda: Organisation.objects.filter(pk=bakery.pk).update(kind="kerk"),
        lambda: Organisation.objects.filter(pk=bakery.pk).update(merged_into=bakery),
        lambda: Organisation.objects.filter(pk=bakery.pk).update(slug=garage.slug),
        lambda: Membership.objects.filter(pk=held.pk).update(role="baas"),
        lambda: Membership.objects.filter(pk=held.pk).update(until=AT),
        lambda: Alias.objects.create(organisation=bakery, name=alias.name.upper()),
        lambda: Region.objects.bulk_create([Region(code="AM01", name="A"), Region(code="AM01", name="B")]),
    ):
        assert refused(change)


def test_two_organisations_that_turn_out_to_be_one_are_a_family(db):
    old, new = make.organisation("Bakkerij Oud"), make.organisation("Bakkerij Nieuw")
    Organisation.objects.filter(pk=old.pk).update(merged_into=new)
    assert queries.family(new.pk) == [new.pk, old.pk]
    assert queries.named("bakkerij oud") == new
    assert queries.organisations() == [new]
    assert queries.organisation_ids() == {"bakkerij-oud": old.pk, "bakkerij-nieuw": new.pk}


def test_example_people_of_one_firm_are_colleagues(db):
    person = {"naam": "Eva", "email": "eva@x.demo", "organisatie": "x", "organisatienaam": "X", "rol": "werkgever"}
    people = [person, person | {"naam": "Gijs", "email": "gijs@x.demo"}]
    assert operations.settle_demo(people, by=LOADER, at=AT) == 2
    assert operations.settle_demo(people, by=LOADER, at=LATER) == 0
    assert [one.name for one in queries.demo_people()] == ["Eva", "Gijs"]
    assert Membership.objects.filter(organisation__slug="x", organisation__demo=True).count() == 2
    assert queries.organisations() == []
