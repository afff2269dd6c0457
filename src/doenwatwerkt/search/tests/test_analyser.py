"""Words that people type become the tokens that cards have, whatever they type."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doenwatwerkt.search import analyser
from doenwatwerkt.search.folding import MARK, fold, words

_DUTCH = (
    "vacatureteksten Sollicitatiegesprek begeleiding beleid gediscrimineerd één coördinator foto's zzp'ers W&S RI&E "
    "mbo-student leeftijdsdiscriminatie werkgevers aangenomen zwangerschap de het niet 2026 €50 ﬁets İstanbul ß email"
)
DUTCH = st.sampled_from(_DUTCH.split())
ANY = st.one_of(st.text(), st.lists(DUTCH, max_size=12).map(" ".join))


@given(ANY)
@settings(max_examples=150, deadline=None)
def test_tokens_of_tokens_are_those_tokens(text):
    found = analyser.tokens(text)
    assert analyser.tokens(" ".join(found)) == found


@given(ANY)
@settings(max_examples=100, deadline=None)
def test_case_and_accents_make_no_difference(text):
    assert analyser.tokens(fold(text)) == analyser.tokens(fold(fold(text)))


@pytest.mark.parametrize(
    "text", ["", "\0", "\ud800", "x" * 10_000, "🙂" * 50, "שלום עולם", "'; DROP TABLE", 'a AND "b" OR -c']
)
def test_odd_text_is_no_problem(text):
    assert all(token.startswith(MARK) for token in analyser.tokens(text))


@pytest.mark.parametrize("family", [
    "vacature vacatures", "discriminatie discrimineren discrimineert gediscrimineerd", "selectie selecteren geselecteerd",
    "aannemen aangenomen neemt-aan aannemen", "afwijzen afgewezen afwijzing", "werving werven", "beloning belonen",
    "gesprek gesprekken", "kandidaat kandidaten", "coördinator coordinator COÖRDINATOR", "foto foto's", "geloof geloof",
])  # fmt: skip
def test_forms_of_a_word_share_a_token(family):
    words = [word for word in family.split() if "-" not in word]
    assert len({analyser.token_of(analyser.words(word)[0]) for word in words}) == 1


def test_begeleiding_is_no_beleid():
    assert analyser.token_of("begeleiding") != analyser.token_of("beleid")


@pytest.mark.parametrize(("word", "parts"), [
    ("sollicitatiegesprekken", ("sollicitatie", "gesprekken")), ("vacaturetekst", ("vacature", "tekst")),
    ("leeftijdsdiscriminatie", ("leeftijd", "discriminatie")), ("loonkostensubsidie", ("loon", "kosten", "subsidie")),
    ("mbostudent", ("mbo", "student")), ("werkgever", ()), ("medewerker", ()), ("huis", ()), ("xqzwv", ()),
])  # fmt: skip
def test_compounds_come_apart(word, parts):
    assert analyser.split(word) == parts


def test_a_compound_keeps_itself_and_its_parts():
    found = analyser.term("vacaturetekst")
    assert found is not None
    assert found.parts == (analyser.token_of("vacature"), analyser.token_of("tekst"))


def test_small_words_stay_single_letters_go():
    assert [term.word for term in analyser.read("Wat werkt er niet bij u?")] == ["wat", "werkt", "er", "niet", "bij"]


def test_abbreviations_and_apostrophes():
    assert words("Foto’s van zzp'ers; RI&E en W&S.") == ["foto", "van", "zzp", "ri&e", "en", "w&s"]


def test_at_most_so_many_words():
    assert len(analyser.read("hoofddoek vacature gesprek", most=2)) == 2
