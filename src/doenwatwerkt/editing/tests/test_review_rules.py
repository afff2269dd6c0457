"""When enough people agreed: a truth table without a database."""

import pytest

from doenwatwerkt.editing import rules
from doenwatwerkt.editing.rules import DraftState, Look, Outcome
from doenwatwerkt.lib.refusal import Refused

YES, NO, OPEN = Outcome.APPROVED, Outcome.OBJECTED, Outcome.OPEN
ONE, TWO = "Er moet nog één persoon akkoord geven.", "Er moeten nog 2 mensen akkoord geven."
OUTSIDE = "Minstens één akkoord moet van buiten de organisatie komen die dit voorstelt."
OBJECTION = "Er staat nog een bezwaar open."
OURS, MERGED, THEIRS = 1, 2, 3


def look(who, organisation, outcome=YES, revision=5):
    return Look(who, organisation, outcome, None if outcome == OPEN else revision)


@pytest.mark.parametrize(
    ("looks", "left"),
    [
        ([], [TWO, OUTSIDE]),
        ([look("a", THEIRS)], [ONE]),
        ([look("a", OURS)], [ONE, OUTSIDE]),
        ([look("a", OURS), look("b", OURS)], [OUTSIDE]),
        ([look("a", OURS), look("b", MERGED)], [OUTSIDE]),
        ([look("a", OURS), look("b", THEIRS)], []),
        ([look("a", THEIRS), look("b", THEIRS)], []),
        ([look("a", THEIRS), look("b", THEIRS), look("c", THEIRS)], []),
        ([look("a", THEIRS, revision=4), look("b", THEIRS)], [ONE]),
        ([look("a", THEIRS, revision=4), look("b", OURS)], [ONE, OUTSIDE]),
        ([look("a", THEIRS, revision=6), look("b", THEIRS)], [ONE]),
        ([look("writer", THEIRS), look("b", THEIRS)], [ONE]),
        ([look("writer", THEIRS), look("saver", THEIRS)], [TWO, OUTSIDE]),
        ([look("a", OURS), look("b", THEIRS), look("c", THEIRS, NO)], [OBJECTION]),
        ([look("a", OURS), look("b", THEIRS), look("c", THEIRS, NO, revision=4)], [OBJECTION]),
        ([look("a", OURS), look("b", THEIRS), look("writer", OURS, NO)], []),
        ([look("a", OURS), look("b", THEIRS, OPEN)], [ONE, OUTSIDE]),
        ([look("a", THEIRS, NO)], [TWO, OUTSIDE, OBJECTION]),
    ],
)  # fmt: skip
def test_two_agree_one_from_outside_no_writer_and_nobody_objects(looks, left):
    found = rules.lacking(iter(looks), revision=5, writers=iter(["writer", "saver"]), inside=iter([OURS, MERGED]))
    assert found == left


@pytest.mark.parametrize(
    ("left", "letter"), [(400, None), (91, None), (90, 90), (31, 90), (30, 30), (1, 30), (0, 30), (-1, None)]
)
def test_which_letter_is_due_before_a_verdict_ends(left, letter):
    assert rules.due_letter(left) == letter


@pytest.mark.parametrize(("was", "verb", "to"), [("ready", "reopen", "review"), ("review", "settle", "ready")])
def test_what_enough_people_agreed_on_is_ready_and_can_fall_back(was, verb, to):
    assert rules.move(was, verb) == to


@pytest.mark.parametrize("was", [DraftState.WRITING, DraftState.REVIEW, DraftState.PUBLISHED, DraftState.DROPPED])
def test_only_what_is_ready_falls_back(was):
    with pytest.raises(Refused):
        rules.move(was, "reopen")
