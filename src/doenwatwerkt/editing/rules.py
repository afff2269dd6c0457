"""What a draft, a review and a proposed verdict may become, and when. Pure: no database, request or clock."""

from datetime import date, timedelta

from django.db.models import TextChoices


class DraftState(TextChoices):
    WRITING = "writing", "Concept"
    REVIEW = "review", "Wordt nagekeken"
    READY = "ready", "Klaar om uit te geven"
    PUBLISHED = "published", "Uitgegeven"
    DROPPED = "dropped", "Ingetrokken"


OPEN = frozenset({DraftState.WRITING, DraftState.REVIEW, DraftState.READY})
"""Work that is not finished: there is at most one open draft and one open judgement per card."""

MOVES: dict[str, tuple[frozenset[str], str]] = {
    "hand_in": (frozenset({DraftState.WRITING}), DraftState.REVIEW),
    "take_back": (frozenset({DraftState.REVIEW, DraftState.READY}), DraftState.WRITING),
    "settle": (frozenset({DraftState.REVIEW}), DraftState.READY),
    "publish": (frozenset({DraftState.READY}), DraftState.PUBLISHED),
    "drop": (frozenset(OPEN), DraftState.DROPPED),
}
"""verb: (from, to). For drafts of cards and for proposed verdicts alike."""


class Outcome(TextChoices):
    """What a reviewer says."""

    OPEN = "open", "Nog niet bekeken"
    APPROVED = "akkoord", "Akkoord"
    OBJECTED = "bezwaar", "Nog niet akkoord"


NEEDED = 2
"""Reviewers who must agree, none of them the author, at least one from outside the proposing organisation."""

LINK_LIVES = timedelta(days=14)
"""How long a link for a reviewer without an account works."""


class LinkState(TextChoices):
    """How an address of somebody else's site answered last."""

    GOOD = "goed", "Werkt"
    MOVED = "verhuisd", "Verwijst door naar een andere plek"
    BROKEN = "kapot", "Werkt niet"


TRIES = 3
"""An address is called broken after this many days on which it did not answer well: one bad day says nothing."""
AGAIN, SOONER = timedelta(days=14), timedelta(days=1)
"""When an address is asked again: one that works, and one that did not answer well last time."""
FOUND = 10
"""A card counts as findable when it is among the first so many for at least one of its own questions."""


def link_state(status: int | None, failures: int) -> tuple[str, int]:
    """(state, days in a row without a good answer) after an answer with this HTTP status, or none at all."""
    if status is not None and 200 <= status < 300:
        return LinkState.GOOD, 0
    if status is not None and 300 <= status < 400:
        return LinkState.MOVED, 0
    failures += 1
    return (LinkState.BROKEN if failures >= TRIES or status in (404, 410) else LinkState.GOOD), failures


def ask_again(failures: int, today: date) -> date:
    """The day on which an address is asked again."""
    return today + (SOONER if failures else AGAIN)
