"""Background work of the post: fetch, send, done; a letter that could not go is tried again."""

import logging
from datetime import timedelta

from django.tasks import task
from django.utils.timezone import now

log = logging.getLogger(__name__)
TRIES = 6


@task()
def deliver(letter_id: int, attempt: int = 1) -> None:
    """Send one letter, or try again after 1, 2, 4, 8 and 16 minutes. The last failure is logged, without the address."""
    from doenwatwerkt.post import operations, queries  # noqa: PLC0415 -- operations enqueues this task

    letter = queries.unsent(letter_id)
    if letter is None:
        return
    try:
        operations.send(letter, at=now())
    except OSError as trouble:
        if attempt >= TRIES:
            log.error("letter %s was not sent after %s tries: %s", letter_id, attempt, type(trouble).__name__)
            return
        deliver.using(run_after=now() + timedelta(minutes=2 ** (attempt - 1))).enqueue(letter_id, attempt + 1)
