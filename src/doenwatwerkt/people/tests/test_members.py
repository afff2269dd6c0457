"""Members of an organisation: who sees them, who leaves, hands over or loses a role, and that somebody stays."""

from datetime import timedelta

import pytest
from django.http import Http404

from doenwatwerkt.journal import queries as journal
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people import access, operations, queries
from doenwatwerkt.people.models import Invitation, Membership, Organisation, User
from doenwatwerkt.people.tests import make
from doenwatwerkt.ui.tests.reading import read, words

AT = make.AT
LATER = AT + timedelta(days=1)
HOUSE = "/organisaties/bakkerij-noord/"


@pytest.fixture
def bakery(cast):
    return Organisation.objects.get(slug="bakkerij-noord")


@pytest.fixture
def femke(db):
    return make.person("femke", make.organisation("Redactie"), "redacteur")


def role_of(user):
    return Membership.objects.select_related("organisation", "user").get(user=user, until=None)


def give(user, organisation, role, at=AT):
    return operations.join(user, organisation=organisation, role=role, by=LOADER, at=at)


def refused(work, *args, **given):
    with pytest.raises(Refused) as caught:
        work(*args, **given)
    return str(caught.value)


def take(user, by, at=LATER):
    operations.take_role(role_of(user), by=make.actor(by), at=at)


def leave(user, organisation, at=LATER):
    operations.leave(user, organisation=organisation, by=make.actor(user), at=at)


def test_members_see_each_other_and_only_the_contact_may_change(client, cast, bakery, django_assert_max_num_queries):
    """The page manage."""
    seen = {}
    for name in ("anna", "bram"):
        make.sign_in(client, getattr(cast, name))
        with django_assert_max_num_queries(12):
            page = read(client.get(f"{HOUSE}beheer/"))
        assert [words(row.find("div")) for row in page.section("leden").iter("li")] == [
            "Anna Contactpersoon van een werkgever, sinds 1 maart 2026", "Bram HR-professional of recruiter, sinds 1 maart 2026",
        ]  # fmt: skip
        seen[name] = [words(one) for one in page.all("a", "button")]
    assert seen["bram"] == []
    assert seen["anna"] == [
        "Afnemen: HR-professional of recruiter van Bram",
        "Iemand uitnodigen",
        "Gegevens wijzigen",
        "Schrijfwijze toevoegen",
    ]


def test_the_page_costs_the_same_however_many_members(client, cast, bakery, django_assert_max_num_queries):
    make.sign_in(client, cast.anna)
    with django_assert_max_num_queries(12) as few:
        client.get(f"{HOUSE}beheer/")
    for number in range(10):
        give(User.objects.create(email=f"x{number}@x.nl", name=f"X{number}"), bakery, "hr-professional")
    with django_assert_max_num_queries(12) as many:
        client.get(f"{HOUSE}beheer/")
    assert len(many) == len(few)


def test_a_contact_takes_a_role_away_and_it_ends_now(client, cast, bakery):
    held = role_of(cast.bram)
    other = make.sign_in(client, cast.anna)
    page = f"{HOUSE}leden/{held.pk}/afnemen/"
    assert read(other.get(page)).h1 == "Rol afnemen van Bram?"
    assert read(other.post(page, follow=True)).texts("p", "message") == ["Bram heeft deze rol niet meer."]
    assert other.post(page).status_code == 404
    assert queries.actor_of(cast.bram, at=LATER + timedelta(days=999)).roles == set()
    told = journal.last(journal.subject(bakery), "people.RoleTaken")
    assert told.data == {"user_id": cast.bram.pk, "role": "hr-professional"}


def test_what_nobody_takes_away(cast, bakery, femke):
    assert (
        refused(take, cast.anna, cast.anna) == "Uw eigen rol neemt u zelf niet af. Kies ‘Vertrekken’ of ‘Overdragen’."
    )
    assert refused(take, cast.bram, cast.carla) == "Deze rol kunt u niet afnemen. Vraag het de redactie."
    give(cast.carla, bakery, "redacteur")
    held = Membership.objects.select_related("organisation").get(user=cast.carla, organisation=bakery)
    assert "Vraag het de redactie" in refused(operations.take_role, held, by=make.actor(cast.anna), at=LATER)


