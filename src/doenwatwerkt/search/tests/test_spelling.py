"""How far two words are apart."""

import pytest

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
        assert corrections(["hofddoek", "vakature", "gespek", "xqz"]) == {
            "hofddoek": "hoofddoek", "vakature": "vacature", "gespek": "gesprek",
        }  # fmt: skip
    with django_assert_num_queries(0):
        assert corrections(["abc"]) == {}
