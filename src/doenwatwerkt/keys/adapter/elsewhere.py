"""Signing in with an account of somebody's organisation: OpenID Connect through django-allauth."""

from dataclasses import dataclass
from typing import Any

from allauth.core.internal.ratelimit import RateLimited
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.base import ProviderException
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from jwt import PyJWTError
from requests import RequestException

PROVIDER = "organisatie"
TROUBLE = (
    PermissionDenied, ValidationError, OAuth2Error, RequestException, ProviderException, RateLimited, PyJWTError, KeyError,
    ValueError,
)  # fmt: skip
"""Whatever can be wrong with what the other side says, or with reaching it."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """Who the other side says this is."""

    subject: str
    email: str
    email_is_theirs: bool
    name: str


class _Way(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # untyped
    """allauth's way there and back, with an address of ours to come back to."""

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return settings.SITE_URL + reverse("keys:oidc_back")

    def get_provider(self) -> Any:
        provider = super().get_provider()
        provider.oauth2_adapter_class = _Way
        return provider


def go(request: HttpRequest) -> HttpResponse | None:
    """Send the browser there. The state is kept in the session. None when the other side cannot be reached."""
    try:
        answer: HttpResponse = _Way(request, PROVIDER).get_provider().redirect(request, "login")
    except TROUBLE:
        return None
    return answer


def come_back(request: HttpRequest) -> Stranger | None:
    """Who came back, or None when the answer is not one to a question of this browser."""
    way = _Way(request, PROVIDER)
    try:
        provider: OpenIDConnectProvider = way.get_provider()
        state = statekit.unstash_state(request, provider_id=PROVIDER, state_id=request.GET.get("state", ""))
        if state is None or "code" not in request.GET:
            return None
        client = way.get_client(request, provider.app)
        given = way.get_access_token_data(
            request, provider.app, client, pkce_code_verifier=state.get("pkce_code_verifier")
        )
        login = way.complete_login(request, provider.app, way.parse_token(given), response=given)
    except TROUBLE:
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
