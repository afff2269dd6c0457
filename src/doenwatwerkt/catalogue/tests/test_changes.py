"""What other rooms ask of the cards: what came or changed last, narrowed or not, and every address."""

from datetime import timedelta

import pytest

from doenwatwerkt.catalogue import queries
from doenwatwerkt.catalogue.queries.faces import rows
from doenwatwerkt.catalogue.queries.finished import recipe
from doenwatwerkt.catalogue.tests import make

LATER = make.AT + timedelta(hours=1)
PRACTICE, ANSWER, MATERIAL = "/praktijken/werkproef/", "/antwoorden/taaleis/", "/materialen/vacaturecheck/"


@pytest.fixture
def shelf(db, tmp_path):
    """Three cards, of which the answer changed last."""
    make.stocked(make.three(tmp_path))
    make.answer(tmp_path, kort="Alleen als het **echt** nodig is.")
    make.load(tmp_path, at=LATER)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, {PRACTICE, ANSWER, MATERIAL}), ({"soort": ["praktijk", "antwoord"]}, {PRACTICE, ANSWER}),
        ({"thema": ["selectie", "taal"]}, {PRACTICE, ANSWER}), ({"fase": ["selecteren"]}, {PRACTICE}),
        ({"advies": ["doen"], "thema": ["taal"]}, set()), ({"zekerheid": ["4"]}, {PRACTICE}),
    ],
)  # fmt: skip
def test_what_changed_can_be_narrowed(shelf, filters, expected):
    assert {one.url for one in queries.changes(filters, 10)} == expected


def test_the_last_change_stands_on_top_with_the_day_the_card_came(shelf):
    [one] = queries.changes({}, 1)
    assert (one.url, one.kind, one.themes) == (ANSWER, "antwoord", ["taal"])
    assert (one.added_at, one.changed_at) == (make.AT, LATER)


def test_every_published_card_has_an_address_with_its_themes_and_its_last_change(shelf):
    found = queries.addresses()
    assert found[0] == (ANSWER, ["taal"], LATER)
    assert sorted(found[1:]) == [(MATERIAL, ["vacature"], make.AT), (PRACTICE, ["selectie"], make.AT)]


def test_what_is_prepared_once_a_process_is_the_same_when_it_is_prepared_again():
    assert recipe.__wrapped__() == recipe()
    assert str(rows.__wrapped__().query) == str(rows().query)
