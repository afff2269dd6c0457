"""What this room hangs beside the pages of others: the way to edit a public card, and to the editors' desk."""

from django.urls import reverse

from doenwatwerkt.catalogue import access as cards
from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import access
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.people.access import Permission, may
from doenwatwerkt.ui.beside import Panel, panel, way


@panel("catalogue.card")
def edit_card(card: catalogue.Card, actor: Actor) -> Panel | None:
    """A button for whoever may write on this card. Asks the database nothing."""
    if not actor.is_known or not cards.may_edit(actor, card):
        return None
    address = reverse("editing:card", args=[CardKind(card.kind), card.slug])
    return Panel("Bewerken", "editing/_beside.html", {"address": address})


@way
def desk(actor: Actor) -> tuple[str, str] | None:
    return ("Redactie", reverse("editing:index")) if access.may_write(actor) else None


@way
def table(actor: Actor) -> tuple[str, str] | None:
    return ("Redactietafel", reverse("editing:desk")) if may(actor, Permission.EDIT_CARDS) else None


@panel("catalogue.card")
def history_of_card(card: catalogue.Card, actor: Actor) -> Panel | None:
    """The way to who did what to a card, for whoever may see that. Asks the database nothing."""
    if not actor.is_known or not may(actor, Permission.SEE_HISTORY):
        return None
    return Panel(
        "Geschiedenis", "editing/_beside_history.html", {"address": reverse("people:history", args=["kaart", card.pk])}
    )


@panel("catalogue.card")
def judge_card(card: catalogue.Card, actor: Actor) -> Panel | None:
    """A button for whoever may propose a verdict on a practice. Asks the database nothing."""
    if not actor.is_known or card.kind != CardKind.PRACTICE or not may(actor, Permission.JUDGE):
        return None
    address = reverse("editing:propose_judgement", args=[card.slug])
    return Panel("Oordeel", "editing/_beside_judge.html", {"address": address})


@way
def look(actor: Actor) -> tuple[str, str] | None:
    return ("Nakijken", reverse("editing:reviews")) if may(actor, Permission.REVIEW) else None
