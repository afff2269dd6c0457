"""Asking people to look at a draft or a proposed verdict, what they say, and when that is enough."""

import hashlib
import secrets
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from doenwatwerkt.editing import facts, queries, rules
from doenwatwerkt.editing.models import Draft, Review
from doenwatwerkt.editing.queries import Subject
from doenwatwerkt.editing.rules import DraftState, Outcome
from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.lib.rows import change
from doenwatwerkt.people import queries as people
from doenwatwerkt.people.access import Permission, may
from doenwatwerkt.post import operations as post

NOT_NOW = "Dit wordt nu niet nagekeken. Bied het eerst aan."
CHANGED = "De tekst is intussen gewijzigd of teruggehaald. Bekijk hem opnieuw voor u iets zegt."
WROTE = "Wie zelf aan de tekst schreef, kan hem niet nakijken. Vraag iemand anders."
ASKED = "Deze persoon is al gevraagd, of is al akkoord met deze tekst."
KEPT = "Alleen een redacteur die hier niet zelf aan schreef, kan een bezwaar of akkoord weghalen."


def digest(token: str) -> str:
    """What we keep of a link: enough to know it again, not enough to make it."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def ask_colleague(subject: Subject, *, reviewer_id: int, organisation_id: int, by: Actor, at: datetime) -> Review:
    """Ask somebody with an account to look. Refuses a writer, somebody without the role, and whoever was asked already.

    Announces ReviewAsked; a letter says where to look."""
    _need_review(subject)
    held = people.who_may(Permission.REVIEW, at=at, of=[organisation_id], user_id=reviewer_id)
    if not held:
        raise Refused("Deze persoon kan (nu) niet nakijken. Kies iemand anders.")
    person = held[0].user
    review = Review(reviewer=person, name=str(person)[:120], organisation_id=organisation_id, asked_at=at)
    _ask(subject, review, by=by, at=at)
    post.write(
        "review_asked", to=person.email, at=at, title=queries.title(subject), name=person.name, review=review.pk,
        organisation=subject.organisation.name,
    )  # fmt: skip
    return review


@transaction.atomic
def ask_by_link(
    subject: Subject, *, name: str, organisation_id: int, email: str, by: Actor, at: datetime
) -> Review:  # fmt: skip
    """Ask somebody without an account to look, by a letter with a link for this one decision. Only its digest is kept.

    Refuses a writer's own address, an address that was asked already, and an unknown organisation. ReviewAsked."""
    _need_review(subject)
    known = people.person_with(email)
    if known and f"user:{known.pk}" in queries.writers(subject):
        raise Refused(WROTE)
    if organisation_id not in dict(people.current_organisations()):
        raise Refused("Deze organisatie kennen wij niet. Kies er een uit de lijst.")
    if _own(subject).filter(email__iexact=email).exists():
        raise Refused(ASKED)
    review = Review(name=name.strip(), email=email, organisation_id=organisation_id, asked_at=at)
    token = _new_link(review, at=at)
    _ask(subject, review, by=by, at=at)
    _send_link(subject, review, token, at=at)
    return review


def _need_review(subject: Subject) -> None:
    if subject.state not in queries.LOOKED_AT:
        raise Refused(NOT_NOW)


def _own(subject: Subject) -> Any:
    return Review.objects.filter(**{_field(subject): subject})


def _field(subject: Subject) -> str:
    return "draft" if isinstance(subject, Draft) else "judgement"


def _ask(subject: Subject, review: Review, *, by: Actor, at: datetime) -> None:
    """Save and announce; asked twice at the same moment, the second is refused: the subject's row is held."""
    _hold(subject, revision=subject.revision)
    setattr(review, _field(subject), subject)
    if queries.who(review) in queries.writers(subject):
        raise Refused(WROTE)
    same = [one for one in queries.reviews(subject) if queries.who(one) == queries.who(review)]
    agreed = {queries.who(one) for one in queries.approvals(subject)}
    if queries.who(review) in agreed or any(one.outcome == Outcome.OPEN for one in same):
        raise Refused(ASKED)
    review.save(force_insert=True)
    told = facts.ReviewAsked(
        by=by, at=at, review_id=review.pk, organisation_id=review.organisation_id, by_link=bool(review.token_digest)
    )
    record(told, about=subject)


