"""Who was asked to look at what, what they said, and what still lacks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import rules
from doenwatwerkt.editing.models import Draft, Judgement, Review
from doenwatwerkt.editing.queries.differences import Change, changes, in_words
from doenwatwerkt.editing.queries.drafts import title as title_of_draft
from doenwatwerkt.editing.queries.fields import fields_of
from doenwatwerkt.editing.rules import DraftState, Outcome
from doenwatwerkt.people import queries as people

type Subject = Draft | Judgement
"""What can be reviewed."""

THINGS: dict[str, type[Draft] | type[Judgement]] = {"concept": Draft, "oordeel": Judgement}
"""Under which word each stands in an address."""

LOOKED_AT = (DraftState.REVIEW, DraftState.READY)
"""States in which reviewers can say something."""


def subject_of(review: Review) -> Subject:
    """What this review is about."""
    found = review.draft or review.judgement
    assert found, "the database keeps every review with one thing"
    return found


def thing(subject: Subject) -> str:
    """The word for it in an address: "concept" or "oordeel"."""
    return "concept" if isinstance(subject, Draft) else "oordeel"


def title(subject: Subject) -> str:
    """What people call it."""
    if isinstance(subject, Draft):
        return title_of_draft(subject)
    return subject.card.title


def reviews(subject: Subject) -> list[Review]:
    """Everybody who was asked to look at this, in order."""
    own = (
        Review.objects.filter(draft=subject) if isinstance(subject, Draft) else Review.objects.filter(judgement=subject)
    )
    return list(own.select_related("organisation", "reviewer").order_by("asked_at", "pk"))


def who(review: Review) -> str:
    """The same for two reviews of one person."""
    if review.reviewer_id:
        return f"user:{review.reviewer_id}"
    return f"name:{review.name.strip().casefold()}@{review.organisation_id}"


def last_looks(found: list[Review]) -> list[Review]:
    """Of each reviewer what they said last."""
    decided = sorted((one for one in found if one.decided_at), key=lambda one: (one.decided_at, one.pk))
    return list({who(one): one for one in decided}.values())


def writers(subject: Subject) -> set[str]:
    """Whose own approval does not count: who began it and who saved it last."""
    return {f"user:{pk}" for pk in (subject.author_id, subject.saved_by_id) if pk}


def lacking(subject: Subject) -> list[str]:
    """What still lacks before this is ready, in words."""
    looks = [
        rules.Look(who(one), one.organisation_id, one.outcome, one.of_revision) for one in last_looks(reviews(subject))
    ]
    inside = people.kin(subject.organisation_id)
    return rules.lacking(looks, revision=subject.revision, writers=writers(subject), inside=inside)


def approvals(subject: Subject) -> list[Review]:
    """Who agreed with the text as it is now."""
    agreed = {"outcome": Outcome.APPROVED, "of_revision": subject.revision}
    found = last_looks(reviews(subject))
    own = writers(subject)
    return [one for one in found if who(one) not in own and {name: getattr(one, name) for name in agreed} == agreed]


def _with_subjects() -> "list[str]":
    return ["draft__organisation", "draft__card", "judgement__organisation", "judgement__card", "organisation"]


def waiting_for(user_id: int | None) -> list[tuple[Review, str, str]]:
    """What waits for this person to look at, the oldest first: (review, word, title)."""
    mine = Review.objects.filter(reviewer=user_id, outcome=Outcome.OPEN).select_related(*_with_subjects())
    rows = [(one, subject_of(one)) for one in mine.order_by("asked_at", "pk")]
    return [(one, thing(it), title(it)) for one, it in rows if it.state in LOOKED_AT]


def looked_at(user_id: int | None, most: int = 20) -> list[tuple[Review, str, str]]:
    """What this person looked at, the last first."""
    mine = Review.objects.filter(reviewer=user_id, decided_at__isnull=False).select_related(*_with_subjects())
    rows = [(one, subject_of(one)) for one in mine.order_by("-decided_at", "-pk")[:most]]
    return [(one, thing(it), title(it)) for one, it in rows]


@dataclass(frozen=True, slots=True)
class Shown:
    """A draft as its reviewers see it: the whole text field by field, and what differs from the card of now."""

    whole: list[tuple[str, str]]
    changes: list[Change]
    new: bool


def shown(draft: Draft) -> Shown:
    """What reviewers need to see of a draft."""
    names = catalogue.names()
    now_says = catalogue.said(draft.card) if draft.card else {}
    told = ((field.label, in_words(field, draft.data.get(field.key), names)) for field in fields_of(draft.kind))
    differing = changes(draft.kind, now_says, draft.data, names)
    return Shown([(label, words) for label, words in told if words], differing, not draft.card_id)


type LinkState = Literal["open", "used", "expired", "writing", "over"]


def link_state(review: Review, at: datetime) -> LinkState:
    """What a link can still do."""
    if review.outcome != Outcome.OPEN:
        return "used"
    state = subject_of(review).state
    if state not in rules.OPEN:
        return "over"
    if review.expires_at and review.expires_at <= at:
        return "expired"
    return "open" if state in LOOKED_AT else "writing"
