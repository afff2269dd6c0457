"""People change what we know of their organisation; nobody overwrites another, and a merge meanwhile loses nothing."""

import pytest

from doenwatwerkt.journal import queries as journal
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people import content, operations
from doenwatwerkt.people.models import Alias, Organisation, Region
from doenwatwerkt.people.tests import make
from doenwatwerkt.ui.tests.reading import read

SENT = {"name": "Bakkerij Noord-Oost", "note": "Brood.", "url": "bakkerij.example", "size": "2-9", "sector": "C",
        "region": "", "kvk": "", "vestiging": "", "rsin": ""}  # fmt: skip


@pytest.fixture
def bakery(cast):
    return Organisation.objects.get(slug="bakkerij-noord")


@pytest.fixture
def femke(db):
    return make.person("femke", make.organisation("Redactie"), "redacteur")


def url(organisation):
    return f"/organisaties/{organisation.slug}/wijzigen/"


def send(client, who, organisation, **more):
    make.sign_in(client, who)
    return client.post(url(organisation), SENT | {"revision": organisation.revision} | more)


def wrong(response):
    return [text for texts in response.context["form"].errors.values() for text in texts]


def test_the_contact_changes_their_organisation(client, cast, bakery):
    Region.objects.create(code="AM18", name="Groot Amsterdam")
    response = send(client, cast.anna, bakery, region="AM18")
    bakery.refresh_from_db()
    assert response.headers["Location"] == "/organisaties/bakkerij-noord/beheer/"
    assert (bakery.name, bakery.url, bakery.region.code, bakery.revision, bakery.listed) == (
        "Bakkerij Noord-Oost", "https://bakkerij.example", "AM18", 1, True,
    )  # fmt: skip
    told = journal.last(journal.subject(bakery), "people.OrganisationChanged")
    assert told.data == {"fields": ["name", "note", "region", "sector", "size", "url"]}


def test_the_form_starts_with_what_is_known(client, cast, bakery):
    Organisation.objects.filter(pk=bakery.pk).update(kvk="00123456", revision=7)
    make.sign_in(client, cast.anna)
    page = client.get(url(bakery)).content.decode()
    assert 'value="00123456"' in page
    assert 'name="revision" value="7"' in page
    assert 'name="listed"' not in page


def test_of_two_who_change_it_at_once_the_second_is_told_and_keeps_what_they_typed(client, cast, bakery):
    send(client, cast.anna, bakery)
    response = send(client, cast.anna, bakery, name="Bakkerij Zuid-West")
    assert wrong(response) == ["Iemand anders heeft dit net gewijzigd. Ververs de pagina en probeer het opnieuw."]
    assert 'value="Bakkerij Zuid-West"' in response.content.decode()
    assert Organisation.objects.get(pk=bakery.pk).name == "Bakkerij Noord-Oost"


def test_a_merge_meanwhile_is_told_and_nothing_typed_is_lost(client, cast, bakery, femke):
    make.sign_in(client, cast.anna)
    client.get(url(bakery))
    mill = make.organisation("Molen")
    operations.merge(bakery, into=mill, by=make.actor(femke), at=make.AT)
    response = send(client, cast.anna, bakery)
    assert wrong(response) == [
        "Deze organisatie is intussen samengevoegd met Molen. Wat u typte staat er nog: neem het over bij Molen."
    ]
    assert 'value="Bakkerij Noord-Oost"' in response.content.decode()
    assert list(Organisation.objects.filter(name="Bakkerij Noord-Oost")) == []


def test_an_editor_also_decides_the_kind_and_what_is_public(client, cast, bakery, femke):
    send(client, femke, bakery, kind="onderwijs", commercial="on")
    bakery.refresh_from_db()
    assert (bakery.kind, bakery.listed, bakery.commercial) == ("onderwijs", False, True)
    assert set(bakery.memberships.values_list("organisation_kind", flat=True)) == {"onderwijs"}


