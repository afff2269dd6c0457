"""A small agenda: one line with goals, one without, and two promises. Set-up goes through the real operation."""

from datetime import UTC, datetime
from typing import Any

from doenwatwerkt.commitments import content, operations
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.lib.content import parse
from doenwatwerkt.lib.report import Report
from doenwatwerkt.people.models import Organisation

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
ORIGIN = {"document": "Werkagenda", "datum": "2025-01-30"}
LINE = {"letter": "A", "titel": "Voorbeelden verzamelen", "doelen": [1], "betekenis": "Wij laten zien wat werkt.",
        "frequentie": "elk jaar", "bestaand": ["een boekje"], "toekomst": ["een film"]}  # fmt: skip
PROMISE = {
    "id": "A-01",
    "lijn": "voorbeelden",
    "spoor": "ophalen",
    "door": "awvn",
    "wat": "AWVN haalt tien voorbeelden op.",
}
OTHER = {"id": "B-01", "lijn": "praten", "spoor": "gesprek", "door": "dib", "met": ["awvn"], "wat": "DiB praat erover.",
         "sterkte": "voorwaardelijk", "voorwaarde": "als er geld is", "uiterlijk": "2025-06-30", "doelgetal": {"gesprekken": 10},
         "capaciteit": {"extra_fte": 2}}  # fmt: skip


def agenda(*promises: dict[str, Any], **says: Any) -> content.AgendaContent:
    """An agenda as its file would say it; without promises of your own it holds both examples."""
    told = {
        "programma": {"id": "werkagenda", "titel": "Werkagenda", "datum": "2025-01-30", "bron": ORIGIN},
        "agendas": [{"id": "tweede", "titel": "Tweede agenda", "begint": "2025-01", "bron": ORIGIN}],
        "doelen": [{"id": "kennis", "nummer": 1, "titel": "Meer kennis", "doel": "In 2027.", "bron": ORIGIN}],
        "verwachte_effecten": [],
        "actielijnen": [
            LINE | {"id": "voorbeelden"},
            {"id": "praten", "letter": "B", "titel": "Praten", "doelen": None, "betekenis": "Wij praten."},
        ],
        "toezeggingen": list(promises) or [PROMISE, OTHER],
        "ideeen": [{"id": "film", "voorgestelde_lijn": "voorbeelden", "wat": "Een film maken."}],
    }
    return parse(content.AgendaContent, told | says, file="werkagenda.yaml")


def partners() -> None:
    for slug, name in (("awvn", "AWVN"), ("dib", "SER Diversiteit in Bedrijf")):
        Organisation.objects.get_or_create(slug=slug, defaults={"name": name, "kind": "kennispartner"})


def load(found: content.AgendaContent | None = None, *, at: datetime = AT) -> Report:
    partners()
    return operations.load(found or agenda(), by=LOADER, at=at)
