"""The components: one tag and one example on /ui/. What takes values from a fixed list is made once per process."""

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from html import escape
from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from doenwatwerkt.lib.codes import Cost, Direction, Effort, LegalStatus, Scale
from doenwatwerkt.ui import signs as drawings
from doenwatwerkt.ui import social
from doenwatwerkt.ui.signs import markup

register = template.Library()

LONG = 9
"""More choices than this in one filter are folded away."""


def _sign(family: str, before: str, drawing: str, words: str, after: str = "") -> SafeString:
    """A drawing with its words. `before` names the scale for who cannot see the drawing."""
    small = format_html(" <small>{}</small>", after) if after else ""
    return format_html(
        '<span class="sign sign-{}">{}<span><span class="hidden">{}: </span><b>{}</b>{}</span></span>',
        family, drawing, before, words, small,
    )  # fmt: skip


@register.simple_tag
@lru_cache(maxsize=64)
def certainty(score: int, words: str, expired: bool = False) -> SafeString:
    """How sure we are, 0-5: {% certainty 3 "Redelijk zeker" %}. Not to be read as the size of an effect."""
    after = f"{score} van {drawings.TOP}" + (", oordeel verlopen" if expired else "")
    family = "certainty expired" if expired else "certainty"
    return _sign(family, "Zekerheid", drawings.layers(score), words, after)


@register.simple_tag
@cache
def unjudged() -> SafeString:
    """Nobody judged yet how sure we are, which is not a zero: {% unjudged %}"""
    return _sign("certainty", "Zekerheid", drawings.layers(0), "Nog niet beoordeeld")


@register.simple_tag
@lru_cache(maxsize=64)
def direction(value: str, size: str | None = None) -> SafeString:
    """Which way it works: {% direction "positief" %}, with the words for the size where that may be shown."""
    return _sign("direction", "Effect", drawings.arrow(value), str(Direction(value).label), size or "")


@register.simple_tag
@cache
def cost(value: int) -> SafeString:
    """What it costs, 1-3, an estimate: {% cost 1 %}"""
    return _sign("cost", "Kosten", drawings.euros(value), str(Cost(value).label))


@register.simple_tag
@cache
def effort(value: int) -> SafeString:
    """What it asks of people and time, 1-3, an estimate: {% effort 2 %}"""
    return _sign("effort", "Moeite", drawings.clock(value), str(Effort(value).label))


@register.simple_tag
def scales(values: Sequence[str]) -> str:
    """The sizes of firm that something suits, in words: {% scales card.scales %}"""
    return _scales(tuple(values))


@lru_cache(maxsize=16)
def _scales(values: tuple[str, ...]) -> str:
    if set(values) == set(Scale.values):
        return "Elke omvang"
    return ", ".join(str(Scale(value).label) for value in values)


@register.simple_tag
def pill(text: str, tone: str = "plain") -> SafeString:
    """A short label. Tones: plain, strong, warm, quiet."""
    return format_html('<span class="pill pill-{}">{}</span>', tone, text)


_LAW = {
    LegalStatus.IN_FORCE: ("vink", "strong"), LegalStatus.PROPOSAL: ("klok", "warm"), LegalStatus.POSTPONED: ("klok", "warm"),
    LegalStatus.REJECTED: ("kruis", "quiet"), LegalStatus.LAPSED: ("kruis", "quiet"),
}  # fmt: skip


