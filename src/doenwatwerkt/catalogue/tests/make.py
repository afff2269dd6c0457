"""Small shelves of cards on disk, and how to load them: set-up goes through real files and real operations."""

import pickle
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import content, operations
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.lib.report import Report
from doenwatwerkt.lib.tests.remembered import contents, remembered
from doenwatwerkt.people.models import Organisation

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
CHECKED = localdate()
"""Everything was checked today, whenever the tests run: pages tell how old a check is by the real clock."""
SOURCES = [
    {"id": "schmidt98", "auteurs": "Schmidt & Hunter", "jaar": 1998, "titel": "Selection methods", "gelezen": "samenvatting",
     "url": "https://example.org/schmidt"},
    {"id": "panel26", "titel": "Oordeel van experts", "gelezen": "volledige-tekst"},
]  # fmt: skip
FACTS = [
    {"id": "awgb", "onderwerp": "Algemene wet gelijke behandeling", "stelling": "U behandelt iedereen gelijk.",
     "status": "geldend", "bron": {"titel": "De wet", "url": "https://example.org/awgb"}, "nagekeken_op": CHECKED},
    {"id": "wet-toezicht", "onderwerp": "Wet toezicht gelijke kansen", "stelling": "Dit voorstel is verworpen.",
     "status": "verworpen", "sinds": "2024-03-26", "bron": {"titel": "Eerste Kamer", "url": "https://example.org/ek"},
     "nagekeken_op": CHECKED},
]  # fmt: skip
TERMS = [
    {"id": "veldexperiment", "woord": "veldexperiment", "ook": ["veldexperimenten"], "uitleg": "Een proef in het echt, bij bedrijven."},
    {"id": "rie", "woord": "RI&E", "uitleg": "Wat er op het werk <gevaarlijk> kan zijn.",
     "bron": {"titel": "Arboportaal", "url": "https://example.org/rie"}},
]  # fmt: skip
PRACTICE = {
    "titel": "Laat mensen een werkproef doen", "title_en": "Work sample", "themas": ["selectie"], "fasen": ["selecteren"],
    "omvang": ["klein", "midden", "groot"], "samenvatting": "Laat elke kandidaat hetzelfde stukje echt werk doen.",
    "maandag": "Bedenk een proef van een uur.", "stappen": ["Kies een taak.", "Geef punten."],
    "effect": "De proef voorspelde het **werk** met 0,54.", "richting": "positief", "grootte": "middel", "advies": "doen",
    "kosten": 1, "moeite": 2, "bronnen": ["schmidt98"], "nagekeken_op": CHECKED,
    "oordeel": {"start": 5, "aftrek": ["T"], "basis": "een overzicht", "context": "VS", "getallen_gezien": "ja"},
}  # fmt: skip
ANSWER = {
    "vraag": "Mag ik Nederlands eisen?", "kort": "Ja, als dat **echt** nodig is.", "themas": ["taal"],
    "waarom": "Een taaleis kan mensen uitsluiten.", "zekerheid": "vast", "omvang": ["klein"], "nagekeken_op": CHECKED,
    "waarheen": [{"organisatie": "college", "waarvoor": "een oordeel", "url": "https://example.org/college"}],
    "bronnen": [{"titel": "Taaleisen", "url": "https://example.org/taal"}],
}  # fmt: skip
MATERIAL = {
    "titel": "Vacaturecheck", "samenvatting": "Kijkt of uw vacaturetekst mensen afschrikt.", "themas": ["vacature"],
    "soort": "tool", "eigenaar": "college", "url": "https://example.org/check", "kosten": "gratis", "bewijs": "onbekend",
    "status": "beschikbaar", "nagekeken_op": CHECKED, "bronnen": [{"titel": "Over de check", "url": "https://example.org/over"}],
}  # fmt: skip


def shelf(folder: Path) -> Path:
    """An empty library: two studies, two legal facts, two hard words and three folders without cards."""
    for name in content.FOLDERS.values():
        (folder / name).mkdir(parents=True, exist_ok=True)
    write(folder / "bronnen.yaml", SOURCES)
    write(folder / "rechtsfeiten.yaml", FACTS)
    write(folder / "begrippen.yaml", TERMS)
    return folder


def write(file: Path, says: Any) -> None:
    file.write_text(_yaml(pickle.dumps(says)), encoding="utf-8")


@cache
def _yaml(says: bytes) -> str:
    """The same few shelves are written hundreds of times a run."""
    return yaml.safe_dump(pickle.loads(says), allow_unicode=True, sort_keys=False)


def practice(folder: Path, slug: str = "werkproef", **says: Any) -> Path:
    return _card(folder / "praktijken" / f"{slug}.yaml", PRACTICE | says)


def answer(folder: Path, slug: str = "taaleis", **says: Any) -> Path:
    return _card(folder / "antwoorden" / f"{slug}.yaml", ANSWER | says)


def material(folder: Path, slug: str = "vacaturecheck", **says: Any) -> Path:
    return _card(folder / "materialen" / f"{slug}.yaml", MATERIAL | says)


def three(folder: Path) -> Path:
    """A shelf with one card of each kind that hang together."""
    shelf(folder)
    practice(folder)
    answer(folder, praktijken=["werkproef"], gaat_over=["awgb"])
    material(folder, praktijken=["werkproef"])
    return folder


def load(folder: Path, *, at: datetime = AT) -> Report:
    """Load a shelf the way the site does; the organisations that the cards name exist."""
    for slug, name in (("college", "College voor de Rechten van de Mens"), ("ser-dib", "SER Diversiteit in Bedrijf")):
        Organisation.objects.get_or_create(slug=slug, defaults={"name": name, "kind": "kennispartner"})
    return operations.load(content.library(folder), by=LOADER, at=at)


def stocked(folder: Path) -> None:
    """The same, for tests of what comes after loading: a shelf that an earlier test loaded is put back as rows."""
    remembered(("shelf", contents(folder)), lambda: load(folder))


def card(slug: str) -> Card:
    return Card.objects.get(slug=slug)


def _card(file: Path, says: dict[str, Any]) -> Path:
    write(file, says)
    return file
