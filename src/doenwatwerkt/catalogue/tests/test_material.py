"""The page of one material: whose, what it costs, and that only an action has evidence."""

import pytest

from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.search import queries as index
from doenwatwerkt.ui.tests.reading import read

URL = "/materialen/vacaturecheck/"


def shown(client, folder, **says):
    make.material(make.shelf(folder), **says)
    make.stocked(folder)
    return read(client.get(URL))


def test_an_employer_reads_whose_it_is_and_what_it_costs(client, db, tmp_path):
    page = shown(client, tmp_path, tijd="een uur", taalniveau="B1", jaar=2024)
    assert page.h1 == "Vacaturecheck"
    assert page.pairs() == {
        "Van wie": "College voor de Rechten van de Mens", "Kosten": "Gratis", "Tijd": "Een uur",
        "Bewijs": "Effect nog onbekend", "Taalniveau": "B1", "Toegankelijkheid": "Nog onbekend",
        "Licentie": "Nog onbekend", "Jaar": "2024",
    }  # fmt: skip
    assert page.texts("p", "kind") == ["Hulpmiddel · Hulpmiddel"]
    assert page.links()[2] == ("Open dit hulpmiddel", "https://example.org/check")


def test_a_material_has_quality_and_only_an_action_has_evidence(client, db, tmp_path):
    page = shown(client, tmp_path, bewijs="getest-positief", bewijs_uitleg="Eén kleine proef.")
    assert page.said("bewijs") == (
        "Getest, helpt. Eén kleine proef. Een hulpmiddel heeft kwaliteit. Alleen een aanpak heeft bewijs. "
        "Kijk dus vooral of de aanpak werkt waar dit hulpmiddel bij hoort."
    )


def test_a_commercial_offer_is_labelled_on_its_page_and_in_the_list(client, db, tmp_path):
    page = shown(client, tmp_path, commercieel=True, kosten="betaald")
    assert page.texts("p", "kind") == ["Hulpmiddel · Hulpmiddel Commercieel aanbod"]
    assert read(client.get("/materialen/")).texts("span", "pill") == [
        "Betaald",
        "Effect nog onbekend",
        "Commercieel aanbod",
    ]


def test_what_is_for_members_says_for_whose_and_how_to_get_it(client, db, tmp_path):
    page = shown(client, tmp_path, alleen_leden="ser-dib", kosten="leden", hoe_te_krijgen="Vraag het aan uw adviseur.")
    assert page.said("gebruiken").startswith(
        "Dit hulpmiddel is voor leden van SER Diversiteit in Bedrijf. Vraag het aan uw adviseur."
    )


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ({}, "Naar de pagina van dit hulpmiddel (andere website)"),
        ({"url": None}, "Hoe u eraan komt, is nog onbekend. Vraag het aan College voor de Rechten van de Mens."),
    ],
)
def test_how_to_get_it_is_told_or_called_unknown(client, db, tmp_path, says, told):
    assert shown(client, tmp_path, **says).said("gebruiken").startswith(told)


@pytest.mark.parametrize(
    ("status", "notices"),
    [("beschikbaar", []), ("aangekondigd", ["Aangekondigd"]), ("niet-meer-bijgewerkt", ["Niet meer bijgewerkt"])],
)
def test_what_you_may_not_have_yet_or_any_more_says_so(client, db, tmp_path, status, notices):
    assert shown(client, tmp_path, status=status).notices() == notices


def test_a_material_that_leans_on_a_rejected_rule_is_not_recommended_and_found_lower(client, db, tmp_path):
    make.material(make.shelf(tmp_path), "nieuw")
    assert shown(client, tmp_path, leunt_op=["wet-toezicht"]).notices() == ["Wij raden dit hulpmiddel nu niet aan"]
    assert [hit.url for hit in index.find("vacaturecheck").hits] == ["/materialen/nieuw/", URL]


def test_it_leads_to_the_practice_it_belongs_to(client, db, tmp_path):
    make.stocked(make.three(tmp_path))
    page = read(client.get(URL))
    assert page.links(page.section("aanpakken")) == [("Laat mensen een werkproef doen", "/praktijken/werkproef/")]


def test_a_retired_material_sends_its_readers_on(client, db, tmp_path):
    make.material(make.three(tmp_path), "nieuwe-check")
    make.load(tmp_path)
    Card.objects.filter(slug="vacaturecheck").update(state="retired", successor=make.card("nieuwe-check"))
    response = client.get(URL)
    assert (response.status_code, response.headers["Location"]) == (301, "/materialen/nieuwe-check/")


def test_a_material_that_does_not_exist_is_not_there(client, db):
    assert client.get(URL).status_code == 404


def test_a_reader_gets_no_cookie_and_few_queries(client, db, tmp_path, django_assert_max_num_queries):
    make.stocked(make.three(tmp_path))
    with django_assert_max_num_queries(8) as one:
        assert not client.get(URL).cookies
    make.practice(tmp_path, "proef-2")
    make.practice(tmp_path, "proef-3")
    make.material(tmp_path, praktijken=["werkproef", "proef-2", "proef-3"], gaat_over=["awgb", "wet-toezicht"])
    make.load(tmp_path)
    with django_assert_max_num_queries(8) as three:
        client.get(URL)
    assert len(three) == len(one)
