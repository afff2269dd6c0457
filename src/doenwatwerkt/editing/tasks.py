"""Background work of this room, three lines each: fetch, call, done."""

from datetime import timedelta

from django.conf import settings
from django.tasks import task
from django.utils.timezone import localdate, now

from doenwatwerkt.lib.actor import WORKER

LATER, BATCH = -10, 15
"""The priority of work that can wait, and how many cards are looked for in one task."""
MOST = 40
"""Addresses asked in one round, so that a round stays short."""
KEEP_ADDRESS = timedelta(days=30)
"""How long after a link expired we can still send a new one."""
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


@task()
def tell_of_endings() -> None:
    """Tell owners of practices that a verdict ends in 90 or 30 days."""
    from doenwatwerkt.editing import operations, queries  # noqa: PLC0415 -- tasks are imported before models are ready

    for verdict, days in queries.letters_due(localdate()):
        operations.tell_of_ending(verdict, days=days, by=WORKER, at=now())


@task()
def forget_addresses() -> None:
    """Forget where reviewers without an account can be reached, once we need it no more."""
    from doenwatwerkt.editing import operations  # noqa: PLC0415 -- tasks are imported before models are ready

    operations.forget_addresses(now() - KEEP_ADDRESS, by=WORKER, at=now())


@task()
def check_links() -> None:
    """Ask the addresses that are due, of hosts on the list. Without a list (as in the demo) nothing is asked."""
    from doenwatwerkt.editing import adapter, operations, queries  # noqa: PLC0415 -- tasks are imported before models are ready

    hosts = {host.lower() for host in settings.LINK_HOSTS}
    if not hosts:
        return
    used = queries.used_addresses()
    operations.forget_links(used, by=WORKER, at=now())
    due = queries.links_due([url for url in used if adapter.allowed(url, hosts)], today=localdate())
    for url in due[:MOST]:
        check_link.enqueue(url)


@task()
def check_link(url: str) -> None:
    """Ask one address: a task of its own, because nobody knows how long the other side takes."""
    from doenwatwerkt.editing import adapter, operations  # noqa: PLC0415 -- tasks are imported before models are ready

    operations.note_link(url, status=adapter.status_of(url), by=WORKER, at=now())


@task(priority=LATER)
def look_for_cards() -> None:
    """Ask our own search every card's own questions: a few cards a task, so that letters never wait for it."""
    from doenwatwerkt.editing import operations, queries  # noqa: PLC0415 -- tasks are imported before models are ready

    cards = queries.public_cards()
    operations.forget_lost(cards, by=WORKER, at=now())
    for first in range(0, len(cards), BATCH):
        look_for.enqueue(cards[first : first + BATCH])


@task(priority=LATER)
def look_for(cards: list[int]) -> None:
    """Keep which of these cards none of their own questions brings up."""
    from doenwatwerkt.editing import operations, queries  # noqa: PLC0415 -- tasks are imported before models are ready

    operations.note_lost(cards, lost=queries.lost_cards(cards), by=WORKER, at=now())
