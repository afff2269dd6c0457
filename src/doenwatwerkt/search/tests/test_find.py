"""Somebody asks something and finds it, or the nearest thing there is."""

import pytest

from doenwatwerkt.search import queries
from doenwatwerkt.search.models import Document
from doenwatwerkt.search.pages import Page
from doenwatwerkt.search.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(db):
    make.index()


def urls(found):
    return [hit.url for hit in found.hits]


@pytest.mark.parametrize(("question", "url"), [
    ("hoofddoek", "/antwoorden/hoofddoek/"), ("mag ik hoofddoeken verbieden", "/antwoorden/hoofddoek/"),
    ("gesprekken met sollicitanten", "/praktijken/vast-gesprek/"), ("teksten vacatures", "/praktijken/vacature/"),
    ("de tekst voor mijn vacature", "/praktijken/vacature/"), ("VACATURETEKSTEN", "/praktijken/vacature/"),
])  # fmt: skip
def test_find(pages, question, url):
    found = queries.find(question)
    assert (found.good, found.hits[0].url) == (True, url)


def test_everyday_words_find_words_of_the_trade(pages):
    assert queries.find("interview").hits[0].url == "/praktijken/vast-gesprek/"


def test_a_hit_tells_what_it_is_and_marks_the_words(pages):
    hit = queries.find("geloof en kleding").hits[0]
    assert (hit.kind, hit.ref, hit.title) == ("antwoord", 1, make.HEADSCARF.title)
    assert "<mark>geloof</mark>" in hit.snippet
    assert 0 < hit.coverage <= 1
    assert hit.score > 0


def test_without_snippets(pages):
    assert queries.find("geloof", snippets=False).hits[0].snippet == ""


def test_without_a_good_hit_the_nearest_pages_come(pages):
    found = queries.find("hoofddoek asbest sanering mestverwerking")
    assert (found.good, found.total, found.hits[0].url) == (False, 0, "/antwoorden/hoofddoek/")


@pytest.mark.parametrize("question", ["xqzwv", "ؤ مرحبا", "!!!"])
def test_no_question_without_a_result(pages, question):
    found = queries.find(question)
    assert found.good is False
    assert len(found.hits) == 3


@pytest.mark.parametrize("question", ["", "   "])
def test_an_empty_question_finds_nothing(pages, question):
    assert queries.find(question, filters={"fase": {"werven"}}) == queries.Found()


@pytest.mark.parametrize("question", [
    "\0", "\ud800", "x" * 10_000, "woord " * 2_000, "🙂🙂", "שלום", "'; DROP TABLE search_token; --", '"a" AND NOT (b*',
    "%_%", "¤vacatur", "fase:werven", "\n\t", "a'b'c'd", "&&&", "½ ² ﬁ",
])  # fmt: skip
def test_never_raises(pages, question):
    assert queries.find(question, semantic=True).total >= 0
    assert queries.suggest(question) is not None


def test_values_of_a_facet_are_alternatives_and_facets_add_up(pages):
    either = queries.find("vragen", filters={"fase": {"werven", "selecteren"}})
    assert set(urls(either)) <= {"/praktijken/vast-gesprek/", "/praktijken/vacature/"}
    both = queries.find("vragen", filters={"fase": {"werven", "selecteren"}, "thema": {"gesprek"}})
    assert urls(both) == ["/praktijken/vast-gesprek/"]
    assert urls(queries.find("vragen", filters={"fase": set()})) == urls(queries.find("vragen"))
    assert queries.find("vragen", filters={"fase": {"bestaat-niet"}}).hits == []


def test_facets_count_good_hits_and_a_chosen_facet_as_if_it_was_not(pages):
    free = queries.find("vragen")
    assert free.facets["soort"] == {"antwoord": 1, "praktijk": 2}
    chosen = queries.find("vragen", filters={"fase": {"werven"}})
    assert chosen.facets["soort"] == {"praktijk": 1}
    assert chosen.facets["fase"] == free.facets["fase"]


