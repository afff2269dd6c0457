"""Organisations and regions from their files: found under every spelling, changed when the file changes."""

import pytest

from doenwatwerkt.journal.models import Entry
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.lib.content import ContentError
from doenwatwerkt.lib.report import Report
from doenwatwerkt.people import content, operations, queries
from doenwatwerkt.people.models import Alias, Organisation, Region
from doenwatwerkt.people.tests import make

REGION = content.RegionFile(code="AM01", naam="Groningen", aliassen="Stad|Ommeland")


def firm(slug="awvn", **says):
    return content.OrganisationFile(**{"id": slug, "naam": "AWVN", "soort": "werkgeversorganisatie"} | says)


def load(*files, regions=(REGION,)):
    return operations.load(list(files), regions=list(regions), by=LOADER, at=make.AT)


def test_new_organisations_and_regions_are_added_and_told_once(db):
    assert load(firm(aliassen=["AWWN"], regio="AM01", url="https://example.org")) == Report(added=["organisatie awvn"])
    one = Organisation.objects.get()
    assert (one.slug, one.name, one.kind, one.region.name) == ("awvn", "AWVN", "werkgeversorganisatie", "Groningen")
    assert [region.aliases for region in queries.regions()] == [["Stad", "Ommeland"]]
    assert [(entry.kind, entry.via, entry.data) for entry in Entry.objects.all()] == [
        ("people.OrganisationsLoaded", "load", {"added": 1, "changed": 0})
    ]


def test_the_same_file_again_changes_nothing_and_tells_nothing(db):
    load(firm(aliassen=["AWWN", "AAVN"]))
    assert load(firm(aliassen=["AAVN", "AWWN"])) == Report(left=["organisatie awvn"])
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(
    "says", [{"naam": "A.W.V.N."}, {"aliassen": ["AWWN"]}, {"commercieel": True}, {"rollen": ["partner"]}]
)
def test_a_changed_organisation_is_changed(db, says):
    load(firm())
    assert load(firm(**says)) == Report(changed=["organisatie awvn"])
    one = Organisation.objects.get()
    told = {
        "naam": one.name,
        "aliassen": [a.name for a in one.aliases.all()],
        "commercieel": one.commercial,
        "rollen": one.programme_roles,
    }
    assert {key: told[key] for key in says} == says


def test_an_alias_that_left_the_file_is_forgotten(db):
    load(firm(aliassen=["AWWN", "AAVN"]))
    load(firm(aliassen=["AAVN"]))
    assert [alias.name for alias in Alias.objects.all()] == ["AAVN"]


def test_two_spellings_that_differ_only_in_case_are_one(db):
    load(firm("ser-dib", naam="SER Diversiteit in Bedrijf", aliassen=["DiB", "DIB"]))
    assert [alias.name for alias in Alias.objects.all()] == ["DIB"]
    assert load(firm("ser-dib", naam="SER Diversiteit in Bedrijf", aliassen=["DiB", "DIB"])).left == [
        "organisatie ser-dib"
    ]


def test_a_region_that_is_not_in_the_list_is_refused(db):
    with pytest.raises(ContentError) as caught:
        load(firm(regio="AM99"))
    assert str(caught.value) == "organisaties.yaml: awvn.regio: regio AM99 staat niet in regios.tsv"
    assert (Organisation.objects.count(), Region.objects.count()) == (0, 0)


def test_everybody_is_found_under_every_spelling_of_the_programme(db):
    operations.load(content.organisations(), regions=content.regions(), by=LOADER, at=make.AT)
    wanted = {
        "AWVN": "awvn", "awwn": "awvn", "AAVN": "awvn", "ser-dib": "ser-dib", "DiB": "ser-dib", "DIB": "ser-dib",
        " ser/dib ": "ser-dib", "SER Diversiteit in Bedrijf": "ser-dib", "MinSZW": "szw", "randstad": "randstad",
        "Randstent": None, "": None,
    }  # fmt: skip
    found = {asked: queries.named(asked) for asked in wanted}
    assert {asked: one and one.slug for asked, one in found.items()} == wanted


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("- {id: a, naam: Aa, soort: bedrijf}\n- {id: a, naam: Bb, soort: bedrijf}\n", "organisaties.yaml: a: staat er twee keer"),
        ("- {id: a, naam: Aa, soort: spel}\n", "organisaties.yaml: soort: moet een van deze zijn: "),
        ("- {id: a, naam: Aa, soort: bedrijf, baas: ik}\n", "organisaties.yaml: baas: onbekende sleutel"),
    ],
)  # fmt: skip
def test_a_broken_list_of_organisations_names_what_is_wrong(tmp_path, text, error):
    (tmp_path / "organisaties.yaml").write_text(text)
    with pytest.raises(ContentError) as caught:
        content.organisations(tmp_path)
    assert str(caught.value).startswith(error)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("code\tnaam\nAM1\tTwente\n", "regios.tsv: code: heeft niet de goede vorm: ^AM\\d\\d$"),
        ("code\tnaam\nAM01\tTwente\tTukkers\n", "regios.tsv: AM01: heeft 3 kolommen, de kop heeft er 2"),
    ],
)
def test_a_broken_list_of_regions_names_what_is_wrong(tmp_path, text, error):
    (tmp_path / "regios.tsv").write_text(text)
    with pytest.raises(ContentError) as caught:
        content.regions(tmp_path)
    assert str(caught.value) == error


def test_an_empty_list_holds_nobody(tmp_path):
    (tmp_path / "organisaties.yaml").write_text("")
    assert content.organisations(tmp_path) == []
