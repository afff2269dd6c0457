"""How far two words are apart."""

import pytest

from doenwatwerkt.search.spelling import distance


@pytest.mark.parametrize(("one", "other", "changes"), [
    ("gesprek", "gesprek", 0), ("geprek", "gesprek", 1), ("gespreck", "gesprek", 1), ("gepsrek", "gesprek", 1),
    ("gespret", "gesprek", 1), ("geprec", "gesprek", 2), ("huis", "gesprek", 3),
])  # fmt: skip
def test_distance(one, other, changes):
    assert distance(one, other, most=2) == changes
