"""Background work of this room, three lines each: fetch, call, done."""

from datetime import timedelta

from django.tasks import task
from django.utils.timezone import now

from doenwatwerkt.lib.actor import WORKER

KEEP = timedelta(days=365)


@task()
def forget_old_drafts() -> None:
    """Forget drafts a year after they were published or dropped."""
    from doenwatwerkt.editing import operations  # noqa: PLC0415 -- tasks are imported before models are ready

    operations.forget_drafts(before=now() - KEEP, by=WORKER, at=now())


@task()
def publish_due() -> None:
    """Publish the drafts whose moment has come."""
    from doenwatwerkt.editing import operations, queries  # noqa: PLC0415 -- tasks are imported before models are ready

    for draft in queries.due(now()):
        operations.publish_due(draft, by=WORKER, at=now())
