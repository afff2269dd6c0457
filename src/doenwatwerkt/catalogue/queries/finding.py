"""What goes into the search index for a card."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.lib.codes import (
    CardKind,
)
from doenwatwerkt.lib.marking import bare
from doenwatwerkt.search.queries import Page

LESS = 0.6
"""Weight in search of a card that may not be recommended."""


_TAG = re.compile(r"<[^>]+>")


def pages(pks: Iterable[int]) -> Iterator[Page]:
    """What goes into the search index for these cards."""
    cards = Card.objects.public().with_faces().filter(pk__in=list(pks)).order_by("pk")
    for card in cards:
        yield Page(
            kind=card.kind, ref=card.pk, title=card.title, url=card.get_absolute_url(), asked=tuple(card.asked),
            summary=card.summary, body=_body(card), facets=_facets(card), weight=1.0 if card.recommended else LESS, on=card.checked_on,
        )  # fmt: skip


def _plain(html: str) -> str:
    """The words of HTML that we made ourselves, on one line; hard words without their explanation."""
    return " ".join(unescape(_TAG.sub(" ", bare(html))).split())


def _body(card: Card) -> str:
    """The rest of the words of a card, as plain text."""
    parts: list[str] = [card.monday]
    if card.kind == CardKind.PRACTICE:
        practice = card.practice
        parts += [
            *practice.steps,
            *practice.conditions,
            *practice.risks,
            _plain(practice.effect_html),
            *practice.groups,
        ]
    elif card.kind == CardKind.ANSWER:
        parts += [_plain(html) for html in (card.answer.why_html, card.answer.not_when_html)]
    else:
        material = card.material
        parts += [material.get_sort_display(), card.owner.name if card.owner else "", material.basis_note]
    return " ".join(part for part in parts if part)


def _facets(card: Card) -> dict[str, tuple[str, ...]]:
    facets: dict[str, tuple[str, ...]] = {
        "soort": (card.kind,), "fase": tuple(card.phases), "thema": tuple(card.themes),
        "omvang": tuple(card.scales), "doelgroep": tuple(card.audiences),
    }  # fmt: skip
    if card.kind == CardKind.PRACTICE:
        practice = card.practice
        facets |= {
            "kosten": (str(practice.cost),), "moeite": (str(practice.effort),), "richting": (practice.direction,),
            "advies": (practice.advice,), "zekerheid": (str(practice.verdict.certainty),) if practice.verdict else (),
        }  # fmt: skip
    elif card.kind == CardKind.MATERIAL:
        facets |= {"prijs": (card.material.price,), "vorm": (card.material.sort,)}
    return facets


def slugs_like(kind: str, start: str) -> set[str]:
    """The slugs of all cards of a kind that begin like this, whatever their state."""
    return set(Card.objects.of_kind(kind).filter(slug__startswith=start).values_list("slug", flat=True))
