"""The page of who is signed in, put together on the roof: who you are, what you may do, what we keep. Door, answer."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.timezone import now

from doenwatwerkt.keys import access as access_keys
from doenwatwerkt.keys import queries as keys
from doenwatwerkt.people import queries as people
from doenwatwerkt.people.models import HouseRequest, User
from doenwatwerkt.ui import beside, pages

Panel = tuple[str, str, list[tuple[str, str, str]]]
"""What another room shows here: (anchor, title, ways on as (title, text, address))."""

WAYS = [
    ("Beveiliging", "Uw tweede stap, herstelcodes en waar u bent aangemeld.", "/mijn/beveiliging/"),
    ("Wat wij van u bewaren", "Alles in één bestand (JSON), om mee te nemen.", "/mijn/gegevens.json"),
    ("Account verwijderen", "Uw naam en adres worden gewist en uw rollen eindigen.", "/mijn/account-verwijderen/"),
]


def mine(request: HouseRequest) -> HttpResponse:
    user = access_keys.open_person(request.actor)
    held = people.memberships(user, now())
    return pages.show(
        request, "site/mine.html", person=user, panels=panels(request),
        held=[(one.get_role_display(), one.organisation.name, _state(one, request), one.since) for one in held],
        is_waiting=bool(request.actor.waiting), has_step=keys.has_second_step(user), ways=WAYS,
    )  # fmt: skip


def _state(held: Any, request: HouseRequest) -> str:
    """Whether a role counts now: "telt", "wacht" on a second step, or is of another organisation than the one acted for."""
    if held.organisation_id != request.actor.organisation_id:
        return "elders"
    return "wacht" if held.role in request.actor.waiting else "telt"


def panels(request: HouseRequest) -> list[Panel]:
    """What the rooms below have for this person: the ways in the bar, as one list."""
    ways = [(word, "", address) for word, address in beside.ways(request.actor)]
    return [("werk", "Aan het werk", ways)] if ways else []


def my_data(request: HouseRequest) -> HttpResponse:
    """All that we keep of who asks, to take away."""
    told = _told(access_keys.open_person(request.actor), now())
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response.headers["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _told(user: User, at: datetime) -> dict[str, Any]:
    return {
        "naam": user.name, "email": user.email, "laatstAangemeld": user.last_login,
        "rollen": [
            {"organisatie": one.organisation.name, "rol": one.role, "sinds": one.since, "tot": one.until}
            for one in people.memberships(user, at, ended=True)
        ],
    } | keys.told(user, at)  # fmt: skip
