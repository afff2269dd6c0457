"""Second steps: add, use, remove. A change of them is told by letter, so that the owner always knows."""

from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import transaction

from doenwatwerkt.journal.operations import record
from doenwatwerkt.keys import facts, queries, rules
from doenwatwerkt.keys.adapter import factors
from doenwatwerkt.keys.operations.counting import once, within
from doenwatwerkt.keys.rules import Browser
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people.models import User
from doenwatwerkt.post import operations as post

WRONG_APP = "Deze code klopt niet. Kijk of uw telefoon de juiste tijd heeft en typ de code die er nu staat."
WRONG_PASSKEY = "De passkey is niet gelukt. Probeer het opnieuw; er is niets veranderd."
TOO_OFTEN = "Er is te vaak een verkeerde code ingevuld. Wacht een uur, of gebruik een passkey."


@transaction.atomic
def add_app(user: User, *, secret: str, code: str, by: Actor, at: datetime) -> Authenticator:
    """Make an app with codes the second step, once it shows the right code. Refuses a wrong code and a second app.

    Announces SecondStepAdded; makes recovery codes where there are none."""
    if queries.app_of(user):
        raise Refused("U heeft al een app met codes. Haal die eerst weg als u een andere wilt.")
    if not factors.fits(secret, rules.digits(code)):
        raise Refused(WRONG_APP)
    return _added(user, factors.add_app(user, secret), by, at)


@transaction.atomic
def add_passkey(user: User, *, name: str, credential: dict[str, Any], by: Actor, at: datetime) -> Authenticator:
    """Make a passkey a second step (and a way in by itself). Refuses one that does not answer our question.

    Announces SecondStepAdded; makes recovery codes where there are none."""
    passkey = factors.add_passkey(user, name, credential)
    if passkey is None:
        raise Refused(WRONG_PASSKEY)
    return _added(user, passkey, by, at)


def _added(user: User, factor: Authenticator, by: Actor, at: datetime) -> Authenticator:
    if queries.recovery_of(user) is None:
        factors.make_recovery_codes(user)
    record(facts.SecondStepAdded(by=by, at=at, kind=factor.type), about=user)
    post.write("tweede-stap", to=user.email, at=at, added=True, what=queries.name_of(factor))
    return factor


@transaction.atomic
def remove_factor(factor: Authenticator, *, by: Actor, at: datetime) -> None:
    """Take a second step away; with the last one the recovery codes go too. Announces SecondStepRemoved."""
    user, what, kind = factor.user, queries.name_of(factor), factor.type
    factor.delete()
    if not queries.has_second_step(user):
        Authenticator.objects.filter(user=user).delete()
    record(facts.SecondStepRemoved(by=by, at=at, kind=kind), about=user)
    post.write("tweede-stap", to=user.email, at=at, added=False, what=what)


@transaction.atomic
def renew_recovery_codes(user: User, *, by: Actor, at: datetime) -> None:
    """Ten new recovery codes instead of the old. Refuses who has no second step. Announces RecoveryCodesMade."""
    if not queries.has_second_step(user):
        raise Refused("Herstelcodes horen bij een tweede stap. Kies eerst een tweede stap.")
    Authenticator.objects.filter(user=user, type=factors.RECOVERY).delete()
    factors.make_recovery_codes(user)
    record(facts.RecoveryCodesMade(by=by, at=at), about=user)


@transaction.atomic
def take_step(user: User, *, code: str, browser: Browser, by: Actor, at: datetime) -> str | None:
    """Which kind of second step this code is of (an app or a recovery code), or None when it is wrong, which counts.

    Refuses who is wrong too often; strangers cannot use up the tries of a browser that its owner signed in with before."""
    number = browser.known.get(user.pk)
    limit = rules.STEPS_KNOWN if number else rules.STEPS
    if not within(limit, user.pk, number, at=at):
        raise Refused(TOO_OFTEN)
    typed, app, recovery = rules.digits(code), queries.app_of(user), queries.recovery_of(user)
    if app and factors.fits(factors.secret_of(app), typed) and once(app.pk, typed, at=at):
        app.record_usage()
        return str(factors.APP)
    return str(factors.RECOVERY) if recovery and factors.use_recovery_code(recovery, typed) else None


@transaction.atomic
def use_passkey(credential: dict[str, Any], *, by: Actor, at: datetime) -> User:
    """The person whose passkey answers our question. Refuses one that we do not know or that answers something else."""
    passkey = factors.passkey_behind(credential)
    if passkey is None or not passkey.user.is_active:
        raise Refused(WRONG_PASSKEY)
    passkey.record_usage()
    user: User = passkey.user
    return user
