"""Which words are Dutch, and which verb a form belongs to."""

import pytest

from doenwatwerkt.search import lexicon


@pytest.mark.parametrize(
    ("word", "known"), [("gesprek", True), ("gesprekken", True), ("diversiteit", True), ("xqzwv", False)]
)
def test_knows(word, known):
    assert lexicon.knows(word) is known


@pytest.mark.parametrize(("form", "verb"), [
    ("aangenomen", "aannemen"), ("gevraagd", "vragen"), ("koos", "kiezen"), ("werkgever", None), ("geloof", None),
    ("xqzwv", None), ("vragen", None),
])  # fmt: skip
def test_infinitive(form, verb):
    assert lexicon.infinitive(form) == verb
