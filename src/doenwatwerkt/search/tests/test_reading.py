"""What is looked for in a question, and what a page must speak to."""

import pytest

from doenwatwerkt.search import analyser, reading
from doenwatwerkt.search.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(db):
    make.index()


def test_rare_words_come_first_and_common_ones_ask_nothing_when_they_are_passed_over(pages, monkeypatch):
    monkeypatch.setattr(reading, "SHARE", 0.0)
    monkeypatch.setattr(reading, "FLOOR", 1)
    asked = reading.read("het hoofddoek")
    assert asked.order == [analyser.token_of("hoofddoek")]
    assert [slot.worth > 0 for slot in asked.slots] == [False, True]


def test_at_least_one_word_is_looked_for_however_common(pages, monkeypatch):
    monkeypatch.setattr(reading, "SHARE", 0.0)
    monkeypatch.setattr(reading, "FLOOR", 0)
    assert len(reading.read("een vragen").search) == 1


def test_coverage_is_the_part_of_the_worth(pages):
    asked = reading.read("hoofddoek xqzwvj")
    everything = (1 << len(asked.order)) - 1
    assert asked.coverages([0, everything])[0] == 0
    assert asked.coverages([everything])[everything] == pytest.approx(asked.slots[0].worth / asked.worth, abs=0.001)


def test_never_more_tokens_than_fit_in_one_number(pages):
    asked = reading.read(" ".join(f"{make.ALL[n % 3].title} {make.ALL[n % 3].body}" for n in range(9)))
    assert 0 < len(asked.search) <= reading.MOST_TOKENS
    assert len(asked.slots) <= reading.MOST_WORDS


def test_the_same_word_twice_is_one_word(pages):
    assert len(reading.read("hoofddoek Hoofddoeken HOOFDDOEK").slots) == 1


def test_nothing_typed_nothing_worth(pages):
    assert reading.read("").coverages([0]) == {0: 0.0}
