"""Somebody browses without a question: what passes the filters, and what each other choice would leave."""

import pytest

from doenwatwerkt.search import browsing
from doenwatwerkt.search.models import Token
from doenwatwerkt.search.tests import make

pytestmark = pytest.mark.django_db
FACETS = ["soort", "fase", "thema"]


@pytest.fixture(autouse=True)
def pages(db):
    make.index()


def passing(**filters):
    groups = browsing.tokens_of({name: set(values) for name, values in filters.items()})
    return sorted(browsing.passing(groups))


def left(facets=FACETS, **filters):
    return browsing.left(browsing.tokens_of({name: set(values) for name, values in filters.items()}), facets)


def test_a_value_has_the_token_that_the_index_keeps_and_an_unknown_one_has_none():
    werven = Token.objects.get(token="fase:werven").pk
    assert browsing.tokens_of({"fase": {"werven", "geen"}, "thema": {"geen"}, "soort": set()}) == {
        "fase": [werven], "thema": [],
    }  # fmt: skip
    assert browsing.tokens_of({}) == {}


def test_values_of_one_filter_are_alternatives_and_filters_add_up():
    assert passing() == [1, 1, 2]
    assert passing(soort=["praktijk"]) == [1, 2]
    assert passing(fase=["werven", "behoud"]) == [1, 2]
    assert passing(fase=["werven", "behoud"], soort=["praktijk"]) == [2]
    assert passing(fase=["werven"], thema=["geloof"]) == []
    assert passing(fase=["bestaat-niet"]) == []


def test_without_a_choice_every_value_counts_all_its_pages():
    assert left() == {
        "soort": {"antwoord": 1, "praktijk": 2}, "fase": {"behoud": 1, "selecteren": 1, "werven": 1},
        "thema": {"geloof": 1, "wat-mag": 1, "gesprek": 1, "vacature": 1},
    }  # fmt: skip


def test_a_filter_is_counted_as_if_nothing_was_chosen_in_it():
    assert left(fase=["werven"]) == {
        "soort": {"praktijk": 1}, "fase": {"behoud": 1, "selecteren": 1, "werven": 1}, "thema": {"vacature": 1},
    }  # fmt: skip
    both = left(fase=["werven"], soort=["praktijk"])
    assert both == {"soort": {"praktijk": 1}, "fase": {"selecteren": 1, "werven": 1}, "thema": {"vacature": 1}}
    every = left(fase=["werven"], soort=["praktijk"], thema=["vacature"])
    assert every == {"soort": {"praktijk": 1}, "fase": {"werven": 1}, "thema": {"vacature": 1}}


def test_only_the_filters_that_are_asked_for_are_counted():
    assert left(["thema"], soort=["antwoord"]) == {"thema": {"geloof": 1, "wat-mag": 1}}
    assert left([]) == {}
    assert left(["bestaat-niet"]) == {"bestaat-niet": {}}


def test_a_choice_that_no_page_has_leaves_nothing_elsewhere():
    assert left(fase=["geen"]) == {"soort": {}, "fase": {"behoud": 1, "selecteren": 1, "werven": 1}, "thema": {}}


def test_when_nothing_is_left_each_filter_tells_what_dropping_it_gives():
    told = browsing.without(browsing.tokens_of({"fase": {"werven"}, "thema": {"geloof"}, "soort": {"praktijk"}}))
    assert {name: pages for name, pages in told.items() if pages} == {"thema": 1}
    two = browsing.without(browsing.tokens_of({"fase": {"werven"}, "thema": {"geloof"}}))
    assert two == {"fase": 1, "thema": 1}


def test_dropping_the_only_filter_gives_everything_and_without_filters_there_is_nothing_to_drop():
    assert browsing.without(browsing.tokens_of({"fase": {"geen"}})) == {"fase": 3}
    assert browsing.without({}) == {}


def test_counting_costs_one_query_and_so_does_the_advice(django_assert_num_queries):
    groups = browsing.tokens_of({"fase": {"werven"}, "thema": {"geloof"}})
    with django_assert_num_queries(1):
        browsing.left(groups, FACETS)
    with django_assert_num_queries(1):
        browsing.without(groups)
