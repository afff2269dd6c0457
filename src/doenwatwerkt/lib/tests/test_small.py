"""The small things that every room leans on: actors, code lists, reports and rows."""

import dataclasses

import pytest

from doenwatwerkt.lib import codes
from doenwatwerkt.lib.actor import LOADER, VISITOR, WORKER, Actor
from doenwatwerkt.lib.codes import Scale, SizeClass
from doenwatwerkt.lib.report import Report


def test_a_visitor_a_loader_and_a_worker_are_nobody_we_know():
    assert [(actor.is_known, actor.via, actor.roles) for actor in (VISITOR, LOADER, WORKER)] == [
        (False, "page", frozenset()), (False, "load", frozenset()), (False, "task", frozenset()),
    ]  # fmt: skip
    assert Actor(user_id=1).is_known


def test_who_acts_cannot_be_changed_on_the_way():
    with pytest.raises(dataclasses.FrozenInstanceError):
        VISITOR.user_id = 1


@pytest.mark.parametrize(
    ("size", "scale"),
    [("1", "klein"), ("2-9", "klein"), ("10-49", "klein"), ("50-249", "midden"), ("250+", "groot")],
)
def test_small_is_fewer_than_fifty(size, scale):
    assert Scale.of(size) == scale
    assert size in SizeClass.values


def test_code_lists_hold_slugs_with_a_dutch_label():
    wrong = [
        (name, value)
        for name, kind in codes.LISTS.items()
        for value, label in kind.choices
        if value != value.lower() or " " in value or not label
    ]
    assert wrong == []


def test_a_report_adds_up_what_rooms_did():
    report = Report(added=["a"])
    report.note("changed", "b")
    report.take(Report(added=["c"], left=["d"], gone=["e"], offered=["f"]))
    assert report == Report(added=["a", "c"], changed=["b"], offered=["f"], left=["d"], gone=["e"])
    assert [Report(added=["x"]).touched, Report(offered=["x"]).touched, Report(left=["x"], gone=["y"]).touched] == [
        True,
        True,
        False,
    ]
