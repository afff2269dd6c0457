"""System checks: settings that would be dangerous are refused at start-up, with a hint."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", "testserver"}


@register()
def demo_stays_local(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The demo lets anybody sign in as anybody, so it may not answer to a public name."""
    public = [host for host in settings.ALLOWED_HOSTS if host not in LOCAL_HOSTS]
    if settings.DEMO and public:
        return [Error(
            f"DWW_DEMO=1 staat aan naast echte sitenamen ({', '.join(public)}).", id="doenwatwerkt.E001",
            hint="In de demo meldt iedereen zich aan als wie hij wil. Zet DWW_DEMO uit of haal DWW_ALLOWED_HOSTS weg.",
        )]  # fmt: skip
    return []
