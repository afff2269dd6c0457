"""What a draft, a review and a proposed verdict may become, and when. Pure: no database, request or clock."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import TextChoices

from doenwatwerkt.lib.personal import Found, spot
from doenwatwerkt.lib.refusal import Refused


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
    "reopen": (frozenset({DraftState.READY}), DraftState.REVIEW),
    "publish": (frozenset({DraftState.READY}), DraftState.PUBLISHED),
    "drop": (frozenset(OPEN), DraftState.DROPPED),
}
"""verb: (from, to). For drafts of cards and for proposed verdicts alike."""


NOT_NOW: dict[str, str] = {
    "hand_in": "Dit concept is al aangeboden of afgerond.",
    "take_back": "Dit concept wordt niet nagekeken en kan dus niet terug.",
    "settle": "Dit concept wordt nu niet nagekeken.",
    "reopen": "Dit concept was nog niet klaar.",
    "publish": "Dit concept is nog niet klaar: eerst kijken twee mensen het na.",
    "drop": "Dit concept is al afgerond.",
}
"""What somebody reads when a verb can't happen in this state."""


def move(was: str, verb: str) -> str:
    """The state after a verb. Refused where that can't happen now."""
    allowed, to = MOVES[verb]
    if was not in allowed:
        raise Refused(NOT_NOW[verb])
    return str(to)


class Overtaken(Refused):
    """Somebody else saved meanwhile: both texts are kept, and a person chooses."""


class Outcome(TextChoices):
    """What a reviewer says."""

    OPEN = "open", "Nog niet bekeken"
    APPROVED = "akkoord", "Akkoord"
    OBJECTED = "bezwaar", "Nog niet akkoord"


NEEDED = 2
"""Reviewers who must agree, none of them the author, at least one from outside the proposing organisation."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one reviewer said last: who, for which organisation, with what outcome, about which revision."""

    who: str
    organisation: int
    outcome: str
    of_revision: int | None


def lacking(looks: Iterable[Look], *, revision: int, writers: Iterable[str], inside: Iterable[int]) -> list[str]:
    """What still lacks before a text is ready, in words. Nothing: it is enough.

    `looks` are the last of each reviewer. An approval counts for the revision it was about; what a writer says never
    counts. An objection stands, also after a change, until the one who made it agrees or an editor sets it aside.
    `inside`: the proposing organisation and all that were merged with it."""
    own, house = set(writers), set(inside)
    others = [look for look in looks if look.who not in own]
    agreed = [look for look in others if look.outcome == Outcome.APPROVED and look.of_revision == revision]
    found = []
    if len(agreed) < NEEDED:
        left = NEEDED - len(agreed)
        found.append(f"Er {'moet nog één persoon' if left == 1 else f'moeten nog {left} mensen'} akkoord geven.")
    if not any(look.organisation not in house for look in agreed):
        found.append("Minstens één akkoord moet van buiten de organisatie komen die dit voorstelt.")
    if any(look.outcome == Outcome.OBJECTED for look in others):
        found.append("Er staat nog een bezwaar open.")
    return found


STANDING = "door twee beoordelaars bekeken, minstens één van buiten de organisatie die het voorstelde"
"""What the card says of a verdict that came about this way."""

AHEAD = (90, 30)
"""So many days before a verdict ends its owner gets a letter."""


def due_letter(left: int) -> int | None:
    """Which letter is due with this many days left: that of 90, that of 30, or none. A late start sends one, not two."""
    due = [days for days in AHEAD if 0 <= left <= days]
    return min(due) if due else None


LINK_LIVES = timedelta(days=14)
"""How long a link for a reviewer without an account works."""

REMIND_AFTER = timedelta(days=1)
"""Nobody gets two letters about the same text in a day."""


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


def texts(data: Any) -> Iterator[str]:
    """Every text in the content of a draft that people read; addresses of pages are not texts."""
    if isinstance(data, str):
        if not data.startswith(("http://", "https://")):
            yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts(value)


def personal_in(data: Any) -> list[Found]:
    """What looks like personal data in a draft: to remove, or to say why it belongs there."""
    return [found for text in texts(data) for found in spot(text)]
