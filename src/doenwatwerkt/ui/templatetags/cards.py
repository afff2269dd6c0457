"""The components that show cards: in lists, and at the top of a practice. What shows the same is written once per process."""

from collections.abc import Callable
from functools import lru_cache
from html import escape
from operator import attrgetter
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from doenwatwerkt.ui import signs as drawings
from doenwatwerkt.ui.signs import markup
from doenwatwerkt.ui.templatetags.ui import certainty, cost, direction, effort, glance, pill, scales, unjudged

register = template.Library()

UNSURE = markup('<p class="pills"><span class="pill pill-warm">Laat dit nakijken</span></p>')
LEFT_OUT = markup('<p class="small quiet">Steunt op een regel die niet (meer) geldt. Wij raden dit nu niet aan.</p>')


@register.simple_tag
def signs(face: Any) -> SafeString:
    """The four signs of a practice in a list, out of its face: {% signs face %}"""
    sure = (face.certainty, face.rung_words, face.expired)
    return _signs(*sure, face.direction, face.size_label, face.cost, face.effort)


@lru_cache(maxsize=2048)
def _signs(
    score: int | None, words: str, expired: bool, way: str, size: str | None, money: int, trouble: int
) -> SafeString:  # fmt: skip
    return format_html(
        '<p class="signs">{}{}{}{}</p>',
        direction(way, size),
        unjudged() if score is None else certainty(score, words, expired),
        cost(money),
        effort(trouble),
    )


@register.simple_tag
def at_a_glance(face: Any, sizes: list[str]) -> SafeString:
    """A practice in five cells: {% at_a_glance face card.scales %}"""
    return _at_a_glance(_GLIMPSE(face), tuple(sizes))


_GLANCE = ("direction", "size_label", "certainty", "rung_words", "expired", "cost", "effort")
_GLIMPSE = attrgetter(*_GLANCE)


@lru_cache(maxsize=1024)
def _at_a_glance(shown: tuple[Any, ...], sizes: tuple[str, ...]) -> SafeString:
    way, size, score, words, expired, money, trouble = shown
    judged = (
        certainty(score, words, expired)
        if score is not None
        else markup('<span class="unknown">Nog niet beoordeeld</span>')
    )
    people = format_html('<span class="sign">{}<span>{}</span></span>', drawings.icon("mensen"), scales(sizes))
    cells = (
        ("Wat doet het met gelijke kansen?", direction(way, size)), ("Hoe zeker weten we dat?", judged),
        ("Wat kost het? (inschatting)", cost(money)), ("Wat vraagt het? (inschatting)", effort(trouble)), ("Voor wie past het?", people),
    )  # fmt: skip
    return markup(f'<dl class="glance five">{"".join(glance(told, label) for label, told in cells)}</dl>')


@register.simple_tag
def titles(faces: list[Any]) -> SafeString:
    """Only titles, all of them: {% titles questions %}"""
    rows = (f'<li><a href="{escape(face.url)}">{escape(face.title)}</a></li>' for face in faces)
    return markup(f"<ul>{''.join(rows)}</ul>")


@register.simple_tag
def card(face: Any, level: str = "h3", snippet: str = "") -> SafeString:
    """The face of a card in any list: {% card face "h2" snippet %}. Written out by hand: lists hold hundreds of them."""
    return _written(face, level, snippet) if snippet else _card(_Shown(face), level)


class _Shown:
    """A face by the values that a card shows of it: equal values are the same card, and that is written once."""

    __slots__ = ("face", "values")

    def __init__(self, face: Any) -> None:
        self.face, self.values = face, _TOLD[face.kind](face)

    def __hash__(self) -> int:
        return hash(self.values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shown) and self.values == other.values


_ALWAYS = ("kind", "kind_label", "title", "summary", "url", "recommended")
_TOLD: dict[str, Callable[[Any], tuple[Any, ...]]] = {
    "praktijk": attrgetter(*_ALWAYS, *_GLANCE, "advice_label"),
    "materiaal": attrgetter(*_ALWAYS, "sort_label", "owner_name", "price_label", "basis_label", "commercial"),
    "antwoord": attrgetter(*_ALWAYS, "sure"),
}
"""What a card shows of a face of each kind, all of it: a value that is not here would be shown as it was before."""


@lru_cache(maxsize=1024)
def _card(shown: _Shown, level: str) -> SafeString:
    return _written(shown.face, level, "")


