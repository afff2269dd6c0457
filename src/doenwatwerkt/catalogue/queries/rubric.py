"""The rubric as rooms above ask for it: its words, and the sum of one proposal. No database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from doenwatwerkt.catalogue import rules
from doenwatwerkt.catalogue.rules import DEDUCTIONS, MARYLAND, MOST_DEDUCTIONS, STARTS

__all__ = ["DEDUCTIONS", "MARYLAND", "MOST_DEDUCTIONS", "STARTS", "Sum", "added_up"]


@dataclass(frozen=True, slots=True)
class Sum:
    """A certainty with its words, the sum behind it, and until when it would hold."""

    certainty: int
    words: str
    told: str
    valid_until: date


def added_up(start: int, deductions: Sequence[str], today: date) -> Sum:
    """The certainty that follows from a start score and deductions; it is never typed."""
    sure = rules.certainty(start, list(deductions))
    told = rules.arithmetic(start, list(deductions))
    return Sum(sure, rules.RUNGS[sure].words, told, rules.valid_until(today, sure))
