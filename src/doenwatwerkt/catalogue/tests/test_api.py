"""A program reads the cards: practices, answers, materials and themes, whole or filtered."""

import csv
import io

import pytest

from doenwatwerkt.catalogue.models import Card, Source, Verdict
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.ui.tests.reading import read

V1 = "/api/v1"


@pytest.fixture
def shelf(db, tmp_path):
    """A practice, an answer and a material that hang together, and a practice that backfires."""
    make.practice(
        make.three(tmp_path), "diversiteitstraining", titel="Verplicht iedereen tot een training", fasen=["behoud"], themas=["training"],
        richting="negatief", advies="vermijden", kosten=3, moeite=3, omvang=["groot"],
        oordeel=make.PRACTICE["oordeel"] | {"start": 3, "aftrek": []}, samenvatting="Stuur iedereen een dag naar een cursus.",
        maandag=None, stappen=["Boek een zaal."], effect="Mensen werden er boos van.",
    )  # fmt: skip
    make.stocked(tmp_path)


def titles(client, address):
    response = client.get(V1 + address)
    assert response.status_code == 200, response.json()
    return [one["titel"] for one in response.json()["resultaten"]]


WORK, TRAINING = "Laat mensen een werkproef doen", "Verplicht iedereen tot een training"


def test_practices_come_with_their_verdict_its_sum_and_its_sources(client, shelf):
    told = client.get(V1 + "/praktijken?fase=selecteren").json()
    assert {key: told[key] for key in ("pagina", "perPagina", "totaal", "meer")} == {
        "pagina": 1, "perPagina": 20, "totaal": 1, "meer": False,
    }  # fmt: skip
    [one] = told["resultaten"]
    assert one["adres"].endswith("/api/v1/praktijken/werkproef")
    assert one["webadres"].endswith("/praktijken/werkproef/")
    verdict = one["oordeel"]
    assert (verdict["zekerheid"], verdict["startscore"], verdict["aftrek"], verdict["verlopen"]) == (4, 5, ["T"], False)
    assert verdict["berekening"].startswith("Begint op 5: ")
    assert verdict["gegevenOp"] == one["nagekekenOp"] == make.CHECKED.isoformat()
    assert [source["titel"] for source in one["bronnen"]] == ["Selection methods"]
    assert (verdict["belangen"], verdict["aftrekRedenen"]) == (None, [])
    assert {one["bronnen"][0][name] for name in ("doi", "maryland", "onderzochtBij", "verbetering")} == {None}
    assert (one["richting"], one["grootte"], one["kosten"], one["omvang"]) == (
        "positief",
        "middel",
        1,
        ["klein", "midden", "groot"],
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [WORK, TRAINING]), ("?fase=behoud", [TRAINING]), ("?fase=behoud&fase=selecteren", [WORK, TRAINING]),
        ("?omvang=klein", [WORK]), ("?thema=training", [TRAINING]), ("?richting=negatief", [TRAINING]),
        ("?zekerheid=4&zekerheid=5", [WORK]), ("?kosten=3", [TRAINING]), ("?moeite=2", [WORK]), ("?advies=vermijden", [TRAINING]),
        ("?fase=behoud&advies=doen", []), ("?doelgroep=student", []), ("?zoek=werkproef", [WORK]),
        ("?zoek=werkproef&fase=behoud", []), ("?zoek=kwantummechanica", []), ("?zoek=%00", [WORK, TRAINING]),
        ("?perPagina=1&pagina=2", [TRAINING]), ("?perPagina=1&pagina=3", []), ("?zoek=werkproef&pagina=2", []),
    ],
)  # fmt: skip
def test_practices_can_be_narrowed(client, shelf, query, expected):
    assert titles(client, f"/praktijken{query}") == expected


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?fase=slapen", "De sleutel 'fase' kent deze waarde niet; kies uit 'beleid', "),
        ("?pagina=0", "De sleutel 'pagina' moet minstens 1 zijn."),
        ("?perPagina=101", "De sleutel 'perPagina' mag hoogstens 100 zijn."),
        ("?pagina=een", "De sleutel 'pagina' moet een heel getal zijn."),
        ("?pagina=" + "9" * 5000, "De sleutel 'pagina' moet een heel getal zijn."),
        ("?pagina=1&pagina=2", "De sleutel 'pagina' mag maar één keer."),
        ("?kleur=rood", "De sleutel 'kleur' bestaat hier niet. Wel: advies, "),
        ("?zoek=" + "x" * 501, "De sleutel 'zoek' mag hoogstens 500 tekens lang zijn."),
        ("?kosten=4", "De sleutel 'kosten' kent deze waarde niet; kies uit 1, 2 of 3."),
    ],
)  # fmt: skip
def test_who_asks_for_what_cannot_be_is_told_which_key_is_wrong(client, shelf, query, words):
    response = client.get(f"{V1}/praktijken{query}")
    told = response.json()
    assert (response.status_code, told["title"], told["detail"][: len(words)]) == (400, "Deze vraag klopt niet", words)


