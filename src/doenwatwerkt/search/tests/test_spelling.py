"""How far two words are apart."""

import pytest

from doenwatwerkt.search.analyser import token_of
from doenwatwerkt.search.models import Token
from doenwatwerkt.search.spelling import corrections, distance
from doenwatwerkt.search.tests import make


@pytest.mark.parametrize(("one", "other", "changes"), [
    ("gesprek", "gesprek", 0), ("geprek", "gesprek", 1), ("gespreck", "gesprek", 1), ("gepsrek", "gesprek", 1),
    ("gespret", "gesprek", 1), ("geprec", "gesprek", 2), ("huis", "gesprek", 3),
])  # fmt: skip
def test_distance(one, other, changes):
    assert distance(one, other, most=2) == changes


def test_several_mistakes_cost_one_look_at_the_words_of_the_index(db, django_assert_num_queries):
    make.index()
    with django_assert_num_queries(1):
        found = corrections(["hofddoek", "vakature", "gespek", "xqz"])
    assert {typed: known.word for typed, known in found.items()} == {
        "hofddoek": "hoofddoek", "vakature": "vacature", "gespek": "gesprek",
    }  # fmt: skip
    for known in found.values():
        kept = Token.objects.get(token=known.token)
        assert (known.number, known.documents) == (kept.pk, kept.documents)
        assert known.token == token_of(known.word)
    with django_assert_num_queries(0):
        assert corrections(["abc"]) == {}
