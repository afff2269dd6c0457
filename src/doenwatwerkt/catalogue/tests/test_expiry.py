"""A verdict ends by itself: the rating greys out everywhere, and nothing is recommended on it any more."""

from datetime import date, timedelta

import pytest

from doenwatwerkt.catalogue import queries, rules
from doenwatwerkt.catalogue.tests import make

GIVEN = date(2026, 11, 23)
LAST = date(2031, 11, 23)
AFTER = LAST + timedelta(days=1)
WISH = rules.Wish(theme="selectie", phase="selecteren")


@pytest.fixture
def shelf(db, tmp_path):
    make.practice(make.shelf(tmp_path), nagekeken_op=GIVEN)
    make.stocked(tmp_path)


@pytest.mark.parametrize(
    ("today", "holds"), [(LAST - timedelta(days=1), True), (LAST, True), (AFTER, False), (date(2040, 1, 1), False)]
)
def test_a_verdict_holds_on_its_last_day_and_not_the_day_after(today, holds):
    assert rules.holds(LAST, today) is holds


@pytest.mark.parametrize(("today", "told"), [(LAST, ["werkproef"]), (AFTER, [])])
def test_nothing_is_recommended_on_a_verdict_that_expired(shelf, today, told):
    assert [face.slug for face in queries.working(today, 5)] == told
    assert [one.slug for one in queries.candidates(WISH, today)] == told
    assert [one.slug for one in queries.candidates(rules.Wish(), today)] == told


@pytest.mark.parametrize(("today", "late"), [(LAST, False), (AFTER, True)])
def test_every_list_says_that_it_expired(shelf, today, late):
    [face] = queries.faces([make.card("werkproef").pk], today)
    [dot] = queries.dots({}, today)
    assert (face.expired, dot.expired, dot.words.endswith(", oordeel verlopen")) == (late, late, late)


def test_on_a_theme_what_expired_comes_last(db, tmp_path):
    sure = make.PRACTICE["oordeel"]
    make.practice(make.shelf(tmp_path), "oud", nagekeken_op=date(2020, 1, 1), oordeel=sure | {"aftrek": []})
    make.practice(tmp_path, "vers", nagekeken_op=GIVEN, oordeel=sure | {"start": 2})
    make.load(tmp_path)
    [(faces, total)] = queries.of_theme("selectie", date(2027, 1, 1), 5).values()
    assert ([face.slug for face in faces], total) == (["vers", "oud"], 2)


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        (LAST, LAST, ["werkproef"]),
        (LAST - timedelta(days=30), AFTER, ["werkproef"]),
        (AFTER, AFTER, []),
        (GIVEN, GIVEN, []),
    ],
)
def test_which_verdicts_end_in_a_span_of_days(shelf, since, until, told):
    assert [verdict.practice.card.slug for verdict in queries.ending(since, until)] == told


def test_practices_whose_verdict_ends_first_stand_on_top(shelf, tmp_path):
    make.practice(tmp_path, "eerder", nagekeken_op=GIVEN, oordeel=make.PRACTICE["oordeel"] | {"start": 2})
    make.load(tmp_path)
    found = queries.practices_by_validity()
    assert [(slug, until) for slug, _, until in found] == [("eerder", date(2029, 11, 23)), ("werkproef", LAST)]


def test_a_practice_is_found_by_its_address(shelf):
    assert queries.practice("werkproef").practice.verdict.certainty == 4
    assert queries.practice("taaleis") is None


@pytest.mark.parametrize(("checked", "late"), [(date(2020, 1, 1), True), (make.CHECKED, False)])
@pytest.mark.parametrize("address", ["/praktijken/werkproef/", "/menukaart/", "/menukaart/?weergave=tabel", "/menukaart/?weergave=grafiek",
                                     "/praktijken/", "/menukaart/vergelijken/?kaart=werkproef"])  # fmt: skip
def test_pages_grey_it_out_by_the_clock(client, db, tmp_path, address, checked, late):
    make.practice(make.shelf(tmp_path), nagekeken_op=checked)
    make.stocked(tmp_path)
    assert ("oordeel verlopen" in client.get(address).content.decode()) is late


@pytest.mark.parametrize(
    ("days", "shown", "amber"),
    [(0, True, False), (365, True, False), (366, True, True), (548, True, True), (549, False, False)],
)
def test_a_legal_fact_turns_amber_after_a_year_and_leaves_answers_after_a_year_and_a_half(
    client, db, tmp_path, days, shown, amber
):
    facts = [fact | {"nagekeken_op": make.CHECKED - timedelta(days=days)} for fact in make.FACTS]
    make.write(make.three(tmp_path) / "rechtsfeiten.yaml", facts)
    make.stocked(tmp_path)
    page = client.get("/antwoorden/taaleis/").content.decode()
    told = client.get("/api/v1/antwoorden/taaleis").json()["rechtsfeiten"]
    assert ("U behandelt iedereen gelijk." in page, "pill-warm" in page, len(told) == 1) == (shown, amber, shown)
