"""Content files: what an editor reads when one is broken, and that all of ours are right."""

import re

import pytest

from doenwatwerkt.catalogue.content import library
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.lib.content import ContentError


def read_wrong(folder):
    with pytest.raises(ContentError) as caught:
        library(folder)
    return caught.value.file, caught.value.key, caught.value.reason


BROKEN_PRACTICES = [
    ({"titell": "Wat"}, "titell", "onbekende sleutel; kijk in docs/inhoud.md welke er zijn"),
    ({"fasen": ["plannen"]}, "fasen.1", "moet een van deze zijn: 'beleid', 'werven', 'selecteren', 'onboarding', "
     "'behoud', 'doorstroom', 'stage' of 'arbeidstoeleiding'"),
    ({"themas": []}, "themas", "heeft minstens 1 nodig"),
    ({"stappen": "Kies een taak."}, "stappen", "moet een lijst zijn (regels die met een streepje beginnen)"),
    ({"stappen": ["Stap."] * 9}, "stappen", "mag er hoogstens 8 hebben"),
    ({"effect": ""}, "effect", "mag niet leeg zijn"),
    ({"effect": 12}, "effect", "moet tekst zijn"),
    ({"titel": "x" * 121}, "titel", "is te lang: hoogstens 120 tekens"),
    ({"oordeel": "sterk"}, "oordeel", "moet uit sleutels met waarden bestaan"),
    ({"nagekeken_op": "gisteren"}, "nagekeken_op", "moet een datum zijn, zoals 2026-11-22"),
    ({"oordeel": make.PRACTICE["oordeel"] | {"start": 6}}, "oordeel.start", "mag hoogstens 5 zijn"),
    ({"oordeel": make.PRACTICE["oordeel"] | {"start": -1}}, "oordeel.start", "moet minstens 0 zijn"),
    ({"oordeel": make.PRACTICE["oordeel"] | {"start": "vijf"}}, "oordeel.start", "moet een heel getal zijn"),
    ({"praktijken": ["Werk proef"]}, "praktijken.1", "heeft niet de goede vorm: ^[a-z0-9]+(-[a-z0-9]+)*$"),
    ({"bronnen": ["onbekend26"]}, "bronnen", "'onbekend26' bestaat niet"),
    ({"praktijken": ["verzonnen"]}, "praktijken", "'verzonnen' bestaat niet"),
    ({"materialen": ["verzonnen"]}, "materialen", "'verzonnen' bestaat niet"),
    ({"leunt_op": ["verzonnen-wet"]}, "rechtsfeiten", "'verzonnen-wet' bestaat niet"),
    ({"twee_kanten": [{"wie": "Experts", "zegt": "Ja.", "bron": "niemand"}]}, "bronnen", "'niemand' bestaat niet"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "key", "reason"), BROKEN_PRACTICES, ids=lambda value: str(value)[:30])
def test_an_editor_reads_which_file_which_key_and_why(tmp_path, says, key, reason):
    make.practice(make.shelf(tmp_path), **says)
    assert read_wrong(tmp_path) == ("praktijken/werkproef.yaml", key, reason)


def test_a_field_that_is_left_out_is_named(tmp_path):
    file = make.practice(make.shelf(tmp_path))
    make.write(file, {key: value for key, value in make.PRACTICE.items() if key != "advies"})
    assert read_wrong(tmp_path) == ("praktijken/werkproef.yaml", "advies", "ontbreekt")


def test_an_unsure_answer_says_with_whom_to_check(tmp_path):
    make.answer(make.shelf(tmp_path), zekerheid="nakijken")
    said = ("antwoorden/taaleis.yaml", "", "zekerheid is 'nakijken', dus nakijken_bij moet zeggen bij wie")
    assert read_wrong(tmp_path) == said


@pytest.mark.parametrize(
    ("raw", "key", "reason"),
    [
        (b"titel: een\ntitel: twee\n", "regel 2", "geen geldige YAML: sleutel 'titel' staat er twee keer"),
        (b"titel: 'open\n", "regel 2", "geen geldige YAML: found unexpected end of stream"),
        (b"titel: caf\xe9\n", "", "is geen UTF-8-tekst (teken 10)"),
        (b"", "", "moet uit sleutels met waarden bestaan"),
        (b"- een\n- twee\n", "", "moet uit sleutels met waarden bestaan"),
    ],
    ids=["double key", "bad yaml", "not utf-8", "empty", "a list"],
)
def test_a_file_that_is_no_card_at_all(tmp_path, raw, key, reason):
    make.practice(make.shelf(tmp_path)).write_bytes(raw)
    assert read_wrong(tmp_path) == ("praktijken/werkproef.yaml", key, reason)


