"""Proposed verdicts: which there are, what each says, and which verdicts end."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import rules
from doenwatwerkt.editing.models import Judgement, Notice
from doenwatwerkt.editing.rules import OPEN
from doenwatwerkt.journal import queries as journal
from doenwatwerkt.lib.codes import Direction, Magnitude, ReadLevel

MOST = 100
FIGURES: list[tuple[str, str]] = [("ja", "Ja, alle getallen"), ("deels", "Deels"), ("nee", "Nee")]
"""Whether we saw the figures ourselves, as content files say it."""

_HAPPENED: dict[str, str] = {
    "JudgementProposed": "Voorstel begonnen", "JudgementHandedIn": "Aangeboden om na te kijken",
    "JudgementTakenBack": "Teruggehaald", "JudgementDropped": "Ingetrokken", "JudgementGiven": "Oordeel gegeven",
    "ReviewAsked": "Iemand gevraagd om na te kijken", "ReviewDecided": "Iemand keek het na",
    "ReviewDeclined": "Iemand kan het niet nakijken", "ReviewRemoved": "Een nakijker weggehaald",
    "ReviewsSettled": "Genoeg mensen zijn akkoord",
}  # fmt: skip


def letters(judgement: Judgement) -> list[str]:
    """The letters of the deductions, in the order of the rubric."""
    return [one["letter"] for one in judgement.deductions]


def added_up(judgement: Judgement, today: date) -> catalogue.Sum:
    """The sum behind a proposed verdict, as it would come out today."""
    return catalogue.added_up(judgement.start, letters(judgement), today)


def told(judgement: Judgement) -> dict[str, Any]:
    """What a proposed verdict says, in words for a person."""
    reasons = [(one["letter"], catalogue.DEDUCTIONS[one["letter"]], one["reason"]) for one in judgement.deductions]
    return {
        "direction": str(Direction(judgement.direction).label), "size": str(Magnitude(judgement.size).label),
        "start": catalogue.STARTS[judgement.start], "reasons": reasons, "figures": dict(FIGURES)[judgement.figures_seen],
        "sources": [_source(row) for row in judgement.sources],
    }  # fmt: skip


def _source(row: dict[str, Any]) -> dict[str, Any]:
    words = {
        "maryland": catalogue.MARYLAND.get(row["maryland"] or 0, ""),
        "read": str(ReadLevel(row["read"]).label) if row["read"] else "",
        "address": row["url"] or (f"https://doi.org/{row['doi']}" if row["doi"] else ""),
    }
    return row | words


def open_judgements(found: QuerySet[Judgement]) -> list[Judgement]:
    """The open ones among these, the last saved first."""
    rows = found.filter(state__in=OPEN).select_related("card", "organisation", "author").order_by("-saved_at", "-pk")
    return list(rows[:MOST])


def judgement_of(card_id: int) -> Judgement | None:
    """The open proposal about a card."""
    return Judgement.objects.filter(card=card_id, state__in=OPEN).select_related("organisation").first()


def happened(judgement: Judgement) -> list[tuple[str, datetime]]:
    """What happened to a proposed verdict, the last first: (in words, when)."""
    lines = journal.about(f"{judgement._meta.label}:{judgement.pk}")
    return [(_HAPPENED[name], one.at) for one in lines if (name := one.kind.rpartition(".")[2]) in _HAPPENED]


def letters_due(today: date) -> list[tuple[Any, int]]:
    """The verdicts whose owner is to be told today that they end, with which letter it is: 90 or 30 days before."""
    found = [
        (verdict, rules.due_letter((verdict.valid_until - today).days))
        for verdict in catalogue.ending(today, today + timedelta(days=max(rules.AHEAD)))
    ]
    sent = set(Notice.objects.filter(verdict__in=[one.pk for one, _ in found]).values_list("verdict", "days"))
    return [(verdict, days) for verdict, days in found if days and (verdict.pk, days) not in sent]
