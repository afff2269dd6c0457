"""`./run manage forget_second_steps ADRES` — for somebody who lost everything, after you made sure that it is them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.timezone import now

from doenwatwerkt.keys import operations, queries
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.people.models import User


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("adres", help="e-mailadres van de account")

    def handle(self, *, adres: str, **options: Any) -> None:
        user = User.objects.filter(email__iexact=adres, is_active=True).first()
        if user is None:
            raise CommandError("Met dit adres is er geen account.")
        for factor in queries.factors(user):
            operations.remove_factor(factor, by=LOADER, at=now())
            self.stdout.write(f"Weggehaald: {queries.name_of(factor)}.")
        ended = operations.end_others(user, but="", by=LOADER, at=now())
        self.stdout.write(
            f"Afgemeld op {ended} plaatsen. De eigenaar kreeg bericht en kiest bij het aanmelden een nieuwe stap."
        )