@register.simple_tag
@cache
def law(status: str) -> SafeString:
    """Where a rule stands in its life: {% law "geldend" %}"""
    known = LegalStatus(status)
    name, tone = _LAW[known]
    return format_html('<span class="pill pill-{}">{}{}</span>', tone, drawings.icon(name), known.label)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A small drawing beside a word: {% icon "pijl" %}"""
    return drawings.icon(name)


@register.simple_tag
def doors(ways: list[tuple[str, str, str]]) -> SafeString:
    """Ways on, with a sentence each, out of (title, text, address): {% doors next_steps %}"""
    return _doors(tuple(ways))


@lru_cache(maxsize=512)
def _doors(ways: tuple[tuple[str, str, str], ...]) -> SafeString:
    items = (
        f'<li class="door"><h3><a href="{escape(url)}">{escape(title)}</a></h3>{f"<p>{escape(text)}</p>" if text else ""}</li>'
        for title, text, url in ways
    )
    return markup(f'<ul class="doors">{"".join(items)}</ul>')


@register.simple_tag
def pills(ways: list[tuple[str, str]]) -> SafeString:
    """Ways on in a word each, out of (label, address): {% pills themes %}"""
    return _pills(tuple(ways))


@lru_cache(maxsize=64)
def _pills(ways: tuple[tuple[str, str], ...]) -> SafeString:
    items = (f'<li><a class="pill" href="{escape(url)}">{escape(label)}</a></li>' for label, url in ways)
    return markup(f'<ul class="pills">{"".join(items)}</ul>')


@register.simple_tag
def numbered(rows: list[tuple[int, str]]) -> SafeString:
    """What carries a number of its own, out of (number, text): {% numbered goals %}"""
    return _numbered(tuple(rows))


@lru_cache(maxsize=16)
def _numbered(rows: tuple[tuple[int, str], ...]) -> SafeString:
    items = (f'<li><b aria-hidden="true">{number}</b>{escape(text)}</li>' for number, text in rows)
    return markup(f'<ol class="goals">{"".join(items)}</ol>')


@register.simple_tag
def numbers(versions: list[tuple[int, date, str]]) -> SafeString:
    """The versions of something, the newest first, out of (number, when, words): {% numbers versions %}"""
    rows = (f'<li>Versie {n}, {day(at)} <span class="quiet">{escape(told)}</span></li>' for n, at, told in versions)
    return markup(f'<ol class="lines" reversed>{"".join(rows)}</ol>')


@register.simple_tag
def ticks(group: Any) -> SafeString:
    """The choices of one filter with their numbers, out of {name, label, options}. A long list is folded away."""
    name, options = group["name"], group["options"]
    rows = "".join(
        f"{_tick(name, one['value'], one['label'], one['checked'])}{one['count']}</span></span></label>"
        for one in options
    )
    if len(options) > LONG:
        rows = f'<details id="meer-{name}"><summary>Toon alle {len(options)}</summary>{rows}</details>'
    return markup(f"<fieldset><legend>{escape(group['label'])}</legend>{rows}</fieldset>")


@lru_cache(maxsize=512)
def _tick(name: str, value: str, label: str, checked: bool) -> str:
    """One choice up to its number, which is another one at every question."""
    return (
        f'<label class="tick"><input type="checkbox" id="{name}-{value}" name="{name}" value="{value}"'
        f'{" checked" if checked else ""}><span>{escape(label)} <span class="quiet">'
    )


@register.simple_tag
def turn(pages: Any) -> SafeString:
    """The way to the previous and the next page of a list, out of what `narrowing` gives: {% turn pages %}"""
    before, after = pages["previous"], pages["next"]
    if not (before or after):
        return SafeString("")
    back = f'<a class="button plain" href="{escape(before)}" rel="prev">Vorige</a>' if before else "<span></span>"
    on = f'<a class="button plain" href="{escape(after)}" rel="next">Volgende</a>' if after else "<span></span>"
    where = f"<span>Pagina {pages['number']} van {pages['last']}</span>"
    return markup(f'<nav class="turn" aria-label="Bladeren">{back} {where} {on}</nav>')


@register.filter
def shortened(text: str, most: int) -> str:
    """At most so many letters, the last an ellipsis when there were more: {{ q|shortened:60 }}"""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


@register.simple_block_tag
def notice(content: str, title: str = "", tone: str = "plain") -> SafeString:
    """A remark that stands apart, calm in every tone (plain, warm): {% notice title="Let op" %}…{% endnotice %}"""
    head = format_html("<p><strong>{}</strong></p>", title) if title else ""
    drawing = drawings.icon("let-op" if tone == "warm" else "uitleg")
    return format_html('<div class="notice notice-{}">{}<div>{}{}</div></div>', tone, drawing, head, content)


@register.simple_block_tag
def monday(content: str) -> SafeString:
    """What to do on Monday: {% monday %}…{% endmonday %}"""
    return format_html(
        '<section class="monday" aria-labelledby="maandag"><h2 id="maandag">{}Dit kunt u maandag doen</h2>{}</section>',
        drawings.icon("kalender"), content,
    )  # fmt: skip


@register.simple_block_tag
def glance(content: str, label: str) -> SafeString:
    """One cell of "in het kort", inside <dl class="glance">: {% glance label="Kosten" %}…{% endglance %}"""
    return markup(f"<div><dt>{escape(label)}</dt><dd>{content}</dd></div>")


@register.filter
@lru_cache(maxsize=512)
def day(when: date) -> str:
    """A date in words, 22 november 2026: {{ card.checked_on|day }}"""
    return date_format(when, "j F Y")


@register.simple_tag
def outside(url: str, text: str) -> SafeString:
    """A link to somebody else's site, said in words: {% outside source.url source.title %}"""
    return markup(
        f'<a href="{escape(url)}" rel="external">{escape(text)}</a> <span class="outside">(andere website)</span>'
    )


