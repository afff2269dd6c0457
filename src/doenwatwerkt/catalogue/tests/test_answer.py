"""The page of one answer: the short answer first, then why, when not and where to go."""

import pytest

from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.search import queries as index
from doenwatwerkt.ui.tests.reading import read, words

URL = "/antwoorden/taaleis/"


def test_an_employer_reads_the_short_answer_why_when_not_and_where_to_go(client, db, tmp_path):
    make.answer(make.shelf(tmp_path), wanneer_niet="Niet bij schoonmaak.", maandag="Schrap de zin uit uw vacature.")
    make.load(tmp_path)
    page = read(client.get(URL))
    assert page.h1 == "Mag ik Nederlands eisen?"
    assert [words(short) for short in page.all("div", "short")] == ["Ja, als dat echt nodig is."]
    assert page.said("maandag") == "Schrap de zin uit uw vacature."
    assert page.said("waarom") == "Een taaleis kan mensen uitsluiten."
    assert page.said("wanneer-niet") == "Niet bij schoonmaak."
    assert (
        page.said("waarheen") == "College voor de Rechten van de Mens Voor een oordeel Naar de pagina (andere website)"
    )
    assert page.said("bronnen") == "Taaleisen (andere website)"
    assert page.notices() == []


def test_what_an_answer_leaves_out_is_no_empty_heading(client, db, tmp_path):
    make.answer(make.shelf(tmp_path), waarom=None, waarheen=[])
    make.load(tmp_path)
    page = read(client.get(URL))
    assert [page.section(part) for part in ("waarom", "wanneer-niet", "waarheen", "wet", "aanpakken", "maandag")] == [
        None
    ] * 6


def test_an_unsure_answer_says_with_whom_to_check_it(client, db, tmp_path):
    make.answer(make.shelf(tmp_path), zekerheid="nakijken", nakijken_bij="college")
    make.load(tmp_path)
    [notice] = read(client.get(URL)).all("div", "notice")
    assert words(notice) == (
        "Dit is nog niet zeker Laat dit nakijken bij College voor de Rechten van de Mens voordat u erop vertrouwt."
    )
    assert read(client.get("/antwoorden/")).texts("p", "pills") == ["Laat dit nakijken"]


def test_an_answer_that_leans_on_a_rejected_rule_is_not_recommended_and_found_lower(client, db, tmp_path):
    make.answer(make.shelf(tmp_path), "oud", leunt_op=["wet-toezicht"])
    make.answer(tmp_path, "nieuw", leunt_op=["awgb"])
    make.load(tmp_path)
    assert read(client.get("/antwoorden/oud/")).notices() == ["Wij raden dit nu niet aan"]
    assert read(client.get("/antwoorden/nieuw/")).notices() == []
    assert [hit.url for hit in index.find("Mag ik Nederlands eisen?").hits] == [
        "/antwoorden/nieuw/",
        "/antwoorden/oud/",
    ]
    [warned] = read(client.get("/antwoorden/")).texts("p", "small")
    assert warned == "Steunt op een regel die niet (meer) geldt. Wij raden dit nu niet aan."


def test_a_practice_is_one_click_away_and_what_is_not_recommended_is_left_out(client, db, tmp_path):
    make.answer(make.three(tmp_path), praktijken=["werkproef", "verouderd"])
    make.practice(tmp_path, "verouderd", leunt_op=["wet-toezicht"])
    make.load(tmp_path)
    page = read(client.get(URL))
    assert page.links(page.section("aanpakken")) == [("Laat mensen een werkproef doen", "/praktijken/werkproef/")]
    assert [url for _, url in page.links(page.section("verder"))][0] == "/praktijken/werkproef/"


def test_markup_in_a_file_cannot_become_a_script(client, db, tmp_path):
    make.answer(make.shelf(tmp_path), kort="<script>alert(1)</script> en [klik](javascript:alert(1))")
    make.load(tmp_path)
    short = read(client.get(URL)).all("div", "short")[0]
    assert [one.tag for one in short.iter()] == ["div", "p"]


def test_a_retired_answer_sends_its_readers_on(client, db, tmp_path):
    make.answer(make.three(tmp_path), "taaleis-nieuw")
    make.load(tmp_path)
    Card.objects.filter(slug="taaleis").update(state="retired", successor=make.card("taaleis-nieuw"))
    response = client.get(URL)
    assert (response.status_code, response.headers["Location"]) == (301, "/antwoorden/taaleis-nieuw/")


def test_an_answer_that_does_not_exist_is_not_there(client, db):
    assert client.get(URL).status_code == 404


def test_a_reader_gets_no_cookie_and_few_queries(client, db, tmp_path, django_assert_max_num_queries):
    make.stocked(make.three(tmp_path))
    with django_assert_max_num_queries(8) as one:
        assert not client.get(URL).cookies
    for number in (2, 3):
        make.practice(tmp_path, f"proef-{number}")
        make.material(tmp_path, f"check-{number}")
    make.answer(
        tmp_path, praktijken=["werkproef", "proef-2", "proef-3"], materialen=["check-2", "check-3"],
        waarheen=make.ANSWER["waarheen"] * 3, gaat_over=["awgb", "wet-toezicht"],
    )  # fmt: skip
    make.load(tmp_path)
    with django_assert_max_num_queries(8) as three:
        client.get(URL)
    assert len(three) == len(one)


@pytest.mark.parametrize("url", ["/antwoorden/taaleis", "/antwoorden/TAALEIS/", "/antwoorden/%00/"])
def test_a_sloppy_address_is_never_an_error(client, db, tmp_path, url):
    make.stocked(make.three(tmp_path))
    assert client.get(url).status_code == (301 if url.endswith("taaleis") else 404)
