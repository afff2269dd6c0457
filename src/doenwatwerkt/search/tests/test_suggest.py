"""While typing: whole questions first, then the word that is being typed."""

import pytest

from doenwatwerkt.search import queries
from doenwatwerkt.search.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(db):
    make.index()


def test_suggest_whole_questions_then_words(pages):
    found = queries.suggest("hoofdd")
    assert found[0] == make.HEADSCARF.title
    assert found[-1] == "hoofddoek"


def test_every_word_must_be_there(pages):
    assert queries.suggest("vacature reage") == ["Waarom reageert niemand op mijn vacature?", "vacature reageert"]


def test_a_start_of_small_words(pages):
    assert queries.suggest("mag een") == [make.HEADSCARF.title]


def test_after_a_space_the_last_word_is_whole(pages):
    assert queries.suggest("vaste vragen ") == [make.INTERVIEW.title]


@pytest.mark.parametrize("text", ["", " ", "qqqq", "🙂"])
def test_nothing_to_suggest(pages, text):
    assert queries.suggest(text) == []


def test_never_more_than_asked(pages):
    assert len(queries.suggest("v", limit=2)) == 2
    assert queries.suggest("v", limit=0) == []
