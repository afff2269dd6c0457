"""A new verdict on the evidence of a practice, after people looked at it. The old verdicts stay as history."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import facts, queries, rules
from doenwatwerkt.catalogue.models import Card, CardVersion, Citation, Practice, Source, Verdict
from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.lib.rows import change
from doenwatwerkt.search import operations as search


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """One source that a verdict rests on, as its proposer told it."""

    title: str
    url: str = ""
    doi: str = ""
    year: int | None = None
    maryland: int | None = None
    population: str = ""
    read: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a verdict says. The certainty is no part of it: that follows from the start score and the deductions."""

    start: int
    deductions: Sequence[str]
    reasons: Sequence[str]
    direction: str
    size: str
    basis: str
    context: str
    figures_seen: str
    interests: str
    studies: Sequence[Study]


@transaction.atomic
def give_verdict(
    card: Card, *, finding: Finding, assessors: Sequence[str], standing: str, by: Actor, at: datetime,
    because: Sequence[Any] = (),
) -> Verdict:  # fmt: skip
    """Give a practice a new verdict, with its direction, size and sources, as the next version of its card.

    `assessors` are organisations, never people. Refuses what is no published practice, and a card that somebody changed
    meanwhile. Announces CardChanged and VerdictGiven; the index is written along."""
    practice = Practice.objects.filter(card=card, card__state=rules.State.PUBLISHED).first()
    if practice is None:
        raise Refused("Alleen een gepubliceerde aanpak kan een oordeel krijgen.")
    today, sure = localdate(at), rules.certainty(finding.start, list(finding.deductions))
    until = rules.valid_until(today, sure)
    change(
        card, only_if={"version": card.version}, version=card.version + 1, edited_at=at, checked_on=today, review_on=until
    )  # fmt: skip
    verdict = Verdict.objects.create(
        practice=practice, given_on=today, valid_until=until, start=finding.start, deductions=list(finding.deductions),
        certainty=sure, basis=finding.basis, context=finding.context, figures_seen=finding.figures_seen,
        reasons=list(finding.reasons), interests=finding.interests, assessor=", ".join(assessors), standing=standing,
    )  # fmt: skip
    Practice.objects.filter(pk=practice.pk).update(verdict=verdict, direction=finding.direction, size=finding.size)
    keys = _cite(card, [_source(study) for study in finding.studies])
    _keep_version(card, _said(finding, keys, today.isoformat()), by=by, at=at)
    search.index(queries.pages([card.pk]))
    record(facts.CardChanged(by=by, at=at, version=card.version), about=card, because=because)
    record(facts.VerdictGiven(by=by, at=at, certainty=sure, valid_until=until.isoformat()), about=card, because=because)
    return verdict


def _said(finding: Finding, sources: list[str], checked: str) -> dict[str, Any]:
    """The verdict in the keys of a content file."""
    return {
        "richting": finding.direction, "grootte": finding.size, "bronnen": sources, "nagekeken_op": checked,
        "oordeel": {
            "start": finding.start, "aftrek": list(finding.deductions), "basis": finding.basis,
            "context": finding.context, "getallen_gezien": finding.figures_seen,
        },
    }  # fmt: skip


def _keep_version(card: Card, said: dict[str, Any], *, by: Actor, at: datetime) -> None:
    before = CardVersion.objects.filter(card=card).order_by("-number").first()
    whole = (before.data if before else {}) | said
    CardVersion.objects.create(card=card, number=card.version, at=at, by_id=by.user_id, via=by.via, data=whole)


def _cite(card: Card, new: list[Source]) -> list[str]:
    """Add sources behind those that the card has. Returns the keys of all."""
    had = set(Citation.objects.filter(card=card).values_list("source", flat=True))
    last = Citation.objects.filter(card=card).aggregate(last=Max("position"))["last"]
    first = 0 if last is None else last + 1
    fresh = {source.pk: source for source in new if source.pk not in had}
    Citation.objects.bulk_create(
        Citation(card=card, source=source, position=first + n) for n, source in enumerate(fresh.values())
    )
    return list(
        Citation.objects.filter(card=card).order_by("position", "pk").values_list("source__key", flat=True)
    )  # fmt: skip


def _source(study: Study) -> Source:
    """The table row of a study: the one with this DOI or address when we know it, or else a new one."""
    for name in ("doi", "url"):
        told = getattr(study, name)
        known = Source.objects.filter(**{f"{name}__iexact": told}).order_by("pk").first() if told else None
        if known:
            _complete(known, study)
            return known
    address = study.url or (f"https://doi.org/{study.doi}" if study.doi else "")
    key = "o-" + hashlib.sha256(f"{study.doi.lower()}|{address}|{study.title}".encode()).hexdigest()[:16]
    told = {
        "title": study.title, "url": address, "doi": study.doi, "year": study.year, "maryland": study.maryland,
        "population": study.population, "read_level": study.read,
    }  # fmt: skip
    return Source.objects.get_or_create(key=key, defaults=told)[0]


def _complete(source: Source, study: Study) -> None:
    """Fill in what we did not know of a source yet; what is known stays as it is."""
    told = {"doi": study.doi, "year": study.year, "maryland": study.maryland, "population": study.population}
    new = {name: value for name, value in told.items() if value and not getattr(source, name)}
    if new:
        Source.objects.filter(pk=source.pk).update(**new)