def _new_link(review: Review, *, at: datetime) -> str:
    token = secrets.token_urlsafe(32)
    review.token_digest, review.expires_at = digest(token), at + rules.LINK_LIVES
    return token


def _send_link(subject: Subject, review: Review, token: str, *, at: datetime) -> None:
    post.write(
        "review_by_link", to=review.email, at=at, title=queries.title(subject), name=review.name, token=token,
        organisation=subject.organisation.name, expires=review.expires_at,
    )  # fmt: skip


def _hold(subject: Subject, *, revision: int) -> None:
    """Lock the row of what is reviewed, as it was seen: two reviewers at once come one after the other."""
    seen = type(subject)._default_manager.filter(pk=subject.pk, revision=revision, state__in=queries.LOOKED_AT)
    if seen.update(revision=revision) != 1:
        raise Refused(CHANGED)


@transaction.atomic
def decide(
    review: Review, *, outcome: str, remark: str, interests: str, revision: int, by: Actor, at: datetime
) -> None:  # fmt: skip
    """Agree or object, once, about the text as it was seen; the address of who came by link is forgotten.

    Refuses a link that expired or was used, a text that changed since, a writer, and who lost the role. Announces
    ReviewDecided, and ReviewsSettled when it is enough."""
    subject = queries.subject_of(review)
    if review.outcome != Outcome.OPEN:
        raise Refused("Hier is al iets over gezegd. Dat kan één keer.")
    _need_reviewer(review, subject, by=by, at=at)
    _hold(subject, revision=revision)
    change(
        review, only_if={"outcome": Outcome.OPEN}, outcome=outcome, remark=remark.strip(), interests=interests.strip(),
        of_revision=revision, decided_at=at, email="",
    )  # fmt: skip
    told = facts.ReviewDecided(
        by=by, at=at, review_id=review.pk, organisation_id=review.organisation_id, outcome=str(outcome), revision=revision
    )  # fmt: skip
    record(told, about=subject)
    settled = settle(subject, by=by, at=at)
    _tell_author(subject, review, settled=settled, at=at)


def _need_reviewer(review: Review, subject: Subject, *, by: Actor, at: datetime) -> None:
    """Whoever acts is who was asked, may still do so, and did not write it."""
    if review.token_digest:
        if by.via != "link" or (review.expires_at and review.expires_at <= at):
            raise Refused("Deze link werkt niet meer. Vraag om een nieuwe.")
        return
    if by.user_id != review.reviewer_id or by.user_id is None:
        raise Refused("Iemand anders is gevraagd om dit na te kijken.")
    if queries.who(review) in queries.writers(subject):
        raise Refused(WROTE)
    if not may(by, Permission.REVIEW) or by.organisation_id not in people.kin(review.organisation_id):
        raise Refused(
            f"U kijkt dit na voor {review.organisation.name}. Dat kan alleen als u daar nu een rol heeft om na te kijken."
        )


def _tell_author(subject: Subject, review: Review, *, settled: bool, at: datetime) -> None:
    """A letter to who began it: somebody objects, or it is ready. An approval that is not the last needs no letter."""
    author = people.person(subject.author_id)
    if author and (settled or review.outcome == Outcome.OBJECTED):
        post.write(
            "review_told", to=author.email, at=at, title=queries.title(subject), name=author.name, settled=settled,
            thing=queries.thing(subject), pk=subject.pk,
        )  # fmt: skip


