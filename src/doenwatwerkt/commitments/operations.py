"""Everything that can happen to agendas and commitments. For now: loading the programme's own file."""

from datetime import datetime

from django.db import transaction

from doenwatwerkt.commitments import content, facts
from doenwatwerkt.commitments.models import ActionLine, Agenda, Commitment, Goal, Idea
from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.content import ContentError, digest
from doenwatwerkt.lib.report import Report
from doenwatwerkt.people import queries as people


@transaction.atomic
def load(agenda: content.AgendaContent, *, by: Actor, at: datetime) -> Report:
    """Bring agendas, goals, lines, commitments and ideas up to the file. Refuses an unknown organisation.

    Announces AgendaLoaded when something changed."""
    report = Report()
    for row in agenda.agendas:
        new = {"title": row.titel, "starts": row.begint, "ends": row.eindigt or "", "target_year": row.doeljaar}
        Agenda.objects.update_or_create(slug=row.id, defaults=new | {"source": str(row.bron)})
    for goal in agenda.doelen:
        told = {"title": goal.titel, "target": goal.doel or "", "means": goal.middelen, "source": str(goal.bron)}
        Goal.objects.update_or_create(number=goal.nummer, defaults=told | {"slug": goal.id})
    lines = {line.id: _load_line(line) for line in agenda.actielijnen}
    organisations = people.organisation_ids()
    for promise in agenda.toezeggingen:
        outcome = _load_commitment(promise, line=lines[promise.lijn], organisations=organisations)
        report.note(outcome, f"toezegging {promise.id}")
    for idea in agenda.ideeen:
        line = lines.get(idea.voorgestelde_lijn or "")
        Idea.objects.update_or_create(slug=idea.id, defaults={"what": idea.wat, "suggested_line": line})
    in_file = {promise.id for promise in agenda.toezeggingen}
    gone = Commitment.objects.exclude(ref__in=in_file).order_by("ref").values_list("ref", flat=True)
    report.gone += [f"toezegging {ref}" for ref in gone]
    if report.touched:
        about = Agenda.objects.order_by("pk")[0]
        record(facts.AgendaLoaded(by=by, at=at, added=len(report.added), changed=len(report.changed)), about=about)
    return report


def _load_line(row: content.LineFile) -> ActionLine:
    new = {
        "letter": row.letter, "title": row.titel, "meaning": row.betekenis, "existing": row.bestaand,
        "future": row.toekomst, "frequency": row.frequentie or "", "goals_known": row.doelen is not None,
    }  # fmt: skip
    line, _ = ActionLine.objects.update_or_create(slug=row.id, defaults=new)
    line.goals.set(Goal.objects.filter(number__in=row.doelen or []))
    return line


def _load_commitment(row: content.CommitmentFile, *, line: ActionLine, organisations: dict[str, int]) -> str:
    for slug in (row.door, *row.met):
        if slug not in organisations:
            raise ContentError(
                "werkagenda.yaml", f"toezeggingen.{row.id}", f"organisatie {slug} staat niet in de lijst"
            )
    fingerprint = digest(row.model_dump())
    known = Commitment.objects.filter(ref=row.id).first()
    if known and known.seed_digest == fingerprint:
        return "left"
    new = {
        "line": line, "strand": row.spoor, "owner_id": organisations[row.door], "what": row.wat,
        "strength": str(row.sterkte), "condition": row.voorwaarde or "", "due": row.uiterlijk,
        "period": row.periode or "", "figures": (row.doelgetal or {}) | (row.capaciteit or {}),
        "seed_digest": fingerprint,
    }  # fmt: skip
    commitment, added = Commitment.objects.update_or_create(ref=row.id, defaults=new)
    commitment.partners.set([organisations[slug] for slug in row.met])
    return "added" if added else "changed"
