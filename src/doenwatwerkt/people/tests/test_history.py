"""Who did what when, in words: for the redactie with names, for others without, and only where they may look."""

import pytest

from doenwatwerkt.journal import operations as journal
from doenwatwerkt.journal import subjects
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.lib.actor import LOADER, WORKER, Actor
from doenwatwerkt.people import facts, operations
from doenwatwerkt.people.models import Organisation
from doenwatwerkt.people.tests import make
from doenwatwerkt.ui.tests.reading import read, words

AT = make.AT


@pytest.fixture
def bakery(cast):
    return Organisation.objects.get(slug="bakkerij-noord")


@pytest.fixture
def femke(db):
    return make.person("femke", make.organisation("Redactie"), "redacteur")


def lines(client, who, url):
    make.sign_in(client, who)
    return [words(row.findall("p")[1]) for row in read(client.get(url)).all("ol", "lines")[0].iter("li")]


def test_the_redactie_reads_names_and_others_read_the_organisation(client, cast, bakery, femke):
    anna = make.actor(cast.anna)
    operations.invite(bakery, email="x@x.nl", role="hr-professional", by=anna, at=AT)
    held = cast.bram.memberships.select_related("organisation").get()
    operations.take_role(held, by=anna, at=AT)
    url = f"/geschiedenis/organisatie/{bakery.pk}/"
    assert lines(client, femke, url)[:3] == [
        "Anna (Bakkerij Noord) nam Bram de rol ‘HR-professional of recruiter’ af.",
        "Anna (Bakkerij Noord) nodigde iemand uit voor de rol ‘HR-professional of recruiter’.",
        "Het inlezen van de inhoud zorgde voor een rol: Bram is nu ‘HR-professional of recruiter’.",
    ]
    assert lines(client, cast.anna, url)[:2] == [
        "Bakkerij Noord nam iemand de rol ‘HR-professional of recruiter’ af.",
        "Bakkerij Noord nodigde iemand uit voor de rol ‘HR-professional of recruiter’.",
    ]
    assert "x@x.nl" not in client.get(url).content.decode()


def test_every_sentence_of_this_room_reads_as_a_sentence(bakery, cast, femke):
    mill = make.organisation("Molen")
    told = [
        facts.OrganisationRegistered(by=LOADER, at=AT, kind="bedrijf"), facts.OrganisationChanged(by=LOADER, at=AT, fields=["name", "kvk"]),
        facts.OrganisationChanged(by=LOADER, at=AT, fields=[]), facts.OrganisationMerged(by=LOADER, at=AT, into_id=mill.pk, along=[]),
        facts.MergeUndone(by=LOADER, at=AT, from_id=999_999), facts.MemberLeft(by=LOADER, at=AT, user_id=1, roles=["werkgever"]),
        facts.RoleHandedOver(by=WORKER, at=AT, user_id=1, to_id=cast.bram.pk, role="werkgever"),
    ]  # fmt: skip
    entries = [journal.record(fact, about=bakery) for fact in told]
    assert [line.what for line in subjects.tell(entries, make.actor(femke))] == [
        "meldde deze organisatie aan als bedrijf", "veranderde: naam, KvK-nummer", "veranderde: niets",
        "voegde deze organisatie samen met Molen", "maakte deze organisatie weer los van een organisatie",
        "vertrok, met de rol ‘Contactpersoon van een werkgever’", "droeg de rol ‘Contactpersoon van een werkgever’ over aan Bram",
    ]  # fmt: skip
    assert {line.who for line in subjects.tell(entries, make.actor(femke))} == {
        "Het inlezen van de inhoud",
        "De website zelf",
    }


@pytest.mark.parametrize(("who", "status"), [("anna", 200), ("bram", 200), ("carla", 404), ("dirk", 404)])
def test_the_history_of_an_organisation_is_for_its_own_people(client, cast, bakery, who, status):
    make.sign_in(client, getattr(cast, who))
    assert client.get(f"/geschiedenis/organisatie/{bakery.pk}/").status_code == status


def test_what_a_reader_may_not_know_of_is_not_named(bakery, cast):
    hidden = make.organisation("Verborgen")
    Organisation.objects.filter(pk=hidden.pk).update(listed=False)
    told = [
        facts.MergeUndone(by=LOADER, at=AT, from_id=hidden.pk),
        facts.OrganisationMerged(by=LOADER, at=AT, into_id=bakery.pk, along=[]),
    ]
    lines = subjects.tell([journal.record(fact, about=bakery) for fact in told], make.actor(cast.carla))
    assert [line.what for line in lines] == [
        "maakte deze organisatie weer los van een organisatie", "voegde deze organisatie samen met Bakkerij Noord",
    ]  # fmt: skip


@pytest.mark.parametrize("url", ["organisatie/999999", "persoon/{anna}", "wolk/1"])
def test_what_has_no_history_is_not_there(client, cast, femke, url):
    make.sign_in(client, femke)
    assert client.get(f"/geschiedenis/{url.format(anna=cast.anna.pk)}/").status_code == 404


def test_a_history_costs_the_same_queries_however_long_and_has_pages(
    client, cast, bakery, django_assert_max_num_queries
):
    make.sign_in(client, cast.anna)
    url = f"/geschiedenis/organisatie/{bakery.pk}/"
    with django_assert_max_num_queries(12) as few:
        client.get(url)
    mill = make.organisation("Molen")
    for number in range(60):
        journal.record(facts.MergeUndone(by=make.actor(cast.anna), at=AT, from_id=mill.pk + number % 3), about=bakery)
    with django_assert_max_num_queries(12) as many:
        page = read(client.get(url))
    assert (len(many) - len(few) <= 1, len(page.all("ol", "lines")[0].findall("li"))) == (True, 50)
    assert [words(one) for one in page.all("nav", "turn")] == ["Pagina 1Ouder"]
    assert len(read(client.get(f"{url}?pagina=2")).all("ol", "lines")[0].findall("li")) == 12
    assert "verder nog niets gebeurd" in read(client.get(f"{url}?pagina=99")).text


def test_a_fact_without_words_and_a_way_without_a_name_are_told_all_the_same(db):
    strange = Entry(kind="soep.SoupCooked", at=AT, via="ufo", subject="soep.Pan:1", data={})
    [line] = subjects.tell([strange], Actor())
    assert (line.who, line.what) == ("Iemand", "deed iets waarvoor wij nog geen woorden hebben (soep.SoupCooked)")
