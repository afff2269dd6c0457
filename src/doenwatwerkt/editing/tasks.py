"""Background work of this room: fetch, call, done."""

from django.conf import settings
from django.tasks import task
from django.utils.timezone import localdate, now

from doenwatwerkt.lib.actor import WORKER

MOST = 40
"""Addresses asked in one round, so that a round stays short."""


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


@task()
def look_for_cards() -> None:
    """Ask our own search every card's own questions, and keep which cards none of them brings up."""
    from doenwatwerkt.editing import operations, queries  # noqa: PLC0415 -- tasks are imported before models are ready

    operations.note_lost(queries.lost_cards(), by=WORKER, at=now())
