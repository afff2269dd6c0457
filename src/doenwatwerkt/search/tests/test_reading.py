"""What is looked for in a question, and what a page must speak to."""

import pytest

from doenwatwerkt.search import analyser, queries, reading, retrieval
from doenwatwerkt.search.models import Token
from doenwatwerkt.search.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(db):
    make.index()


@pytest.fixture
def stingy(pages, monkeypatch):
    """As if the index was so large that one word is enough to choose pages by."""
    monkeypatch.setattr(reading, "SHARE", 0.0)
    monkeypatch.setattr(reading, "FLOOR", 1)


def test_rare_words_choose_the_pages_and_common_ones_only_score_them(stingy):
    asked = reading.read("het hoofddoek")
    assert (asked.order[0], len(asked.leading)) == (analyser.token_of("hoofddoek"), 1)
    assert len(asked.leading) + len(asked.following) == len(asked.order)
    assert [slot.worth > 0 for slot in asked.slots] == [True, True]


def test_a_word_that_is_not_looked_for_asks_nothing_of_a_page(stingy, monkeypatch):
    monkeypatch.setattr(reading.retrieval, "MOST_FOLLOWING", 0)
    asked = reading.read("het hoofddoek")
    assert (asked.order, asked.following) == ([analyser.token_of("hoofddoek")], [])
    assert [slot.worth > 0 for slot in asked.slots] == [False, True]


def test_what_rare_words_choose_is_scored_as_if_everything_was_read(pages, monkeypatch):
    question = "mag ik vragen naar de hoofddoek van een kandidaat in het gesprek"
    everything = [(hit.url, hit.score, hit.coverage) for hit in queries.find(question).hits]
    monkeypatch.setattr(reading, "SHARE", 0.0)
    monkeypatch.setattr(reading, "FLOOR", 6)
    asked = reading.read(question)
    assert 0 < len(asked.leading) < len(asked.order)
    found = [(hit.url, hit.score, hit.coverage) for hit in queries.find(question).hits]
    assert found == everything[: len(found)]
    assert len(found) == 2


def test_the_chosen_values_are_looked_up_with_the_words(pages, django_assert_num_queries):
    with django_assert_num_queries(1):
        asked = reading.read("hoofddoek", facets={"fase": {"werven", "geen"}, "thema": {"geen"}})
    assert [len(tokens) for tokens in asked.facets] == [1, 0]


def test_at_least_one_word_is_looked_for_however_common(pages, monkeypatch):
    monkeypatch.setattr(reading, "SHARE", 0.0)
    monkeypatch.setattr(reading, "FLOOR", 0)
    assert len(reading.read("een vragen").leading) == 1


def test_coverage_is_the_part_of_the_worth(pages):
    asked = reading.read("hoofddoek xqzwvj")
    everything = (1 << len(asked.order)) - 1
    assert asked.coverages([0, everything])[0] == 0
    assert asked.coverages([everything])[everything] == pytest.approx(asked.slots[0].worth / asked.worth, abs=0.001)


def test_never_more_tokens_than_fit_in_one_number(pages):
    asked = reading.read(" ".join(f"{make.ALL[n % 3].title} {make.ALL[n % 3].body}" for n in range(9)))
    assert 0 < len(asked.order) <= reading.MOST_TOKENS
    assert len(asked.slots) <= reading.MOST_WORDS


def test_the_same_word_twice_is_one_word(pages):
    assert len(reading.read("hoofddoek Hoofddoeken HOOFDDOEK").slots) == 1


def test_nothing_typed_nothing_worth(pages):
    assert reading.read("").coverages([0]) == {0: 0.0}


@pytest.mark.parametrize("facets", [[], [["fase", "behoud"], ["thema", "geloof"]]])
def test_common_words_read_at_once_or_looked_up_one_by_one_score_the_same(stingy, monkeypatch, facets):
    asked = reading.read("mag ik vragen naar de hoofddoek van een kandidaat in het gesprek")
    chosen = [[Token.objects.get(token=":".join(one)).pk] for one in facets]
    assert asked.common == sum(Token.objects.get(pk=pk).documents for pk, _ in asked.following) > 0
    found = []
    for most in (0, 1_000_000):
        monkeypatch.setattr(retrieval, "READ_AT_ONCE", most)
        found.append(retrieval.candidates(asked.leading, asked.following, common=asked.common, facets=chosen))
    assert found[0] == found[1] != []
    assert all(type(number) is int for one in found[0] for number in one)
