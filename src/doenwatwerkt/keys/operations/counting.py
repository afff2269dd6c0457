"""How often something may be tried: counted in the database, so that it holds for all web processes together."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from doenwatwerkt.keys import rules
from doenwatwerkt.keys.models import Code, Tally, Visit
from doenwatwerkt.lib.actor import Actor

A_DAY = timedelta(days=1)


def digest(*parts: object) -> str:
    """A fingerprint that says nothing without our secret key."""
    text = "\x1f".join(str(part) for part in parts)
    return salted_hmac("doenwatwerkt.keys", text, algorithm="sha256").hexdigest()


def within(limit: rules.Limit, *who: object, at: datetime) -> bool:
    """Count once more, in one statement that two processes cannot do at the same time. False when it is too often."""
    key = digest(limit.name, rules.window(limit, at), *who)
    until = connection.ops.adapt_datetimefield_value(at + limit.per)
    table = connection.ops.quote_name(Tally._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (key, times, until) VALUES (%s, 1, %s) "  # noqa: S608 -- own name
            f"ON CONFLICT (key) DO UPDATE SET times = {table}.times + 1 RETURNING times",
            [key, until],
        )
        return int(cursor.fetchone()[0]) <= limit.most


def once(*what: object, at: datetime) -> bool:
    """True the first time only: a code that was seen cannot be used by who looked over a shoulder."""
    return Tally.objects.get_or_create(key=digest("eens", *what), defaults={"times": 1, "until": at + A_DAY})[1]


@transaction.atomic
def forget_old(*, by: Actor, at: datetime) -> int:
    """Forget codes and tallies that are over, and browsers that are no longer signed in. Returns how many rows went."""
    gone = Code.objects.filter(made_at__lt=at - A_DAY).delete()[0]
    gone += Tally.objects.filter(until__lt=at).delete()[0]
    Session.objects.filter(expire_date__lt=at).delete()
    alive = Session.objects.values("session_key")
    return gone + Visit.objects.filter(since__lt=at - A_DAY).exclude(session_key__in=alive).delete()[0]
