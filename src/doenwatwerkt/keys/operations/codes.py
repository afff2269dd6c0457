"""Codes by mail. Whoever asks sees the same, whether an address has an account or not."""

import secrets
from datetime import datetime
from hmac import compare_digest

from django.db import transaction

from doenwatwerkt.keys import rules
from doenwatwerkt.keys.models import Code
from doenwatwerkt.keys.operations.counting import digest, within
from doenwatwerkt.keys.rules import Browser, Purpose
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.lib.rows import change
from doenwatwerkt.people import operations as people
from doenwatwerkt.people.models import User
from doenwatwerkt.post import operations as post

TOO_OFTEN = "Vanaf deze plek is te vaak een code gevraagd. Wacht een kwartier en probeer het dan opnieuw."
OVER = "Deze code geldt niet meer. Vraag een nieuwe code aan."


@transaction.atomic
def send_code(email: str, *, browser: Browser, by: Actor, at: datetime) -> Code:
    """Mail a code to sign in with. An address without an account gets a letter that says so, and a code that fits nobody.

    Refuses who asks too often from one place. A mailbox that got many letters gets no more for a while, silently."""
    return _send(email, Purpose.SIGN_IN, browser, at)


@transaction.atomic
def sign_up(email: str, *, name: str, browser: Browser, by: Actor, at: datetime) -> Code:
    """Mail a code to make an account with; who has one gets a code to sign in with. Refuses who asks too often from one place."""
    return _send(email, Purpose.SIGN_UP, browser, at, name=name)


@transaction.atomic
def send_code_again(user: User, *, browser: Browser, by: Actor, at: datetime) -> Code:
    """Mail a code to somebody who is signed in and must show that it is still them. Refuses who asks too often from one place."""
    return _send(user.email, Purpose.AGAIN, browser, at)


def _send(email: str, purpose: Purpose, browser: Browser, at: datetime, name: str = "") -> Code:
    if not within(rules.FROM_HERE, browser.network, at=at):
        raise Refused(TOO_OFTEN)
    email = email.lower()
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user and purpose == Purpose.SIGN_UP:
        purpose, name = Purpose.SIGN_IN, ""
    plain = f"{secrets.randbelow(10**rules.DIGITS):0{rules.DIGITS}}"
    new = purpose == Purpose.SIGN_UP
    code = Code.objects.create(user=user, purpose=purpose, email=email if new else "", name=name, made_at=at)
    change(code, only_if={"digest": ""}, digest=digest("code", code.pk, plain))
    if _may_write(email, user, browser, at):
        kind = "code" if user or new else "geen-account"
        post.write(kind, to=email, at=at, code=rules.spaced(plain), minutes=rules.CODE_HOLDS.seconds // 60)
    return code


def _may_write(email: str, user: User | None, browser: Browser, at: datetime) -> bool:
    """Whether this mailbox may get one more letter. What strangers ask cannot use up what its owner may ask."""
    if user and (number := browser.known.get(user.pk)):
        return within(rules.LETTERS_KNOWN, user.pk, number, at=at)
    return within(rules.LETTERS_HERE, email, browser.network, at=at) and within(rules.LETTERS, email, at=at)


@transaction.atomic
def try_code(code: Code, *, typed: str, by: Actor, at: datetime) -> User | None:
    """The person for whom the code was, or None when it is wrong, which counts. A new person gets an account without any right.

    Refuses a code that is used, too old or tried too often. Wrong codes of one browser never touch the code of another."""
    if not rules.is_open(made_at=code.made_at, tries=code.tries, used_at=code.used_at, at=at):
        raise Refused(OVER)
    change(code, only_if={"tries": code.tries, "used_at": None}, tries=code.tries + 1)
    right = compare_digest(code.digest, digest("code", code.pk, rules.digits(typed)))
    new = code.purpose == Purpose.SIGN_UP
    if not right or not (new or (code.user and code.user.is_active)):
        return None
    email, name = code.email, code.name
    change(code, only_if={"used_at": None}, used_at=at, digest="", email="", name="")
    return people.make_account(email, name=name, by=by, at=at) if new else code.user