def test_pages_of_results(pages):
    everything = urls(queries.find("vragen"))
    assert urls(queries.find("vragen", limit=1, offset=1)) == everything[1:2]
    assert queries.find("vragen", limit=1, offset=99).hits == []


def test_more_than_the_bound(pages, monkeypatch):
    monkeypatch.setattr(queries, "BOUND", 2)
    found = queries.find("vragen")
    assert (found.total, found.more) == (2, True)


def test_the_same_order_every_time(db):
    make.index(*(Page(kind="antwoord", ref=n, title="Precies hetzelfde", url=f"/{n}") for n in range(9)))
    expected = [f"/{n}" for n in range(9)]
    assert urls(queries.find("precies dezelfde hetzelfde")) == expected == urls(queries.find("hetzelfde"))


@pytest.mark.parametrize(("typed", "meant"), [
    ("hofddoek op het werk", "hoofddoek op het werk"), ("Mijn vakature", "Mijn vacature"),
    ("vastevragen", None), ("hoofddoek", None), ("asbest", None), ("abc", None),
])  # fmt: skip
def test_did_you_mean(pages, typed, meant):
    assert queries.find(typed).did_you_mean == meant


def test_what_is_meant_can_be_shown_whatever_was_typed(pages):
    assert queries.find("hofddoek \ud800\0").did_you_mean == "hoofddoek"


def test_a_typing_error_still_finds_it(pages):
    assert queries.find("hofddoek").hits[0].url == "/antwoorden/hoofddoek/"


def test_meaning_lifts_what_words_alone_do_not_find(pages, monkeypatch):
    near = Document.objects.get(url="/praktijken/vacature/").pk
    monkeypatch.setattr("doenwatwerkt.search.semantic.nearest", lambda text, within, most: [near])
    assert "/praktijken/vacature/" in urls(queries.find("hoofddoek", semantic=True))


def test_meaning_keeps_to_the_filters(pages, monkeypatch):
    monkeypatch.setattr("doenwatwerkt.search.semantic.nearest", lambda text, within, most: sorted(within))
    found = queries.find("vacature hoofddoek", semantic=True, filters={"fase": {"behoud"}})
    assert urls(found) == ["/antwoorden/hoofddoek/"]


@pytest.mark.parametrize("question", ["hoofddoek", "vragen hoofddoek vacature gesprek kandidaat"])
@pytest.mark.parametrize("filters", [
    {}, {"fase": {"werven", "behoud"}}, {"fase": {"werven", "behoud"}, "thema": {"geloof"}, "soort": {"antwoord"}},
])  # fmt: skip
def test_as_many_database_questions_whatever_is_asked_and_chosen(pages, django_assert_num_queries, question, filters):
    with django_assert_num_queries(4):
        queries.find(question, filters=filters)


def test_a_filter_reaches_beyond_the_best_that_are_kept(pages, monkeypatch):
    monkeypatch.setattr(queries, "BOUND", 0)
    everything = urls(queries.find("vragen"))
    assert len(everything) == 1
    for page in make.ALL:
        found = queries.find("vragen", filters={"thema": {page.facets["thema"][0]}})
        assert urls(found) == [page.url]


def test_two_filters_each_count_as_if_they_were_not_chosen(pages):
    found = queries.find("vragen", filters={"fase": {"werven"}, "soort": {"praktijk"}})
    assert found.facets["fase"] == {"selecteren": 1, "werven": 1}
    assert found.facets["soort"] == {"praktijk": 1}
    assert found.facets["thema"] == {"vacature": 1}


def test_how_many(pages):
    assert queries.how_many("fase", ["werven", "bestaat-niet"]) == {"werven": 1, "bestaat-niet": 0}


def test_a_server_loads_the_words_before_the_first_question():
    assert queries.warm() is True
