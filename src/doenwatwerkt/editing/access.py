"""The doors of this room: who may see and do what. Views get their objects only here."""

import hashlib

from django.db.models import Q, QuerySet
from django.http import Http404

from doenwatwerkt.catalogue import access as cards
from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import queries
from doenwatwerkt.editing.models import Draft, Judgement, Review
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.people import queries as people
from doenwatwerkt.people.access import Permission, may, need, opens, own_organisation
from doenwatwerkt.people.models import Organisation

writers = opens(
    Permission.EDIT_CARDS, Permission.BRING_IN, note="partners alleen hulpmiddelen van de eigen organisatie"
)
"""The door of a page where people write, or begin to."""
keepers = opens(Permission.BRING_IN, own=True, anywhere=[Permission.EDIT_CARDS])
"""The door of a page about one draft: of the own organisation, or any for editors."""
judges = opens(Permission.JUDGE, own=True, anywhere=[Permission.EDIT_CARDS])
"""The door of a page about one proposed verdict."""
askers = opens(Permission.BRING_IN, Permission.JUDGE, own=True, anywhere=[Permission.EDIT_CARDS])
"""The door of a page where people ask others to look at their work."""


def may_write(by: Actor) -> bool:
    """Whether somebody has anything to do in this room: editors, and partners who bring in material."""
    return may(by, Permission.EDIT_CARDS) or may(by, Permission.BRING_IN)


def drafts(by: Actor) -> QuerySet[Draft]:
    """The drafts that somebody may work on: all of them, or the materials of the own organisation. 404 for others."""
    if may(by, Permission.EDIT_CARDS):
        return Draft.objects.all()
    if by.organisation_id is None or not may(by, Permission.BRING_IN):
        raise Http404
    own = people.family(by.organisation_id)
    ours = Q(organisation__in=own) | Q(card__owner__in=own)
    return Draft.objects.filter(ours, kind=CardKind.MATERIAL)


def open_draft(by: Actor, pk: int) -> Draft:
    """A draft in any state with all that its pages show, for whoever may work on it."""
    return _one(drafts(by).select_related("card", "organisation", "author", "saved_by"), pk)


def draft_to_save(by: Actor, pk: int) -> Draft:
    """A draft alone, for whoever may work on it: saving happens every ten seconds and shows nothing."""
    return _one(drafts(by), pk)


def _one(drafts: QuerySet[Draft], pk: int) -> Draft:
    draft = drafts.filter(pk=pk).first()
    if draft is None:
        raise Http404
    return draft


def draft_to_publish(by: Actor, pk: int) -> Draft:
    """A draft in any state, for editors: only they decide what the public sees."""
    need(by, Permission.EDIT_CARDS)
    return open_draft(by, pk)


def card_to_settle(by: Actor, kind: CardKind, slug: str) -> catalogue.Card:
    """A card in any state, for editors: only they let a card lapse or settle what a file offers."""
    need(by, Permission.EDIT_CARDS)
    return cards.card_to_edit(by, kind, slug)


def kinds(by: Actor) -> list[CardKind]:
    """The kinds of cards that somebody may begin."""
    return list(CardKind) if may(by, Permission.EDIT_CARDS) else [CardKind.MATERIAL]


def need_to_begin(by: Actor, kind: CardKind) -> None:
    """The door to a new card of this kind."""
    if not may_write(by) or kind not in kinds(by):
        raise Http404


def open_review(by: Actor, pk: int) -> Review:
    """A review that this person was asked for, while they hold the role."""
    need(by, Permission.REVIEW)
    review = _reviews().filter(pk=pk, reviewer=by.user_id).first()
    if review is None:
        raise Http404
    return review


def _reviews() -> QuerySet[Review]:
    return Review.objects.select_related(
        "draft__organisation", "draft__card", "judgement__organisation", "judgement__card__practice__verdict", "organisation", "reviewer"
    )  # fmt: skip


def review_of_mine(by: Actor, pk: int) -> tuple[Review, queries.Subject]:
    """A review of something this actor works on, to remind or remove."""
    review = _reviews().filter(pk=pk).first()
    if review is None:
        raise Http404
    about = queries.subject_of(review)
    return review, open_subject(by, queries.thing(about), about.pk)


def review_by_link(token: str) -> Review | None:
    """The review that a link from a letter is for. None for a link that we do not know (any more)."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    return _reviews().filter(token_digest=digest).first()


def open_subject(by: Actor, thing: str, pk: int) -> queries.Subject:
    """A draft or a proposed verdict, for whoever works on it: they ask reviewers."""
    if thing not in queries.THINGS:
        raise Http404
    return open_draft(by, pk) if thing == "concept" else open_judgement(by, pk)


def judgements(by: Actor) -> QuerySet[Judgement]:
    """The proposed verdicts that somebody may work on: all of them for editors, those of the own organisation for others."""
    need(by, Permission.JUDGE)
    if may(by, Permission.EDIT_CARDS):
        return Judgement.objects.all()
    return Judgement.objects.filter(organisation__in=people.kin(by.organisation_id or 0))


def open_judgement(by: Actor, pk: int) -> Judgement:
    """A proposed verdict in any state, for whoever may work on it."""
    found = (
        judgements(by)
        .select_related("card__practice__verdict", "organisation", "author", "saved_by", "verdict")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    return found


def running(by: Actor, card: catalogue.Card) -> tuple[str, int | None] | None:
    """(who is working on a verdict about this card, its number where this actor may see it)."""
    one = queries.judgement_of(card.pk)
    if one is None:
        return None
    return one.organisation.name, one.pk if judgements(by).filter(pk=one.pk).exists() else None


def judgement_to_give(by: Actor, pk: int) -> Judgement:
    """A proposed verdict, for editors: only they change the public card."""
    need(by, Permission.EDIT_CARDS)
    return open_judgement(by, pk)


def practice_to_judge(by: Actor, slug: str) -> catalogue.Card:
    """A published practice, for whoever may propose a verdict."""
    need(by, Permission.JUDGE)
    card = catalogue.practice(slug)
    if card is None:
        raise Http404
    return card


def open_pile(by: Actor, key: str) -> queries.Pile:
    """One pile on the editors' desk."""
    found = queries.pile(key)
    if found is None:
        raise Http404
    return found


def card_to_confirm(by: Actor, pk: int) -> catalogue.Card:
    """A published card, for an editor."""
    need(by, Permission.EDIT_CARDS)
    return cards.open_published(by, pk)


def fact_to_confirm(by: Actor, pk: int) -> catalogue.LegalFact:
    """A legal fact, for an editor."""
    need(by, Permission.EDIT_CARDS)
    return cards.open_fact(by, pk)


def open_contribution(by: Actor) -> Organisation:
    """The organisation for which this person may bring in material."""
    need(by, Permission.BRING_IN)
    return own_organisation(by)
