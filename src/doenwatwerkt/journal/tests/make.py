"""A made-up kitchen that announces soup, so that the journal is tested without any other room."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection, transaction

from doenwatwerkt.journal import operations
from doenwatwerkt.journal.facts import Fact
from doenwatwerkt.journal.management.commands.worker import HouseWorker
from doenwatwerkt.journal.models import Entry, Job
from doenwatwerkt.lib.actor import Actor

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
ANNA = Actor(user_id=7, organisation_id=3, roles=frozenset({"werkgever"}), name="Anna")


@dataclass(frozen=True, kw_only=True)
class SoupCooked(Fact):
    """What the kitchen announces. It lives in no real module, so docs/facts.md never sees it."""

    __module__ = "voorbeeld.keuken"
    litres: int


def pan() -> Job:
    """Any row can be what a fact is about."""
    return Job.objects.get_or_create(name="pan", defaults={"due_at": AT})[0]


@transaction.atomic
def cook(litres: int = 2, *, by: Actor = ANNA, at: datetime = AT, because: tuple[Entry, ...] = ()) -> Entry:
    """An operation like any other: a change and its fact in one transaction."""
    return operations.record(SoupCooked(by=by, at=at, litres=litres), about=pan(), because=because)


def fill_bowl(entry: Entry) -> None:
    """A reaction with an effect that would be seen twice: a second bowl of the same soup is refused by nothing."""
    number = Job.objects.filter(name__startswith="bord").count() + 1
    Job.objects.create(name=f"bord {number} van {entry.data['litres']} liter", due_at=entry.at)


def drop_bowl(entry: Entry) -> None:
    """A reaction that fills a bowl and then fails."""
    fill_bowl(entry)
    raise ValueError("Het bord viel.")


def bowls() -> list[str]:
    return list(Job.objects.filter(name__startswith="bord").order_by("pk").values_list("name", flat=True))


@contextmanager
def kept_open() -> Iterator[None]:
    """A worker closes a connection that is in the middle of a transaction, or ten minutes old. In a test every connection
    is in one, and on a slow machine it is that old: leave it open."""
    usual = connection.settings_dict["AUTOCOMMIT"]
    connection.settings_dict["AUTOCOMMIT"] = connection.get_autocommit()
    connection.close_at = None
    try:
        yield
    finally:
        connection.settings_dict["AUTOCOMMIT"] = usual


class InOurTransaction(HouseWorker):
    """The worker itself, on the connection of the test."""

    def run(self) -> None:
        with kept_open():
            super().run()


def worker(name: str = "werker-1", *, batch: bool = True) -> HouseWorker:
    return InOurTransaction(
        queue_names=["default"], interval=0, batch=batch, backend_name="default", startup_delay=False,
        max_tasks=None, worker_id=name, excluded_queue_names=[],
    )  # fmt: skip
