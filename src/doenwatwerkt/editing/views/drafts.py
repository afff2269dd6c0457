"""The desk and the life of a draft: what it says, what differs, hand in, take back, drop, plan, publish."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime, now
from django.views.decorators.http import require_POST

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import access, forms, operations, queries, rules
from doenwatwerkt.editing.access import keepers, writers
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.rules import OPEN, DraftState
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.people.access import Permission, may, opens
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages


@writers
def index(request: HouseRequest) -> HttpResponse:
    """My open drafts, those of others, and the ways to begin."""
    found = queries.open_drafts(access.drafts(request.actor))
    mine = [one for one in found if request.actor.user_id in (one.author_id, one.saved_by_id)]
    editor = may(request.actor, Permission.EDIT_CARDS)
    kinds = access.kinds(request.actor)
    return pages.show(
        request, "editing/index.html", mine=mine, others=[one for one in found if one not in mine],
        starts=[(_NEW[kind], reverse("editing:begin_new", args=[kind])) for kind in kinds],
        offered=catalogue.offered() if editor else [], editor=editor,
    )  # fmt: skip


_NEW = {
    CardKind.PRACTICE: "Nieuwe aanpak", CardKind.ANSWER: "Nieuw antwoord", CardKind.MATERIAL: "Nieuw hulpmiddel",
}  # fmt: skip


def _about(draft: Draft) -> dict[str, Any]:
    """What every page about a draft shows."""
    return {
        "draft": draft, "title": str(draft.data.get(queries.TITLES[draft.kind]) or draft.slug),
        "kind_label": CardKind(draft.kind).label, "writing": draft.state == DraftState.WRITING, "open": draft.state in OPEN,
        "ready": draft.state == DraftState.READY, "planned": localtime(draft.publish_at) if draft.publish_at else None,
    }  # fmt: skip


def _changes(draft: Draft, names: catalogue.Names) -> list[queries.Change]:
    """What a draft changes on the card as it is now; all of it where the card is new."""
    now_says = catalogue.said(draft.card) if draft.card else {}
    return queries.changes(draft.kind, now_says, draft.data, names)


@keepers
def show(request: HouseRequest, pk: int) -> HttpResponse:
    """Where a draft stands, what can be done with it, and what happened."""
    draft = access.open_draft(request.actor, pk)
    editor = may(request.actor, Permission.EDIT_CARDS)
    return pages.show(request, "editing/show.html", **_about(draft), history=queries.history(draft), editor=editor)


def _behind(draft: Draft) -> bool:
    """Whether somebody published the card since this draft was begun."""
    return draft.card is not None and draft.state in OPEN and draft.card.version != draft.base_version


@keepers
def difference(request: HouseRequest, pk: int) -> HttpResponse:
    """What this draft changes; and, where others published meanwhile, what they changed."""
    return _difference(request, access.open_draft(request.actor, pk), forms.CatchUp())


def _difference(request: HouseRequest, draft: Draft, form: forms.CatchUp) -> HttpResponse:
    names = catalogue.names()
    return pages.show(
        request, "editing/difference.html", **_about(draft), form=form,
        changes=_changes(draft, names), behind=_behind(draft), theirs=_theirs(draft, names),
    )  # fmt: skip


def _theirs(draft: Draft, names: catalogue.Names) -> list[queries.Change]:
    """What others published since this draft was begun."""
    if draft.card is None or not _behind(draft):
        return []
    then, now_says = catalogue.said(draft.card, draft.base_version), catalogue.said(draft.card)
    return queries.changes(draft.kind, then, now_says, names)


@keepers
@require_POST
def catch_up(request: HouseRequest, pk: int) -> HttpResponse:
    draft = access.open_draft(request.actor, pk)
    form = forms.CatchUp(request.POST)
    if form.attempt(operations.catch_up, draft, by=request.actor, at=now()):
        return pages.done(request, "editing:edit", "Uw concept gaat nu uit van de nieuwste versie van de kaart.", pk)
    return _difference(request, access.open_draft(request.actor, pk), form)


@keepers
def hand_in(request: HouseRequest, pk: int) -> HttpResponse:
    """What is still missing, or what the reviewers will see."""
    draft, names = access.open_draft(request.actor, pk), catalogue.names()
    form = forms.HandIn(request.POST or None)
    if form.attempt(operations.hand_in, draft, by=request.actor, at=now()):
        return pages.done(request, "editing:show", "Uw concept is aangeboden. Twee mensen kijken het na.", draft.pk)
    return pages.show(
        request, "editing/hand_in.html", **_about(draft), form=form, changes=_changes(draft, names),
        troubles=forms.troubles(draft.kind, draft.data, names), personal=rules.personal_in(draft.data),
    )  # fmt: skip


@keepers
@require_POST
def take_back(request: HouseRequest, pk: int) -> HttpResponse:
    draft = access.open_draft(request.actor, pk)
    form = forms.Plain(request.POST)
    if form.attempt(operations.take_back, draft, by=request.actor, at=now()):
        return pages.done(request, "editing:edit", "U kunt weer verder schrijven.", draft.pk)
    return pages.done(request, "editing:show", str(form.refusal), draft.pk)


@keepers
def drop(request: HouseRequest, pk: int) -> HttpResponse:
    draft = access.open_draft(request.actor, pk)
    form = forms.Plain(request.POST if request.method == "POST" else None)
    if form.attempt(operations.drop, draft, by=request.actor, at=now()):
        return pages.done(
            request, "editing:index", "Het concept is ingetrokken. De gepubliceerde kaart is niet veranderd."
        )
    return pages.show(request, "editing/drop.html", **_about(draft), form=form)


@opens(Permission.EDIT_CARDS)
def publish(request: HouseRequest, pk: int) -> HttpResponse:
    """Publish now, or plan it: with what changes for the reader."""
    draft = access.draft_to_publish(request.actor, pk)
    form = forms.Plain(request.POST if request.method == "POST" else None)
    if form.attempt(operations.publish, draft, by=request.actor, at=now()):
        return pages.done(request, f"catalogue:{_PAGES[draft.kind]}", "De kaart is uitgegeven.", draft.slug)
    return _publishing(request, access.open_draft(request.actor, pk), form, forms.Schedule())


_PAGES: dict[str, str] = {CardKind.PRACTICE: "practice", CardKind.ANSWER: "answer", CardKind.MATERIAL: "material"}


def _publishing(request: HouseRequest, draft: Draft, form: forms.Plain, plan: forms.Schedule) -> HttpResponse:
    return pages.show(
        request, "editing/publish.html", **_about(draft), form=form, plan=plan,
        behind=_behind(draft), changes=_changes(draft, catalogue.names()),
    )  # fmt: skip


@opens(Permission.EDIT_CARDS)
@require_POST
def schedule(request: HouseRequest, pk: int) -> HttpResponse:
    draft = access.draft_to_publish(request.actor, pk)
    plan = forms.Schedule(request.POST)
    if plan.attempt(operations.schedule, draft, by=request.actor, at=now()):
        told = "Het moment van uitgeven is gekozen." if draft.publish_at else "Er is geen moment van uitgeven meer."
        return pages.done(request, "editing:show", told, draft.pk)
    return _publishing(request, access.open_draft(request.actor, pk), forms.Plain(), plan)
