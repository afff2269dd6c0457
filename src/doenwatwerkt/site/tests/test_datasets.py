"""Our data described for other catalogues (DCAT-AP-NL): catalog_jsonld and catalog_ttl, and what is not decided yet."""

import re

import pytest
from django.urls import reverse

from doenwatwerkt.config.environment import Named
from doenwatwerkt.site import api, downloads
from doenwatwerkt.ui.tests.reading import read

SITE = "https://werkt.example"
LICENCE, PUBLISHER = (
    Named("https://licentie.example/vrij", "Vrij te gebruiken"),
    Named("https://uitgever.example/", "De uitgever"),
)
UNSAID = "Onder welke licentie u de gegevens mag gebruiken, is nog niet vastgesteld."


@pytest.fixture(autouse=True)
def here(db, settings):
    settings.SITE_URL = SITE
    api._document.cache_clear()
    yield
    api._document.cache_clear()


@pytest.fixture
def decided(settings):
    settings.DATA_LICENCE, settings.DATA_PUBLISHER = LICENCE, PUBLISHER


def told(client):
    response = client.get(reverse("site:catalog_jsonld"))
    assert response.headers["Content-Type"] == "application/ld+json"
    return response.json()


def test_the_catalogue_describes_every_list_and_the_api(client):
    it = told(client)
    assert it["@type"] == "dcat:Catalog"
    assert [one["dct:identifier"] for one in it["dcat:dataset"]] == [f"{SITE}/data/#{name}" for name in downloads.LISTS]
    [service] = it["dcat:service"]
    assert [one["@id"] for one in service["dcat:servesDataset"]] == [one["@id"] for one in it["dcat:dataset"]]
    addresses = [
        one["dcat:downloadURL"]["@id"] for dataset in it["dcat:dataset"] for one in dataset["dcat:distribution"]
    ]
    addresses += [service["dcat:endpointURL"]["@id"], service["dcat:endpointDescription"]["@id"], f"{SITE}/data/"]
    assert {client.get(address.removeprefix(SITE)).status_code for address in addresses} == {200}


def test_every_dataset_has_what_the_dutch_profile_asks_as_far_as_it_is_decided(client):
    for dataset in told(client)["dcat:dataset"]:
        assert {"dct:title", "dct:description", "dct:identifier", "dcat:contactPoint", "dct:accessRights", "dcat:theme",
                "dcat:distribution", "dct:language"} <= set(dataset)  # fmt: skip
        assert len(re.findall(r"\.(?= |$)", dataset["dct:description"]["@value"])) >= 3
        for distribution in dataset["dcat:distribution"]:
            assert {"dcat:accessURL", "dct:format", "dcat:mediaType"} <= set(distribution)


def test_nobody_invents_a_licence_or_a_publisher(client):
    it, text = told(client), client.get("/catalog.jsonld").content.decode()
    assert "dct:license" not in text and "dct:publisher" not in text
    assert UNSAID in it["dct:description"]["@value"] and "Wie de gegevens uitgeeft" in it["dct:description"]["@value"]
    page = read(client.get("/data/"))
    assert UNSAID in page.text and "Wie de gegevens uitgeeft, is nog niet vastgesteld." in page.text
    assert UNSAID in read(client.get("/api/")).text
    openapi = client.get("/api/v1/openapi.json").json()["info"]
    assert UNSAID in openapi["description"] and "license" not in openapi
    assert client.get("/api/v1").json()["licentie"].startswith(UNSAID)
    assert "Link" not in client.get("/data/themas.csv").headers


def test_a_decision_is_filled_in_everywhere(client, decided):
    it = told(client)
    for one in (it, *it["dcat:dataset"], *it["dcat:service"]):
        assert (one["dct:license"]["@id"], one["dct:publisher"]["foaf:name"]["@value"]) == (LICENCE.url, "De uitgever")
    assert {one["dct:license"]["@id"] for dataset in it["dcat:dataset"] for one in dataset["dcat:distribution"]} == {
        LICENCE.url
    }
    assert "nog niet vastgesteld" not in it["dct:description"]["@value"]
    for address in ("/data/", "/api/"):
        assert ("Vrij te gebruiken", LICENCE.url) in read(client.get(address)).links()
    assert client.get("/api/v1/openapi.json").json()["info"]["license"] == {
        "name": "Vrij te gebruiken",
        "url": LICENCE.url,
    }
    assert client.get("/api/v1").json()["licentie"] == LICENCE.url
    assert client.get("/data/themas.csv").headers["Link"] == f'<{LICENCE.url}>; rel="license"'


def test_turtle_tells_the_same(client, decided):
    response = client.get(reverse("site:catalog_ttl"))
    assert response.headers["Content-Type"] == "text/turtle; charset=utf-8"
    text = response.content.decode()
    subjects = re.findall(r"^<([^>]+)> a (\S+)", text, re.MULTILINE)
    assert len(subjects) == len(set(subjects)) == 1 + 1 + 1 + 3 * len(downloads.LISTS)
    assert subjects[0] == (f"{SITE}/catalog", "dcat:Catalog")
    assert (PUBLISHER.url, "foaf:Agent") in subjects
    assert text.count(f"dct:license <{LICENCE.url}>") == 2 + 3 * len(downloads.LISTS)
    assert text.count("[ a vcard:Organization") == 2 + len(downloads.LISTS)
    assert text.count(" .\n") == len(subjects) + 5
    assert re.search(r'dct:modified "\d{4}-\d\d-\d\d"\^\^xsd:date', text)


def test_who_has_the_description_already_gets_304(client):
    first = client.get("/catalog.ttl")
    assert client.get("/catalog.ttl", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert client.get("/catalog.jsonld", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200
