"""Before a verdict ends its owner gets a letter, at 90 and at 30 days, once each however many workers come by."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from doenwatwerkt.catalogue.models import Card, Verdict
from doenwatwerkt.config import schedule
from doenwatwerkt.editing import operations, queries, tasks
from doenwatwerkt.editing.models import Notice
from doenwatwerkt.editing.tests import desk as make
from doenwatwerkt.editing.tests import looking
from doenwatwerkt.journal import queries as journal
from doenwatwerkt.lib.actor import WORKER
from doenwatwerkt.people.models import Organisation
from doenwatwerkt.post.models import Letter

ENDS = date(2031, 11, 23)
AT = datetime(2031, 9, 1, tzinfo=UTC)


@pytest.fixture
def desk(db, tmp_path):
    found = looking.opened(tmp_path)
    Verdict.objects.update(valid_until=ENDS)
    return found


def tell(days_before):
    for verdict, days in queries.letters_due(ENDS - timedelta(days=days_before)):
        operations.tell_of_ending(verdict, days=days, by=WORKER, at=AT)
    return list(Letter.objects.order_by("to", "pk").values_list("to", flat=True))


@pytest.mark.parametrize(
    ("days", "letters"),
    [([91], 0), ([90], 2), ([90, 89, 31], 2), ([90, 30], 4), ([90, 30, 29, 1, 0], 4), ([12], 2), ([-1], 0)],
)
def test_editors_hear_at_90_and_at_30_days_once_each(desk, days, letters):
    for one in days:
        tell(one)
    assert Letter.objects.filter(kind="verdict_ending").count() == letters


def test_the_letter_says_what_ends_when_and_where_to_go(desk):
    assert tell(90) == [desk.femke.email, desk.gijs.email]
    letter = Letter.objects.order_by("pk")[0]
    assert letter.subject == "Een oordeel loopt af: Laat mensen een werkproef doen"
    assert ("23 november 2031" in letter.text, "/redactie/oordelen/nieuw/werkproef/" in letter.text) == (True, True)
    told = journal.newest("editing.VerdictEndingTold")
    assert (told.data["days"], told.via) == (90, "task")


def test_the_owner_hears_it_and_not_the_editors(desk):
    Card.objects.filter(slug="werkproef").update(owner=desk.college)
    assert tell(90) == [desk.petra.email]


def test_an_owner_without_people_leaves_it_to_the_editors(desk):
    Card.objects.filter(slug="werkproef").update(owner=Organisation.objects.get(slug="ser-dib"))
    assert tell(90) == [desk.femke.email, desk.gijs.email]


def test_a_second_worker_with_the_same_list_sends_nothing(desk):
    due = queries.letters_due(ENDS - timedelta(days=90))
    [first, second] = [[operations.tell_of_ending(one, days=n, by=WORKER, at=AT) for one, n in due] for _ in range(2)]
    assert (first, second, Letter.objects.count()) == ([True], [False], 2)


def test_only_the_verdict_that_counts_now_ends(desk):
    one = looking.ready(desk.kim, desk.kees, desk.noor)
    operations.give_judgement(one, by=looking.by(desk.femke), at=looking.SOON)
    assert queries.letters_due(ENDS - timedelta(days=90)) == []


def test_the_worker_does_it_every_day(desk, monkeypatch):
    jobs = {path: every for _, every, path in schedule.JOBS}
    for name in ("tell_of_endings", "forget_addresses"):
        assert jobs[f"doenwatwerkt.editing.tasks.{name}"] == timedelta(days=1)
    monkeypatch.setattr(tasks, "localdate", lambda: ENDS - timedelta(days=30))
    tasks.tell_of_endings.call()
    tasks.tell_of_endings.call()
    assert Letter.objects.filter(kind="verdict_ending").count() == 2
    tasks.forget_addresses.call()


def test_the_database_keeps_one_notice_of_each(desk):
    verdict = Verdict.objects.get()
    Notice.objects.create(verdict=verdict, days=90, at=make.AT)
    for days in (90, 45):
        with pytest.raises(IntegrityError), transaction.atomic():
            Notice.objects.create(verdict=verdict, days=days, at=make.AT)
