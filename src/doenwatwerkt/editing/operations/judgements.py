"""The life of a proposed verdict: from the rubric to a verdict on the public card, and the letter before it ends."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from doenwatwerkt.catalogue import operations as cards
from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import facts, queries, rules
from doenwatwerkt.editing.models import Judgement, Notice
from doenwatwerkt.editing.operations.reviews import settle
from doenwatwerkt.editing.rules import DraftState
from doenwatwerkt.journal import queries as journal
from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.lib.rows import change
from doenwatwerkt.people import queries as people
from doenwatwerkt.people.access import Permission, may
from doenwatwerkt.post import operations as post

type Json = dict[str, Any]

LOCKED = "Dit voorstel is aangeboden. Haal het terug als u verder wilt schrijven."
BUSY = "Er loopt al een voorstel voor deze aanpak. Rond dat eerst af."
OVERTAKEN = "Iemand anders heeft dit voorstel intussen bewaard. Open het opnieuw en verwerk uw wijziging."


@transaction.atomic
def propose_judgement(
    card: catalogue.Card, *, start: int, deductions: list[Json], direction: str, size: str, basis: str, context: str,
    figures_seen: str, sources: list[Json], interests: str, by: Actor, at: datetime,
) -> Judgement:  # fmt: skip
    """Begin a proposal for a verdict. Its certainty is no input. Refuses an actor without an organisation, what is no
    published practice, and beside an open proposal for the same card. Announces JudgementProposed."""
    if by.organisation_id is None:
        raise Refused("Kies eerst voor welke organisatie u werkt.")
    if catalogue.practice(card.slug) != card:
        raise Refused("Alleen een gepubliceerde aanpak kan een oordeel krijgen.")
    judgement = Judgement(
        card=card, start=start, deductions=deductions, direction=direction, size=size, basis=basis, context=context,
        figures_seen=figures_seen, sources=sources, interests=interests, organisation_id=by.organisation_id,
        author_id=by.user_id, saved_by_id=by.user_id, begun_at=at, saved_at=at,
    )  # fmt: skip
    try:
        with transaction.atomic():
            judgement.save(force_insert=True)
    except IntegrityError:
        raise Refused(BUSY) from None
    record(facts.JudgementProposed(by=by, at=at, card_id=card.pk), about=judgement)
    return judgement


@transaction.atomic
def save_judgement(
    judgement: Judgement, *, start: int, deductions: list[Json], direction: str, size: str, basis: str, context: str,
    figures_seen: str, sources: list[Json], interests: str, revision: int, by: Actor, at: datetime,
) -> None:  # fmt: skip
    """Keep what was written in a proposal; a later look is asked for, because reviews hold for one revision. Silent.

    Refuses a proposal that was handed in, and one that somebody saved since `revision`."""
    if judgement.state != DraftState.WRITING:
        raise Refused(LOCKED)
    new = {
        "start": start, "deductions": deductions, "direction": direction, "size": size, "basis": basis,
        "context": context, "figures_seen": figures_seen, "sources": sources, "interests": interests,
    }  # fmt: skip
    if all(getattr(judgement, name) == value for name, value in new.items()):
        return
    here = Judgement.objects.filter(pk=judgement.pk, revision=revision, state=DraftState.WRITING)
    if not here.update(**new, revision=revision + 1, saved_by_id=by.user_id, saved_at=at):
        raise rules.Overtaken(OVERTAKEN)
    judgement.refresh_from_db()


@transaction.atomic
def hand_in_judgement(judgement: Judgement, *, by: Actor, at: datetime) -> None:
    """Offer a proposal to reviewers. Who agreed with this very text before still does. Announces JudgementHandedIn."""
    _move(judgement, "hand_in")
    record(facts.JudgementHandedIn(by=by, at=at, revision=judgement.revision), about=judgement)
    settle(judgement, by=by, at=at)


@transaction.atomic
def take_back_judgement(judgement: Judgement, *, by: Actor, at: datetime) -> None:
    """Go on writing on what was handed in. Announces JudgementTakenBack."""
    _move(judgement, "take_back")
    record(facts.JudgementTakenBack(by=by, at=at, revision=judgement.revision), about=judgement)


@transaction.atomic
def drop_judgement(judgement: Judgement, *, by: Actor, at: datetime) -> None:
    """Stop with a proposal. The verdict on the card stays as it is. Announces JudgementDropped."""
    _move(judgement, "drop")
    record(facts.JudgementDropped(by=by, at=at, revision=judgement.revision), about=judgement)


def _move(judgement: Judgement, verb: str) -> None:
    to = rules.move(judgement.state, verb)
    change(judgement, only_if={"state": judgement.state, "revision": judgement.revision}, state=to)


@transaction.atomic
def give_judgement(judgement: Judgement, *, by: Actor, at: datetime) -> None:
    """Make a proposal that is ready the verdict on the public card, with the organisations that agreed as assessors.

    Refuses whoever is no editor, what is not agreed on enough, and a card that changed or lapsed meanwhile. Announces
    JudgementGiven; the catalogue announces CardChanged and VerdictGiven because of it."""
    if not may(by, Permission.EDIT_CARDS):
        raise Refused("Alleen een redacteur geeft een oordeel.")
    to = rules.move(judgement.state, "publish")
    here = Judgement.objects.filter(pk=judgement.pk, state=DraftState.READY, revision=judgement.revision)
    if here.update(revision=judgement.revision) != 1:
        raise Refused(OVERTAKEN)
    if left := queries.lacking(judgement):
        raise Refused(" ".join(left))
    card = catalogue.practice(judgement.card.slug)
    if card is None:
        raise Refused("Deze aanpak is niet meer gepubliceerd.")
    agreed = queries.approvals(judgement)
    verdict = cards.give_verdict(
        card, finding=_finding(judgement, agreed), assessors=_once(one.organisation.name for one in agreed),
        standing=f"voorgesteld door {judgement.organisation.name}, {rules.STANDING}", by=by, at=at,
        because=[journal.latest(f"{judgement._meta.label}:{judgement.pk}")],
    )  # fmt: skip
    change(judgement, only_if={"state": DraftState.READY}, state=to, verdict=verdict)
    told = facts.JudgementGiven(by=by, at=at, card_id=card.pk, verdict_id=verdict.pk)
    record(told, about=judgement)


def _once(names: Any) -> list[str]:
    return list(dict.fromkeys(names))


def _finding(judgement: Judgement, agreed: Sequence[Any]) -> cards.Finding:
    """What the card gets to say. Interests are told per organisation, never per person."""
    told = [(judgement.organisation.name, judgement.interests)]
    told += [(one.organisation.name, one.interests) for one in agreed]
    return cards.Finding(
        start=judgement.start, deductions=queries.letters(judgement),
        reasons=[f"{catalogue.DEDUCTIONS[one['letter']]}. {one['reason']}" for one in judgement.deductions],
        direction=judgement.direction, size=judgement.size, basis=judgement.basis, context=judgement.context,
        figures_seen=judgement.figures_seen, interests="; ".join(f"{name}: {words}" for name, words in told),
        studies=[cards.Study(**row) for row in judgement.sources],
    )  # fmt: skip


@transaction.atomic
def tell_of_ending(verdict: Any, *, days: int, by: Actor, at: datetime) -> bool:
    """Tell the owner of a practice by letter that its verdict ends. Announces VerdictEndingTold. False when it was told.

    Once per verdict and letter, however many workers come by: the database keeps one notice."""
    _, new = Notice.objects.get_or_create(verdict=verdict, days=days, defaults={"at": at})
    if not new:
        return False
    card = verdict.practice.card
    for held in _owners(card, at=at):
        post.write(
            "verdict_ending", to=held.user.email, at=at, name=held.user.name, title=card.title, slug=card.slug,
            until=verdict.valid_until,
        )  # fmt: skip
    record(facts.VerdictEndingTold(by=by, at=at, verdict_id=verdict.pk, days=days), about=card)
    return True


def _owners(card: catalogue.Card, *, at: datetime) -> list[Any]:
    """Who minds the card at the organisation that owns it, or else the editors. One letter a person."""
    theirs = people.kin(card.owner_id) if card.owner_id else []
    held = people.who_may(Permission.BRING_IN, at=at, of=theirs) if theirs else []
    held = held or people.who_may(Permission.EDIT_CARDS, at=at)
    return list({one.user_id: one for one in held}.values())
