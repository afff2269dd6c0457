"""The doors of this room: who may see and do what. Views get their objects only here."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import Http404

from doenwatwerkt.keys import queries, rules
from doenwatwerkt.keys.models import Code, Visit
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.people.models import User

CODE, WAITING, PROVED, STEPPED, NEXT, TO = (
    "keys_code", "keys_waiting", "keys_proved_at", "keys_stepped", "keys_next", "keys_to",
)  # fmt: skip
"""Session keys: the code that was mailed, who still owes a second step (with since when), when somebody last showed who
they are, whether a second step was taken, where they were going, and the address that they typed."""


def open_code(session: Mapping[str, Any]) -> Code | None:
    """The code that this browser asked for."""
    return queries.code(session[CODE]) if CODE in session else None


def open_waiting(session: Mapping[str, Any], at: datetime) -> User | None:
    """Who came half way in this browser and still owes a second step, a quarter of an hour at most."""
    pk, since = session.get(WAITING) or (0, None)
    return User.objects.filter(pk=pk, is_active=True).first() if rules.is_fresh(since, at) else None


def open_person(by: Actor) -> User:
    """The person who acts."""
    found = User.objects.filter(pk=by.user_id or 0, is_active=True).first()
    if found is None:
        raise Http404
    return found


def open_factor(by: Actor, pk: int) -> Authenticator:
    """A second step of the one who acts; of others it is not there."""
    found = next((one for one in queries.factors(open_person(by)) if one.pk == pk), None)
    if found is None:
        raise Http404
    return found


def open_visit(by: Actor, pk: int) -> Visit:
    """A browser in which the one who acts is signed in."""
    found = Visit.objects.filter(pk=pk, user=by.user_id).first()
    if found is None:
        raise Http404
    return found


def need_elsewhere() -> None:
    """Only where an account elsewhere may be used."""
    if not settings.OIDC:
        raise Http404


def may_change_keys(session: Mapping[str, Any], user: User, at: datetime) -> bool:
    """Whether somebody showed who they are a short while ago, with their second step if they have one."""
    return rules.is_fresh(session.get(PROVED), at) and (bool(session.get(STEPPED)) or not queries.has_second_step(user))
