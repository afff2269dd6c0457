"""The real programme in the database for a whole module, and small shelves loaded the way the site does it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

from doenwatwerkt.catalogue.tests import make as cards
from doenwatwerkt.lib.report import Report
from doenwatwerkt.lib.tests import rows
from doenwatwerkt.lib.tests.remembered import remembered
from doenwatwerkt.search import operations as search
from doenwatwerkt.site import loading

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


@contextmanager
def programme(blocker) -> Iterator[Report]:
    """All real content, loaded for many tests that each roll back to it. Afterwards nothing is left.

    Loading takes seconds: the first module of a run really loads, the others get the same rows put back."""
    with blocker.unblock(), transaction.atomic():
        report = remembered("programme", lambda: loading.load(at=AT))
        search.measure()
        rows.settle()
        yield report
        transaction.set_rollback(True)


def three(folder: Path) -> Path:
    """A shelf of three cards that name organisations of the real list."""
    cards.three(folder)
    cards.answer(folder, praktijken=["werkproef"], waarheen=[])
    cards.material(folder, eigenaar="ser-dib", praktijken=["werkproef"])
    return folder
