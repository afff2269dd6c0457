"""The finished parts of the page of a card: kept when the card changed, made on the spot where they are of something else."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import django
from django.template.loader import get_template

import doenwatwerkt
from doenwatwerkt.catalogue import rules
from doenwatwerkt.catalogue.models import Card, Finished, Source, Verdict
from doenwatwerkt.catalogue.queries.cards import sources_of, verdicts_of
from doenwatwerkt.lib.codes import CardKind

_HOUSE = Path(doenwatwerkt.__file__).parent
_PARTS: dict[str, tuple[str, ...]] = {
    CardKind.PRACTICE: ("judgement", "how", "costs", "sources", "verdicts"),
    CardKind.ANSWER: ("sources",),
    CardKind.MATERIAL: ("sources",),
}
"""What is finished of a page. What hangs on the day, on another card, on an organisation or on the law is not."""


@cache
def recipe() -> str:
    """Which code makes the pages: another word in a template or component, and nothing that was kept counts any more."""
    told = hashlib.sha256(django.get_version().encode())
    for file in sorted(file for kind in ("*.py", "*.html") for file in _HOUSE.rglob(kind)):
        if not {"tests", "migrations"} & set(file.parts):
            told.update(file.read_bytes())
    return told.hexdigest()[:16]


def made_from(version: int, verdict: int | None) -> str:
    """What the finished parts of a card must be made from to count: this code, this version, this verdict."""
    return f"{recipe()} {version} {verdict or ''}".strip()


def _today(card: Card) -> str:
    return made_from(card.version, card.practice.verdict_id if card.kind == CardKind.PRACTICE else None)


def make(cards: list[Card]) -> list[Finished]:
    """The parts of these cards as the rows say now, not saved. Two questions, however many cards."""
    pks = [card.pk for card in cards]
    cited, judged = sources_of(pks), verdicts_of(pks)
    return [_made(card, cited[card.pk], judged[card.pk]) for card in cards]


def _made(card: Card, cited: list[Source], judged: list[Verdict]) -> Finished:
    context: dict[str, Any] = {"card": card, "citations": cited}
    if card.kind == CardKind.PRACTICE:
        verdict = card.practice.verdict
        context |= {
            "verdict": verdict, "rung": rules.RUNGS[verdict.certainty] if verdict else None, "verdicts": judged,
            "sum": rules.arithmetic(verdict.start, verdict.deductions) if verdict else "",
        }  # fmt: skip
    parts = {part: get_template(f"catalogue/_finished.html#{part}").render(context) for part in _PARTS[card.kind]}
    return Finished(card=card, made_from=_today(card), **parts)


def finished(card: Card) -> Finished:
    """The parts of a page: what was kept, or made now where that is of other code, another version or another verdict."""
    kept: Finished | None = getattr(card, "finished", None)
    return kept if kept and kept.made_from == _today(card) else make([card])[0]


def unfinished() -> list[int]:
    """The cards of which nothing is kept that counts."""
    rows = Card.objects.order_by("pk").values_list("pk", "version", "practice__verdict", "finished__made_from")
    return [pk for pk, version, verdict, kept in rows if kept != made_from(version, verdict)]
