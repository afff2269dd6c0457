"""Background work of the index, three lines each: fetch, call, done."""

from datetime import timedelta

from django.tasks import task
from django.utils.timezone import localdate

KEEP = timedelta(days=365)
SOME = 25
"""Pages per task: about half a minute of work, so that a stop never waits long."""


@task()
def forget_old_misses() -> None:
    """Forget questions that found nothing after a year."""
    from doenwatwerkt.search import operations  # noqa: PLC0415 -- tasks are imported before models are ready

    operations.forget_misses(before=localdate() - KEEP)


@task()
def give_meaning() -> None:
    """Give new and changed pages their vectors, some at a time: only where the extra is installed."""
    from doenwatwerkt.search import operations  # noqa: PLC0415 -- tasks are imported before models are ready

    operations.index_vectors(most=SOME)
