"""`./run manage load_content` — brings programme, organisations and cards up to the content files, all or nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.timezone import now

from doenwatwerkt.lib.content import ContentError
from doenwatwerkt.site import loading

WORDS = {
    "added": "toegevoegd", "changed": "gewijzigd", "offered": "aangeboden (de kaart is bewerkt; het verschil staat klaar)",
    "left": "ongewijzigd gelaten", "gone": "staat niet meer in de bestanden (niet verwijderd)",
}  # fmt: skip


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--map", type=Path, help="een andere map met praktijken, antwoorden en materialen")

    def handle(self, *, map: Path | None, verbosity: int, **options: Any) -> None:
        try:
            report = loading.load(cards_from=map, at=now())
        except ContentError as error:
            raise CommandError(f"Niets geladen. {error}") from error
        for outcome, words in WORDS.items():
            names = getattr(report, outcome)
            self.stdout.write(f"{len(names):5} {words}")
            if outcome != "left" and (verbosity > 1 or len(names) <= 20):
                for name in names:
                    self.stdout.write(f"        {name}")
