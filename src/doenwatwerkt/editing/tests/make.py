"""Set-up in the words of this room. Goes through operations, so state is always real."""

from datetime import UTC, datetime
from pathlib import Path

from doenwatwerkt.catalogue.tests import make as cards
from doenwatwerkt.people.models import User
from doenwatwerkt.people.tests import make as people

AT = datetime(2026, 11, 27, 9, tzinfo=UTC)


def shelf(folder: Path) -> None:
    """Three published cards: werkproef, taaleis, vacaturecheck. Fetch one with cards.card(slug)."""
    cards.load(cards.three(folder))


def editor(name: str = "femke", of: str = "Redactie") -> User:
    return people.person(name, people.organisation(of, kind="kennispartner"), "redacteur")
