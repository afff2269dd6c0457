"""Coming in with an account of an organisation."""

from datetime import datetime

from django.db import transaction

from doenwatwerkt.journal.operations import record
from doenwatwerkt.keys import facts
from doenwatwerkt.keys.adapter import elsewhere
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people import operations as people
from doenwatwerkt.people.models import User

NOT_YOURS = "Uw organisatie zegt niet zeker dat dit e-mailadres van u is. Meld u aan met een code per e-mail."


@transaction.atomic
def come_in(stranger: elsewhere.Stranger, *, by: Actor, at: datetime) -> User:
    """The person behind an account elsewhere; the first time by the address that the other side vouches for.

    Refuses an address that it does not vouch for, and a closed account. Announces AccountLinked the first time."""
    known = elsewhere.account_of(stranger.subject)
    if known is None:
        if not stranger.email or not stranger.email_is_theirs:
            raise Refused(NOT_YOURS)
        user = people.make_account(stranger.email, name=stranger.name[:120], by=by, at=at)
        elsewhere.link(user, stranger.subject)
        record(facts.AccountLinked(by=by, at=at), about=user)
        return user
    if not known.user.is_active:
        raise Refused(NOT_YOURS)
    found: User = known.user
    return found
