"""The pages with all organisations and all regions."""

import pytest

from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.people import content, operations, queries
from doenwatwerkt.people.models import Alias, Organisation, Region
from doenwatwerkt.people.tests import make
from doenwatwerkt.ui.tests.reading import read, words


def test_organisations_stand_by_name_with_their_other_spellings(client, db):
    awvn = make.organisation("AWVN", kind="werkgeversorganisatie")
    Alias.objects.create(organisation=awvn, name="AWWN")
    Organisation.objects.filter(pk=awvn.pk).update(note="Helpt leden.")
    make.organisation("Academie")
    Organisation.objects.create(slug="demo", name="Voorbeeld", kind="bedrijf", demo=True)
    assert [words(row) for row in read(client.get("/organisaties/")).all("li")][1:] == [
        "Academie Bedrijf", "AWVN Werkgeversorganisatie Helpt leden. Ook geschreven als AWWN.",
    ]  # fmt: skip


def test_regions_stand_by_code_with_their_other_names(client, db):
    region = content.RegionFile(code="AM01", naam="Groningen", aliassen="Stad|Ommeland")
    operations.load([], regions=[content.RegionFile(code="AM05", naam="Twente"), region], by=LOADER, at=make.AT)
    rows = [[words(cell) for cell in row] for row in read(client.get("/regios/")).all("tr")]
    assert rows == [["Code", "Naam", "Andere namen"], ["AM01", "Groningen", "Stad, Ommeland"], ["AM05", "Twente", ""]]


@pytest.mark.parametrize("url", ["/organisaties/", "/regios/"])
def test_a_list_costs_the_same_queries_however_long_and_sets_no_cookie(client, db, url, django_assert_max_num_queries):
    make.organisation("Een")
    with django_assert_max_num_queries(8) as one:
        assert not client.get(url).cookies
    for name in ("Twee", "Drie"):
        Alias.objects.create(organisation=make.organisation(name), name=f"De {name}")
    with django_assert_max_num_queries(8) as three:
        client.get(url)
    assert len(three) == len(one)


def test_the_organisations_with_a_helpdesk_can_be_asked(db):
    operations.load(content.organisations(), regions=content.regions(), by=LOADER, at=make.AT)
    desks = queries.helpdesks()
    assert len(desks) > 0
    assert [desk.slug for desk in desks if "helpdesk" not in desk.programme_roles] == []


def test_the_organisations_of_a_region_stand_by_name(db):
    regions = [content.RegionFile(code=code, naam=name) for code, name in (("AM01", "Groningen"), ("AM05", "Twente"))]
    operations.load([], regions=regions, by=LOADER, at=make.AT)
    here, elsewhere = Region.objects.order_by("code")
    for name, region in (("Zuiderhof", here), ("aardig", here), ("Elders", elsewhere)):
        Organisation.objects.filter(pk=make.organisation(name).pk).update(region=region)
    assert [one.name for one in queries.organisations_in(here)] == ["aardig", "Zuiderhof"]
