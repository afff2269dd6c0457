"""What a round through the catalogue notes: how addresses answered, and which cards nobody can find."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from doenwatwerkt.editing import rules
from doenwatwerkt.editing.models import LinkCheck, Lost
from doenwatwerkt.lib.actor import Actor


@transaction.atomic
def note_link(url: str, *, status: int | None, by: Actor, at: datetime) -> LinkCheck:
    """Keep how an address answered. Silent: it is our own note, and the desk shows what is broken."""
    before = LinkCheck.objects.filter(url=url).first()
    state, failures = rules.link_state(status, before.failures if before else 0)
    today = localdate(at)
    told = {
        "state": state, "status": status, "failures": failures, "checked_on": today,
        "again_on": rules.ask_again(failures, today),
    }  # fmt: skip
    return LinkCheck.objects.update_or_create(url=url, defaults=told)[0]


@transaction.atomic
def forget_links(urls: Collection[str], *, by: Actor, at: datetime) -> int:
    """Forget the addresses that no card names any more: pass those that one does. Silent. Returns how many went."""
    return LinkCheck.objects.exclude(url__in=list(urls)).delete()[0]


@transaction.atomic
def forget_lost(public: Collection[int], *, by: Actor, at: datetime) -> None:
    """Forget what we noted of cards that are not public any more: pass those that are. Silent."""
    Lost.objects.exclude(card__in=list(public)).delete()


@transaction.atomic
def note_lost(looked_for: Collection[int], *, lost: dict[int, int], by: Actor, at: datetime) -> None:
    """Keep which of these cards no question of their own brings up: {card: questions asked}. What was found goes. Silent."""
    Lost.objects.filter(card__in=[card for card in looked_for if card not in lost]).delete()
    rows = [Lost(card_id=card, asked=asked, on=localdate(at)) for card, asked in lost.items()]
    Lost.objects.bulk_create(rows, update_conflicts=True, unique_fields=["card"], update_fields=["asked", "on"])
