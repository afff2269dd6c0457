"""`./run manage finish_cards [--alles]` — makes the kept HTML of cards again where it is not of today's code and rows."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.timezone import now

from doenwatwerkt.catalogue import operations
from doenwatwerkt.lib.actor import LOADER


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--alles", action="store_true", help="ook van kaarten waarvan de bladzijde klopt")

    def handle(self, *, alles: bool, **options: Any) -> None:
        number = operations.finish_cards(everything=alles, by=LOADER, at=now())
        self.stdout.write(f"{number} bladzijde{'' if number == 1 else 'n'} opnieuw gemaakt.")
