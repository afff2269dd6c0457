"""Where somebody is signed in, and how that ends; and how an account ends."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.sessions.models import Session
from django.db import transaction

from doenwatwerkt.keys import rules
from doenwatwerkt.keys.models import Code, Visit
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.people import operations as people
from doenwatwerkt.people.models import User


@transaction.atomic
def note_visit(user: User, *, session_key: str, user_agent: str, by: Actor, at: datetime) -> Visit:
    """Remember that somebody signed in with this browser, so that they can end it from another."""
    return Visit.objects.create(user=user, session_key=session_key, device=rules.device(user_agent), since=at)


@transaction.atomic
def end_visit(visit: Visit, *, by: Actor, at: datetime) -> None:
    """Sign somebody out of one browser, at once."""
    Session.objects.filter(session_key=visit.session_key).delete()
    visit.delete()


@transaction.atomic
def end_others(user: User, *, but: str, by: Actor, at: datetime) -> int:
    """Sign somebody out everywhere but here. Returns in how many browsers."""
    others = Visit.objects.filter(user=user).exclude(session_key=but)
    Session.objects.filter(session_key__in=list(others.values_list("session_key", flat=True))).delete()
    return others.delete()[0]


@transaction.atomic
def close(user: User, *, by: Actor, at: datetime) -> None:
    """End an account: no key of it is left, and the person becomes nobody. Refuses and announces what people.close_account does."""
    for model in (Authenticator, SocialAccount, Code):
        model.objects.filter(user=user).delete()
    end_others(user, but="", by=by, at=at)
    people.close_account(user, by=by, at=at)