@register.simple_tag
@cache
def to(name: str) -> str:
    """The address of a page that has only one, looked up once per process: {% to "site:search" %}"""
    return reverse(name)


@register.simple_tag
@lru_cache(maxsize=128)
def crumbs(*steps: str) -> SafeString:
    """The way back, as pairs of url name and word: {% crumbs "catalogue:practices" "Aanpakken" %}. Home comes first."""
    pairs = [("site:home", "Home"), *zip(steps[::2], steps[1::2], strict=True)]
    items = "".join(format_html('<li><a href="{}">{}</a></li>', reverse(name), word) for name, word in pairs)
    return markup(f'<nav class="crumbs" aria-label="Kruimelpad"><ol>{items}</ol></nav>')


MENU = (
    ("site:search", "Zoeken"), ("catalogue:menu", "Menukaart"), ("catalogue:answers", "Antwoorden"),
    ("catalogue:materials", "Hulpmiddelen"), ("commitments:index", "Werkagenda"),
)  # fmt: skip
FOOT = (
    ("site:about", "Over"), ("site:themes", "Thema’s"), ("catalogue:certainty", "Hoe zeker we zijn"), ("commitments:index", "Werkagenda"),
    ("people:organisations", "Organisaties"), ("people:regions", "Regio’s"), ("people:who_may_what", "Wie mag wat"),
    ("catalogue:terms", "Begrippen"), ("site:code_lists", "Woorden en lijsten"),
    ("site:data", "Gegevens"), ("site:api_docs", "API"),
    ("site:accessibility", "Toegankelijkheid"), ("site:privacy", "Privacy"), ("ui:gallery", "Componenten"),
)  # fmt: skip