def test_a_role_is_taken_once(cast, bakery):
    held, again = role_of(cast.bram), role_of(cast.bram)
    operations.take_role(held, by=make.actor(cast.anna), at=LATER)
    assert "Iemand anders heeft dit net gewijzigd" in refused(
        operations.take_role, again, by=make.actor(cast.anna), at=LATER
    )


def test_a_role_that_ends_the_moment_it_began_ends_right_after(cast, bakery):
    take(cast.bram, cast.anna, at=AT)
    assert Membership.objects.get(user=cast.bram).until == AT + timedelta(microseconds=1)


def test_who_loses_a_role_leaves_no_open_invitations_behind(cast, bakery, femke):
    give(cast.carla, bakery, "werkgever")
    hers = operations.invite(
        bakery, email="x@x.nl", role="werkgever", by=queries.actor_of(cast.carla, at=AT, acting_for=bakery.pk), at=AT
    )
    kept = operations.invite(bakery, email="y@x.nl", role="werkgever", by=make.actor(cast.anna), at=AT)
    held = Membership.objects.select_related("organisation").get(user=cast.carla, organisation=bakery)
    operations.take_role(held, by=make.actor(cast.anna), at=LATER)
    still = list(Invitation.objects.open(LATER).values_list("pk", flat=True))
    assert (hers.pk in still, still) == (False, [kept.pk])


def test_the_last_manager_stays_unless_the_redactie_says_otherwise(cast, bakery, femke):
    give(cast.carla, bakery, "werkgever")
    held = Membership.objects.select_related("organisation").get(user=cast.carla, organisation=bakery)
    operations.leave(cast.anna, organisation=bakery, by=make.actor(cast.anna), at=LATER)
    gone = queries.actor_of(cast.anna, at=LATER)
    assert gone.roles == set()
    assert refused(operations.take_role, held, by=make.actor(cast.anna), at=LATER) == (
        "Dit is de laatste die de leden beheert. Geef die rol eerst aan een ander lid."
    )  # an actor of before she left: the rights are those of the request that is under way
    operations.take_role(held, by=make.actor(femke), at=LATER)
    assert [one.role for one in queries.members(bakery.pk, LATER)] == ["hr-professional"]


def test_the_last_who_looks_after_members_hands_over_first(client, cast, bakery):
    make.sign_in(client, cast.anna)
    page = read(client.post(f"{HOUSE}vertrekken/"))
    told = "U bent de enige die de leden van Bakkerij Noord beheert. Draag dat eerst over aan een ander lid; daarna kunt u vertrekken."
    assert told in page.text
    client.post(f"{HOUSE}overdragen/", {"to": cast.bram.pk})
    assert sorted((str(one.user), one.role) for one in queries.members(bakery.pk, AT + timedelta(days=999))) == [
        ("Bram", "hr-professional"), ("Bram", "werkgever"),
    ]  # fmt: skip
    told = journal.last(journal.subject(bakery), "people.RoleHandedOver")
    assert told.data == {"user_id": cast.anna.pk, "to_id": cast.bram.pk, "role": "werkgever"}
    assert client.get(f"{HOUSE}beheer/").status_code == 404


def test_a_member_leaves_with_all_roles_and_is_no_member_any_more(client, cast, bakery):
    give(cast.bram, bakery, "netwerkbegeleider")
    make.sign_in(client, cast.bram)
    assert read(client.get(f"{HOUSE}vertrekken/")).h1 == "Vertrekken bij Bakkerij Noord?"
    page = read(client.post(f"{HOUSE}vertrekken/", follow=True))
    assert page.texts("p", "message") == ["U hoort niet meer bij Bakkerij Noord."]
    assert client.post(f"{HOUSE}vertrekken/").status_code == 404
    told = journal.last(journal.subject(bakery), "people.MemberLeft")
    assert sorted(told.data["roles"]) == ["hr-professional", "netwerkbegeleider"]
    assert (
        refused(leave, cast.bram, bakery, at=AT + timedelta(days=999)) == "U hoort al niet meer bij deze organisatie."
    )


