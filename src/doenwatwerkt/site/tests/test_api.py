"""The API as a whole: a program finds its way, asks again for nothing, and is told what is wrong."""

from datetime import UTC, datetime

import pytest
from django.urls import resolve, reverse
from django.utils.timezone import localdate

from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.search import queries as index
from doenwatwerkt.site import loading
from doenwatwerkt.site.tests import make as shelves
from doenwatwerkt.ui.tests.reading import read

V1 = "/api/v1"
LATER = datetime(2027, 1, 5, 9, tzinfo=UTC)


@pytest.fixture
def shelf(db, tmp_path):
    make.stocked(make.three(tmp_path))
    return tmp_path


def test_who_opens_the_start_sees_every_list_and_each_of_them_opens(client, shelf, settings):
    told = client.get(V1).json()
    assert told == client.get(f"{V1}/").json()
    for name, address in told["lijsten"].items():
        query = "?zoek=proef" if name == "zoeken" else ""
        assert client.get(address.removeprefix(settings.SITE_URL) + query).status_code == 200, name
    assert client.get(told["openapi"].removeprefix(settings.SITE_URL)).json()["info"]["title"] == "Doen Wat Werkt"


def test_an_unknown_address_is_answered_in_the_language_of_programs(client, db):
    for address in (f"{V1}/verzonnen", "/api/v2", "/api/v2/praktijken", f"{V1}/praktijken/werkproef/extra", "/api/%FF"):
        assert client.get(address).json()["title"] == "Niet gevonden"
        assert resolve(address.replace("%", "")).view_name == "api:unknown"


def test_search_finds_cards_and_says_how_well(client, shelf):
    told = client.get(f"{V1}/zoeken?zoek=werkproef&soort=praktijk").json()
    assert (told["raak"], told["totaal"], told["bedoeldeU"]) == (True, 1, None)
    [hit] = told["resultaten"]
    assert (hit["soort"], hit["titel"], hit["zekerheid"]) == ("praktijk", "Laat mensen een werkproef doen", 4)
    assert told["aantallen"]["fase"] == {"selecteren": 1}
    assert client.get(f"{V1}/zoeken?zoek=kwantummechanica").json()["raak"] is False
    assert client.get(f"{V1}/zoeken?zoek=%00").json()["resultaten"] == []
    assert client.get(f"{V1}/zoeken?zoek=").json()["detail"] == "De sleutel 'zoek' mag niet leeg zijn."


def test_search_keeps_nothing_of_a_question(client, shelf):
    client.get(f"{V1}/zoeken?zoek=kwantummechanica")
    assert index.misses(since=localdate(), at_least=1) == []


def test_a_list_leads_from_page_to_page_with_the_same_filters(client, shelf, settings):
    for number in range(4):
        make.practice(shelf, f"proef-{number}", fasen=["werven"])
    make.load(shelf)
    address, seen = f"{V1}/praktijken?fase=werven&perPagina=3", []
    while address:
        response = client.get(address)
        told = response.json()
        seen += [one["slug"] for one in told["resultaten"]]
        links = told["links"]
        address = (links["volgende"] or "").removeprefix(settings.SITE_URL)
    assert (sorted(seen), told["totaal"]) == ([f"proef-{number}" for number in range(4)], 4)
    assert (links["eerste"][-9:], links["vorige"][-9:], links["laatste"][-9:]) == (
        "&pagina=1",
        "&pagina=1",
        "&pagina=2",
    )
    told = [("eerste", "first"), ("vorige", "prev"), ("laatste", "last")]
    assert response.headers["Link"] == ", ".join(f'<{links[name]}>; rel="{word}"' for name, word in told)


def test_a_page_beyond_the_end_is_empty_and_leads_back(client, shelf):
    told = client.get(f"{V1}/praktijken?pagina=9999").json()
    assert (told["resultaten"], told["totaal"], told["links"]["volgende"]) == ([], 1, None)
    assert told["links"]["vorige"].endswith("pagina=1")


