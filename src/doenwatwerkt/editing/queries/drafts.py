"""Which drafts there are, and what happened to them."""

from datetime import datetime

from django.db.models import QuerySet

from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.queries.fields import TITLES
from doenwatwerkt.editing.rules import OPEN, DraftState
from doenwatwerkt.journal import queries as journal

MOST = 200
WORDS: dict[str, str] = {
    "DraftBegun": "Concept begonnen", "DraftHandedIn": "Aangeboden om na te kijken", "DraftTakenBack": "Teruggehaald",
    "DraftDropped": "Ingetrokken", "DraftScheduled": "Moment van uitgeven gekozen of weggehaald",
    "DraftHeldBack": "Uitgeven op het gekozen moment lukte niet", "DraftPublished": "Uitgegeven",
}  # fmt: skip


def title(draft: Draft) -> str:
    """What a draft is called: the title that was typed, or its address while there is none."""
    return str(draft.data.get(TITLES[draft.kind]) or "") or draft.slug


def open_drafts(drafts: QuerySet[Draft]) -> list[Draft]:
    """The open ones among these drafts, the last saved first, each with its title as `told`."""
    found = drafts.filter(state__in=OPEN).select_related("saved_by", "organisation").order_by("-saved_at", "-pk")
    rows = list(found[:MOST])
    for row in rows:
        row.told = title(row)  # type: ignore[attr-defined]
    return rows


def of_card(card_id: int) -> Draft | None:
    """The open draft of a card."""
    return Draft.objects.filter(card=card_id, state__in=OPEN).select_related("saved_by").first()


def due(at: datetime) -> list[Draft]:
    """Drafts that are ready and whose moment has come."""
    return list(Draft.objects.filter(state=DraftState.READY, publish_at__lte=at).order_by("publish_at", "pk"))


def history(draft: Draft) -> list[tuple[str, datetime]]:
    """What happened to a draft, newest first: (in words, when)."""
    told = journal.about(f"{draft._meta.label}:{draft.pk}")
    return [(WORDS[name], entry.at) for entry in told if (name := entry.kind.rpartition(".")[2]) in WORDS]
