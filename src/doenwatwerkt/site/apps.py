"""Start-up of the roof: the system checks, and the street in addresses."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "doenwatwerkt.site"
    label = "site"

    def ready(self) -> None:
        from doenwatwerkt.site import checks, converters  # noqa: F401, PLC0415 -- registers itself once apps are ready
