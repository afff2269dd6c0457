"""Signing in with an account of somebody's organisation: what we need to know of it, and what we keep of it."""

from dataclasses import dataclass
from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.http import HttpRequest, HttpResponse

PROVIDER = "organisatie"


@dataclass(frozen=True, slots=True)
class Stranger:
    """Who the other side says this is."""

    subject: str
    email: str
    email_is_theirs: bool
    name: str


def go(request: HttpRequest) -> HttpResponse | None:
    """Send the browser there. None when the other side cannot be reached."""
    from doenwatwerkt.keys.adapter import openid  # noqa: PLC0415 -- slow import

    return openid.go(request)


def come_back(request: HttpRequest) -> Stranger | None:
    """Who came back, or None when the answer is not one to a question of this browser."""
    from doenwatwerkt.keys.adapter import openid  # noqa: PLC0415 -- slow import

    login = openid.come_back(request)
    if login is None:
        return None
    first = next(iter(login.email_addresses), None)
    told = login.account.extra_data.get("userinfo") or {}
    return Stranger(
        subject=login.account.uid, email=first.email.lower() if first else "", email_is_theirs=bool(first and first.verified),
        name=str(told.get("name") or ""),
    )  # fmt: skip


def account_of(subject: str) -> SocialAccount | None:
    """The account here that this one elsewhere opens."""
    return SocialAccount.objects.filter(provider=PROVIDER, uid=subject).select_related("user").first()


def link(user: Any, subject: str) -> SocialAccount:
    """Remember that this account elsewhere opens the one here. Nothing else of it is kept."""
    return SocialAccount.objects.create(user=user, provider=PROVIDER, uid=subject, extra_data={})
