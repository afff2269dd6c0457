"""Start-up: find what rooms hang beside the pages of others."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class UiConfig(AppConfig):
    name = "doenwatwerkt.ui"

    def ready(self) -> None:
        autodiscover_modules("beside")
