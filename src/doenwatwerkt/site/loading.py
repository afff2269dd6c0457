"""Load the content of all rooms: read and check every file first, then change everything in one transaction."""

from datetime import datetime
from pathlib import Path

from django.db import connection, transaction

from doenwatwerkt.catalogue import content as cards
from doenwatwerkt.catalogue import operations as catalogue
from doenwatwerkt.commitments import content as agenda
from doenwatwerkt.commitments import operations as commitments
from doenwatwerkt.journal import queries as journal
from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.lib.content import Record, digest
from doenwatwerkt.lib.report import Report
from doenwatwerkt.people import content as folks
from doenwatwerkt.people import operations as people
from doenwatwerkt.people.models import Organisation
from doenwatwerkt.site.facts import ContentLoaded

LOCK = 20240527
"""Number of the PostgreSQL advisory lock. SQLite locks by itself: its transactions start with BEGIN IMMEDIATE."""


def load(*, at: datetime, cards_from: Path | None = None) -> Report:
    """Everything from files into the database, all or nothing. ContentError changes nothing; a second loader waits."""
    organisations, regions = folks.organisations(), folks.regions()
    programme = agenda.agenda()
    library = cards.library(cards_from) if cards_from else cards.library()
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        report = people.load(organisations, regions=regions, by=LOADER, at=at)
        report.take(catalogue.load(library, by=LOADER, at=at))
        report.take(commitments.load(programme, by=LOADER, at=at))
        _announce(
            [*organisations, *regions, programme, *library.sources, *library.facts, *library.terms],
            library.seeds,
            at=at,
        )
    return report


def _announce(records: list[Record], seeds: list[cards.Seed], *, at: datetime) -> None:
    """Say it when the files differ from last time: rooms are silent about sources, rules, regions and goals."""
    told = digest([[one.model_dump(mode="json") for one in records], [seed.digest for seed in seeds]])
    before = journal.newest("site.ContentLoaded")
    if before is None or before.data["digest"] != told:
        record(ContentLoaded(by=LOADER, at=at, digest=told), about=Organisation.objects.order_by("pk")[0])
