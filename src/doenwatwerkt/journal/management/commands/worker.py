"""`./run manage worker` — runs tasks, puts back what a dead worker left, and starts periodic work."""

import os
import socket
import time
from datetime import datetime, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.tasks import DEFAULT_TASK_QUEUE_NAME
from django.utils.module_loading import import_string
from django.utils.timezone import now
from django_tasks_db.management.commands.db_worker import Worker

from doenwatwerkt.config import schedule
from doenwatwerkt.journal import operations

PATIENCE = timedelta(minutes=10)
"""A task that runs longer than this is taken for one whose worker died. No task of ours runs a minute."""


class HouseWorker(Worker):
    """The worker of django-tasks-db (0.13, semi-private) with our own rounds between tasks."""

    _round_at: datetime | None = None

    def start_rounds(self) -> None:
        """Put back dead work and claim periodic work, at most once every ten seconds."""
        at = now()
        if self._round_at and at - self._round_at < timedelta(seconds=10):
            return
        self._round_at = at
        operations.put_back(at=at, patience=PATIENCE)
        for name, every, path in schedule.JOBS:
            if operations.claim(name, every=every, at=at):
                import_string(path).enqueue()

    def run(self) -> None:
        """Until told to stop (or, in batch mode, until the queue is empty)."""
        stop_when_empty, self.batch = self.batch, True
        while self.running:
            self.start_rounds()
            super().run()
            if stop_when_empty:
                return
            time.sleep(self.interval)


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="stop when the queue is empty")
        parser.add_argument("--interval", type=float, default=1.0, help="seconds between looks at an empty queue")

    def handle(self, *, once: bool, interval: float, **options: Any) -> None:
        worker = HouseWorker(
            queue_names=[DEFAULT_TASK_QUEUE_NAME], interval=interval, batch=once, backend_name="default",
            startup_delay=False, max_tasks=None, worker_id=f"{socket.gethostname()[:40]}-{os.getpid()}",
            excluded_queue_names=[],
        )  # fmt: skip
        worker.configure_signals()
        worker.run()
