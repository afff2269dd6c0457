"""What the ways in have in common: where somebody comes from, where they were going, and the moment that they are in."""

import ipaddress
import secrets
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import login
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now

from doenwatwerkt.keys import access, operations, queries, rules
from doenwatwerkt.keys.access import NEXT, PROVED, STEPPED, WAITING
from doenwatwerkt.keys.rules import Browser
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people import queries as people
from doenwatwerkt.people.access import SECOND_FACTOR
from doenwatwerkt.people.models import HouseRequest, User
from doenwatwerkt.ui.forms import Input
from doenwatwerkt.ui.limits import address

BACKEND = "doenwatwerkt.keys.adapter.backend.WithoutPasswords"
COOKIE, SALT = "dww_bekend", "keys.browser"


def network(request: HttpRequest) -> str:
    """The asker's network: an address, or for IPv6 the /64 that one household has."""
    asker = address(request)
    try:
        found = ipaddress.ip_address(asker)
    except ValueError:
        return asker
    return str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else asker


def browser_of(request: HttpRequest) -> Browser:
    """Where this request comes from, and as whom this browser signed in before."""
    try:
        known = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=rules.KNOWN_BROWSER)
    except signing.BadSignature:
        known = []
    return Browser(network=network(request), known={int(pk): str(number) for pk, number in known})


def going_to(request: HttpRequest, asked: str) -> str:
    """Where somebody was going, if that is a page of ours; otherwise nowhere in particular."""
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if safe else ""


def attempt[Found](
    form: Input, wrong: str, operation: Callable[..., Found | None], *subject: Any, **given: Any
) -> Found | None:
    """Validate and act, where an operation may answer None: wrong, and counted. Both that and a Refused are told in the form."""
    if not form.is_bound or not form.is_valid():
        return None
    try:
        found = operation(*subject, **form.cleaned_data, **given)
    except Refused as no:
        form.add_error(None, str(no))
        return None
    if found is None:
        form.add_error(next(iter(form.fields)), wrong)
    return found


def enter(request: HttpRequest, user: User, *, stepped: bool = False, strong: bool = False) -> HttpResponse:
    """Somebody showed who they are: let them in, or first ask their second step. The session gets a new key either way."""
    if not stepped and queries.has_second_step(user):
        request.session.cycle_key()
        request.session[WAITING] = (user.pk, now().timestamp())
        return redirect("keys:second_step")
    going = request.session.pop(NEXT, "")
    for name in (WAITING, access.CODE, access.TO):
        request.session.pop(name, None)
    login(request, user, backend=BACKEND)
    request.session.update({PROVED: now().timestamp(), STEPPED: stepped, SECOND_FACTOR: strong})
    actor = people.actor_of(user, at=now(), second_factor=False)
    request.session.set_expiry(rules.PRIVILEGED_SESSION if actor.waiting else rules.SESSION)
    remember_visit(request, user, actor, now())
    return known(request, user, redirect(going or settings.LOGIN_REDIRECT_URL))


def remember_visit(request: HttpRequest, user: User, actor: Actor, at: datetime) -> None:
    """List this browser among those where somebody is signed in."""
    operations.note_visit(
        user, session_key=request.session.session_key or "", user_agent=request.headers.get("User-Agent", ""), by=actor, at=at
    )  # fmt: skip


def known(request: HttpRequest, user: User, response: HttpResponse) -> HttpResponse:
    """Let this browser say next time that somebody signed in with it before. It opens nothing by itself."""
    before = dict(browser_of(request).known)
    before[user.pk] = before.get(user.pk) or secrets.token_hex(8)
    response.set_cookie(
        COOKIE, signing.dumps(list(before.items())[-5:], salt=SALT), max_age=rules.KNOWN_BROWSER, path=reverse("keys:sign_in"),
        secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax",
    )  # fmt: skip
    return response


def fresh(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only for who showed who they are a short while ago, with their second step if they have one; others do so first."""

    @wraps(view)
    def inner(request: HouseRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if access.may_change_keys(request.session, access.open_person(request.actor), now()):
            response = view(request, *args, **kwargs)
            add_never_cache_headers(response)
            return response
        back = request.path if request.method == "GET" else resolve_url("keys:security")
        return redirect(f"{reverse('keys:confirm_again')}?{urlencode({'next': back})}")

    return inner