def test_who_is_alone_may_leave_and_closes_the_door(cast):
    garage = Organisation.objects.get(slug="garage-zuid")
    operations.invite(garage, email="x@x.nl", role="werkgever", by=make.actor(cast.carla), at=AT)
    leave(cast.carla, garage)
    assert (queries.members(garage.pk, LATER), queries.open_invitations(garage.pk, LATER)) == ([], [])


@pytest.mark.django_db(transaction=True)
def test_two_last_managers_who_leave_at_once_do_not_leave_the_members_alone():
    bakery = make.organisation("Bakkerij")
    anna, carla = (make.person(name, bakery, "werkgever") for name in ("anna", "carla"))
    make.person("bram", bakery, "hr-professional")
    outcomes = make.at_once(lambda: leave(anna, bakery), lambda: leave(carla, bakery))
    assert sorted(type(one).__name__ for one in outcomes) == ["NoneType", "Refused"]
    assert sorted(one.role for one in queries.members(bakery.pk, LATER)) == ["hr-professional", "werkgever"]


def hand_over(mine, to, by):
    operations.hand_over(mine, to=to.pk, by=make.actor(by), at=LATER)


def test_to_whom_nobody_hands_over(cast, bakery):
    mine = role_of(cast.anna)
    assert (
        refused(hand_over, mine, cast.carla, cast.anna)
        == "Deze persoon hoort niet (meer) bij de organisatie. Kies een ander lid."
    )
    assert "Kies een ander lid" in refused(hand_over, mine, cast.anna, cast.anna)
    give(cast.bram, bakery, "werkgever")
    assert refused(hand_over, mine, cast.bram, cast.anna) == "Deze persoon heeft die rol al. U kunt gewoon vertrekken."
    professional = Membership.objects.select_related("organisation").get(user=cast.bram, role="hr-professional")
    assert refused(hand_over, professional, cast.anna, cast.bram) == "U heeft deze rol niet meer."
    operations.leave(cast.anna, organisation=bakery, by=make.actor(cast.anna), at=LATER)
    assert refused(hand_over, mine, cast.bram, cast.anna) == "U heeft deze rol niet meer."


def test_a_member_who_left_cannot_be_chosen_any_more(client, cast, bakery):
    make.sign_in(client, cast.anna)
    assert "Bram" in read(client.get(f"{HOUSE}overdragen/")).text
    leave(cast.bram, bakery)
    page = client.post(f"{HOUSE}overdragen/", {"to": cast.bram.pk})
    assert "Er is nog niemand om aan over te dragen" in read(page).text
    assert page.context["form"].errors["to"] == ["Kies een van de mogelijkheden."]


def test_members_of_an_organisation_that_was_merged_look_after_it_where_it_is_now(cast, bakery, femke):
    garage = Organisation.objects.get(slug="garage-zuid")
    operations.merge(bakery, into=garage, by=make.actor(femke), at=AT)
    operations.take_role(role_of(cast.bram), by=make.actor(cast.carla), at=LATER)
    assert [str(one.user) for one in queries.members(garage.pk, LATER)] == ["Anna", "Carla"]
    assert queries.other_members(role_of(cast.anna), LATER) == [(str(cast.carla.pk), "Carla")]
    operations.leave(cast.anna, organisation=garage, by=make.actor(cast.anna), at=LATER)
    assert [str(one.user) for one in queries.members(garage.pk, LATER)] == ["Carla"]


def test_a_role_that_ended_while_the_page_was_asked_is_not_handed_over(cast, bakery):
    anna = make.actor(cast.anna)
    Membership.objects.filter(user=cast.anna).update(until=LATER)
    with pytest.raises(access.Http404):
        access.my_role(anna, bakery.slug)


def test_somebody_can_leave_their_own_organisation_and_no_other(cast):
    by = make.actor(cast.anna)
    assert access.to_leave(by, "bakkerij-noord").name == "Bakkerij Noord"
    with pytest.raises(Http404):
        access.to_leave(by, "garage-zuid")
