"""A program reads the commitments of the working agenda."""

import pytest

from doenwatwerkt.commitments.tests import make
from doenwatwerkt.people.models import Organisation

V1 = "/api/v1/toezeggingen"


@pytest.fixture
def agenda(db):
    """Two commitments: AWVN's A-01, and B-01 of SER-DiB on a condition, past its date."""
    make.load()


@pytest.mark.parametrize(
    ("query", "expected"),
    [("", ["A-01", "B-01"]), ("?actielijn=praten", ["B-01"]), ("?eigenaar=awvn", ["A-01"]), ("?sterkte=voorwaardelijk", ["B-01"]),
     ("?stand=toegezegd", ["A-01", "B-01"]), ("?stand=gerealiseerd", []), ("?zoek=VOORBEELDEN", ["A-01"]),
     ("?eigenaar=awvn&actielijn=praten", []), ("?pagina=9", [])],
)  # fmt: skip
def test_commitments_can_be_narrowed(client, agenda, query, expected):
    assert [one["nummer"] for one in client.get(V1 + query).json()["resultaten"]] == expected


def test_a_commitment_says_who_does_what_with_whom_and_whether_it_is_late(client, agenda):
    one = client.get(f"{V1}/b-01").json()
    assert one.pop("adres").endswith("/api/v1/toezeggingen/b-01")
    assert one.pop("webadres").endswith("/toezeggingen/b-01/")
    assert one == {
        "nummer": "B-01", "toezegging": "DiB praat erover.", "actielijn": {"letter": "B", "slug": "praten", "titel": "Praten"},
        "spoor": "gesprek", "eigenaar": {"slug": "dib", "naam": "SER Diversiteit in Bedrijf"},
        "samenMet": [{"slug": "awvn", "naam": "AWVN"}], "sterkte": "voorwaardelijk", "voorwaarde": "als er geld is",
        "uiterlijkOp": "2025-06-30", "periode": "",
        "getallen": [{"naam": "extra fte", "getal": 2}, {"naam": "gesprekken", "getal": 10}], "stand": "toegezegd", "teLaat": True,
    }  # fmt: skip


def test_promises_of_an_organisation_that_merged_are_found_under_its_new_name(client, agenda):
    new = Organisation.objects.create(slug="nieuw", name="Nieuw", kind="kennispartner")
    Organisation.objects.filter(slug="awvn").update(merged_into=new)
    assert [one["nummer"] for one in client.get(f"{V1}?eigenaar=nieuw").json()["resultaten"]] == ["A-01"]


@pytest.mark.parametrize("ref", ["z-99", "verzonnen"])
def test_a_commitment_that_was_never_made_is_not_there(client, agenda, ref):
    assert client.get(f"{V1}/{ref}").status_code == 404


def test_a_value_outside_the_list_is_refused_in_words(client, agenda):
    told = client.get(f"{V1}?sterkte=misschien").json()
    assert (
        told["detail"]
        == "De sleutel 'sterkte' kent deze waarde niet; kies uit 'zeker', 'voorwaardelijk' of 'meedenken'."
    )


@pytest.mark.parametrize("address", ["", "/a-01"])
def test_few_queries(client, agenda, django_assert_max_num_queries, address):
    """Names of the views: commitments, commitment."""
    with django_assert_max_num_queries(8):
        client.get(V1 + address)