@transaction.atomic
def settle(subject: Subject, *, by: Actor, at: datetime) -> bool:
    """Make ready what enough people agree on, or take that back when it is not enough any more. True when it became ready.

    However many reviewers are at it, it is announced once: ReviewsSettled. Belongs after every change in reviews."""
    verb = "reopen" if queries.lacking(subject) else "settle"
    allowed, to = rules.MOVES[verb]
    here = type(subject)._default_manager.filter(pk=subject.pk, revision=subject.revision, state__in=allowed)
    if here.update(state=to) != 1:
        return False
    subject.state = str(to)
    if to == DraftState.READY:
        record(facts.ReviewsSettled(by=by, at=at, revision=subject.revision), about=subject)
    return to == DraftState.READY


@transaction.atomic
def decline_review(review: Review, *, by: Actor, at: datetime) -> None:
    """Say that one can't look at this. Refuses when something was said already, and for others. ReviewDeclined."""
    if by.user_id is None or by.user_id != review.reviewer_id:
        raise Refused("Iemand anders is gevraagd om dit na te kijken.")
    subject = queries.subject_of(review)
    _take_away(review, only_open=True)
    record(facts.ReviewDeclined(by=by, at=at, review_id=review.pk), about=subject)


@transaction.atomic
def remove_review(review: Review, *, by: Actor, at: datetime) -> None:
    """Take a reviewer away. What was said already only an editor can set aside who did not write the text.

    Refuses a finished text. Announces ReviewRemoved; a text that is then not agreed on enough is looked at again."""
    subject = queries.subject_of(review)
    said = review.outcome != Outcome.OPEN
    if said and (not may(by, Permission.EDIT_CARDS) or f"user:{by.user_id}" in queries.writers(subject)):
        raise Refused(KEPT)
    if subject.state not in rules.OPEN:
        raise Refused("Dit is al afgerond. Wat erover is gezegd, blijft staan.")
    _take_away(review, only_open=not said)
    record(facts.ReviewRemoved(by=by, at=at, review_id=review.pk, outcome=review.outcome), about=subject)
    settle(subject, by=by, at=at)


def _take_away(review: Review, *, only_open: bool) -> None:
    rows = Review.objects.filter(pk=review.pk)
    rows = rows.filter(outcome=Outcome.OPEN) if only_open else rows
    if not rows.delete()[0]:
        raise Refused("Deze nakijker is net weggehaald of heeft intussen iets gezegd. Ververs de pagina.")


@transaction.atomic
def remind_review(review: Review, *, by: Actor, at: datetime) -> None:
    """Ask again by letter; somebody without an account gets a new link, and the old one stops working.

    Refuses when something was said already, and a second letter within a day. Announces ReviewReminded."""
    subject = queries.subject_of(review)
    _need_review(subject)
    if at - review.asked_at < rules.REMIND_AFTER:
        raise Refused("Deze persoon kreeg vandaag al een brief. Wacht een dag.")
    was, token = review.asked_at, ""
    if review.token_digest:
        if not review.email:
            raise Refused("Het adres van deze persoon hebben wij niet meer. Haal hem weg en vraag hem opnieuw.")
        token = _new_link(review, at=at)
    change(
        review, only_if={"outcome": Outcome.OPEN, "asked_at": was}, asked_at=at, token_digest=review.token_digest,
        expires_at=review.expires_at,
    )  # fmt: skip
    if token:
        _send_link(subject, review, token, at=at)
    elif review.reviewer:
        post.write(
            "review_asked", to=review.reviewer.email, at=at, title=queries.title(subject), name=review.reviewer.name,
            review=review.pk, organisation=subject.organisation.name,
        )  # fmt: skip
    record(facts.ReviewReminded(by=by, at=at, review_id=review.pk), about=subject)


@transaction.atomic
def forget_addresses(before: datetime, *, by: Actor, at: datetime) -> int:
    """Forget addresses of people whose link expired before this moment, or whose text is finished. Silent: nothing
    is left to tell about. Returns how many."""
    done = ~Q(draft__state__in=rules.OPEN) & ~Q(judgement__state__in=rules.OPEN)
    late = Review.objects.filter(done | Q(expires_at__lt=before)).exclude(email="").order_by("pk")
    return Review.objects.filter(pk__in=list(late.values_list("pk", flat=True))).update(email="")
