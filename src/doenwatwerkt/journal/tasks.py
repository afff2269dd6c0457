"""Deliver journal entries to reactions, one task each, so one failure never holds up another."""

import logging
from datetime import timedelta

from django.tasks import task
from django.utils.timezone import now

log = logging.getLogger(__name__)
TRIES = 5


@task()
def react(reaction: str, entry_id: int, attempt: int = 1) -> None:
    """Deliver, or try again later: after 2, 4, 8 and 16 minutes. The last failure is logged as an error."""
    from doenwatwerkt.journal import operations, queries  # noqa: PLC0415 -- operations enqueues this task

    try:
        operations.deliver(queries.entry(entry_id), reaction=reaction, at=now())
    except Exception:
        if attempt >= TRIES:
            log.exception("reaction %s to entry %s failed %s times", reaction, entry_id, attempt)
            raise
        later = react.using(run_after=now() + timedelta(minutes=2**attempt))
        later.enqueue(reaction, entry_id, attempt + 1)
