"""Cards come from content files; what people edited is never overwritten. One verb, one function, one transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from doenwatwerkt.catalogue import content, facts, queries, rules
from doenwatwerkt.catalogue.models import (
    Answer,
    Card,
    CardVersion,
    LegalBasis,
    LegalFact,
    Offer,
    Practice,
    Relation,
    Source,
    Term,
)  # fmt: skip
from doenwatwerkt.catalogue.operations import filling
from doenwatwerkt.catalogue.operations.finishing import finish, finish_cards
from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.codes import CardKind, MaterialKind
from doenwatwerkt.lib.report import Report
from doenwatwerkt.people import queries as people
from doenwatwerkt.search import operations as search
from doenwatwerkt.search import queries as index


@transaction.atomic
def load(library: content.Library, *, by: Actor, at: datetime) -> Report:
    """Bring cards, sources and legal facts up to the files; what people edited gets an offer instead.

    Refuses (ContentError) an organisation that does not exist. Announces per card what happened to it.
    The search index is written in the same transaction."""
    report = Report()
    load_sources(library.sources, by=by, at=at)
    load_legal_facts(library.facts, by=by, at=at)
    load_terms(library.terms, by=by, at=at)
    known = {(card.kind, card.slug): card for card in Card.objects.order_by("pk")}
    folks = people.organisation_ids()
    touched: list[Card] = []
    for seed in library.seeds:
        card = known.pop((seed.kind, seed.slug), None)
        outcome, card = _load_one(card, seed, folks, by=by, at=at)
        report.note(outcome, seed.file)
        if outcome in ("added", "changed"):
            touched.append(card)
    relate({(seed.kind, seed.slug): seed.says for seed in library.seeds}, cards=touched)
    touched += judge_recommendations(by=by, at=at)
    report.gone += [f"{content.FOLDERS[kind]}/{slug}.yaml" for kind, slug in sorted(known)]
    search.index(queries.pages([*(card.pk for card in touched), *_indexed_before()]))
    finish_cards(everything=False, by=by, at=at)  # what is new or changed, and all where the code of pages changed
    return report


def _indexed_before() -> list[int]:
    """Where an older edition of the code indexed materials without their form, or cards without their day: those."""
    materials = Card.objects.public().of_kind(CardKind.MATERIAL).order_by("pk").values_list("pk", flat=True)
    held = sum(index.how_many("vorm", MaterialKind.values).values())
    formless = list(materials) if held < materials.count() else []
    return sorted({*formless, *index.undated()})


def _load_one(
    card: Card | None, seed: content.Seed, folks: dict[str, int], *, by: Actor, at: datetime
) -> tuple[str, Card]:
    if card is None:
        return "added", add(seed, folks=folks, by=by, at=at)
    if card.seed_digest == seed.digest:
        return "left", card
    if card.edited_at is None and change_card(card, seed=seed, folks=folks, by=by, at=at):
        return "changed", card
    return ("offered" if offer(card, seed=seed, by=by, at=at) else "left"), card


@transaction.atomic
def add(seed: content.Seed, *, folks: dict[str, int], by: Actor, at: datetime) -> Card:
    """A new card with everything under it. Announces CardAdded, and VerdictGiven for a practice."""
    card = Card(kind=seed.kind, slug=seed.slug, seed_digest=seed.digest)
    _fill(card, seed, folks, by=by, at=at)
    record(facts.CardAdded(by=by, at=at, version=card.version), about=card)
    return card


@transaction.atomic
def change_card(card: Card, *, seed: content.Seed, folks: dict[str, int], by: Actor, at: datetime) -> bool:
    """The next version of a card nobody edited. False when somebody edited it just now, and nothing changed.

    Announces CardChanged, and VerdictGiven when the judgement changed."""
    mine = Card.objects.filter(pk=card.pk, version=card.version, edited_at=None)
    if not mine.update(version=card.version + 1):
        return False
    card.version += 1
    card.seed_digest = seed.digest
    _fill(card, seed, folks, by=by, at=at)
    record(facts.CardChanged(by=by, at=at, version=card.version), about=card)
    return True


def _fill(card: Card, seed: content.Seed, folks: dict[str, int], *, by: Actor, at: datetime) -> None:
    verdict = filling.fill(card, seed, folks)
    CardVersion.objects.create(card=card, number=card.version, at=at, by_id=by.user_id, via=by.via, data=seed.data)
    if verdict:
        told = facts.VerdictGiven(
            by=by, at=at, certainty=verdict.certainty, valid_until=verdict.valid_until.isoformat()
        )
        record(told, about=card)


@transaction.atomic
def offer(card: Card, *, seed: content.Seed, by: Actor, at: datetime) -> bool:
    """Keep a file's change beside an edited card, with the differences. False when it was offered before."""
    last = CardVersion.objects.filter(card=card).order_by("-number").first()
    differences = _differences(last.data if last else {}, seed.data)
    before = Offer.objects.filter(card=card).first()
    if before and before.digest == seed.digest:
        return False
    new = {"at": at, "digest": seed.digest, "data": seed.data, "differences": differences}
    Offer.objects.update_or_create(card=card, defaults=new)
    record(facts.ChangeOffered(by=by, at=at, digest=seed.digest), about=card)
    return True


