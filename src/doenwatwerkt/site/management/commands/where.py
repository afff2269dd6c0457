"""`./run where /praktijken/werkproef/` — every file a page passes through, in order; or any Dutch word on the screen."""

import inspect
import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import Resolver404, resolve

import doenwatwerkt

FILES = ("urls", "views", "api", "forms", "access", "operations", "queries", "rules", "models", "facts", "reactions")


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", help="een adres (/praktijken/werkproef/) of een woord uit de woordenlijst")

    def handle(self, what: str, **options: Any) -> None:
        if what.startswith("/"):
            self.by_address(what)
        else:
            self.by_word(what)

    def by_address(self, path: str) -> None:
        try:
            match = resolve(path)
        except Resolver404 as error:
            raise CommandError(f"{path} is geen adres van deze site.") from error
        view = inspect.unwrap(match.func)
        room, verb = Path(doenwatwerkt.__path__[0], view.__module__.split(".")[1]), str(match.url_name)
        self.stdout.write(f"{match.view_name}   (room: {room.name}, verb: {verb})")
        for name in FILES:
            for file in sorted([room / f"{name}.py", *(room / name).glob("*.py")]):
                self.show_lines(file, verb)
        self.show_templates(room, inspect.getsource(view))
        for file in sorted((room / "tests").glob("test_*.py")):
            if file.stem == f"test_{verb}" or re.search(rf"\b{verb}\b", file.read_text()):
                self.stdout.write(f"  {shown(file)}")

    def show_lines(self, file: Path, verb: str) -> None:
        word = re.compile(rf"(?i)\b(def|class) \w*{verb}\w*|name=\"{verb}\"|\"{verb}\":")
        for number, line in enumerate(file.read_text().splitlines() if file.exists() else [], start=1):
            if word.search(line):
                self.stdout.write(f"  {shown(file)}:{number:<5} {line.strip()}")

    def show_templates(self, room: Path, source: str) -> None:
        for name in re.findall(r'"([\w/]+\.html)"', source):
            self.stdout.write(f"  {shown(room / 'templates' / name)}")

    def by_word(self, word: str) -> None:
        glossary = settings.ROOT / "docs" / "woordenlijst.md"
        rows = [
            line for line in glossary.read_text().splitlines() if line.startswith("|") and word.lower() in line.lower()
        ]
        if not rows:
            raise CommandError(f"'{word}' staat niet in docs/woordenlijst.md.")
        for row in rows:
            self.stdout.write(row)


def shown(file: Path) -> str:
    return str(file.relative_to(settings.ROOT))
