"""Cards that came or changed, for feeds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast

from doenwatwerkt.catalogue import rules
from doenwatwerkt.catalogue.models import CardVersion
from doenwatwerkt.catalogue.queries.faces import address


@dataclass(frozen=True, slots=True)
class Change:
    """A published card and when it came and last changed, for feeds."""

    title: str
    url: str
    kind: str
    summary: str
    themes: list[str]
    added_at: datetime
    changed_at: datetime


_INSIDE = {"thema": "themes", "fase": "phases", "omvang": "scales", "doelgroep": "audiences"}
_BESIDE = {
    "soort": "kind", "advies": "practice__advice", "richting": "practice__direction", "kosten": "practice__cost",
    "moeite": "practice__effort", "zekerheid": "practice__verdict__certainty",
}  # fmt: skip


def _fits(name: str, values: Iterable[str]) -> Q:
    """What one filter of the search page asks of a card that hangs under something as `card`."""
    if name in _BESIDE:
        return Q(**{f"card__{_BESIDE[name]}__in": list(values)})
    return Q(*[(f"told_{name}__contains", f'"{value}"') for value in values], _connector=Q.OR)


def _latest(filters: Mapping[str, Iterable[str]]) -> QuerySet[CardVersion]:
    """The newest version of every published card that fits, the last change first."""
    told: dict[str, Any] = {
        f"told_{name}": Cast(f"card__{_INSIDE[name]}", TextField()) for name in _INSIDE.keys() & filters
    }
    last = CardVersion.objects.filter(card__state=rules.State.PUBLISHED, number=F("card__version")).alias(**told)
    return last.filter(*(_fits(name, values) for name, values in filters.items())).order_by("-at", "-pk")


def changes(filters: Mapping[str, Iterable[str]], most: int) -> list[Change]:
    """The cards that came or changed last, newest first; filters as on the search page, values of one key alternatives."""
    chosen = list(
        _latest(filters).values_list("pk", "card")[:most]
    )  # first which, then what: texts are not sorted along
    first = CardVersion.objects.filter(card__in=[card for _, card in chosen], number=1).order_by("pk")
    added = dict(first.values_list("card", "at"))
    last = CardVersion.objects.filter(pk__in=[pk for pk, _ in chosen]).order_by("-at", "-pk")
    columns = ("card", "card__title", "card__kind", "card__slug", "card__summary", "card__themes", "at")
    return [
        Change(title, address(kind, slug), kind, summary, themes, added.get(card, changed), changed)
        for card, title, kind, slug, summary, themes, changed in last.values_list(*columns)
    ]


def addresses() -> list[tuple[str, list[str], datetime]]:
    """Every published card for the map of the site, the last change first: (address, themes, when)."""
    rows = _latest({}).values_list("card__kind", "card__slug", "card__themes", "at")
    return [(address(kind, slug), themes, changed) for kind, slug, themes, changed in rows]
