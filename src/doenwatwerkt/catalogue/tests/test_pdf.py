"""The PDF of a card, a comparison and a plan: what stands on the page stands on paper, for everybody, without a cookie."""

import pytest

from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.ui.tests.reading_pdf import Pdf

PDFS = {
    "practice_pdf": "/praktijken/werkproef.pdf",
    "answer_pdf": "/antwoorden/taaleis.pdf",
    "material_pdf": "/materialen/vacaturecheck.pdf",
}
TOGETHER = {"compare_pdf": "/menukaart/vergelijken.pdf", "plan_pdf": "/begin/plan.pdf"}
COMPARE, PLAN = TOGETHER.values()


def read(response):
    assert response.status_code == 200
    return Pdf(response.content)


@pytest.mark.parametrize("url", PDFS.values(), ids=PDFS)
def test_every_kind_of_card_has_a_pdf_that_names_its_page(client, db, tmp_path, url, django_assert_max_num_queries):
    make.stocked(make.three(tmp_path))
    with django_assert_max_num_queries(8):
        response = client.get(url)
    it = read(response)
    page = url.removesuffix(".pdf") + "/"
    assert it.said("H1") == [Card.objects.get(slug=page.split("/")[-2]).title]
    assert response.headers["Link"].endswith(f'{page}>; rel="canonical"')
    assert [to for to in it.links if to.endswith(page)] != []
    assert not response.cookies


def test_the_pdf_of_a_practice_tells_its_certainty_its_sum_and_its_sources(client, db, tmp_path):
    make.stocked(make.three(tmp_path))
    it = read(client.get(PDFS["practice_pdf"]))
    assert "Hoe zeker weten we dat? Zeker 4 van 5" in it.text and "Begint op 5" in it.text
    assert "De proef voorspelde het werk met 0,54." in it.text
    assert "https://example.org/schmidt" in it.links


@pytest.mark.parametrize("url", PDFS.values(), ids=PDFS)
def test_a_card_that_is_not_published_has_no_pdf(client, db, tmp_path, url):
    make.stocked(make.three(tmp_path))
    Card.objects.update(state="draft")
    assert client.get(url).status_code == 404


def test_the_pdf_of_a_retired_card_sends_people_on_to_its_successor(client, db, tmp_path):
    make.practice(make.three(tmp_path), "opvolger", titel="Opvolger")
    make.load(tmp_path)
    Card.objects.filter(slug="werkproef").update(state="retired", successor=make.card("opvolger"))
    response = client.get(PDFS["practice_pdf"])
    assert (response.status_code, response.headers["Location"]) == (301, "/praktijken/opvolger.pdf")


def test_compare_pdf_takes_three_practices_and_leaves_out_what_it_does_not_know(client, db, tmp_path):
    make.shelf(tmp_path)
    for slug in "abcd":
        make.practice(tmp_path, slug, titel=f"Aanpak {slug}")
    make.load(tmp_path)
    it = read(client.get(f"{COMPARE}?kaart=b&kaart=a&kaart=b&kaart=onzin"))
    assert it.said("TH") == ["Aanpak b", "Aanpak a"]
    many = read(client.get(f"{COMPARE}?" + "&".join(f"kaart={slug}" for slug in "abcd")))
    assert many.said("TH") == ["Aanpak a", "Aanpak b", "Aanpak c"]
    assert [to for to in many.links if to.endswith("/menukaart/vergelijken/?kaart=a&kaart=b&kaart=c")] != []


@pytest.mark.parametrize("url", [COMPARE, f"{COMPARE}?kaart=onzin", PLAN, f"{PLAN}?omvang=onzin"])
def test_a_comparison_or_plan_of_nothing_is_not_found(client, db, url):
    assert client.get(url).status_code == 404


def test_plan_pdf_tells_what_was_answered_why_these_and_how_to_begin(client, db, tmp_path):
    make.stocked(make.three(tmp_path))
    it = read(
        client.get(
            f"{PLAN}?omvang=10-49&fase=selecteren&probleem=selectie&tijd=3&al=mentoring-en-sponsoring&extra=%23onzin"
        )
    )
    assert it.said("H1") == ["Begin met één aanpak"]
    assert "Mensen in dienst 10 tot en met 49" in it.text and "Wat u al doet Wij hebben mentoren" in it.text
    assert "1. Laat mensen een werkproef doen Waarom deze: Het gaat over wat u noemde." in it.text
    assert "Zo begint u Bedenk een proef van een uur." in it.text
    assert "onzin" not in it.text