def _written(face: Any, level: str, snippet: str) -> SafeString:
    about, below = "", ""
    if face.kind == "praktijk":
        about, below = f" · {escape(face.advice_label)}", signs(face)
    elif face.kind == "materiaal":
        owner = f" van {escape(face.owner_name)}" if face.owner_name else ""
        about, below = (
            f" · {escape(face.sort_label)}{owner}",
            _labels(face.price_label, face.basis_label, face.commercial),
        )
    elif not face.sure:
        below = UNSURE
    if not face.recommended:
        below += LEFT_OUT
    return markup(
        f'<article class="card"><p class="kind">{drawings.icon(face.kind)}<b>{escape(face.kind_label)}</b>{about}</p>'
        f'<{level}><a href="{escape(face.url)}">{escape(face.title)}</a></{level}>'
        f"{_said(face, snippet)}{below}</article>"
    )


@register.simple_tag
def cards(faces: list[Any], extra: str = "", level: str = "h3", ordered: bool = False) -> SafeString:
    """A list of cards in one go: {% cards works "two" %}. `extra`: one more class; `ordered`: which comes first says something."""
    items, tag = "".join(f"<li>{card(face, level)}</li>" for face in faces), "ol" if ordered else "ul"
    return markup(f'<{tag} class="cards{" " + extra if extra else ""}">{items}</{tag}>')


@register.simple_tag
def card_rows(faces: list[Any]) -> SafeString:
    """Cards as rows of a table: card, kind, what it does, how sure, cost, effort, advice. {% card_rows faces %}"""
    rows = []
    for face in faces:
        cells = "".join(f"<td>{escape(told) or '–'}</td>" for told in (face.kind_label, *_CELLS[face.kind](face)))
        rows.append(f'<tr><th scope="row"><a href="{escape(face.url)}">{escape(face.title)}</a></th>{cells}</tr>\n')
    return markup("".join(rows))


def _sure_cell(face: Any) -> str:
    score = "" if face.certainty is None else f" ({face.certainty} van 5)"
    return f"{face.rung_words}{score}{', oordeel verlopen' if face.expired else ''}"


_CELLS: dict[str, Callable[[Any], tuple[str, ...]]] = {
    "praktijk": lambda it: (it.direction_label, _sure_cell(it), it.cost_label, it.effort_label, it.advice_label),
    "materiaal": lambda it: ("", it.basis_label, it.price_label, "", ""),
    "antwoord": lambda it: ("", "De bron is zeker" if it.sure else "Laat dit nakijken", "", "", ""),
}


@register.simple_tag
def found_cards(results: list[tuple[Any, str]]) -> SafeString:
    """What a search found, the best first, out of (face, snippet), in one go: {% found_cards results %}"""
    items = "".join(f"<li>{card(face, 'h2', snippet)}</li>" for face, snippet in results)
    return markup(f'<ol class="cards">{items}</ol>')


def _said(face: Any, snippet: str) -> str:
    """An answer says its short answer first and then what was found in it; others show what was found, or the summary."""
    if face.kind != "antwoord":
        return f"<p>{conditional_escape(snippet or face.summary)}</p>"
    plain = snippet.replace("<mark>", "").replace("</mark>", "")
    new = plain != snippet and plain[:30] not in escape(face.summary)
    found = f'<p class="snippet small">{conditional_escape(snippet)}</p>' if new else ""
    return f"<p>{escape(face.summary)}</p>{found}"


@lru_cache(maxsize=128)
def _labels(price: str, basis: str, commercial: bool) -> SafeString:
    offer = pill("Commercieel aanbod", "warm") if commercial else ""
    return format_html('<p class="pills">{} {} {}</p>', pill(price), pill(basis), offer)


@register.simple_tag
def links(faces: list[Any], most: int = 5) -> SafeString:
    """Titles only, under each other, the rest folded away: {% links answers %}"""
    rows = [f'<li><a href="{escape(face.url)}">{escape(face.title)}</a></li>' for face in faces]
    first, rest = "".join(rows[:most]), "".join(rows[most:])
    fold = f'<details class="more"><summary>Toon er nog {len(rows) - most}</summary><ul class="lines">{rest}</ul></details>'
    return markup((f'<ul class="lines">{first}</ul>' if first else "") + (fold if rest else ""))
