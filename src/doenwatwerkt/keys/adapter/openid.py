"""OpenID Connect as django-allauth speaks it. Loaded when somebody first goes that way: it is slow, and most sites need it never."""

from typing import Any

from allauth.core.internal.ratelimit import RateLimited
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.providers import registry
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
registry.register(OpenIDConnectProvider)


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


def come_back(request: HttpRequest) -> Any:
    """What the other side says of who came back, or None when that is no answer to a question of this browser."""
    way = _Way(request, PROVIDER)
    try:
        provider = way.get_provider()
        state = statekit.unstash_state(request, provider_id=PROVIDER, state_id=request.GET.get("state", ""))
        if state is None or "code" not in request.GET:
            return None
        client = way.get_client(request, provider.app)
        given = way.get_access_token_data(
            request, provider.app, client, pkce_code_verifier=state.get("pkce_code_verifier")
        )
        return way.complete_login(request, provider.app, way.parse_token(given), response=given)
    except TROUBLE:
        return None
