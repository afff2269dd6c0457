"""What happened is written with who, when and why, together with the change itself or not at all."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from doenwatwerkt.journal import operations, queries, reactions
from doenwatwerkt.journal.models import Cause, Entry, Job
from doenwatwerkt.journal.tests import make
from doenwatwerkt.lib.actor import LOADER


def test_a_line_says_who_did_what_when_for_whom_and_which_way(db):
    entry = make.cook(litres=5)
    line = Entry.objects.values("kind", "at", "by_id", "of_id", "via", "subject", "data").get(pk=entry.pk)
    assert line == {
        "kind": "keuken.SoupCooked", "at": make.AT, "by_id": 7, "of_id": 3, "via": "page",
        "subject": f"journal.Job:{make.pan().pk}", "data": {"litres": 5},
    }  # fmt: skip


def test_what_nobody_in_person_did_names_no_person(db):
    entry = make.cook(by=LOADER)
    assert (entry.by_id, entry.of_id, entry.via) == (None, None, "load")


def test_what_led_to_it_is_kept(db):
    first, second = make.cook(1), make.cook(2)
    third = make.cook(3, because=(first, second))
    assert sorted(third.causes.values_list("cause_id", flat=True)) == [first.pk, second.pk]
    assert list(first.effects.values_list("entry_id", flat=True)) == [third.pk]
    assert list(second.causes.all()) == []


def test_each_listener_gets_a_task_of_its_own(db, listens):
    names = [listens(make.fill_bowl), listens(make.drop_bowl)]
    entry = make.cook()
    tasks = DBTaskResult.objects.values_list("task_path", "args_kwargs").order_by("enqueued_at")
    assert [(path, sent["args"]) for path, sent in tasks] == [
        ("doenwatwerkt.journal.tasks.react", [names[0], entry.pk]),
        ("doenwatwerkt.journal.tasks.react", [names[1], entry.pk]),
    ]
    assert reactions.subscriptions() == {"keuken.SoupCooked": sorted(names)}


def test_where_nobody_listens_nothing_waits(db, listens):
    make.cook()
    assert DBTaskResult.objects.count() == 0


def test_a_change_that_fails_leaves_no_line_no_cause_and_no_task(db, listens):
    listens(make.fill_bowl)
    first = make.cook(1)
    before = [model.objects.count() for model in (Entry, Cause, DBTaskResult, Job)]
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        make.cook(2, because=(first,))
        Job.objects.create(name="lepel", due_at=make.AT)
        _ = 1 / 0
    assert [model.objects.count() for model in (Entry, Cause, DBTaskResult, Job)] == before


@pytest.mark.django_db(transaction=True)
def test_nobody_writes_a_line_outside_a_transaction():
    with pytest.raises(RuntimeError, match="inside an operation's transaction"):
        operations.record(make.SoupCooked(by=make.ANNA, at=make.AT, litres=1), about=make.pan())
    assert Entry.objects.count() == 0


def test_nothing_causes_itself_and_a_cause_is_told_once(db):
    first, second = make.cook(1), make.cook(2)
    for wrong in ([Cause(entry=first, cause=first)], [Cause(entry=second, cause=first)] * 2):
        with pytest.raises(IntegrityError), transaction.atomic():
            Cause.objects.bulk_create(wrong)
    assert Cause.objects.count() == 0


def test_rooms_read_the_history_of_one_thing_newest_first(db):
    first, second = make.cook(1), make.cook(2, at=make.AT + timedelta(hours=1))
    same_time = make.cook(3, at=make.AT + timedelta(hours=1))
    subject = first.subject
    assert queries.about(subject) == [same_time, second, first]
    assert queries.latest(subject) == same_time
    assert queries.entry(first.pk) == first
    assert queries.about("journal.Job:0") == []


def test_rooms_count_what_happened_between_two_moments(db):
    for hours in (0, 1, 2):
        make.cook(at=make.AT + timedelta(hours=hours))
    assert queries.count("keuken.SoupCooked", make.AT, make.AT + timedelta(hours=2)) == 2
    assert queries.count("keuken.SoupEaten", make.AT, make.AT + timedelta(hours=2)) == 0


def test_a_line_reads_as_a_sentence(db):
    first = make.cook(1)
    second = make.cook(2, because=(first,))
    assert str(first) == f"{first.pk} keuken.SoupCooked journal.Job:{make.pan().pk}"
    assert str(second.causes.get()) == f"{first.pk} -> {second.pk}"
    assert str(make.pan()) == "pan"
