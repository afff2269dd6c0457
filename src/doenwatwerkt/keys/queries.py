"""What may be asked about keys."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.sessions.models import Session

from doenwatwerkt.keys.adapter.factors import APP, PASSKEY, RECOVERY, STRONG, recovery_codes
from doenwatwerkt.keys.models import Code, Visit
from doenwatwerkt.people.models import User

THEIRS = {
    "mfa.Authenticator": ("tweede stap (app, passkey, herstelcodes)", "user, naam van de passkey", "tot iemand die weghaalt"),
    "socialaccount.SocialAccount": ("account bij een organisatie", "user, nummer daar", "tot iemand de account sluit"),
    "account.EmailAddress": ("e-mailadres van allauth", "niets", "wordt niet gebruikt: de tabel is leeg"),
    "sessions.Session": ("sessie", "user", "veertien dagen, met een bevoorrechte rol twaalf uur"),
}  # fmt: skip
"""Tables of libraries in which something of a person stands: (what, what is personal, how long), for docs/privacy.md."""


def code(pk: int) -> Code | None:
    return Code.objects.filter(pk=pk).select_related("user").first()


def factors(user: User) -> list[Authenticator]:
    """The second steps of a person, the oldest first. Recovery codes are no step of their own."""
    return list(Authenticator.objects.filter(user=user, type__in=STRONG).order_by("created_at", "pk"))


def has_second_step(user: User) -> bool:
    return bool(Authenticator.objects.filter(user=user, type__in=STRONG).exists())


def app_of(user: User) -> Authenticator | None:
    """The app with codes of a person; nobody has two."""
    return Authenticator.objects.filter(user=user, type=APP).first()


def recovery_of(user: User) -> Authenticator | None:
    return Authenticator.objects.filter(user=user, type=RECOVERY).first()


def recovery_left(user: User) -> list[str]:
    """The recovery codes that a person has not used yet."""
    kept = recovery_of(user)
    return recovery_codes(kept) if kept else []


def name_of(factor: Authenticator) -> str:
    """What its owner calls it."""
    return f"Passkey: {factor.data['name']}" if factor.type == PASSKEY else "App met codes"


def visits(user: User, at: datetime) -> list[Visit]:
    """Where somebody is signed in now, the newest first."""
    alive = Session.objects.filter(expire_date__gt=at).values("session_key")
    return list(Visit.objects.filter(user=user, session_key__in=alive).order_by("-since", "-pk"))


def told(user: User, at: datetime) -> dict[str, object]:
    """What this room keeps of a person, for who asks for their own data."""
    return {
        "tweedeStappen": [
            {"soort": name_of(one), "sinds": one.created_at, "laatstGebruikt": one.last_used_at}
            for one in factors(user)
        ],
        "herstelcodesOver": len(recovery_left(user)),
        "aangemeldOp": [{"apparaat": one.device, "sinds": one.since} for one in visits(user, at)],
        "accountBijOrganisatie": SocialAccount.objects.filter(user=user).exists(),
    }
