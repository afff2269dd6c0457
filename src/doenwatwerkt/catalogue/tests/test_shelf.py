"""The shelf of the menukaart with all real cards: every look tells what plain counting over the rows of the cards tells."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doenwatwerkt.catalogue import queries
from doenwatwerkt.catalogue.forms import FILTERS, ORDERS
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.operations import retire
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.lib.tests.remembered import remembered
from doenwatwerkt.search import operations as search

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
EVERY = [(name, value) for name, (_, values) in FILTERS.items() for value, _ in values]
some = st.lists(st.sampled_from(EVERY), max_size=5).map(
    lambda pairs: {name: {value for other, value in pairs if other == name} for name, _ in pairs}
)


@pytest.fixture
def cards(load_everything):
    """All real cards, checked on different days, one edited and one retired."""
    remembered("all cards, changed", lambda: _changed(load_everything))
    return {card.pk: card for card in Card.objects.public().with_faces().order_by("pk")}


def _changed(load_everything):
    load_everything()
    for number, card in enumerate(Card.objects.order_by("pk")):
        Card.objects.filter(pk=card.pk).update(checked_on=TODAY - timedelta(days=number * 7 % 5))
    Card.objects.filter(pk=Card.objects.of_kind("praktijk").order_by("pk")[0].pk).update(
        phases=["behoud"], title="Éérst dit"
    )
    search.index(queries.pages(Card.objects.order_by("pk").values_list("pk", flat=True)))
    gone = Card.objects.of_kind("antwoord").order_by("pk")[0]
    retire(gone, successor=None, by=LOADER, at=make.AT)


def traits(card):
    """What a card can be chosen on, straight from its rows."""
    it = {
        "soort": [card.kind],
        "fase": card.phases,
        "thema": card.themes,
        "omvang": card.scales,
        "doelgroep": card.audiences,
    }
    if card.kind == CardKind.PRACTICE:
        own = card.practice
        it |= {"kosten": [own.cost], "moeite": [own.effort], "richting": [own.direction], "advies": [own.advice]}
        it |= {"zekerheid": [own.verdict.certainty]} if own.verdict else {}
    if card.kind == CardKind.MATERIAL:
        it |= {"prijs": [card.material.price], "vorm": [card.material.sort]}
    return {name: {str(value) for value in it.get(name, [])} for name in FILTERS}


def plain(cards, filters):
    return [card for card in cards if all(traits(card)[name] & values for name, values in filters.items())]


_SUREST = F("practice__verdict__certainty").desc(nulls_last=True)
SORTED = {
    "zekerheid": (_SUREST, "title", "pk"),
    "moeite": (F("practice__effort").asc(nulls_last=True), _SUREST, "title", "pk"),
    "kosten": (F("practice__cost").asc(nulls_last=True), _SUREST, "title", "pk"),
    "titel": ("title", "pk"),
    "nieuw": ("-checked_on", "-pk"),
}
"""How the database itself sorts cards in every order."""


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=some, order=st.sampled_from(sorted(ORDERS)), offset=st.sampled_from([0, 5, 24, 240]))
def test_a_look_tells_what_plain_counting_tells(cards, filters, order, offset):
    shelf = queries.shelf(filters, names=list(FILTERS), order=order, limit=24, offset=offset, today=TODAY)
    there = plain(cards.values(), filters)
    passed = Card.objects.filter(pk__in=[card.pk for card in there])
    assert shelf.total == len(there)
    assert [face.pk for face in shelf.faces] == list(
        passed.order_by(*SORTED[order]).values_list("pk", flat=True)[offset : offset + 24]
    )
    without = {
        name: plain(cards.values(), {other: values for other, values in filters.items() if other != name})
        for name in filters
    }
    assert shelf.dropped == ({} if there else {name: len(others) for name, others in without.items()})
    for name in FILTERS:
        counted = Counter(value for card in without.get(name, there) for value in traits(card)[name])
        assert shelf.counts[name] == dict(counted)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=some)
def test_the_plot_shows_every_judged_practice_that_passes(cards, filters):
    passed = [
        card for card in plain(cards.values(), filters) if card.kind == CardKind.PRACTICE and card.practice.verdict
    ]
    assert sorted(dot.url for dot in queries.dots(filters, TODAY)) == sorted(card.get_absolute_url() for card in passed)
