"""Background work of this room, three lines each: fetch, call, done."""

from datetime import timedelta

from django.tasks import task
from django.utils.timezone import localdate, now

from doenwatwerkt.lib.actor import WORKER

KEEP = timedelta(days=365)


@task()
def forget_old_feedback() -> None:
    """Forget what readers said of cards after a year."""
    from doenwatwerkt.catalogue import operations  # noqa: PLC0415 -- tasks are imported before models are ready

    operations.forget_feedback(before=localdate() - KEEP, by=WORKER, at=now())
