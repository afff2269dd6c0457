"""The shape of a fact. Rooms subclass it in their own facts.py, named in the past tense."""

from dataclasses import dataclass
from datetime import datetime

from doenwatwerkt.lib.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that happened: by whom and when, plus ids and slugs only (no names, no free text)."""

    by: Actor
    at: datetime
