"""When a commitment is late: past its date while nobody reported it done."""

from datetime import date

import pytest

from doenwatwerkt.commitments import rules

DUE = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("status", "today", "late"),
    [
        ("toegezegd", date(2026, 6, 30), False), ("toegezegd", date(2026, 7, 1), True),
        ("in-uitvoering", date(2026, 7, 1), True), ("bijgesteld", date(2026, 7, 1), True),
        ("gerealiseerd", date(2026, 7, 1), False), ("vervallen", date(2026, 7, 1), False),
        ("voorgesteld", date(2026, 7, 1), False), ("backlog", date(2026, 7, 1), False),
    ],
)  # fmt: skip
def test_silence_after_the_date_is_not_green(status, today, late):
    assert rules.is_late(status, DUE, today) is late


def test_a_promise_without_a_date_is_never_late():
    assert not rules.is_late("toegezegd", None, date(2099, 1, 1))
