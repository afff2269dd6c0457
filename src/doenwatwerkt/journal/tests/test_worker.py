"""The worker: it does what waits, takes over from who died, and starts what is due once."""

import signal
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.tasks import TaskResultStatus
from django.utils.timezone import now
from django_tasks_db.models import DBTaskResult

from doenwatwerkt.config import schedule
from doenwatwerkt.journal import operations
from doenwatwerkt.journal.management.commands.worker import PATIENCE
from doenwatwerkt.journal.models import Job
from doenwatwerkt.journal.tests import make

NAME, EVERY, PATH = schedule.JOBS[0]
DAY = timedelta(days=1)


@pytest.fixture
def signals():
    """The worker listens to Ctrl-C; after the test that is pytest's again."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)
    before = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture(autouse=True)
def nothing_due(db):
    """Periodic work was done just now, so that tests meet only their own tasks."""
    for name, every, _ in schedule.JOBS:
        operations.claim(name, every=every, at=now())


def soup():
    """The task that brings the soup to the table."""
    return DBTaskResult.objects.get(task_path="doenwatwerkt.journal.tasks.react")


def die(*, ago):
    """A worker takes the task and is killed, so long ago."""
    soup().claim("werker-die-stierf")
    DBTaskResult.objects.update(started_at=now() - ago)


def test_the_worker_does_what_waits_and_stops_when_asked_to_do_it_once(db, listens, signals):
    listens(make.fill_bowl)
    make.cook()
    with make.kept_open():
        call_command("worker", once=True, interval=0)
    assert make.bowls() == ["bord 1 van 2 liter"]
    assert soup().status == TaskResultStatus.SUCCESSFUL


def test_one_failing_reaction_does_not_hold_up_another(db, listens):
    listens(make.drop_bowl)
    listens(make.fill_bowl)
    make.cook()
    make.worker().run()
    assert make.bowls() == ["bord 1 van 2 liter"]


def test_the_task_of_a_killed_worker_runs_again(db, listens):
    listens(make.fill_bowl)
    make.cook()
    die(ago=PATIENCE + timedelta(minutes=1))
    make.worker("werker-2").run()
    assert make.bowls() == ["bord 1 van 2 liter"]
    assert (soup().status, soup().worker_ids) == (TaskResultStatus.SUCCESSFUL, ["werker-die-stierf", "werker-2"])


def test_a_worker_with_the_name_of_the_dead_one_takes_over_too(db, listens):
    listens(make.fill_bowl)
    make.cook()
    die(ago=PATIENCE + timedelta(minutes=1))
    make.worker("werker-die-stierf").run()
    assert make.bowls() == ["bord 1 van 2 liter"]


def test_what_the_killed_worker_had_already_done_is_not_done_again(db, listens):
    reaction = listens(make.fill_bowl)
    operations.deliver(make.cook(), reaction=reaction, at=make.AT)
    die(ago=PATIENCE + timedelta(minutes=1))
    make.worker().run()
    assert make.bowls() == ["bord 1 van 2 liter"]
    assert soup().status == TaskResultStatus.SUCCESSFUL


def test_a_worker_that_is_still_busy_is_left_alone(db, listens):
    listens(make.fill_bowl)
    make.cook()
    die(ago=PATIENCE - timedelta(minutes=1))
    make.worker().run()
    assert make.bowls() == []
    assert soup().status == TaskResultStatus.RUNNING


def test_the_worker_goes_on_until_it_is_told_to_stop(db, listens):
    worker = make.worker(batch=False)

    def close_the_kitchen(entry):
        make.fill_bowl(entry)
        if len(make.bowls()) == 2:
            worker.running = False

    listens(close_the_kitchen)
    make.cook(1)
    make.cook(2)
    worker.run()
    assert make.bowls() == ["bord 1 van 1 liter", "bord 2 van 2 liter"]


def test_periodic_work_starts_when_it_is_due_and_once_for_all_workers(db):
    Job.objects.filter(name=NAME).update(due_at=now())
    make.worker("werker-1").run()
    make.worker("werker-2").run()
    done = DBTaskResult.objects.filter(task_path=PATH)
    assert [task.status for task in done] == [TaskResultStatus.SUCCESSFUL]


def test_a_worker_looks_around_at_most_every_ten_seconds(db):
    worker = make.worker()
    worker.start_rounds()
    Job.objects.filter(name=NAME).update(due_at=now())
    worker.start_rounds()
    assert DBTaskResult.objects.filter(task_path=PATH).count() == 0


def test_work_is_claimed_once_a_period(db):
    moments = [make.AT, make.AT, make.AT + DAY / 2, make.AT + DAY, make.AT + DAY]
    assert [operations.claim("soep", every=DAY, at=at) for at in moments] == [True, False, False, True, False]


def test_of_two_workers_that_look_at_the_same_moment_one_gets_the_work(db):
    operations.claim("soep", every=DAY, at=make.AT)
    second = []

    def just_before_the_first_writes(execute, sql, params, many, context):
        if sql.startswith("UPDATE") and not second:
            second.append("asks")
            second.append(operations.claim("soep", every=DAY, at=make.AT + DAY))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(just_before_the_first_writes):
        first = operations.claim("soep", every=DAY, at=make.AT + DAY)
    assert (first, second[-1]) == (False, True)
