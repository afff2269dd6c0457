"""The life of a draft, from the first word to a published card."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from doenwatwerkt.catalogue import content
from doenwatwerkt.catalogue import operations as cards
from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import facts, rules
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.operations.reviews import settle
from doenwatwerkt.editing.queries.fields import TITLES
from doenwatwerkt.editing.rules import DraftState
from doenwatwerkt.journal import queries as journal
from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.lib.rows import change

type Json = dict[str, Any]

LONGEST_SLUG = 80
NOBODY = "Kies eerst voor welke organisatie u werkt."
BUSY = "Er loopt al een concept van deze kaart. Rond dat eerst af."
LOCKED = "Dit concept is aangeboden. Haal het terug als u verder wilt schrijven."
OVERTAKEN = "Iemand anders heeft intussen bewaard. Kies per onderdeel welke tekst blijft."


@transaction.atomic
def begin(card: catalogue.Card, *, data: Json | None = None, by: Actor, at: datetime) -> Draft:
    """Open a draft of a card with what it says now, or with `data`. Who comes second lands in the draft that is open.

    Refuses `data` beside an open draft, and an actor without an organisation. Announces DraftBegun."""
    there = _open(card.kind, card.slug)
    if there and data is not None:
        raise Refused(BUSY)
    if there:
        return there
    says = catalogue.said(card) if data is None else data
    draft = Draft(card_id=card.pk, kind=card.kind, slug=card.slug, base_version=card.version, data=says)
    return _begin(draft, of=by.organisation_id, by=by, at=at)


@transaction.atomic
def begin_new(
    kind: str, *, title: str, other: bool = False, data: Json | None = None, organisation_id: int | None = None,
    by: Actor, at: datetime,
) -> Draft:  # fmt: skip
    """Open a draft of a card that does not exist yet, for the actor's organisation or the one that is named.

    Refuses a title that is taken or, unless it is said to be something `other`, very like one. Announces DraftBegun."""
    slug = address_of(title)
    if not slug:
        raise Refused("Schrijf een titel met letters.")
    if catalogue.named(kind, slug):
        raise Refused("Er is al een kaart met deze titel. Zoek haar op en bewerk haar.")
    if _open(kind, slug):
        raise Refused("Iemand schrijft al aan een kaart met deze titel.")
    if not other and catalogue.alike(kind, title):
        raise Refused("Er is al een kaart die hier erg op lijkt. Is die van u iets anders? Zeg dat dan hieronder.")
    says = {TITLES[kind]: title.strip(), "nagekeken_op": at.date().isoformat()} | (data or {})
    draft = Draft(kind=kind, slug=slug, base_version=0, data=says)
    return _begin(draft, of=organisation_id or by.organisation_id, by=by, at=at)


def _open(kind: str, slug: str) -> Draft | None:
    return Draft.objects.filter(kind=kind, slug=slug, state__in=rules.OPEN).first()


def address_of(title: str, *, room: int = 0) -> str:
    """The part of the address that a title gives, with `room` left for a number behind it; nothing without letters."""
    return slugify(title)[: LONGEST_SLUG - room].strip("-")


def keep_new(draft: Draft, *, of: int, by: Actor, at: datetime) -> bool:
    """Save a new draft. False when another one is open at its address: the database allows one."""
    draft.organisation_id, draft.author_id, draft.saved_by_id = of, by.user_id, by.user_id
    draft.begun_at = draft.saved_at = at
    try:
        with transaction.atomic():
            draft.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def _begin(draft: Draft, *, of: int | None, by: Actor, at: datetime) -> Draft:
    """Save a new draft. Two people at the same moment get the same one."""
    if of is None:
        raise Refused(NOBODY)
    if not keep_new(draft, of=of, by=by, at=at):
        return Draft.objects.get(kind=draft.kind, slug=draft.slug, state__in=rules.OPEN)
    told = facts.DraftBegun(by=by, at=at, kind=draft.kind, slug=draft.slug, base_version=draft.base_version)
    record(told, about=draft)
    return draft


@transaction.atomic
def save(draft: Draft, *, data: Json, revision: int, by: Actor, at: datetime) -> None:
    """Keep what was written, whole or not. Silent: nobody but the writers sees it.

    Refuses a draft that was handed in, and (Overtaken) one that somebody saved since `revision`."""
    if draft.state != DraftState.WRITING:
        raise Refused(LOCKED)
    if draft.revision != revision:
        raise rules.Overtaken(OVERTAKEN)
    if draft.data == data:
        return
    new = {"data": data, "revision": revision + 1, "saved_by_id": by.user_id, "saved_at": at}
    if not Draft.objects.filter(pk=draft.pk, revision=revision, state=DraftState.WRITING).update(**new):
        raise rules.Overtaken(OVERTAKEN)
    for name, value in new.items():
        setattr(draft, name, value)


@transaction.atomic
def catch_up(draft: Draft, *, version: int, by: Actor, at: datetime) -> None:
    """Say that what others published since is dealt with in this draft. Silent, like saving.

    Refuses a draft that was handed in, and a card that changed again since it was seen."""
    if draft.state != DraftState.WRITING:
        raise Refused(LOCKED)
    if draft.card is None or draft.card.version != version:
        raise Refused("De kaart is opnieuw gewijzigd. Bekijk het verschil nog eens.")
    new = {"base_version": version, "revision": draft.revision + 1, "saved_by_id": by.user_id, "saved_at": at}
    change(draft, only_if={"state": draft.state, "revision": draft.revision}, **new)


@transaction.atomic
def hand_in(draft: Draft, *, revision: int, personal_why: str = "", by: Actor, at: datetime) -> None:
    """Offer a draft to reviewers. Announces DraftHandedIn.

    Refuses what is not whole, what changed since it was seen, a draft of a card that others published since, and what
    looks like personal data without a reason for it."""
    to = rules.move(draft.state, "hand_in")
    if draft.card and draft.card.version != draft.base_version:
        raise Refused("Iemand anders heeft de kaart intussen gewijzigd. Bekijk eerst het verschil en verwerk het.")
    if content.read_card(draft.kind, draft.data, catalogue.known())[1]:
        raise Refused("Dit concept is nog niet af. Kijk bij de velden waar iets staat.")
    personal = rules.personal_in(draft.data)
    if personal and not personal_why:
        raise Refused(
            "In de tekst staat wat lijkt op gegevens van een persoon. Haal het weg, of zeg waarom het hier hoort."
        )
    why = personal_why if personal else ""
    change(draft, only_if={"state": draft.state, "revision": revision}, state=to, personal_why=why)
    record(facts.DraftHandedIn(by=by, at=at, revision=revision), about=draft)
    settle(draft, by=by, at=at)


@transaction.atomic
def take_back(draft: Draft, *, by: Actor, at: datetime) -> None:
    """Go on writing on what was handed in; a planned publication lapses. Announces DraftTakenBack."""
    _move(draft, "take_back", publish_at=None)
    record(facts.DraftTakenBack(by=by, at=at, revision=draft.revision), about=draft)


@transaction.atomic
def drop(draft: Draft, *, by: Actor, at: datetime) -> None:
    """Stop with a draft. What the public sees stays as it is. Announces DraftDropped."""
    _move(draft, "drop", publish_at=None)
    record(facts.DraftDropped(by=by, at=at, revision=draft.revision), about=draft)


def _move(draft: Draft, verb: str, **new: Any) -> None:
    to = rules.move(draft.state, verb)
    change(draft, only_if={"state": draft.state, "revision": draft.revision}, state=to, **new)


@transaction.atomic
def schedule(draft: Draft, *, publish_at: datetime | None, by: Actor, at: datetime) -> None:
    """Plan when a draft is published, or take the plan away. Announces DraftScheduled.

    Refuses a moment that has passed and a draft that was not handed in. It is published then only if it is ready."""
    if draft.state not in (DraftState.REVIEW, DraftState.READY):
        raise Refused("Bied het concept eerst aan. Daarna kunt u plannen wanneer het wordt uitgegeven.")
    if publish_at and publish_at <= at:
        raise Refused("Dat moment is al voorbij. Kies een later moment.")
    change(draft, only_if={"state": draft.state, "revision": draft.revision}, publish_at=publish_at)
    moment = publish_at.isoformat() if publish_at else ""
    record(facts.DraftScheduled(by=by, at=at, revision=draft.revision, publish_at=moment), about=draft)


@transaction.atomic
def publish(draft: Draft, *, by: Actor, at: datetime) -> catalogue.Card:
    """Make a draft that is ready the public card. Refuses when somebody published the card meanwhile.

    Announces DraftPublished, and the catalogue announces CardAdded or CardChanged because of it."""
    _move(draft, "publish", became=draft.base_version + 1, publish_at=None)
    card = cards.publish_card(
        draft.data, kind=draft.kind, slug=draft.slug, base_version=draft.base_version,
        because=[journal.latest(f"{draft._meta.label}:{draft.pk}")], by=by, at=at,
    )  # fmt: skip
    Draft.objects.filter(pk=draft.pk).update(card=card)
    record(facts.DraftPublished(by=by, at=at, card_id=card.pk, version=card.version), about=draft)
    return card


@transaction.atomic
def publish_due(draft: Draft, *, by: Actor, at: datetime) -> bool:
    """Publish a draft whose moment has come. Where that can't be, the plan goes and the draft stays: DraftHeldBack.

    Once, however many workers come by: the first one changes the state."""
    try:
        publish(draft, by=by, at=at)
    except Refused:
        planned = Draft.objects.filter(pk=draft.pk, state=DraftState.READY, publish_at__lte=at)
        if planned.update(publish_at=None):
            record(facts.DraftHeldBack(by=by, at=at, revision=draft.revision), about=draft)
        return False
    return True


@transaction.atomic
def forget_drafts(*, before: datetime, by: Actor, at: datetime) -> int:
    """Forget drafts that were published or dropped before a moment, with what reviewers said of them. Silent.

    Refuses nothing; what is still open stays. Returns how many went."""
    closed = Draft.objects.exclude(state__in=rules.OPEN).filter(saved_at__lt=before).order_by("pk")
    old = [one.pk for one in closed if journal.latest(f"{one._meta.label}:{one.pk}").at < before]
    Draft.objects.filter(pk__in=old).delete()
    return len(old)
