"""Writing on a draft: the form, saving by hand and by itself, and a look at what a reader will see."""

from copy import copy
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import resolve, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime, now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from doenwatwerkt.catalogue import operations as cards
from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import access, forms, operations, queries
from doenwatwerkt.editing.access import keepers
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.rules import DraftState
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages

CONFLICT = 409


def _form(
    request: HouseRequest, draft: Draft, data: dict[str, Any], names: catalogue.Names, *, wrong: list[forms.Trouble], errors: list[str],
    more: str = "", revision: int | None = None,
) -> HttpResponse:  # fmt: skip
    """The page to write on, with what was typed and what is wrong with it."""
    steps = forms.shown(draft.kind, data, names, troubles=wrong, more=more, fixed=forms.fixed(draft))
    title = str(data.get(queries.TITLES[draft.kind]) or draft.slug)
    return pages.show(
        request, "editing/edit.html", draft=draft, steps=steps, troubles=wrong, errors=errors, title=title,
        kind_label=CardKind(draft.kind).label, revision=draft.revision if revision is None else revision,
        lists=_lists(steps, names), saved=_saved(draft),
    )  # fmt: skip


def _lists(steps: list[forms.Step], names: catalogue.Names) -> list[tuple[str, list[str]]]:
    """The lists that this form chooses from, each once."""
    fields = [
        one for step in steps for field in step.fields for one in (field, *(c for row in field.rows for c in row))
    ]
    used = dict.fromkeys(one.of for one in fields if one.of)
    return [(name, list(forms.labels(names[name]).values())) for name in used]


def _saved(draft: Draft) -> str:
    """Who saved last and when, in words."""
    who = f" door {draft.saved_by}" if draft.saved_by else ""
    return (
        f"Laatst bewaard{who} op {date_format(localtime(draft.saved_at), 'j F Y')} om {localtime(draft.saved_at):%H:%M}"
    )


@keepers
@never_cache
def edit(request: HouseRequest, pk: int) -> HttpResponse:
    """The form of a draft. What was handed in is only shown until somebody takes it back."""
    draft = access.open_draft(request.actor, pk)
    if draft.state != DraftState.WRITING:
        return redirect("editing:show", pk)
    names = catalogue.names()
    wrong = forms.troubles(draft.kind, draft.data, names) if "nakijken" in request.GET else []
    return _form(request, draft, draft.data, names, wrong=wrong, errors=[], more=request.GET.get("meer", ""))


@keepers
@require_POST
def save(request: HouseRequest, pk: int) -> HttpResponse:
    draft, names = access.draft_to_save(request.actor, pk), catalogue.names()
    form = forms.Write(request.POST, draft=draft, names=names)
    if form.attempt(operations.save, draft, by=request.actor, at=now()):
        return _onward(request, draft)
    if form.overtaken:
        return _conflict(request, access.open_draft(request.actor, pk), form, names)
    return _form(request, draft, form.typed, names, wrong=[], errors=form.said())


def _onward(request: HouseRequest, draft: Draft) -> HttpResponse:
    """After saving: to the field that asked for more lines, to the check, or back to the form."""
    more = request.POST.get("meer", "")
    if more in {field.key for field in queries.fields_of(draft.kind)}:
        return redirect(f"{reverse('editing:edit', args=[draft.pk])}?meer={more}#veld-{more}")
    if "aanbieden" in request.POST:
        return redirect("editing:hand_in", draft.pk)
    return pages.done(request, "editing:edit", "Uw concept is bewaard.", draft.pk)


def _conflict(request: HouseRequest, draft: Draft, form: forms.Write, names: catalogue.Names) -> HttpResponse:
    """Both texts side by side, per field that differs. Nothing is lost: all that was typed goes along on this page."""
    found = queries.changes(draft.kind, draft.data, form.mine, names)
    return pages.show(
        request, "editing/conflict.html", status=CONFLICT, draft=draft, changes=found, carried=form.carried(), saved=_saved(draft),
    )  # fmt: skip


@keepers
@require_POST
def autosave(request: HouseRequest, pk: int) -> JsonResponse:
    """Save without a click. Never over somebody else's text: then the page says so, and the button shows both."""
    draft = access.draft_to_save(request.actor, pk)
    form = forms.Write(request.POST, draft=draft, names=catalogue.names())
    if form.attempt(operations.save, draft, by=request.actor, at=now()):
        return JsonResponse({"revision": draft.revision, "said": f"Vanzelf bewaard om {localtime():%H:%M}"})
    return JsonResponse({"said": " ".join(form.said())}, status=CONFLICT)


@keepers
@require_POST
def preview(request: HouseRequest, pk: int) -> HttpResponse:
    """The public page of what was typed, filled in a transaction that is rolled back. Nothing is saved."""
    draft, names = access.open_draft(request.actor, pk), catalogue.names()
    data = forms.Write(request.POST, draft=draft, names=names).typed if "revision" in request.POST else draft.data
    wrong = forms.troubles(draft.kind, data, names)
    if wrong and draft.state == DraftState.WRITING:
        told = ["Voor een voorbeeld moet de kaart af zijn. Dit ontbreekt nog. Bewaar wat u schreef."]
        return _form(request, draft, data, names, wrong=wrong, errors=told, revision=_revision(request, draft))
    try:
        return cards.try_out(
            data, kind=draft.kind, slug=draft.slug, show=lambda card: _public(request, card, draft), by=request.actor, at=now()
        )  # fmt: skip
    except Refused as no:
        return pages.done(request, "editing:show", str(no), draft.pk)


def _revision(request: HouseRequest, draft: Draft) -> int:
    sent = request.POST.get("revision", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else draft.revision


def _public(request: HouseRequest, card: catalogue.Card, draft: Draft) -> HttpResponse:
    """The page of a card as a reader gets it, with a bar that says it is a preview."""
    looked = copy(request)
    looked.path, looked.method = card.get_absolute_url(), "GET"
    looked.preview = reverse("editing:show", args=[draft.pk])
    match = resolve(looked.path)
    response: HttpResponse = match.func(looked, *match.args, **match.kwargs)
    response["Cache-Control"] = "no-store"
    return response
