"""A reaction reaches its entry once, tries again when it fails, and says so when it gives up."""

import logging
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now
from django_tasks_db.models import DBTaskResult

from doenwatwerkt.journal import operations, tasks
from doenwatwerkt.journal.models import Delivery
from doenwatwerkt.journal.tests import make


def waiting():
    """(arguments, minutes from now) of every task that waits for later, rounded."""
    rows = DBTaskResult.objects.exclude(run_after__year=9999).order_by("enqueued_at")
    return [(row.args_kwargs["args"], round((row.run_after - now()) / timedelta(minutes=1))) for row in rows]


def test_an_effect_happens_once_however_often_it_is_delivered(db, listens):
    reaction = listens(make.fill_bowl)
    entry = make.cook()
    assert operations.deliver(entry, reaction=reaction, at=make.AT) is True
    assert operations.deliver(entry, reaction=reaction, at=make.AT) is False
    tasks.react.func(reaction, entry.pk)
    assert make.bowls() == ["bord 1 van 2 liter"]
    assert str(Delivery.objects.get()) == f"{entry.pk} -> {reaction}"


def test_two_soups_fill_two_bowls(db, listens):
    reaction = listens(make.fill_bowl)
    for litres in (1, 2):
        operations.deliver(make.cook(litres), reaction=reaction, at=make.AT)
    assert make.bowls() == ["bord 1 van 1 liter", "bord 2 van 2 liter"]


def test_a_reaction_that_fails_leaves_nothing_and_counts_as_not_delivered(db, listens):
    reaction = listens(make.drop_bowl)
    with pytest.raises(ValueError, match="Het bord viel"):
        operations.deliver(make.cook(), reaction=reaction, at=make.AT)
    assert make.bowls() == []
    assert Delivery.objects.count() == 0


@pytest.mark.parametrize(("attempt", "minutes"), [(1, 2), (2, 4), (3, 8), (4, 16)])
def test_a_reaction_that_fails_is_tried_again_later_and_later(db, listens, attempt, minutes):
    reaction = listens(make.drop_bowl)
    entry = make.cook()
    tasks.react.func(reaction, entry.pk, attempt)
    assert waiting() == [([reaction, entry.pk, attempt + 1], minutes)]
    assert make.bowls() == []


def test_the_fifth_failure_is_told_to_the_administrator_and_not_tried_again(db, listens, caplog):
    reaction = listens(make.drop_bowl)
    entry = make.cook()
    with caplog.at_level(logging.ERROR), pytest.raises(ValueError, match="Het bord viel"):
        tasks.react.func(reaction, entry.pk, 5)
    assert [record.getMessage() for record in caplog.records] == [
        f"reaction {reaction} to entry {entry.pk} failed 5 times"
    ]
    assert waiting() == []


def test_the_database_refuses_the_same_delivery_twice(db):
    delivery = {"entry": make.cook(), "reaction": "keuken.reactions.fill_bowl", "at": make.AT}
    Delivery.objects.create(**delivery)
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(**delivery)
