"""`./run manage demo_people` — makes the example people of the demo, once."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.people import operations

FIRMS = {
    "demo-bakkerij": ("Bakkerij Voorbeeld (demo)", "bedrijf"),
    "demo-garage": ("Garage Voorbeeld (demo)", "bedrijf"),
    "demo-programmabureau": ("Programmabureau Voorbeeld (demo)", "ministerie"),
    "demo-helpdesk": ("Helpdesk Voorbeeld (demo)", "branche"),
    "demo-redactie": ("Redactie Voorbeeld (demo)", "maatschappelijk"),
    "demo-partner": ("Brancheclub Voorbeeld (demo)", "branche"),
    "demo-kennispartner": ("Kenniscentrum Voorbeeld (demo)", "kennispartner"),
    "demo-inspectie": ("Inspectie Voorbeeld (demo)", "toezichthouder"),
    "demo-dib": ("Charterbureau Voorbeeld (demo)", "kennispartner"),
    "demo-desk": ("Inclusiedesk Voorbeeld (demo)", "inclusiedesk"),
    "demo-netwerk": ("Doe-netwerk Voorbeeld (demo)", "netwerk"),
}
ROLES = [
    ("Anna Bakker (voorbeeld)", "anna@bakkerij.demo", "demo-bakkerij", "werkgever"),
    ("Bram de Wit (voorbeeld)", "bram@bakkerij.demo", "demo-bakkerij", "hr-professional"),
    ("Carla Visser (voorbeeld)", "carla@garage.demo", "demo-garage", "werkgever"),
    ("Dirk Jansen (voorbeeld)", "dirk@programma.demo", "demo-programmabureau", "programmabureau"),
    ("Esra Yilmaz (voorbeeld)", "esra@helpdesk.demo", "demo-helpdesk", "eerste-lijn"),
    ("Femke Smit (voorbeeld)", "femke@redactie.demo", "demo-redactie", "redacteur"),
    ("Gijs Mulder (voorbeeld)", "gijs@partner.demo", "demo-partner", "partnerbeheerder"),
    ("Hanna Postma (voorbeeld)", "hanna@kennis.demo", "demo-kennispartner", "kennispartner"),
    ("Ivo van Dam (voorbeeld)", "ivo@inspectie.demo", "demo-inspectie", "inspectie"),
    ("Jasmijn Kaya (voorbeeld)", "jasmijn@dib.demo", "demo-dib", "dib-adviseur"),
    ("Karim Haddad (voorbeeld)", "karim@desk.demo", "demo-desk", "regiodesk"),
    ("Lotte Brouwer (voorbeeld)", "lotte@netwerk.demo", "demo-netwerk", "netwerkbegeleider"),
    ("Mo Peeters (voorbeeld)", "mo@twee.demo", "demo-garage", "hr-professional"),
    ("Mo Peeters (voorbeeld)", "mo@twee.demo", "demo-netwerk", "netwerkbegeleider"),
]
PEOPLE = [
    {"naam": name, "email": email, "rol": role, "organisatie": firm, "organisatienaam": FIRMS[firm][0], "soort": FIRMS[firm][1]}
    for name, email, firm, role in ROLES
]  # fmt: skip
"""Invented people of invented organisations: one for each role, and Mo, who works for two. All of it says it is an example."""
KNOWN = {person["email"] for person in PEOPLE}


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Voorbeeldmensen bestaan alleen in de demo (DWW_DEMO=1).")
        new = operations.settle_demo(PEOPLE, by=LOADER, at=now())
        self.stdout.write(f"{new} voorbeeldmensen gemaakt, {len(KNOWN) - new} waren er al.")