def _finder() -> SafeString:
    return format_html(
        '<form class="finder" role="search" action="{}"><label class="hidden" for="zoek">Uw vraag</label>'
        '<input id="zoek" name="q" type="search" placeholder="Uw vraag"><button><span class="hidden">Zoeken</span>{}</button></form>',
        reverse("site:search"), drawings.icon("zoek"),
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def masthead(context: Any, here: str = "", finder: bool = True) -> SafeString:
    """The top of every page. `here`: url name of its menu item; `finder`: with a small search box, or not."""
    return _masthead(here, finder, context["actor"].is_known)


@cache
def _masthead(here: str, finder: bool, known: bool) -> SafeString:
    now = {here: markup(' aria-current="true"')}
    ways = MENU if known else (*MENU, ("keys:sign_in", "Aanmelden"))
    items = "".join(
        format_html('<li><a href="{}"{}>{}</a></li>', reverse(name), now.get(name, ""), word) for name, word in ways
    )
    return format_html(
        '<header class="masthead"><div class="wrap"><a class="brand" href="{}">{}<span>Doen Wat Werkt</span></a>'
        '<nav aria-label="Hoofdmenu"><ul>{}</ul></nav>{}</div></header>',
        reverse("site:home"), drawings.MARK, markup(items), _finder() if finder else "",
    )  # fmt: skip


@register.simple_tag
@cache
def footer() -> SafeString:
    """The bottom of every page: what this is, and the pages about it."""
    items = "".join(format_html('<li><a href="{}">{}</a></li>', reverse(name), word) for name, word in FOOT)
    return format_html(
        '<footer class="foot"><div class="wrap"><div><p class="brand">{}<span>Doen Wat Werkt</span></p>'
        "<p>Voor werkgevers die gelijke kansen willen geven op het werk. Wat werkt volgens huidig inzicht, "
        "en hoe zeker we daarvan zijn.</p></div>"
        '<nav aria-label="Over deze website"><ul>{}</ul></nav></div></footer>',
        drawings.MARK, markup(items),
    )  # fmt: skip


@register.simple_block_tag
def headline(content: str) -> SafeString:
    """The title of a page, for its tab and for who shares it: {% headline %}…{% endheadline %}"""
    return markup(f'<title>{content} · Doen Wat Werkt</title><meta property="og:title" content="{content}">')


@register.simple_block_tag
def described(content: str) -> SafeString:
    """What a page is about, for search engines and for who shares it: {% described %}…{% enddescribed %}"""
    return markup(f'<meta name="description" content="{content}"><meta property="og:description" content="{content}">')


@register.simple_tag(takes_context=True)
def address(context: Any) -> SafeString:
    """The one address of this page, whatever stands behind the question mark, and where to follow what is new."""
    here = escape(f"{context['site_url']}{iri_to_uri(context['path'])}")
    feed = to("site:cards_feed")
    return markup(
        f'<link rel="canonical" href="{here}"><meta property="og:url" content="{here}"><meta property="og:type" content="website">'
        '<meta property="og:site_name" content="Doen Wat Werkt"><meta property="og:locale" content="nl_NL">'
        f'<link rel="alternate" type="application/atom+xml" title="Nieuwe en gewijzigde kaarten" href="{feed}">'
        f"{_shared(context['site_url'], context['face']) if 'face' in context else ''}"
    )


def _shared(site: str, face: Any) -> str:
    """The picture that others show when this card is shared, with its words. Its address changes when it does."""
    picture = social.of_face(face)
    address = escape(f"{site}{face.url.rstrip('/')}.png?v={picture.edition}")
    return (
        f'<meta property="og:image" content="{address}"><meta property="og:image:type" content="image/png">'
        f'<meta property="og:image:width" content="{social.WIDTH}"><meta property="og:image:height" content="{social.HEIGHT}">'
        f'<meta property="og:image:alt" content="{escape(picture.alt)}"><meta name="twitter:card" content="summary_large_image">'
    )


@register.simple_tag
@cache
def assets() -> SafeString:
    """The style sheet and the mark, for the head of a page."""
    return format_html(
        '<link rel="icon" href="{}" type="image/svg+xml"><link rel="stylesheet" href="{}">',
        static("ui/mark.svg"), static("ui/house.css"),
    )  # fmt: skip


@register.simple_tag
@cache
def formstyle() -> SafeString:
    """The style of longer forms, for the head of pages that have one: {% block head %}{% formstyle %}{% endblock %}"""
    return format_html('<link rel="stylesheet" href="{}">', static("ui/forms.css"))


@register.simple_tag
@cache
def scripts() -> SafeString:
    """htmx and our few lines beside it, only for pages that use them. Everything works without."""
    return format_html(
        '<script src="{}" defer></script><script src="{}" defer></script>',
        static("django_htmx/htmx-2.min.js"), static("ui/house.js"),
    )  # fmt: skip
