"""Background work of this room, three lines each: fetch, call, done."""

from django.tasks import task
from django.utils.timezone import now

from doenwatwerkt.lib.actor import WORKER


@task()
def publish_due() -> None:
    """Publish the drafts whose moment has come."""
    from doenwatwerkt.editing import operations, queries  # noqa: PLC0415 -- tasks are imported before models are ready

    for draft in queries.due(now()):
        operations.publish_due(draft, by=WORKER, at=now())