def test_more_than_we_count_is_said_so(client, shelf, monkeypatch):
    make.practice(shelf, "nog-een")
    make.load(shelf)
    monkeypatch.setattr("doenwatwerkt.ui.api.BOUND", 1)
    told = client.get(f"{V1}/praktijken?perPagina=1").json()
    assert (told["totaal"], told["meer"], told["links"]["laatste"]) == (1, True, None)
    assert told["links"]["volgende"].endswith("pagina=2")


ADDRESSES = [
    f"{V1}/praktijken",
    f"{V1}/praktijken/werkproef",
    f"{V1}/zoeken?zoek=proef",
    f"{V1}/openapi.json",
    "/data/praktijken.csv",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_program_that_asks_again_and_again_costs_one_look_up_each_time(
    client, shelf, django_assert_num_queries, address
):
    tag = client.get(address).headers["ETag"]
    for sent in (tag, f"W/{tag}", f'"iets-anders", {tag}'):
        with django_assert_num_queries(1):
            response = client.get(address, headers={"If-None-Match": sent})
        assert (response.status_code, response.content, response.headers["ETag"]) == (304, b"", tag)


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_only_knows_the_hour_is_told_too(client, shelf, address):
    seen = client.get(address).headers["Last-Modified"]
    assert client.get(address, headers={"If-Modified-Since": seen}).status_code == 304
    assert client.get(address, headers={"If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT"}).status_code == 200


def test_a_tag_is_of_one_address_and_says_nothing_about_another(client, shelf):
    tag = client.get(f"{V1}/praktijken").headers["ETag"]
    assert client.get(f"{V1}/antwoorden", headers={"If-None-Match": tag}).status_code == 200
    assert client.get(f"{V1}/praktijken/verzonnen", headers={"If-None-Match": tag}).status_code == 404
    assert client.get(f"{V1}/praktijken/verzonnen", headers={"If-None-Match": "*"}).status_code == 404
    assert client.get(f"{V1}/praktijken", headers={"If-None-Match": "*"}).status_code == 304


def test_a_changed_card_is_a_new_edition(client, shelf):
    before = client.get(f"{V1}/praktijken")
    make.practice(shelf, titel="Laat mensen meelopen")
    make.load(shelf, at=LATER)
    after = client.get(f"{V1}/praktijken", headers={"If-None-Match": before.headers["ETag"]})
    assert (after.status_code, after.json()["resultaten"][0]["titel"]) == (200, "Laat mensen meelopen")
    assert after.headers["Last-Modified"] == "Tue, 05 Jan 2027 09:00:00 GMT"


def test_at_midnight_a_verdict_may_lapse_so_yesterdays_copy_is_old(client, shelf, monkeypatch):
    tag = client.get(f"{V1}/praktijken").headers["ETag"]
    monkeypatch.setattr("doenwatwerkt.site.api.now", lambda: LATER)
    response = client.get(f"{V1}/praktijken", headers={"If-None-Match": tag})
    assert (response.status_code, response.headers["Last-Modified"]) == (200, "Mon, 04 Jan 2027 23:00:00 GMT")


def test_a_source_or_rule_that_changed_silently_is_a_new_edition_too(client, db, tmp_path):
    loading.load(at=shelves.AT, cards_from=shelves.three(tmp_path))
    first = client.get(f"{V1}/praktijken").headers["ETag"]
    loading.load(at=LATER, cards_from=tmp_path)
    assert client.get(f"{V1}/praktijken").headers["ETag"] == first
    make.write(tmp_path / "bronnen.yaml", [make.SOURCES[0] | {"titel": "Betere titel"}, make.SOURCES[1]])
    loading.load(at=LATER, cards_from=tmp_path)
    response = client.get(f"{V1}/praktijken", headers={"If-None-Match": first})
    assert response.json()["resultaten"][0]["bronnen"][0]["titel"] == "Betere titel"


def test_an_answer_by_meaning_is_never_a_copy_of_yesterday(client, shelf, settings):
    settings.SEMANTIC = True
    first = client.get(f"{V1}/zoeken?zoek=proef")
    assert (first.status_code, "ETag" in first.headers, "Last-Modified" in first.headers) == (200, False, False)
    kept = {"If-None-Match": "*", "If-Modified-Since": "Tue, 05 Jan 2038 09:00:00 GMT"}
    assert client.get(f"{V1}/zoeken?zoek=proef", headers=kept).content == first.content
    assert client.get(f"{V1}/praktijken").headers["ETag"]


def test_without_anything_in_the_journal_there_is_an_edition(client, db):
    assert client.get(f"{V1}/praktijken").headers["ETag"]


def test_who_wants_the_thing_unchanged_and_it_changed_is_told(client, shelf):
    response = client.get(f"{V1}/praktijken", headers={"If-Match": '"ander"'})
    assert (response.status_code, response.json()["title"]) == (412, "Er is intussen iets veranderd")


def test_who_asks_too_much_is_told_how_long_to_wait(client, db, monkeypatch):
    answers = [client.get(f"{V1}/regios") for _ in range(301)]
    assert [response.status_code for response in answers[-2:]] == [200, 429]
    late = answers[-1]
    assert (late.headers["Retry-After"], late.headers["API-Version"], late.json()["status"]) == ("60", "1.1.0", 429)
    assert client.get("/regios/").status_code == 200


def test_what_breaks_is_told_with_a_number_that_the_log_repeats(client, shelf, monkeypatch, caplog):
    monkeypatch.setattr("doenwatwerkt.catalogue.api.rows.page", lambda *a, **k: 1 / 0)
    response = client.get(f"{V1}/praktijken")
    assert (response.status_code, response.headers["Content-Type"]) == (500, "application/problem+json")
    [said] = [record for record in caplog.records if record.name == "doenwatwerkt.site.api"]
    assert said.getMessage().split()[2] in response.json()["detail"]
    assert said.exc_info[0] is ZeroDivisionError


def test_a_broken_journal_is_told_like_any_other_trouble(client, db, monkeypatch, caplog):
    monkeypatch.setattr("doenwatwerkt.site.editions.journal.newest", lambda: 1 / 0)
    assert client.get(f"{V1}/praktijken").json()["status"] == 500


def test_a_thousand_keys_are_refused_and_not_counted(client, db, caplog):
    response = client.get(f"{V1}/praktijken?" + "&".join(f"a{n}=1" for n in range(1001)))
    assert (response.status_code, response.json()["detail"]) == (400, "De vraag is te groot of onleesbaar.")


def test_api_docs_tell_every_way_and_every_shape_and_every_link_in_it_leads_somewhere(client, db):
    page = read(client.get(reverse("site:api_docs")))
    document = client.get(f"{V1}/openapi.json").json()
    assert [text.removeprefix("GET ") for text in page.texts("code") if text.startswith("GET ")] == list(
        document["paths"]
    )
    ids = {one.get("id") for one in page.root.iter()}
    assert set(document["components"]["schemas"]) <= ids
    assert [link for _, link in page.links() if link.startswith("#") and link[1:] not in ids] == []


@pytest.mark.parametrize("address", ["/data/geheimen.csv", "/data/praktijken.xlsx", "/data/praktijken"])
def test_a_list_that_we_do_not_have_cannot_be_downloaded(client, db, address):
    assert client.get(address, follow=True).status_code == 404


def test_a_download_reads_in_batches_and_leaves_nothing_out(client, shelf, monkeypatch):
    monkeypatch.setattr("doenwatwerkt.ui.api.BATCH", 1)
    make.practice(shelf, "nog-een", titel="Aanpak twee")
    make.load(shelf)
    response = client.get("/data/praktijken.csv")
    assert [line.split(",")[0] for line in response.getvalue().decode().splitlines()] == [
        "slug",
        "nog-een",
        "werkproef",
    ]


def test_who_downloads_all_day_is_slowed_down(client, shelf):
    assert [client.get("/data/themas.csv").status_code for _ in range(31)][-2:] == [200, 429]
