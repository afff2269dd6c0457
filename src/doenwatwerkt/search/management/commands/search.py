"""./run search "vraag": ask the index from the command line, one question or a file with one a line."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from doenwatwerkt.search import queries


class Command(BaseCommand):
    help = "Zoekt in het platform en toont soort, nummer, titel, adres en score."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("vraag", nargs="*", help="de vraag, in gewone woorden")
        parser.add_argument("--file", type=Path, help="een bestand met een vraag per regel; - is de invoer")
        parser.add_argument("--limit", type=int, default=10, help="hoogstens zoveel resultaten (10)")
        parser.add_argument("--json", action="store_true", help="JSON; met --file een lijst per regel")
        parser.add_argument("--semantic", action="store_true", help="ook op betekenis, als die uitbreiding er is")

    def handle(self, *args: Any, **options: Any) -> None:
        for question in self._questions(options):
            hits = self._hits(question, options)
            if options["json"]:
                self.stdout.write(json.dumps(hits, ensure_ascii=False))
                continue
            for hit in hits:
                self.stdout.write("{kind:<10} {id:>5}  {score:>7.3f}  {title}\n{0:>26}{url}".format("", **hit))
            if not hits:
                self.stdout.write("Niets gevonden. Vraag het met andere woorden.")

    def _questions(self, options: dict[str, Any]) -> list[str]:
        """The questions: from the file, a line each (empty lines too, so that answers keep their line), or as typed."""
        file = options["file"]
        if file is None:
            return [" ".join(options["vraag"])]
        if str(file) == "-":
            return sys.stdin.read().splitlines()
        try:
            return list(file.read_text(encoding="utf-8").splitlines())
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file} is niet te lezen: {error}") from error

    def _hits(self, question: str, options: dict[str, Any]) -> list[dict[str, Any]]:
        found = queries.find(question, limit=max(1, options["limit"]), semantic=options["semantic"], snippets=False)
        return [
            {"kind": hit.kind, "id": hit.ref, "title": hit.title, "url": hit.url, "score": hit.score}
            for hit in found.hits
        ]
