"""Somebody browses without a question: what passes the filters, and what each other choice would leave."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doenwatwerkt.search import browsing, operations
from doenwatwerkt.search.models import Document, Facet
from doenwatwerkt.search.pages import Page
from doenwatwerkt.search.tests import make

pytestmark = pytest.mark.django_db
FACETS = ["soort", "fase", "thema"]


@pytest.fixture(autouse=True)
def pages(db):
    make.index()


def browse(**filters):
    return browsing.browse({name: set(values) for name, values in filters.items()})


def passing(**filters):
    """The refs that pass, the same from the bits and from the subquery."""
    found = sorted(browse(**filters).refs(0, 99))
    assert found == sorted(browsing.passing({name: set(values) for name, values in filters.items()}))
    return found


def left(facets=FACETS, **filters):
    return browse(**filters).left(facets)


def without(**filters):
    return browse(**filters).without()


def test_values_of_one_filter_are_alternatives_and_filters_add_up():
    assert passing() == passing(soort=[]) == [1, 1, 2]
    assert passing(soort=["praktijk"]) == [1, 2]
    assert passing(fase=["werven", "behoud"]) == [1, 2]
    assert passing(fase=["werven", "behoud"], soort=["praktijk"]) == [2]
    assert passing(fase=["werven"], thema=["geloof"]) == []
    assert passing(fase=["bestaat-niet"]) == passing(bestaat=["niet"]) == []
    assert browse().refs(1, 9) == browse().refs(0, 99)[1:]
    assert (browse().total, browse(soort=["antwoord"]).total) == (3, 1)


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
    told = without(fase=["werven"], thema=["geloof"], soort=["praktijk"])
    assert {name: pages for name, pages in told.items() if pages} == {"thema": 1}
    assert without(fase=["werven"], thema=["geloof"]) == {"fase": 1, "thema": 1}


def test_dropping_the_only_filter_gives_everything_and_without_filters_there_is_nothing_to_drop():
    assert without(fase=["geen"]) == {"fase": 3}
    assert without() == {}


def test_an_index_without_pages_has_nothing_to_browse():
    operations.forget((page.kind, page.ref) for page in make.ALL)
    empty = browse(fase=["werven"])
    assert (empty.total, empty.refs(0, 9), empty.newest(0, 9), empty.left(FACETS)) == (
        0,
        [],
        [],
        {name: {} for name in FACETS},
    )
    assert not Facet.objects.exists()


def test_looking_costs_one_query_and_counting_none(django_assert_num_queries):
    with django_assert_num_queries(1):
        found = browse(fase=["werven"], thema=["geloof"])
        found.left(FACETS), found.without(), found.refs(0, 99)


def test_an_edit_that_moves_nothing_writes_no_facets():
    with CaptureQueriesContext(connection) as asked:
        make.index(replace(make.VACANCY, body="Nieuwe woorden"))
    assert not [query for query in asked if Facet._meta.db_table in query["sql"]]
    make.index(replace(make.VACANCY, facets={"fase": ("behoud",)}))
    assert passing(fase=["behoud"]) == [1, 2]


VALUES = {"fase": ["werven", "selecteren", "behoud"], "thema": ["taal", "geloof"], "kosten": ["1", "2", "3"]}
chosen = st.fixed_dictionaries({name: st.sets(st.sampled_from(values)) for name, values in VALUES.items()})
a_page = st.builds(
    Page, kind=st.sampled_from(["praktijk", "antwoord"]), ref=st.integers(1, 12), url=st.just("/"),
    title=st.text("ab Zé", max_size=2), on=st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 4)),
    facets=chosen.map(lambda facets: {name: tuple(sorted(values)) for name, values in facets.items()}),
)  # fmt: skip
steps = st.lists(st.tuples(st.booleans(), st.lists(a_page, max_size=6)), max_size=6)
BY = (("fase", ["behoud", "werven"]), ("kosten", ["3", "1"]))


def plain(pages, wanted):
    """The pages that pass, counted as anybody would."""
    return [one for one in pages if all(values & set(traits(one)[name]) for name, values in wanted.items() if values)]


def traits(page):
    return dict.fromkeys(VALUES, ()) | page.facets | {"soort": (page.kind,)}


def place(page, titles):
    """Where a page comes: by the first value it has of each facet, without one last, and then by its title."""
    ranks = [
        next((at for at, value in enumerate(values) if value in traits(page)[name]), len(values)) for name, values in BY
    ]
    return [*ranks, titles.index((page.kind, page.ref))]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps, wanted=chosen, kinds=st.sets(st.sampled_from(["praktijk", "antwoord"])), start=st.integers(0, 5))
def test_whatever_was_indexed_and_forgotten_it_tells_the_same_as_plain_counting(steps, wanted, kinds, start):
    operations.forget(list(Document.objects.values_list("kind", "ref")))
    there = {}
    for leaves, pages in steps:
        keys = {(page.kind, page.ref): page for page in pages}
        operations.forget(keys) if leaves else operations.index(pages)
        there = {key: page for key, page in there.items() if key not in keys} if leaves else there | keys
    wanted = wanted | {"soort": kinds}
    found, passed = browsing.browse(wanted), plain(there.values(), wanted)
    titles = list(Document.objects.order_by("title", "ref", "kind").values_list("kind", "ref"))
    assert found.total == len(passed)
    assert found.refs(0, 99) == [
        page.ref for page in sorted(passed, key=lambda page: titles.index((page.kind, page.ref)))
    ]
    ordered = [page.ref for page in sorted(passed, key=lambda page: place(page, titles))]
    assert found.refs(start, start + 3, by=BY) == ordered[start : start + 3]
    newest = sorted(((page.on or date.min, page.ref) for page in passed), reverse=True)
    assert found.newest(start, start + 3) == [ref for _, ref in newest][start : start + 3]
    for name in wanted:
        others = plain(there.values(), wanted | {name: set()})
        counts = Counter(value for page in others for value in traits(page)[name])
        assert found.left([name]) == {name: dict(counts)}
        if wanted[name]:
            assert found.without()[name] == len(others)


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_leave_what_all_of_them_wrote():
    """Eight writers, each with a page of its own: nobody's bits are lost. SQLite has one writer: there they take turns."""
    pages = [replace(make.VACANCY, ref=number, title=f"Titel {number % 3}") for number in range(10, 18)]
    several, gate = connection.vendor == "postgresql", threading.Barrier(len(pages))

    def write(page):
        try:
            if several:
                gate.wait(10)
            operations.index([page])
        finally:
            if several:
                connections.close_all()

    if several:
        with ThreadPoolExecutor(len(pages)) as pool:
            list(pool.map(write, pages))
    else:
        [write(page) for page in pages]
    assert passing(fase=["werven"]) == [2, *range(10, 18)]


def test_a_database_from_before_gets_its_facets_when_it_is_migrated():
    kept = {one.name: bytes(one.pages) for one in Facet.objects.order_by("name")}
    Facet.objects.all().delete()
    import_module("doenwatwerkt.search.migrations.0002_facets").fill(apps, None)
    assert {one.name: bytes(one.pages) for one in Facet.objects.order_by("name")} == kept
