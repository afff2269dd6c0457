"""A program reads organisations and regions."""

import pytest

from doenwatwerkt.people.models import Alias, Organisation, Region
from doenwatwerkt.people.tests import make

V1 = "/api/v1"


@pytest.fixture
def land(db):
    """Two regions and three organisations, one of them with another name, a region and a role."""
    amsterdam = Region.objects.create(code="AM18", name="Groot Amsterdam", aliases=["Amsterdam e.o."])
    Region.objects.create(code="AM02", name="Friesland", aliases=["Fryslân"])
    make.organisation("Bakkerij Noord")
    awvn = make.organisation("AWVN", kind="werkgeversorganisatie")
    Organisation.objects.filter(pk=awvn.pk).update(
        region=amsterdam, programme_roles=["helpdesk"], url="https://example.org/awvn"
    )
    Alias.objects.create(organisation=awvn, name="AAVN")
    make.organisation("ABU", kind="branche")


def slugs(client, query):
    response = client.get(f"{V1}/organisaties{query}")
    assert response.status_code == 200, response.json()
    return [one["slug"] for one in response.json()["resultaten"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [("", ["abu", "awvn", "bakkerij-noord"]), ("?soort=branche&soort=bedrijf", ["abu", "bakkerij-noord"]), ("?rol=helpdesk", ["awvn"]),
     ("?rol=help", []), ('?rol="', []),
     ("?regio=am18", ["awvn"]), ("?regio=AM99", []), ("?zoek=aavn", ["awvn"]), ("?zoek=bakk", ["bakkerij-noord"]),
     ("?zoek=%25", []), ("?perPagina=1&pagina=3", ["bakkerij-noord"])],
)  # fmt: skip
def test_organisations_can_be_narrowed(client, land, query, expected):
    assert slugs(client, query) == expected


def test_an_organisation_comes_with_its_other_names(client, land):
    one = client.get(f"{V1}/organisaties/awvn").json()
    assert one.pop("adres").endswith("/api/v1/organisaties/awvn")
    assert one.pop("webadres").endswith("/organisaties/awvn/")
    assert one == {
        "slug": "awvn", "naam": "AWVN", "soort": "werkgeversorganisatie", "toelichting": "", "website": "https://example.org/awvn",
        "regio": "AM18", "rollen": ["helpdesk"], "commercieel": False, "andereNamen": ["AAVN"],
    }  # fmt: skip


def test_an_organisation_that_merged_sends_a_program_on_and_leaves_the_list(client, land):
    Organisation.objects.filter(slug="abu").update(merged_into=Organisation.objects.get(slug="awvn"))
    response = client.get(f"{V1}/organisaties/abu")
    assert (response.status_code, response.headers["Location"].rpartition("/")[2]) == (301, "awvn")
    assert slugs(client, "") == ["awvn", "bakkerij-noord"]


@pytest.mark.parametrize("address", ["/organisaties/verzonnen", "/organisaties/voorbeeld", "/regios/am99", "/regios/x"])
def test_what_we_do_not_know_or_made_up_for_the_demo_is_not_there(client, land, address):
    Organisation.objects.create(slug="voorbeeld", name="Voorbeeld", kind="bedrijf", demo=True)
    assert client.get(V1 + address).status_code == 404
    assert "voorbeeld" not in slugs(client, "")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["AM02", "AM18"]),
        ("?zoek=FRYSLÂN", ["AM02"]),
        ("?zoek=am18", ["AM18"]),
        ("?zoek=delft", []),
        ("?pagina=2", []),
    ],
)
def test_regions_are_found_by_any_name_or_code(client, land, query, expected):
    assert [one["code"] for one in client.get(f"{V1}/regios{query}").json()["resultaten"]] == expected


def test_a_region_answers_to_its_code_whatever_its_case(client, land):
    assert client.get(f"{V1}/regios/am18").json() == client.get(f"{V1}/regios/AM18").json()
    assert client.get(f"{V1}/regios/am18").json()["andereNamen"] == ["Amsterdam e.o."]


@pytest.mark.parametrize(
    "address", ["/organisaties", "/organisaties?rol=helpdesk", "/regios", "/organisaties/awvn", "/regios/am18"]
)
def test_few_queries(client, land, django_assert_max_num_queries, address):
    """Names of the views: organisations, organisation, regions, region."""
    with django_assert_max_num_queries(8):
        client.get(V1 + address)
