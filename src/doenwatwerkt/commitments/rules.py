"""How firm a commitment is and where it stands. Pure: no database, request or clock."""

from datetime import date

from django.db.models import TextChoices

from doenwatwerkt.lib.codes import CommitmentStatus


class Strength(TextChoices):
    """A commitment can hang on something; the source says so."""

    CERTAIN = "zeker", "Toegezegd"
    CONDITIONAL = "voorwaardelijk", "Toegezegd onder een voorwaarde"
    THINKS_ALONG = "meedenken", "Denkt mee"


OPEN = frozenset({CommitmentStatus.PROMISED, CommitmentStatus.UNDERWAY, CommitmentStatus.ADJUSTED})


def is_late(status: str, due: date | None, today: date) -> bool:
    """Past its date while nobody has reported it done. Silence is not green."""
    return status in OPEN and due is not None and due < today
