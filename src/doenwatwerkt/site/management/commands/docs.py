"""`./run manage docs [--check]` — writes the generated pages of docs/: glossary, doors and facts."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from doenwatwerkt.site import describing

PAGES = {
    "woordenlijst.md": describing.glossary,
    "doors.md": describing.doors,
    "facts.md": describing.facts,
    "privacy.md": describing.privacy,
}


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing, fail when a page is stale")

    def handle(self, *, check: bool, **options: Any) -> None:
        stale = []
        for name, write in PAGES.items():
            file, text = settings.ROOT / "docs" / name, write()
            if file.exists() and file.read_text() == text:
                continue
            stale.append(name)
            if not check:
                file.write_text(text)
                self.stdout.write(f"docs/{name} geschreven")
        if check and stale:
            raise CommandError(f"Verouderd: {', '.join(stale)}. Draai ./run manage docs.")
