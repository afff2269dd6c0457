"""./run manage index_meaning: give new and changed pages their vectors, where the semantic extra is installed."""

from typing import Any

from django.core.management.base import BaseCommand

from doenwatwerkt.search import operations, semantic


class Command(BaseCommand):
    help = "Berekent de betekenis van nieuwe en gewijzigde pagina's (uitbreiding requirements-semantic.txt)."

    def handle(self, *args: Any, **options: Any) -> None:
        if not semantic.is_there():
            self.stdout.write("De uitbreiding voor zoeken op betekenis is niet geïnstalleerd; er is niets gedaan.")
            return
        self.stdout.write(f"Betekenis berekend van {operations.index_vectors()} pagina's.")
