"""Start-up: find what every room reacts to, and how it shows what is its own."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JournalConfig(AppConfig):
    name = "doenwatwerkt.journal"

    def ready(self) -> None:
        autodiscover_modules("reactions", "subjects")