def _differences(old: dict[str, Any], new: dict[str, Any]) -> list[dict[str, Any]]:
    keys = [key for key in new if old.get(key) != new[key]]
    return [{"sleutel": key, "nu": old.get(key), "bestand": new[key]} for key in keys]


@transaction.atomic
def load_sources(rows: list[content.SourceFile], *, by: Actor, at: datetime) -> None:
    """Bring the studies up to the file and finish the pages that rest on one that changed.

    Silent: a source is told about through the cards that rest on it."""
    sources = [filling.source_of(row) for row in rows]
    update = ["authors", "year", "title", "publication", "url", "read_level", "read_where", "seen", "link_seen", "note"]
    known = {key: told for key, *told in Source.objects.order_by("pk").values_list("key", *update)}
    changed = [one.key for one in sources if known.get(one.key, []) != [getattr(one, name) for name in update]]
    Source.objects.bulk_create(sources, update_conflicts=True, unique_fields=["key"], update_fields=update)
    resting = Card.objects.filter(citations__source__key__in=changed).order_by("pk").values_list("pk", flat=True)
    finish(resting.distinct())


@transaction.atomic
def load_legal_facts(rows: list[content.LegalFactFile], *, by: Actor, at: datetime) -> None:
    """Bring the legal facts up to the file; a later check by an editor keeps its date. Silent, like sources."""
    rows_now = LegalFact.objects.values_list("slug", "status", "statement", "checked_on")
    kept = {(slug, status, statement): checked for slug, status, statement, checked in rows_now}
    found = [
        LegalFact(
            slug=row.id, subject=row.onderwerp, statement=row.stelling, status=str(row.status), since=row.sinds,
            source_title=row.bron.titel, source_url=row.bron.url or "",
            checked_on=max(row.nagekeken_op, kept.get((row.id, str(row.status), row.stelling), row.nagekeken_op)),
        )
        for row in rows
    ]  # fmt: skip
    update = ["subject", "statement", "status", "since", "source_title", "source_url", "checked_on"]
    LegalFact.objects.bulk_create(found, update_conflicts=True, unique_fields=["slug"], update_fields=update)


@transaction.atomic
def load_terms(rows: list[content.TermFile], *, by: Actor, at: datetime) -> None:
    """Bring the hard words up to the file and mark them again in every card. Silent: what a card says stays the same."""
    told = {term.slug: term for term in map(filling.term_of, rows)}
    columns = [field.name for field in Term._meta.concrete_fields if field.name != "id"]
    known = {tuple(map(repr, row)) for row in Term.objects.order_by("pk").values_list(*columns)}
    if known == {tuple(repr(getattr(term, name)) for name in columns) for term in told.values()}:
        return
    Term.objects.exclude(slug__in=told).delete()
    Term.objects.bulk_create(told.values(), update_conflicts=True, unique_fields=["slug"], update_fields=columns[1:])
    filling.mark_all(Practice)
    filling.mark_all(Answer)


def relate(says: dict[tuple[str, str], content.CardFile], *, cards: list[Card]) -> None:
    """Hang answers and materials under practices, and materials under answers, as their files say."""
    ids = {(kind, slug): pk for pk, kind, slug in Card.objects.values_list("pk", "kind", "slug")}
    Relation.objects.filter(card__in=[card.pk for card in cards]).delete()
    rows: list[Relation] = []
    for card in cards:
        file = says[card.kind, card.slug]
        named = [(CardKind.PRACTICE, slug) for slug in file.praktijken]
        named += [(CardKind.MATERIAL, slug) for slug in file.materialen]
        others = dict.fromkeys(
            ids[str(kind), slug] for kind, slug in named if (str(kind), slug) != (card.kind, card.slug)
        )
        rows += [Relation(card=card, other_id=other, position=n) for n, other in enumerate(others)]
    Relation.objects.bulk_create(rows)


@transaction.atomic
def judge_recommendations(*, by: Actor, at: datetime, only: Iterable[int] | None = None) -> list[Card]:
    """Stop (or resume) recommending cards that lean on a rule that was rejected or lapsed. Returns which changed."""
    some = {} if only is None else {"pk__in": list(only)}
    leaning: dict[int, list[str]] = {}
    for card_id, status in LegalBasis.objects.filter(leans=True).values_list("card_id", "fact__status"):
        leaning.setdefault(card_id, []).append(status)
    changed = []
    for card in Card.objects.filter(**some).order_by("pk"):
        may = rules.may_recommend(leaning.get(card.pk, []))
        if card.recommended != may:
            Card.objects.filter(pk=card.pk).update(recommended=may)
            card.recommended = may
            changed.append(card)
    return changed
