"""Background work of this room: fetch, do, done."""

from django.tasks import task
from django.utils.timezone import now

from doenwatwerkt.lib.actor import WORKER


@task()
def forget_invitations() -> None:
    """Forget to whom expired invitations went."""
    from doenwatwerkt.people import operations  # noqa: PLC0415 -- tasks are imported before models are ready

    operations.forget_invitations(by=WORKER, at=now())
