"""Record a fact and wake whoever reacts to it; deliver; put dead work back; claim periodic work."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from doenwatwerkt.journal import queries, reactions, tasks
from doenwatwerkt.journal.facts import Fact
from doenwatwerkt.journal.models import Cause, Delivery, Entry, Job


def record(fact: Fact, *, about: models.Model, because: Iterable[Entry] = ()) -> Entry:
    """Write the journal line, its causes and one task per reaction, all or nothing with the caller's change."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("record() belongs inside an operation's transaction")
    data: dict[str, Any] = {f.name: getattr(fact, f.name) for f in fields(fact) if f.name not in ("at", "by")}
    entry = Entry.objects.create(
        kind=reactions.name_of(type(fact)), at=fact.at, by_id=fact.by.user_id, of_id=fact.by.organisation_id,
        via=fact.by.via, subject=queries.subject(about), data=data,
    )  # fmt: skip
    Cause.objects.bulk_create(Cause(entry=entry, cause=cause) for cause in because)
    for reaction in reactions.to(type(fact)):
        tasks.react.enqueue(reaction, entry.pk)
    return entry


@transaction.atomic
def deliver(entry: Entry, *, reaction: str, at: datetime) -> bool:
    """Run one reaction to one entry. False when it already happened: a task that runs again changes nothing."""
    _, new = Delivery.objects.get_or_create(entry=entry, reaction=reaction, defaults={"at": at})
    if new:
        reactions.run(reaction, entry)
    return new


def put_back(*, at: datetime, patience: timedelta) -> int:
    """Put tasks of workers that died back in the queue. Returns how many. Asked between tasks, so the asker runs none."""
    dead = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=at - patience)
    return dead.update(status=TaskResultStatus.READY, started_at=None)


def claim(name: str, *, every: timedelta, at: datetime) -> bool:
    """True for exactly one of the workers that ask, once per period."""
    job, _ = Job.objects.get_or_create(name=name, defaults={"due_at": at})
    if job.due_at > at:
        return False
    return Job.objects.filter(pk=job.pk, due_at=job.due_at).update(due_at=at + every) == 1
