"""What a draft, a review and a proposed verdict may become, and when. Pure: no database, request or clock."""

from datetime import timedelta

from django.db.models import TextChoices

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
    "publish": (frozenset({DraftState.READY}), DraftState.PUBLISHED),
    "drop": (frozenset(OPEN), DraftState.DROPPED),
}
"""verb: (from, to). For drafts of cards and for proposed verdicts alike."""


NOT_NOW: dict[str, str] = {
    "hand_in": "Dit concept is al aangeboden of afgerond.",
    "take_back": "Dit concept wordt niet nagekeken en kan dus niet terug.",
    "settle": "Dit concept wordt nu niet nagekeken.",
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

LINK_LIVES = timedelta(days=14)
"""How long a link for a reviewer without an account works."""