@pytest.mark.parametrize("name", ["bronnen.yaml", "rechtsfeiten.yaml", "begrippen.yaml"])
def test_a_list_that_is_not_there_is_named(tmp_path, name):
    (make.shelf(tmp_path) / name).unlink()
    assert read_wrong(tmp_path) == (name, "", "is niet te lezen: No such file or directory")


def test_a_source_or_legal_fact_stands_in_its_list_once(tmp_path):
    make.write(make.shelf(tmp_path) / "bronnen.yaml", make.SOURCES + make.SOURCES[:1])
    assert read_wrong(tmp_path) == ("bronnen.yaml", "schmidt98", "staat er twee keer")
    make.write(tmp_path / "bronnen.yaml", make.SOURCES)
    make.write(tmp_path / "rechtsfeiten.yaml", make.FACTS + make.FACTS[:1])
    assert read_wrong(tmp_path) == ("rechtsfeiten.yaml", "awgb", "staat er twee keer")


def test_one_way_of_writing_means_one_thing(tmp_path):
    again = make.TERMS[1] | {"ook": ["Veldexperimenten"]}
    make.write(make.shelf(tmp_path) / "begrippen.yaml", [make.TERMS[0], again])
    assert read_wrong(tmp_path) == ("begrippen.yaml", "rie", "'Veldexperimenten' staat er twee keer")


@pytest.mark.parametrize(
    ("card", "says", "file", "key"),
    [
        (make.material, {"eigenaar": "niemand"}, "materialen/vacaturecheck.yaml", "eigenaar"),
        (make.material, {"alleen_leden": "niemand"}, "materialen/vacaturecheck.yaml", "alleen_leden"),
        (make.answer, {"zekerheid": "nakijken", "nakijken_bij": "niemand"}, "antwoorden/taaleis.yaml", "nakijken_bij"),
        (make.answer, {"waarheen": [{"organisatie": "niemand", "waarvoor": "hulp"}]}, "antwoorden/taaleis.yaml", "waarheen"),
    ],
)  # fmt: skip
def test_an_organisation_that_does_not_exist_changes_nothing(db, tmp_path, card, says, file, key):
    card(make.shelf(tmp_path), **says)
    make.practice(tmp_path)
    with pytest.raises(ContentError) as caught:
        make.load(tmp_path)
    assert str(caught.value) == f"{file}: {key}: organisatie 'niemand' staat niet in organisaties.yaml"
    assert Card.objects.count() == 0


def test_all_our_own_files_are_right(content):
    counted = {kind: sum(seed.kind == kind for seed in content.seeds) for kind in ("praktijk", "antwoord", "materiaal")}
    assert counted["praktijk"] == 62
    assert counted["antwoord"] >= 90
    assert counted["materiaal"] >= 40


def test_cards_use_the_words_of_the_house(content):
    forbidden = re.compile(r"\b(convenant|allochto)", re.IGNORECASE)
    ours = ["samenvatting", "maandag", "stappen", "kort", "waarom", "wanneer_niet", "vraag", "titel", "juridisch"]
    texts = {seed.file: " ".join(str(seed.data.get(key) or "") for key in ours) for seed in content.seeds}
    assert [file for file, text in texts.items() if forbidden.search(text)] == []


def test_summaries_are_short_and_every_card_is_asked_for_in_everyday_words(content):
    long = [seed.file for seed in content.seeds if len(seed.data.get("samenvatting", "")) > 420]
    mute = [seed.file for seed in content.seeds if not seed.data["varianten"]]
    assert (long, mute) == ([], [])


def test_every_unsure_answer_of_ours_says_where_to_check(content):
    unsure = [seed for seed in content.seeds if seed.data.get("zekerheid") == "nakijken"]
    assert unsure != []
    assert [seed.file for seed in unsure if not seed.data["nakijken_bij"]] == []