def test_a_practice_is_told_whole(client, shelf):
    one = client.get(f"{V1}/praktijken/werkproef").json()
    assert (one["titelEngels"], one["stappen"]) == ("Work sample", ["Kies een taak.", "Geef punten."])
    assert [(ref["soort"], ref["adres"].partition("/api/v1")[2]) for ref in one["verwant"]] == [
        ("antwoord", "/antwoorden/taaleis"), ("materiaal", "/materialen/vacaturecheck"),
    ]  # fmt: skip
    assert set(client.get(f"{V1}/praktijken").json()["resultaten"][0]) < set(one)


def test_a_practice_that_nobody_judged_has_no_verdict_and_no_size(client, shelf):
    practice = make.card("werkproef").practice
    practice.verdict = None
    practice.save()
    one = client.get(f"{V1}/praktijken/werkproef").json()
    assert (one["oordeel"], one["grootte"]) == (None, None)


def test_answers_are_questions_with_a_short_answer(client, shelf):
    assert titles(client, "/antwoorden?thema=taal") == ["Mag ik Nederlands eisen?"]
    one = client.get(f"{V1}/antwoorden/taaleis").json()
    assert (one["samenvatting"], one["zeker"], one["nakijkenBij"]) == ("Ja, als dat echt nodig is.", True, None)
    assert one["kortHtml"] == "<p>Ja, als dat <strong>echt</strong> nodig is.</p>"
    assert one["verderBij"][0]["organisatie"] == {"slug": "college", "naam": "College voor de Rechten van de Mens"}
    [law] = one["rechtsfeiten"]
    assert (law["slug"], law["status"], law["steuntErop"]) == ("awgb", "geldend", False)


def test_an_answer_that_is_not_sure_says_who_to_ask(client, db, tmp_path):
    make.answer(make.three(tmp_path), zekerheid="nakijken", nakijken_bij="ser-dib")
    make.load(tmp_path)
    one = client.get(f"{V1}/antwoorden/taaleis").json()
    assert (one["zeker"], one["nakijkenBij"]["slug"]) == (False, "ser-dib")


@pytest.mark.parametrize(
    ("query", "number"),
    [("?soort=tool", 1), ("?soort=spel", 0), ("?prijs=gratis", 1), ("?bewijs=onbekend", 1), ("?beschikbaarheid=aangekondigd", 0),
     ("?eigenaar=college", 1), ("?eigenaar=niemand", 0), ("?eigenaar=%00", 0), ("?zoek=vacature", 1)],
)  # fmt: skip
def test_materials_can_be_narrowed(client, shelf, query, number):
    assert len(titles(client, f"/materialen{query}")) == number


def test_a_material_says_whose_it_is_and_what_it_costs(client, shelf):
    one = client.get(f"{V1}/materialen/vacaturecheck").json()
    assert (one["eigenaar"]["slug"], one["prijs"], one["url"], one["alleenVoorLedenVan"]) == (
        "college", "gratis", "https://example.org/check", None,
    )  # fmt: skip


def test_themes_say_how_many_cards_they_have(client, shelf):
    told = client.get(f"{V1}/themas?perPagina=100").json()
    counts = {one["slug"]: one["aantalKaarten"] for one in told["resultaten"] if one["aantalKaarten"]}
    assert (told["totaal"], counts) == (28, {"vacature": 1, "selectie": 1, "taal": 1, "training": 1})
    theme = client.get(f"{V1}/themas/selectie").json()
    assert (theme["naam"], theme["aantalKaarten"]) == ("Eerlijk kiezen", 1)
    assert client.get(f"{V1}/themas/koken").status_code == 404


