"""From a card to a draft and back: begin, begin anew, an earlier version, what a file offers, let it lapse."""

from django.http import Http404, HttpResponse
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from doenwatwerkt.catalogue import access as cards
from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import access, forms, operations, queries
from doenwatwerkt.editing.access import keepers, writers
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.people.access import Permission, may, opens
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages


@writers
def begin_new(request: HouseRequest, kind: CardKind) -> HttpResponse:
    """A title, a look at what is alike, and off to the form."""
    access.need_to_begin(request.actor, kind)
    form = forms.BeginNew(request.POST or None)
    if form.attempt(operations.begin_new, kind, by=request.actor, at=now()):
        told = "Uw concept is begonnen. U hoeft het niet in één keer af te maken."
        return pages.done(request, "editing:edit", told, form.outcome.pk)
    near = catalogue.alike(kind, form.data.get("title", "")) if form.is_bound else []
    return pages.show(request, "editing/begin_new.html", kind_label=kind.label.lower(), form=form, near=near)


@keepers
def card(request: HouseRequest, kind: CardKind, slug: str) -> HttpResponse:
    """Everything an editor can do with a card: write, go back, settle an offer, let it lapse."""
    one = cards.card_to_edit(request.actor, kind, slug)
    editor = may(request.actor, Permission.EDIT_CARDS)
    return pages.show(
        request, "editing/card.html", card=one, kind=kind, kind_label=kind.label, draft=queries.of_card(one.pk), editor=editor,
        versions=catalogue.past(one), offer=catalogue.offer_of(one) if editor else None,
    )  # fmt: skip


@keepers
@require_POST
def begin(request: HouseRequest, kind: CardKind, slug: str) -> HttpResponse:
    one = cards.card_to_edit(request.actor, kind, slug)
    there = queries.of_card(one.pk)
    form = forms.Plain(request.POST)
    if form.attempt(operations.begin, one, by=request.actor, at=now()):
        told = f"Er was al een concept. {there.saved_by} bewaarde het laatst." if there else "Uw concept is begonnen."
        return pages.done(request, "editing:edit", told, form.outcome.pk)
    return pages.done(request, "editing:card", str(form.refusal), kind, slug)


@keepers
def restore(request: HouseRequest, kind: CardKind, slug: str, number: int) -> HttpResponse:
    """What an earlier version said, beside what the card says now."""
    one = cards.card_to_edit(request.actor, kind, slug)
    form = forms.Plain(request.POST if request.method == "POST" else None)
    if form.attempt(operations.restore, one, number=number, by=request.actor, at=now()):
        told = f"De tekst van versie {number} staat nu in een concept. Lezers zien haar pas als u het uitgeeft."
        return pages.done(request, "editing:edit", told, form.outcome.pk)
    then = catalogue.said(one, number)
    if not then:
        raise Http404
    changes = queries.changes(kind, catalogue.said(one), then, catalogue.names())
    return pages.show(request, "editing/restore.html", card=one, kind=kind, number=number, form=form, changes=changes)


@opens(Permission.EDIT_CARDS)
def offer(request: HouseRequest, kind: CardKind, slug: str) -> HttpResponse:
    """What a content file would change on a card that people edited."""
    return _offer(request, kind, slug, forms.Settle())


def _offer(request: HouseRequest, kind: CardKind, slug: str, form: forms.Settle) -> HttpResponse:
    one = access.card_to_settle(request.actor, kind, slug)
    found = catalogue.offer_of(one)
    if found is None:
        raise Http404
    changes = queries.changes(kind, catalogue.said(one), found.data, catalogue.names())
    return pages.show(request, "editing/offer.html", card=one, kind=kind, offer=found, form=form, changes=changes)


@opens(Permission.EDIT_CARDS)
@require_POST
def accept_offer(request: HouseRequest, kind: CardKind, slug: str) -> HttpResponse:
    one = access.card_to_settle(request.actor, kind, slug)
    form = forms.Settle(request.POST)
    if form.attempt(operations.accept_offer, one, by=request.actor, at=now()):
        told = "De wijziging staat nu in een concept. Pas aan wat u wilt behouden."
        return pages.done(request, "editing:edit", told, form.outcome.pk)
    return _offer(request, kind, slug, form)


@opens(Permission.EDIT_CARDS)
@require_POST
def decline_offer(request: HouseRequest, kind: CardKind, slug: str) -> HttpResponse:
    one = access.card_to_settle(request.actor, kind, slug)
    form = forms.Settle(request.POST)
    if form.attempt(operations.decline_offer, one, by=request.actor, at=now()):
        return pages.done(request, "editing:card", "De kaart blijft zoals zij is.", kind, slug)
    return _offer(request, kind, slug, form)


@opens(Permission.EDIT_CARDS)
def retire(request: HouseRequest, kind: CardKind, slug: str) -> HttpResponse:
    """Let a card lapse, with a successor where there is one."""
    one = access.card_to_settle(request.actor, kind, slug)
    choices = [choice for choice in catalogue.published(kind) if choice[0] != slug]
    form = forms.Retire(request.POST if request.method == "POST" else None, choices=choices)
    if form.attempt(operations.retire, one, by=request.actor, at=now()):
        return pages.done(
            request, "editing:card", "De kaart is vervallen. Zij staat niet meer in het zoeken.", kind, slug
        )
    return pages.show(request, "editing/retire.html", card=one, kind=kind, form=form)
