"""How people show who they are: how long a code holds, how often somebody may try, what an account may hold. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import TextChoices

CODE_HOLDS = timedelta(minutes=15)
PROOF_HOLDS = timedelta(minutes=15)
"""How long after signing in somebody may change their second step without showing who they are again."""
SESSION, PRIVILEGED_SESSION = timedelta(days=14), timedelta(hours=12)
KNOWN_BROWSER = timedelta(days=180)
TRIES, DIGITS = 5, 8


class Purpose(TextChoices):
    """What a code is for."""

    SIGN_IN = "aanmelden", "Aanmelden"
    SIGN_UP = "account-maken", "Een account maken"
    AGAIN = "opnieuw", "Laten zien dat u het nog bent"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many in a period; the period starts when the clock says so, not when somebody first asks."""

    name: str
    most: int
    per: timedelta


FROM_HERE = Limit("van-hier", 30, timedelta(minutes=15))
"""Codes asked from one network address."""
LETTERS_HERE = Limit("brieven-van-hier", 4, timedelta(hours=1))
LETTERS = Limit("brieven", 12, timedelta(hours=1))
"""Letters to one mailbox, asked by browsers that never signed in there."""
LETTERS_KNOWN = Limit("brieven-bekend", 10, timedelta(hours=1))
"""Letters asked by a browser that signed in there before: others cannot use these up."""
STEPS, STEPS_KNOWN = Limit("stappen", 10, timedelta(hours=1)), Limit("stappen-bekend", 10, timedelta(hours=1))
"""Wrong second steps of one person, by unknown browsers and by each known one."""


@dataclass(frozen=True, slots=True)
class Browser:
    """Where somebody comes from: their network, and as whom this browser signed in before (user id → its own number)."""

    network: str
    known: Mapping[int, str] = field(default_factory=dict)


def is_open(*, made_at: datetime, tries: int, used_at: datetime | None, at: datetime) -> bool:
    """Whether a code may still be tried."""
    return used_at is None and tries < TRIES and at < made_at + CODE_HOLDS


def is_fresh(proved_at: float | None, at: datetime) -> bool:
    """Whether somebody showed who they are a short while ago."""
    return proved_at is not None and 0 <= at.timestamp() - proved_at < PROOF_HOLDS.total_seconds()


def spaced(code: str) -> str:
    """A code as it is easy to read over: 1234 5678."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"


def digits(typed: str) -> str:
    """What somebody typed without spaces and dashes."""
    return "".join(sign for sign in typed if sign.isascii() and sign.isalnum()).lower()


def window(limit: Limit, at: datetime) -> int:
    """Which period of this limit it is."""
    return int(at.timestamp() // limit.per.total_seconds())


BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"),
            ("CriOS", "Chrome"), ("Safari", "Safari"))  # fmt: skip
SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"),
           ("CrOS", "Chromebook"), ("Linux", "Linux"))  # fmt: skip


def device(user_agent: str) -> str:
    """A browser in a few words that its owner knows it by; never more than that."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "Een browser")
    system = next((name for sign, name in SYSTEMS if sign in user_agent), "")
    return f"{browser} op {system}" if system else browser
