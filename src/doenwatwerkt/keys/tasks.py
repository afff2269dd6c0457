"""Background work of keys: fetch, call, done."""

from django.tasks import task
from django.utils.timezone import now

from doenwatwerkt.lib.actor import WORKER


@task()
def forget_old_keys() -> None:
    """Forget codes, tallies and sessions that are over."""
    from doenwatwerkt.keys import operations  # noqa: PLC0415 -- tasks are imported before models are ready

    operations.forget_old(by=WORKER, at=now())
