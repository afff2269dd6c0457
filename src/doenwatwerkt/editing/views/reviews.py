"""Looking at each other's work: what waits for me, one look, whom to ask, and the link for somebody without an account."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from doenwatwerkt.editing import access, forms, operations, queries
from doenwatwerkt.editing.access import askers
from doenwatwerkt.editing.models import Draft, Review
from doenwatwerkt.editing.rules import OPEN, Outcome
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.people import queries as people
from doenwatwerkt.people.access import Permission, may, opens
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages
from doenwatwerkt.ui.limits import limited

PER_MINUTE = 20
"""How often one address may open links: enough for a person, too few to guess."""


@opens(Permission.REVIEW)
def reviews(request: HouseRequest) -> HttpResponse:
    """What waits for me, and what I looked at."""
    who = request.actor.user_id
    return pages.show(
        request, "editing/reviews.html", waiting=queries.waiting_for(who), done=queries.looked_at(who),
        judge=may(request.actor, Permission.JUDGE),
    )  # fmt: skip


def _seen(review: Review) -> dict[str, Any]:
    """What a reviewer sees: the draft field by field, or the proposed verdict with its sum."""
    it = queries.subject_of(review)
    found: dict[str, Any] = {
        "review": review, "subject": it, "title": queries.title(it), "thing": queries.thing(it),
        "outdated": review.of_revision is not None and review.of_revision != it.revision,
    }  # fmt: skip
    if isinstance(it, Draft):
        return found | {"shown": queries.shown(it), "kind_label": it.get_kind_display()}
    sum_ = queries.added_up(it, localdate())
    return found | {"judgement": it, "told": queries.told(it), "sum": sum_, "before": _before(it.card)}


def _before(card: Any) -> Any:
    """The verdict that the card has now."""
    return card.practice.verdict


def _deciding(request: HouseRequest, review: Review) -> forms.Decide:
    """The form of a look; after a refusal it asks about the text as it is now."""
    revision = queries.subject_of(review).revision
    return forms.Decide(request.POST if request.method == "POST" else None, initial={"revision": revision})


@opens(Permission.REVIEW)
def review(request: HouseRequest, pk: int) -> HttpResponse:
    one = access.open_review(request.actor, pk)
    form = _deciding(request, one)
    if form.attempt(operations.decide, one, by=request.actor, at=now()):
        return pages.done(request, "editing:reviews", "Dank u. Wat u vindt, is bewaard.")
    it = queries.subject_of(one)
    can = one.outcome == Outcome.OPEN and it.state in queries.LOOKED_AT
    return pages.show(request, "editing/review.html", form=form, can=can, **_seen(one))


@opens(Permission.REVIEW)
@require_POST
def decline_review(request: HouseRequest, pk: int) -> HttpResponse:
    one = access.open_review(request.actor, pk)
    form = forms.Plain(request.POST)
    if form.attempt(operations.decline_review, one, by=request.actor, at=now()):
        return pages.done(request, "editing:reviews", "U hoeft dit niet na te kijken.")
    return pages.done(request, "editing:review", str(form.refusal), pk)


@askers
def reviewers(request: HouseRequest, thing: str, pk: int) -> HttpResponse:
    """Who looks at this, what they said, what still lacks, and whom to ask."""
    return _reviewers(request, access.open_subject(request.actor, thing, pk))


def _colleagues() -> list[tuple[str, str]]:
    found = people.who_may(Permission.REVIEW, at=now())
    return [(f"{one.user_id}-{one.organisation_id}", f"{one.user} ({one.organisation})") for one in found]


def _reviewers(
    request: HouseRequest, it: queries.Subject, *, colleague: Any = None, link: Any = None
) -> HttpResponse:  # fmt: skip
    asked = queries.reviews(it)
    current = {one.pk for one in queries.last_looks(asked)}
    rows = [(one, one.of_revision not in (None, it.revision), one.pk in current) for one in asked]
    home = (
        reverse("editing:show", args=[it.pk]) if isinstance(it, Draft) else reverse("editing:judgement", args=[it.pk])
    )
    return pages.show(
        request, "editing/reviewers.html", subject=it, thing=queries.thing(it), title=queries.title(it), home=home,
        rows=rows, lacking=queries.lacking(it), can=it.state in queries.LOOKED_AT, open=it.state in OPEN,
        colleague=colleague or forms.AskColleague(choices=_colleagues()),
        link=link or forms.AskByLink(choices=people.current_organisations()),
    )  # fmt: skip


@askers
@require_POST
def ask_colleague(request: HouseRequest, thing: str, pk: int) -> HttpResponse:
    it = access.open_subject(request.actor, thing, pk)
    form = forms.AskColleague(request.POST, choices=_colleagues())
    if form.attempt(operations.ask_colleague, it, by=request.actor, at=now()):
        return pages.done(request, "editing:reviewers", "Uw collega krijgt een brief.", thing, pk)
    return _reviewers(request, it, colleague=form)


@askers
@require_POST
def ask_by_link(request: HouseRequest, thing: str, pk: int) -> HttpResponse:
    it = access.open_subject(request.actor, thing, pk)
    form = forms.AskByLink(request.POST, choices=people.current_organisations())
    if form.attempt(operations.ask_by_link, it, by=request.actor, at=now()):
        told = "De brief met de link gaat zo weg. De link werkt twee weken, voor één keer."
        return pages.done(request, "editing:reviewers", told, thing, pk)
    return _reviewers(request, it, link=form)


@askers
@require_POST
def remind_review(request: HouseRequest, pk: int) -> HttpResponse:
    one, it = access.review_of_mine(request.actor, pk)
    form = forms.Plain(request.POST)
    done = form.attempt(operations.remind_review, one, by=request.actor, at=now())
    told = "Er gaat een nieuwe brief weg." if done else str(form.refusal)
    return pages.done(request, "editing:reviewers", told, queries.thing(it), it.pk)


@askers
@require_POST
def remove_review(request: HouseRequest, pk: int) -> HttpResponse:
    one, it = access.review_of_mine(request.actor, pk)
    form = forms.Plain(request.POST)
    done = form.attempt(operations.remove_review, one, by=request.actor, at=now())
    told = "Deze nakijker is weggehaald." if done else str(form.refusal)
    return pages.done(request, "editing:reviewers", told, queries.thing(it), it.pk)


STATUS = {"open": 200, "used": 200, "writing": 200, "expired": 410, "over": 410, "unknown": 404}
"""What a program hears about a link; a person reads a page with a next step."""


@login_not_required
@limited("by_link", per_minute=PER_MINUTE)
def by_link(request: HouseRequest, token: str) -> HttpResponse:
    """One look by somebody without an account. Opening the link changes nothing; only the button does."""
    one = access.review_by_link(token)
    if one is None:
        return pages.show(request, "editing/by_link.html", state="unknown", status=STATUS["unknown"])
    form = _deciding(request, one)
    if form.attempt(operations.decide, one, by=Actor(via="link"), at=now()):
        return redirect("review_link:by_link", token)
    fresh = access.review_by_link(token) or one
    state = queries.link_state(fresh, now())
    return pages.show(
        request, "editing/by_link.html", state=state, form=form, status=STATUS[state],
        **(_seen(fresh) if state in ("open", "used") else {"review": fresh}),
    )  # fmt: skip
