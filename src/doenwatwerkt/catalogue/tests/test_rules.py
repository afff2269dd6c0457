"""How sure, how long, what is shown and what is recommended: truth tables without a database."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from doenwatwerkt.catalogue import content as files
from doenwatwerkt.catalogue import rules
from doenwatwerkt.lib.content import read_tsv

TOLD = {row["practice"]: int(row["certainty"]) for row in read_tsv(Path(__file__).parent / "certainties.tsv")}
TODAY = date(2026, 11, 23)


def test_our_sum_gives_every_practice_the_certainty_of_the_evidence_bank(content):
    ours = {
        seed.slug: rules.certainty(seed.says.oordeel.start, list(seed.says.oordeel.aftrek))
        for seed in content.seeds
        if seed.kind == "praktijk"
    }
    assert len(TOLD) == 62
    assert ours == TOLD


@pytest.mark.parametrize(
    ("start", "deductions", "certainty"),
    [
        (5, [], 5), (5, ["I"], 4), (5, ["I", "T"], 3), (5, ["I", "T", "O"], 3), (5, ["I", "T", "O", "C"], 3),
        (3, ["C"], 2), (2, ["T", "O"], 0), (1, ["I", "T"], 0), (1, ["I"], 0), (0, ["I"], 0), (0, [], 0),
    ],
)  # fmt: skip
def test_each_deduction_takes_a_point_off_two_at_most_and_never_below_zero(start, deductions, certainty):
    assert rules.certainty(start, deductions) == certainty


@pytest.mark.parametrize(
    ("given", "certainty", "until"),
    [
        (date(2026, 11, 22), 0, date(2029, 11, 22)), (date(2026, 11, 22), 3, date(2029, 11, 22)),
        (date(2026, 11, 22), 4, date(2031, 11, 22)), (date(2026, 11, 22), 5, date(2031, 11, 22)),
        (date(2024, 2, 29), 3, date(2027, 2, 28)), (date(2024, 2, 29), 5, date(2029, 2, 28)),
    ],
)  # fmt: skip
def test_a_verdict_holds_three_years_or_five_when_it_is_sure(given, certainty, until):
    assert rules.valid_until(given, certainty) == until


@pytest.mark.parametrize(
    ("direction", "size", "certainty", "shown"),
    [
        ("positief", "middel", 3, "middel"), ("negatief", "groot", 5, "groot"), ("gemengd", "klein", 2, "klein"),
        ("geen", "klein", 5, None), ("positief", "groot", 1, None), ("positief", "groot", 0, None),
        ("positief", "onbekend", 5, None),
    ],
)  # fmt: skip
def test_the_size_of_an_effect_is_not_shown_where_that_claims_too_much(direction, size, certainty, shown):
    assert rules.shown_size(direction, size, certainty) == shown


@pytest.mark.parametrize(
    ("days", "fresh"),
    [(0, "vers"), (365, "vers"), (366, "nakijken"), (548, "nakijken"), (549, "verlopen"), (5000, "verlopen")],
)
def test_a_legal_fact_is_amber_after_twelve_months_and_gone_after_eighteen(days, fresh):
    assert rules.freshness(TODAY - timedelta(days=days), TODAY) == fresh


@pytest.mark.parametrize(
    ("leans_on", "may"),
    [
        ([], True), (["geldend"], True), (["voorstel"], True), (["uitgesteld"], True),
        (["verworpen"], False), (["vervallen"], False), (["geldend", "verworpen"], False),
    ],
)  # fmt: skip
def test_nobody_is_advised_to_lean_on_a_rule_that_does_not_hold(leans_on, may):
    assert rules.may_recommend(leans_on) is may


def test_the_reader_can_follow_the_sum():
    assert rules.arithmetic(4, ["I", "T", "O"]) == (
        "Begint op 4: minstens één sterk veldexperiment met een echte uitkomst en steunend onderzoek, of een grote meta-analyse. "
        "Min 1: de uitkomst is indirect gemeten (houding, voornemen, test of eigen verhaal). "
        "Min 1: het onderzoek gaat over een andere groep dan mensen met een migratieachtergrond. "
        "Samen 2 van 5."
    )
    assert rules.arithmetic(0, []) == "Begint op 0: alleen beweringen. Samen 0 van 5."


def test_every_rung_start_and_deduction_has_words():
    assert [rung.number for rung in rules.RUNGS] == [0, 1, 2, 3, 4, 5]
    assert sorted(rules.STARTS) == [0, 1, 2, 3, 4, 5]
    assert sorted(rules.DEDUCTIONS) == ["C", "I", "O", "T"]


def test_each_move_ends_in_a_state_that_it_did_not_start_in():
    assert all(end not in starts for starts, end in rules.MOVES.values())


def test_every_kind_of_card_has_a_street_and_a_folder():
    assert rules.STREETS == files.FOLDERS
