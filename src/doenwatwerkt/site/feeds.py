"""What machines read of the whole site: the feed of cards, the map of the site, and linked data of one card."""

import json
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.timezone import localdate, now

from doenwatwerkt.catalogue import access
from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.catalogue.queries import Change, Face
from doenwatwerkt.commitments import queries as commitments
from doenwatwerkt.journal import queries as journal
from doenwatwerkt.lib.codes import CardKind, Theme
from doenwatwerkt.people import queries as people
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.site.editions import conditionally
from doenwatwerkt.site.forms import FILTERS, Search, read_search
from doenwatwerkt.ui import feeds, pictures
from doenwatwerkt.ui.limits import limited
from doenwatwerkt.ui.social import of_face

PICTURES = 120
"""Pictures that one address may ask for in a minute: each new one takes some tens of milliseconds of a processor."""
MOST = 50
"""Entries in a feed. Who comes once in a while still misses nothing; older changes stand on the cards."""
PAGES = (
    "/", "/zoeken/", "/over/", "/praktijken/", "/antwoorden/", "/materialen/", "/themas/", "/zekerheid/", "/toezeggingen/",
    "/organisaties/", "/regios/", "/wie-mag-wat/", "/codelijsten/", "/toegankelijkheid/", "/privacy/",
)  # fmt: skip
"""Pages of the map that stand by themselves; what people ask and the demo are left out."""
LADDER = "/zekerheid/#ladder"
KINDS = dict(CardKind.choices)
THEMES = dict(Theme.choices)
LABELS = {(name, value): str(label) for name, (_, choices) in FILTERS.items() for value, label in choices}
OWN_WORDS = ("zekerheid", "geldigTot", "verlopen", "richting", "advies", "nagekekenOp")
TYPES = {CardKind.PRACTICE: "HowTo", CardKind.ANSWER: "QAPage", CardKind.MATERIAL: "LearningResource"}
"""What each kind of card is called on schema.org."""


def _edition() -> int:
    newest = journal.newest()
    return newest.pk if newest else 0


def _item(change: Change) -> feeds.Item:
    tags = [("soort", change.kind, KINDS[change.kind])]
    tags += [("thema", theme, THEMES[theme]) for theme in change.themes]
    return feeds.Item(change.title, change.url, change.summary, change.added_at, change.changed_at, tags)


def _feed(asked: Search) -> feeds.Written:
    words = ", ".join(LABELS[name, value] for name, values in asked.filters.items() for value in sorted(values))
    title = "Doen Wat Werkt: nieuwe en gewijzigde kaarten"
    told = f"Alleen: {words}." if words else "Alle aanpakken, antwoorden en hulpmiddelen."
    items = [_item(change) for change in catalogue.changes(asked.filters, MOST)]
    return feeds.atom(title, told, cards_path(asked), items)


def cards_path(asked: Search) -> str:
    """Where the feed for these filters stands, always written the same way."""
    return "/feeds/kaarten.atom" + (asked.address() if asked.filters else "")


@login_not_required
def cards_feed(request: HouseRequest) -> HttpResponse:
    """New and changed cards, with the filters of the search page. A reader that ignores caching costs one small query."""
    asked = read_search(request.GET)
    asked.q, asked.page = "", 1
    if asked.unknown:
        words = f"Deze filters kennen wij niet: {', '.join(asked.unknown)}."
        return HttpResponse(words, status=400, content_type="text/plain; charset=utf-8")
    written = feeds.kept(cards_path(asked), _edition(), lambda: _feed(asked))
    return feeds.serve(request, written, feeds.ATOM_TYPE)


def _map() -> feeds.Written:
    cards = catalogue.addresses()
    newest: dict[str, datetime] = {}
    for _, themes, at in cards:
        for theme in themes:
            newest.setdefault(theme, at)
    found: list[tuple[str, datetime | None]] = [(path, None) for path in PAGES]
    found += [(f"/themas/{theme}/", newest.get(theme)) for theme in Theme.values]
    found += sorted((path, at) for path, _, at in cards)
    found += [(f"/organisaties/{one.slug}/", None) for one in people.organisations()]
    found += [(f"/regios/{one.code.lower()}/", None) for one in people.regions()]
    found += [(path, None) for path in commitments.addresses()]
    return feeds.sitemap(found)


@login_not_required
def sitemap(request: HouseRequest) -> HttpResponse:
    """Every page that somebody may want to find, with when its card last changed."""
    return feeds.serve(request, feeds.kept("sitemap", _edition(), _map), feeds.MAP_TYPE)


