"""Two organisations turn out to be one, and sometimes not after all. Nothing moves, nobody loses anything."""

import pytest

from doenwatwerkt.journal import queries as journal
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people import operations, queries
from doenwatwerkt.people.models import Membership, Organisation
from doenwatwerkt.people.tests import make
from doenwatwerkt.ui.tests.reading import read

AT = make.AT


@pytest.fixture
def femke(db):
    return make.person("femke", make.organisation("Redactie"), "redacteur")


def merge(one, into, who):
    operations.merge(one, into=into, by=make.actor(who), at=AT)


def fresh(*organisations):
    return [Organisation.objects.get(pk=one.pk) for one in organisations]


def test_an_editor_merges_and_the_old_page_sends_people_on(client, cast, femke):
    make.sign_in(client, femke)
    response = client.post("/organisaties/bakkerij-noord/samenvoegen/", {"into": "garage zuid"})
    assert response.headers["Location"] == "/organisaties/garage-zuid/beheer/"
    gone = client.get("/organisaties/bakkerij-noord/")
    assert (gone.status_code, gone.headers["Location"]) == (301, "/organisaties/garage-zuid/")
    bakery, garage = (Organisation.objects.get(slug=slug) for slug in ("bakkerij-noord", "garage-zuid"))
    assert bakery.merged_into == garage
    told = journal.last(journal.subject(bakery), "people.OrganisationMerged")
    assert told.data == {"into_id": garage.pk, "along": []}


def test_no_foreign_key_moves_and_the_people_of_the_old_one_work_for_the_new_one(cast, femke):
    bakery, garage = (Organisation.objects.get(slug=slug) for slug in ("bakkerij-noord", "garage-zuid"))
    before = list(Membership.objects.order_by("pk").values_list("pk", "organisation"))
    merge(bakery, garage, femke)
    assert list(Membership.objects.order_by("pk").values_list("pk", "organisation")) == before
    actor = queries.actor_of(cast.anna, at=AT, acting_for=bakery.pk)
    assert (actor.organisation_id, actor.organisation, actor.roles) == (garage.pk, "Garage Zuid", {"werkgever"})
    assert [str(one.user) for one in queries.members(garage.pk, AT)] == ["Anna", "Bram", "Carla"]


def test_a_chain_is_made_flat_and_undoing_gives_back_what_came_along(femke):
    a, b, c = (make.organisation(name) for name in ("A", "B", "C"))
    merge(a, b, femke)
    merge(b, c, femke)
    a, b, c = fresh(a, b, c)
    assert (a.merged_into, b.merged_into, queries.family(c.pk)) == (c, c, [c.pk, a.pk, b.pk])
    operations.undo_merge(b, by=make.actor(femke), at=AT)
    a, b = fresh(a, b)
    assert (a.merged_into, b.merged_into) == (b, None)
    assert journal.last(journal.subject(b), "people.MergeUndone").data == {"from_id": c.pk}


def test_a_merge_from_before_the_journal_is_undone_too(femke):
    a, b = make.organisation("A"), make.organisation("B")
    Organisation.objects.filter(pk=a.pk).update(merged_into=b)
    [a] = fresh(a)
    operations.undo_merge(a, by=make.actor(femke), at=AT)
    assert a.merged_into is None


@pytest.mark.parametrize(("which", "told"), [
    ("itself", "Dit is dezelfde organisatie."), ("merged", "A is al samengevoegd. Ververs de pagina."),
    ("wall", "Een ministerie of toezichthouder kan niet worden samengevoegd met een ander soort organisatie."),
])  # fmt: skip
def test_what_cannot_be_one(femke, which, told):
    a, b, office = make.organisation("A"), make.organisation("B"), make.organisation("Kantoor", kind="ministerie")
    if which == "merged":
        merge(a, b, femke)
    into = {"itself": a, "merged": make.organisation("C"), "wall": office}[which]
    with pytest.raises(Refused) as caught:
        merge(a, into, femke)
    assert str(caught.value) == told


@pytest.mark.django_db(transaction=True)
def test_merged_both_ways_at_once_one_is_told():
    femke = make.person("femke", make.organisation("Redactie"), "redacteur")
    a, b = make.organisation("A"), make.organisation("B")
    outcomes = make.at_once(lambda: merge(a, b, femke), lambda: merge(b, a, femke))
    assert sorted(type(one).__name__ for one in outcomes) == ["NoneType", "Refused"]
    merged = [one for one in fresh(a, b) if one.merged_into_id]
    assert len(merged) == 1


def test_undoing_is_refused_where_there_is_nothing_to_undo(client, femke):
    alone = make.organisation("Alleen")
    with pytest.raises(Refused, match="is niet samengevoegd"):
        operations.undo_merge(alone, by=make.actor(femke), at=AT)
    make.sign_in(client, femke)
    response = client.post("/organisaties/alleen/losmaken/", follow=True)
    assert read(response).texts("p", "message") == ["Deze organisatie is niet samengevoegd."]


def test_undoing_is_refused_when_the_number_went_to_another(client, femke):
    a, b = make.organisation("A"), make.organisation("B")
    Organisation.objects.filter(pk=a.pk).update(kvk="12345678")
    merge(a, b, femke)
    Organisation.objects.filter(pk=b.pk).update(kvk="12345678")
    [a] = fresh(a)
    with pytest.raises(Refused, match="Een nummer van A is intussen van een andere organisatie"):
        operations.undo_merge(a, by=make.actor(femke), at=AT)
    assert fresh(a)[0].merged_into == b


def test_an_editor_undoes_a_merge_on_the_page(client, femke):
    a, b = make.organisation("A"), make.organisation("B")
    merge(a, b, femke)
    make.sign_in(client, femke)
    assert "Zij is nu deel van B" in read(client.get("/organisaties/a/beheer/")).text
    client.post("/organisaties/a/losmaken/")
    assert fresh(a)[0].merged_into is None


@pytest.mark.parametrize(("typed", "told"), [
    ("", "Vul een naam in."), ("Nergens", "Wij kennen geen organisatie met deze naam. Typ de naam zoals die in de lijst staat."),
])  # fmt: skip
def test_a_name_that_we_do_not_know_is_told_at_the_field(client, femke, typed, told):
    a, twin = make.organisation("Bakkerij A"), make.organisation("Bakkerij A BV")
    make.sign_in(client, femke)
    response = client.post(f"/organisaties/{a.slug}/samenvoegen/", {"into": typed})
    assert response.context["form"].errors["into"] == [told]
    assert response.context["alike"] == [twin]


def test_the_people_of_a_merged_organisation_are_sent_on(client, cast, femke):
    bakery, garage = (Organisation.objects.get(slug=slug) for slug in ("bakkerij-noord", "garage-zuid"))
    merge(bakery, garage, femke)
    make.sign_in(client, cast.bram)
    assert client.get("/organisaties/bakkerij-noord/beheer/").headers["Location"] == "/organisaties/garage-zuid/beheer/"
