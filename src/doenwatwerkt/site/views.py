"""The site's own pages: home, search, about, demo. Door, input, act, answer."""

import logging
from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from doenwatwerkt.catalogue import access as access_cards
from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.commitments import queries as commitments
from doenwatwerkt.lib import codes
from doenwatwerkt.lib.codes import CardKind
from doenwatwerkt.people import access as access_people
from doenwatwerkt.people import queries as people
from doenwatwerkt.people.access import Permission
from doenwatwerkt.people.models import HouseRequest, User
from doenwatwerkt.search import operations as search_operations
from doenwatwerkt.search import queries as index
from doenwatwerkt.search.queries import Found
from doenwatwerkt.site import doors, mail
from doenwatwerkt.site.forms import FILTERS, PER_PAGE, read_search
from doenwatwerkt.ui import pages
from doenwatwerkt.ui.framing import framed
from doenwatwerkt.ui.limits import limited
from doenwatwerkt.ui.narrowing import narrowing

log = logging.getLogger(__name__)
SHOWN, NAMED = 24, 60
"""Cards under one heading of a theme, where the rest is one search away; answers named on the page of an organisation."""


@login_not_required
def home(request: HouseRequest) -> HttpResponse:
    today = localdate()
    labels = dict(codes.Theme.choices)
    return pages.show(
        request, "site/home.html",
        doors=doors.ROLES, scales=[(label, f"/menukaart/?omvang={value}") for label, value in doors.SCALES],
        themes=[(labels[slug], f"/themas/{slug}/") for slug in doors.THEMES],
        works=catalogue.working(today, 4), stops=catalogue.stopping(today, 4),
        questions=catalogue.faces_by_slug(CardKind.ANSWER, doors.QUESTIONS, today),
        goals=[(goal.number, goal.title) for goal in commitments.goals()], counts=catalogue.counts(), as_of=catalogue.last_checked(),
    )  # fmt: skip


@login_not_required
@limited("search", per_minute=120)
def search(request: HouseRequest) -> HttpResponse:
    asked = read_search(request.GET)
    found = index.find(asked.q, filters=asked.filters, limit=PER_PAGE, offset=asked.offset, semantic=settings.SEMANTIC)
    if asked.q and not found.good and not asked.filters and "HX-Request" not in request.headers:
        _keep_miss(asked.q)
    faces = {face.pk: face for face in catalogue.faces([hit.ref for hit in found.hits], localdate())}
    results = [(faces[hit.ref], hit.snippet) for hit in found.hits if hit.ref in faces]
    return pages.show(
        request, "site/search.html", parts=("results",),
        is_question=bool(request.META.get("QUERY_STRING")),
        q=asked.q, found=found, results=results, unknown=asked.unknown, total_words=_total(found),
        **narrowing(asked, FILTERS, found.facets, total=found.total, per_page=PER_PAGE),
        desks=[(one.name, one.note, one.url) for one in people.helpdesks()] if asked.q and not found.good else [],
    )  # fmt: skip


def _keep_miss(text: str) -> None:
    """Count what was asked in vain. A search must work when this cannot: a full disk, a database that is read-only."""
    try:
        search_operations.keep_miss(text, on=localdate())
    except DatabaseError:
        log.exception("a missed question could not be kept")


def _total(found: Found) -> str:
    if not found.good:
        return "Niets gevonden dat precies past"
    return f"Meer dan {found.total} gevonden" if found.more else f"{found.total} gevonden"


@login_not_required
@limited("suggest", per_minute=240)
def suggest(request: HouseRequest) -> HttpResponse:
    words = index.suggest(request.GET.get("q", "").replace("\x00", "")[:200])
    return pages.show(
        request, "site/suggest.html", suggestions=[(text, f"/zoeken/?{urlencode({'q': text})}") for text in words]
    )


@login_not_required
def about(request: HouseRequest) -> HttpResponse:
    desks = [(one.name, one.note, one.url) for one in people.helpdesks()]
    return pages.show(
        request, "site/about.html", counts=catalogue.counts(), as_of=catalogue.last_checked(), desks=desks,
        ask=doors.WHERE_TO_ASK, contact=doors.way_to(settings.CONTACT), security=doors.way_to(settings.SECURITY_CONTACT),
    )  # fmt: skip


@login_not_required
def accessibility(request: HouseRequest) -> HttpResponse:
    return pages.show(request, "site/accessibility.html")


@login_not_required
def privacy(request: HouseRequest) -> HttpResponse:
    return pages.show(request, "site/privacy.html")


@login_not_required
def code_lists(request: HouseRequest) -> HttpResponse:
    lists = [(name, kind.choices) for name, kind in codes.LISTS.items()]
    return pages.show(request, "site/code_lists.html", lists=lists)


@login_not_required
def themes(request: HouseRequest) -> HttpResponse:
    """All themes, with how many cards each has as the index keeps it."""
    held = index.how_many("thema", codes.Theme.values)
    found = [(label, f"/themas/{slug}/", held[slug]) for slug, label in codes.Theme.choices]
    return pages.show(request, "site/themes.html", themes=found)


@login_not_required
def theme(request: HouseRequest, slug: str) -> HttpResponse:
    if slug not in codes.Theme.values:
        raise Http404
    label, found = str(codes.Theme(slug).label), catalogue.of_theme(slug, localdate(), SHOWN)
    groups = [
        (title, anchor, told, *found[part], f"/zoeken/?thema={slug}&{more}")
        for part, title, anchor, told, more in doors.THEME_PARTS
        if part in found
    ]
    steps = [("Stel uw eigen vraag", "In gewone woorden. U krijgt meteen wat werkt en wat niet.", "/zoeken/"),
             ("Vraag het aan mensen", "Wie u waarvoor kunt bellen.", doors.WHERE_TO_ASK),
             ("Kies een ander thema", "Alle onderwerpen op een rij.", reverse("site:themes"))]  # fmt: skip
    return pages.show(request, "site/theme.html", slug=slug, label=label, groups=groups, next_steps=steps)