@pytest.mark.parametrize(
    "address", ["/praktijken/taaleis", "/praktijken/verzonnen", "/antwoorden/verzonnen", "/materialen/verzonnen"]
)
def test_a_card_of_another_kind_or_no_card_at_all_is_not_there(client, shelf, address):
    response = client.get(V1 + address)
    assert (response.status_code, response.json()["title"]) == (404, "Niet gevonden")


@pytest.mark.parametrize(
    ("street", "slug"), [("praktijken", "werkproef"), ("antwoorden", "taaleis"), ("materialen", "vacaturecheck")]
)
def test_a_retired_card_sends_a_program_on_and_leaves_the_list(client, shelf, street, slug):
    successor = make.card("diversiteitstraining")
    Card.objects.filter(slug=slug).update(state="retired", successor=successor)
    response = client.get(f"{V1}/{street}/{slug}")
    assert (response.status_code, response.headers["Location"]) == (301, successor_address(client, successor))
    assert slug not in [one["slug"] for one in client.get(f"{V1}/{street}").json()["resultaten"]]


def successor_address(client, card):
    return client.get(f"{V1}/praktijken/{card.slug}").json()["adres"]


def test_a_draft_is_nobodys_business(client, shelf):
    Card.objects.filter(slug="werkproef").update(state="draft")
    assert client.get(f"{V1}/praktijken/werkproef").status_code == 404
    assert titles(client, "/praktijken") == titles(client, "/praktijken?zoek=verplichte+training") == [TRAINING]


@pytest.mark.parametrize(
    "address", ["/praktijken", "/antwoorden", "/materialen?soort=tool", "/praktijken?zoek=werkproef&fase=selecteren"]
)
def test_a_list_asks_as_many_queries_for_three_cards_as_for_one(
    client, db, tmp_path, django_assert_max_num_queries, address
):
    make.stocked(make.three(tmp_path))
    asked = []
    for round in range(2):
        with django_assert_max_num_queries(8) as queries:
            assert client.get(V1 + address).status_code == 200
        asked.append(len(queries))
        for number in range(2):
            make.practice(tmp_path, f"proef-{round}{number}")
            make.answer(tmp_path, f"eis-{round}{number}")
            make.material(tmp_path, f"check-{round}{number}")
        make.load(tmp_path)
    assert asked[0] == asked[1]


@pytest.mark.parametrize("address", ["/praktijken/werkproef", "/antwoorden/taaleis", "/materialen/vacaturecheck"])
def test_one_card_asks_few_queries(client, shelf, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(8):
        assert client.get(V1 + address).status_code == 200


def test_what_is_told_of_a_verdict_and_its_studies_is_in_the_api_the_downloads_and_their_dictionary(client, shelf):
    Verdict.objects.filter(practice__card__slug="werkproef").update(interests="Geen", reasons=["Een andere groep"])
    study = {"doi": "10.1000/182", "maryland": 5, "population": "Stagiairs in Gent", "correction": "Verbeterd in 2020"}
    Source.objects.filter(key="schmidt98").update(**study)
    one = client.get(f"{V1}/praktijken/werkproef").json()
    assert (one["oordeel"]["belangen"], one["oordeel"]["aftrekRedenen"]) == ("Geen", ["Een andere groep"])
    source = one["bronnen"][0]
    assert [source[name] for name in ("doi", "maryland", "onderzochtBij", "verbetering")] == list(study.values())
    table = csv.DictReader(io.StringIO(client.get("/data/praktijken.csv").getvalue().decode(), newline=""))
    row = next(row for row in table if row["slug"] == "werkproef")
    assert (row["oordeelBelangen"], row["oordeelAftrekRedenen"]) == ("Geen", "Een andere groep")
    assert (
        "; doi: 10.1000/182; maryland: 5; onderzochtBij: Stagiairs in Gent; verbetering: Verbeterd in 2020"
        in row["bronnen"]
    )
    told = read(client.get("/data/")).text
    assert "oordeelBelangen" in told and "gelezen, doi, maryland, onderzochtBij, verbetering." in told
