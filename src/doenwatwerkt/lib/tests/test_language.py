"""What the help for writers sees in a text, and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doenwatwerkt.lib import language, personal


@pytest.mark.parametrize(
    ("word", "count"),
    [("werk", 1), ("werkgever", 3), ("geïnteresseerd", 5), ("eeuwig", 2), ("nieuw", 1), ("mooie", 2), ("ei", 1),
     ("vacature", 4), ("quotum", 2), ("brr", 1), ("coördinatie", 5), ("bureau", 2)],
)  # fmt: skip
def test_syllables_by_vowels(word, count):
    assert language.syllables(word) == count


def test_sentences_are_words_without_marks_and_addresses():
    text = "Kies **drie** vragen, bijv. over taal. Lees https://example.org/x meer!\n- Geef punten"
    assert language.sentences(text) == [
        ["Kies", "drie", "vragen", "bijv", "over", "taal"], ["Lees", "meer"], ["Geef", "punten"],
    ]  # fmt: skip


def test_the_score_is_flesch_douma_with_its_sum():
    read = language.read("Wie kandidaten vergelijkt, gebruikt vooraf gemaakte criteria. Noteer punten.")
    assert (read.words, read.sentences, read.syllables) == (9, 2, 23)
    assert read.score == round(206.8 - 0.77 * 100 * 23 / 9 - 0.93 * 4.5) == 6
    easy = language.read("Stel elke kandidaat dezelfde vragen. Geef daarna punten.")
    assert (easy.words, easy.sentences, easy.syllables, easy.score) == (8, 2, 16, 49)
    assert (
        easy.arithmetic == "206,8 min 0,77 × 200 lettergrepen per 100 woorden, min 0,93 × 4,0 woorden per zin, is 49."
    )
    assert (easy.level, easy.hints) == ("tamelijk moeilijk", ())


def test_nothing_has_no_score():
    assert language.read(" \n— 12 …") == language.Reading()
    assert language.Reading().arithmetic == ""


@pytest.mark.parametrize(
    ("score", "level"),
    [(100, "zeer gemakkelijk"), (89, "gemakkelijk"), (70, "tamelijk gemakkelijk"), (60, "normaal"), (59, "tamelijk moeilijk"),
     (44, "moeilijk"), (0, "zeer moeilijk")],
)  # fmt: skip
def test_levels_are_those_of_douma(score, level):
    assert language.level(score) == level


def sorts(text, **law):
    return [(hint.sort, hint.found) for hint in language.read(text, **law).hints]


def test_a_long_sentence_is_named_with_its_first_words():
    assert sorts("de man en " * 7) == [("lange zin", "de man en de man en …")]


def test_long_words_are_named_once_the_hardest_first():
    told = sorts("Arbeidsmarktdiscriminatie en verantwoordelijkheid. Arbeidsmarktdiscriminatie.")
    assert told == [("lang woord", "Arbeidsmarktdiscriminatie"), ("lang woord", "verantwoordelijkheid")]


@pytest.mark.parametrize(
    ("text", "found"),
    [("De brief wordt door ons gelezen.", "wordt door ons gelezen"), ("Zo is het verteld werd.", "verteld werd"),
     ("Mensen werden niet gebeld", "werden niet gebeld")],
)  # fmt: skip
def test_a_passive_asks_who_does_it(text, found):
    assert sorts(text) == [("lijdende vorm", found)]


@pytest.mark.parametrize("text", ["Het wordt tijd.", "Hij werd bakker.", "Zij is gebeld."])
def test_what_only_looks_like_a_passive_is_left_alone(text):
    assert sorts(text) == []


def test_must_needs_a_law():
    assert sorts("U moet dit doen. Dat is verplicht en u moet het.") == [("toon", "moet"), ("toon", "verplicht")]
    assert sorts("U moet dit doen.", rests_on_law=True) == []


def test_words_of_this_house():
    assert sorts("Het convenant, indien nodig.") == [("ander woord", "convenant"), ("ander woord", "indien")]


@given(st.text())
def test_no_text_breaks_it(text):
    read = language.read(text)
    assert read.score is None or 0 <= read.score <= 100
    assert (read.score is None) == (read.words == 0)


def test_personal_data_is_pointed_at_by_name():
    text = "Mail jan@example.org of bel 06 12345678. Nummer 111222333, NL91 ABNA 0417 1643 00, 1234 AB 5, bestelling 123456788."
    assert personal.spot(text) == [
        ("e-mailadres", "jan@example.org"), ("rekeningnummer", "NL91 ABNA 0417 1643 00"), ("woonadres", "1234 AB 5"),
        ("telefoonnummer", "06 12345678"), ("burgerservicenummer", "111222333"),
    ]  # fmt: skip
    assert personal.spot("Nagekeken op 2027-10-01 en 01-10-2027.") == []  # the first passes the eleven-test
    assert personal.is_bsn("2027-10-01")
    assert personal.spot("In 2026 in Delft werkten 1500 op straat.") == []
