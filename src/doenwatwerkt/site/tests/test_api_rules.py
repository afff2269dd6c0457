"""The API design rules of the Dutch government (NLGov), each rule a test. Their names stand in each test."""

import re

import pytest
from django.urls import get_resolver

from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.site import describing

V1 = "/api/v1"
pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(tmp_path):
    make.stocked(make.three(tmp_path))


@pytest.fixture
def document(client):
    return client.get(f"{V1}/openapi.json").json()


GOOD = ["", "/openapi.json", "/praktijken", "/praktijken/werkproef", "/zoeken?zoek=werkproef", "/themas/taal"]
BAD = {
    "/praktijken?kleur=rood": 400,
    "/zoeken": 400,
    "/praktijken/geen": 404,
    "/verzonnen": 404,
    "/praktijken/": 404,
    "/%0A": 404,
}


def test_naming_resources_and_collections_are_dutch_plural_nouns(document):
    assert {path.split("/")[1] for path in document["paths"]} == {
        "zoeken", "praktijken", "antwoorden", "materialen", "organisaties", "themas", "regios", "toezeggingen",
    }  # fmt: skip


def test_doc_language_and_interface_language_every_key_field_and_way_is_told_in_dutch(document):
    ways = [item["get"] for item in document["paths"].values()]
    assert all(len(way["description"]) > 20 and way["summary"] for way in ways)
    assert all(key.get("description") for way in ways for key in way["parameters"] if key["in"] == "query")
    fields = [field for shape in document["components"]["schemas"].values() for field in shape["properties"].values()]
    assert all(field.get("description") for field in fields)
    english = re.compile(r"\b(the|and|with|name|page|results|summary|url of)\b")
    assert [field["description"] for field in fields if english.search(field["description"])] == []


def test_no_trailing_slash_is_a_404_and_no_redirect(client, shelf, document):
    for path in document["paths"]:
        response = client.get(f"{V1}{path.replace('{', '').replace('}', '')}/")
        assert (response.status_code, response.headers["Content-Type"]) == (404, "application/problem+json"), path
    assert "schuine streep" in client.get(f"{V1}/praktijken/").json()["detail"]
    assert not any(path.endswith("/") for path in document["paths"])


def test_path_segments_kebab_case(document):
    segments = [part for path in document["paths"] for part in path.strip("/").split("/")]
    assert [part for part in segments if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*|\{[a-z]+\}", part)] == []


def test_query_keys_camel_case(document):
    keys = {key["name"] for item in document["paths"].values() for key in item["get"]["parameters"]}
    assert [key for key in keys if not re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", key)] == []
    assert "perPagina" in keys


def test_fields_are_camel_case_too(document):
    fields = {name for shape in document["components"]["schemas"].values() for name in shape["properties"]}
    assert [name for name in fields if not re.fullmatch(r"[a-z]+([A-Z][a-z]*)*", name)] == []


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("address", ["/praktijken", "/praktijken/werkproef", "/openapi.json"])
def test_http_methods_reading_is_all(client, shelf, method, address):
    response = getattr(client, method)(V1 + address)
    assert (response.status_code, response.json()["title"]) == (405, "U kunt hier alleen lezen")
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("address", GOOD)
def test_http_safety_a_head_says_what_a_get_would_without_the_body(client, shelf, address):
    head, get = client.head(V1 + address), client.get(V1 + address)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == get.headers["ETag"]


def test_publish_openapi_is_for_everybody_in_version_3_1(client, document):
    response = client.get(f"{V1}/openapi.json", headers={"Origin": "https://example.org"})
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert (document["openapi"], response.headers["Content-Type"]) == ("3.1.0", "application/json")


def test_doc_openapi_contact_leads_to_us(client, document, settings):
    assert document["info"]["contact"] == {"name": "Doen Wat Werkt", "url": f"{settings.SITE_URL}/over/#vragen"}
    assert client.get("/over/").status_code == 200


def test_uri_version_and_semver(client, document):
    assert [server["url"].rpartition("/")[2] for server in document["servers"]] == ["v1"]
    assert re.fullmatch(r"1\.\d+\.\d+", document["info"]["version"])


@pytest.mark.parametrize(("address", "status"), [*[(address, 200) for address in GOOD], *BAD.items()])
def test_version_header_cors_and_security_headers_on_every_answer(client, shelf, address, status):
    response = client.get(V1 + address)
    said = response.headers
    assert response.status_code == status
    assert (said["API-Version"], said["Access-Control-Allow-Origin"], said["X-Content-Type-Options"]) == (
        "1.1.0",
        "*",
        "nosniff",
    )
    assert (said["Content-Security-Policy"], said["X-Frame-Options"]) == (
        "default-src 'none'; frame-ancestors 'none'",
        "DENY",
    )
    assert said["Cache-Control"] == ("no-cache" if status == 200 else "no-store")
    assert not response.cookies


@pytest.mark.parametrize(("address", "status"), BAD.items())
def test_problem_details_say_status_title_and_detail_and_nothing_else(client, shelf, address, status):
    response = client.get(V1 + address)
    assert response.headers["Content-Type"] == "application/problem+json"
    told = response.json()
    assert set(told) == {"status", "title", "detail"}
    assert told["status"] == status
    assert told["detail"].endswith((".", "is."))


def test_problem_details_are_in_the_document_for_every_way(document):
    for path, item in document["paths"].items():
        wanted = {"400", "405", "429", "500"} | ({"404"} if "{" in path else set())
        assert wanted < set(item["get"]["responses"]), path
    assert set(document["components"]["schemas"]["Probleem"]["properties"]) <= {
        "status",
        "title",
        "detail",
        "type",
        "instance",
    }


def test_transport_cors_a_browser_may_ask_first_whether_it_may_send_an_etag(client, db):
    response = client.options(
        f"{V1}/praktijken", headers={"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}
    )
    assert (response.status_code, response.headers["Access-Control-Allow-Origin"]) == (204, "*")
    assert "If-None-Match" in response.headers["Access-Control-Allow-Headers"]


def test_no_sensitive_uris_the_document_warns_where_people_type_freely(document):
    [key] = [one for one in document["paths"]["/zoeken"]["get"]["parameters"] if one["name"] == "zoek"]
    assert "geen persoonsgegevens" in key["description"]


def test_there_is_no_address_of_the_api_that_asks_for_a_login(client):
    routes = [
        (path, pattern)
        for path, name, pattern in describing.routes(get_resolver().url_patterns)
        if path.startswith("/api/")
    ]
    assert len(routes) > 15
    assert [path for path, pattern in routes if getattr(pattern.callback, "login_required", True)] == []