def test_what_only_the_redactie_decides_a_contact_cannot_send(client, cast, bakery):
    send(client, cast.anna, bakery, kind="ministerie", commercial="on")
    bakery.refresh_from_db()
    assert (bakery.kind, bakery.commercial, bakery.listed) == ("bedrijf", False, True)


def test_an_organisation_whose_people_hold_case_roles_does_not_become_a_ministry(client, cast, bakery, femke):
    response = send(client, femke, bakery, kind="ministerie")
    assert wrong(response) == [
        "Mensen van deze organisatie hebben of hadden rollen die bij dat soort organisatie niet mogen."
    ]
    assert set(bakery.memberships.values_list("organisation_kind", flat=True)) == {"bedrijf"}


def test_a_number_of_another_organisation_is_refused(client, cast, bakery):
    Organisation.objects.filter(slug="garage-zuid").update(kvk="12345678")
    assert wrong(send(client, cast.anna, bakery, kvk="12345678"))[0].startswith("Dit KvK-nummer is al van een andere")


@pytest.mark.parametrize("who", ["bram", "carla", "dirk"])
def test_nobody_else_changes_it(client, cast, bakery, who):
    assert send(client, getattr(cast, who), bakery).status_code == 404
    assert Organisation.objects.get(pk=bakery.pk).name == "Bakkerij Noord"


def test_a_role_that_is_taken_away_in_mid_session_stops_at_once(client, cast, bakery, femke):
    make.sign_in(client, cast.anna)
    assert client.get(url(bakery)).status_code == 200
    operations.take_role(cast.anna.memberships.get(), by=make.actor(femke), at=make.AT)
    assert client.post(url(bakery), SENT | {"revision": 0}).status_code == 404
    assert Organisation.objects.get(pk=bakery.pk).name == "Bakkerij Noord"


def test_another_spelling_is_added_once_and_taken_away(client, cast, bakery):
    """add_alias and remove_alias."""
    make.sign_in(client, cast.anna)
    page = "/organisaties/bakkerij-noord/schrijfwijzen/"
    assert client.post(page, {"name": "De Noordbakker"}).status_code == 302
    assert wrong(client.post(page, {"name": "de noordbakker"})) == ["Deze schrijfwijze kennen wij al."]
    assert wrong(client.post(page, {"name": "BAKKERIJ NOORD"})) == ["Deze schrijfwijze kennen wij al."]
    assert read(client.get(page)).h1 == "Andere schrijfwijze toevoegen"
    alias = Alias.objects.get()
    assert client.post(f"{page}{alias.pk}/weghalen/").status_code == 302
    assert client.post(f"{page}{alias.pk}/weghalen/").status_code == 404
    kinds = [entry.kind for entry in journal.about(journal.subject(bakery))][:2]
    assert (kinds, Alias.objects.count()) == (["people.AliasRemoved", "people.AliasAdded"], 0)


def test_a_merged_organisation_gets_no_new_spelling(cast, bakery):
    Organisation.objects.filter(pk=bakery.pk).update(merged_into=make.organisation("Molen"))
    with pytest.raises(Refused, match="samengevoegd met Molen"):
        operations.add_alias(bakery, name="Noord", by=make.actor(cast.anna), at=make.AT)


def test_what_people_changed_a_later_load_leaves_alone_and_reports(db, cast, bakery):
    file = content.OrganisationFile(
        id="bakkerij-noord", naam="Bakkerij uit het bestand", soort="bedrijf", aliassen=["BN"]
    )
    operations.add_alias(bakery, name="Noordbakker", by=make.actor(cast.anna), at=make.AT)
    report = operations.load([file], regions=[], by=LOADER, at=make.AT)
    assert report.offered == ["organisatie bakkerij-noord"]
    assert [str(one) for one in Alias.objects.all()] == ["Noordbakker"]
    assert Organisation.objects.get(pk=bakery.pk).name == "Bakkerij Noord"