@login_not_required
def organisation(request: HouseRequest, slug: str) -> HttpResponse:
    """What one organisation offers and promised, and where we send people to it."""
    one = access_people.open_organisation(request.actor, slug)
    if one.merged_into:
        return redirect("site:organisation", one.merged_into.slug, permanent=True)
    inside = access_people.own(request.actor, one) or access_people.may(request.actor, Permission.MERGE_ORGANISATIONS)
    family = people.family(one.pk)
    pointers = catalogue.pointing(family)
    return pages.show(
        request, "site/organisation.html", organisation=one, aliases=people.spellings(family),
        offers=catalogue.owned(family, localdate()), promises=commitments.promised_by(family),
        pointers=pointers[:NAMED], others=len(pointers[NAMED:]), inside=inside,
    )  # fmt: skip


@login_not_required
def region(request: HouseRequest, code: str) -> HttpResponse:
    found = access_people.open_region(request.actor, code)
    answers = catalogue.faces_by_slug(CardKind.ANSWER, doors.IN_THE_REGION, localdate())
    return pages.show(
        request, "site/region.html", region=found, organisations=people.organisations_in(found), answers=answers
    )


@framed
@login_not_required
def embed(request: HouseRequest, kind: CardKind, slug: str) -> HttpResponse:
    """One card for a frame on another site, with today's certainty. A card that is gone says so there, in words."""
    try:
        card = access_cards.open_card(request.actor, kind, slug)
    except Http404:
        return pages.show(request, "site/embed.html", status=404, card=None, face=None, successor=None)
    found = catalogue.faces([card.pk], localdate())
    face = found[0] if found else None
    response = pages.show(request, "site/embed.html", card=card, face=face, successor=card.successor)
    patch_cache_control(response, public=True, max_age=300)
    return response


@login_not_required
def share(request: HouseRequest, kind: CardKind, slug: str) -> HttpResponse:
    """What somebody needs to show a card elsewhere: the code of a frame, the linked data, the feed."""
    card = access_cards.open_card(request.actor, kind, slug)
    if card.successor:
        return redirect(f"/delen{card.successor.get_absolute_url()}", permanent=True)
    address = card.get_absolute_url()
    feeds = [(f"Over {codes.Theme(theme).label}", f"/feeds/kaarten.atom?thema={theme}") for theme in card.themes]
    feeds.append(("Alle nieuwe en gewijzigde kaarten", "/feeds/kaarten.atom"))
    return pages.show(
        request, "site/share.html", card=card, address=address, linked=f"{address[:-1]}.jsonld", feeds=feeds
    )


@login_not_required
def demo(request: HouseRequest) -> HttpResponse:
    """The example people and the mail that was sent. Exists in the demo only."""
    if not settings.DEMO:
        raise Http404
    persons = [
        (one, [(m.get_role_display(), m.organisation.name) for m in one.memberships.all()])
        for one in people.demo_people()
    ]
    return pages.show(request, "site/demo.html", people=persons, mails=mail.sent(settings.MAIL_FOLDER))


@login_not_required
@require_POST
def sign_in_demo(request: HouseRequest) -> HttpResponse:
    """Sign in as an example person, second factor counted. Exists in the demo only."""
    if not settings.DEMO:
        raise Http404
    number = request.POST.get("person", "")
    is_number = number.isascii() and number.isdigit() and len(number) < 18
    user = get_object_or_404(User, pk=int(number) if is_number else 0, demo=True)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[access_people.SECOND_FACTOR] = True
    return pages.done(request, "site:demo", f"U bent nu aangemeld als {user}.")


@login_not_required
@require_POST
def sign_out(request: HouseRequest) -> HttpResponse:
    logout(request)
    return redirect("site:home")


@login_not_required
def security_txt(request: HouseRequest) -> HttpResponse:
    contact = settings.SECURITY_CONTACT or f"{settings.SITE_URL}/over/#beveiliging"
    until = (now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    lines = [f"Contact: {contact}", f"Expires: {until}", "Preferred-Languages: nl, en",
             f"Canonical: {settings.SITE_URL}/.well-known/security.txt"]  # fmt: skip
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@login_not_required
def robots_txt(request: HouseRequest) -> HttpResponse:
    """The search page may be found, a question may not: what people ask does not belong in a search engine."""
    hidden = "\n".join(
        f"Disallow: /{path}" for path in ("zoeken/?", "zoeken/voorstellen/", "demo/", "aanmelden/", "mijn/")
    )
    rules = f"User-agent: *\n{hidden}\n\nSitemap: {settings.SITE_URL}/sitemap.xml\n"
    return HttpResponse(rules, content_type="text/plain; charset=utf-8")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return pages.show(request, "site/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """Also where a form from elsewhere is refused (CSRF_FAILURE_VIEW); the reason is in the log."""
    return pages.show(request, "site/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A 404 that searches: the words of the address are already in the box, with the nearest cards."""
    words = " ".join(request.path.replace("-", " ").replace("/", " ").replace("_", " ").split())[:100]
    try:
        hits = index.find(words, limit=4, snippets=False).hits
    except DatabaseError:
        hits = []
    return pages.show(request, "site/404.html", status=404, words=words, hits=hits)


def broken(request: HttpRequest) -> HttpResponse:
    """A 500 that asks nothing of the database. The number is in the log beside the error."""
    reference = getattr(request, "reference", "")
    log.error("error page %s for %s", reference, request.path)
    return pages.show(request, "site/500.html", status=500)