@login_not_required
def linked_data(request: HouseRequest, kind: CardKind, slug: str) -> HttpResponseBase:
    """One card as JSON-LD, with our certainty. A retired card sends its reader on."""
    response = conditionally(request, now(), lambda: _linked(request, kind, slug))
    response.headers["Cache-Control"], response.headers["Access-Control-Allow-Origin"] = "no-cache", "*"
    return response


def _linked(request: HouseRequest, kind: CardKind, slug: str) -> HttpResponse:
    card = access.open_card(request.actor, kind, slug)
    if card.successor:
        return redirect(card.successor.get_absolute_url().rstrip("/") + ".jsonld", permanent=True)
    [face] = catalogue.faces([card.pk], localdate())
    value = _common(card, face, catalogue.versions(card)[0].at) | _OWN[kind](card, face)
    return HttpResponse(json.dumps(value, ensure_ascii=False, indent=1), content_type="application/ld+json")


@login_not_required
@limited("social", per_minute=PICTURES)
def social(request: HouseRequest, kind: CardKind, slug: str) -> HttpResponseBase:
    """The picture of a card for who shares it elsewhere. Drawn once per process; who has it gets 304 without drawing."""
    card = access.open_card(request.actor, kind, slug)
    if card.successor:
        return redirect(card.successor.get_absolute_url().rstrip("/") + ".png", permanent=True)
    [face] = catalogue.faces([card.pk], localdate())
    return pictures.serve(request, of_face(face))


def _common(card: Any, face: Face, changed: datetime) -> dict[str, Any]:
    """What linked data of every kind of card says: schema.org, with words of our own for what it has no word for."""
    site, address = settings.SITE_URL, settings.SITE_URL + face.url
    own = {word: f"{site}/zekerheid/#{word}" for word in OWN_WORDS}
    citations = [
        {"@type": "CreativeWork", "name": source.title} | _filled(author=source.authors, datePublished=source.year, url=source.url)
        for source in catalogue.sources(card)
    ]  # fmt: skip
    return {
        "@context": ["https://schema.org", own], "@id": address, "@type": TYPES[CardKind(card.kind)], "url": address,
        "name": face.title, "description": face.summary, "inLanguage": "nl", "dateModified": changed.date().isoformat(),
        "nagekekenOp": card.checked_on.isoformat(), "keywords": [THEMES[theme] for theme in card.themes],
        "publisher": {"@type": "Organization", "name": "Doen Wat Werkt", "url": f"{site}/"},
    } | _filled(citation=citations, license=settings.DATA_LICENCE and settings.DATA_LICENCE.url)  # fmt: skip


def _filled(**values: Any) -> dict[str, Any]:
    """Only what is known."""
    return {name: value for name, value in values.items() if value}


def _practice(card: Any, face: Face) -> dict[str, Any]:
    steps = [{"@type": "HowToStep", "position": n, "text": text} for n, text in enumerate(card.practice.steps, start=1)]
    sure = None
    if face.certainty is not None:
        sure = {
            "@type": "Rating", "ratingValue": face.certainty, "worstRating": 0, "bestRating": 5,
            "ratingExplanation": f"{face.rung_words}. Hoe zeker wij zijn, niet hoe goed het werkt: {settings.SITE_URL}{LADDER}",
            "geldigTot": card.practice.verdict.valid_until.isoformat(), "verlopen": face.expired,
        }  # fmt: skip
    return _filled(step=steps, zekerheid=sure) | {"richting": face.direction_label, "advies": face.advice_label}


def _answer(card: Any, face: Face) -> dict[str, Any]:
    told = {"@type": "Answer", "text": face.summary, "url": settings.SITE_URL + face.url}
    return {"mainEntity": {"@type": "Question", "name": face.title, "answerCount": 1, "acceptedAnswer": told}}


def _material(card: Any, face: Face) -> dict[str, Any]:
    owner = {"@type": "Organization", "name": face.owner_name} if face.owner_name else None
    free = {"isAccessibleForFree": card.material.price == "gratis"} if card.material.price != "onbekend" else {}
    return free | {"learningResourceType": face.sort_label} | _filled(provider=owner, sameAs=card.material.url)


_OWN = {CardKind.PRACTICE: _practice, CardKind.ANSWER: _answer, CardKind.MATERIAL: _material}
"""What only one kind of card says."""
