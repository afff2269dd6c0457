"""`./run manage demo_people` — makes the example people of the demo, once."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.people import operations

PEOPLE = [
    {"naam": "Anna Bakker (voorbeeld)", "email": "anna@bakkerij.demo", "organisatie": "demo-bakkerij",
     "organisatienaam": "Bakkerij Voorbeeld (demo)", "rol": "werkgever"},
    {"naam": "Bram de Wit (voorbeeld)", "email": "bram@bakkerij.demo", "organisatie": "demo-bakkerij",
     "organisatienaam": "Bakkerij Voorbeeld (demo)", "rol": "hr-professional"},
    {"naam": "Carla Visser (voorbeeld)", "email": "carla@garage.demo", "organisatie": "demo-garage",
     "organisatienaam": "Garage Voorbeeld (demo)", "rol": "werkgever"},
    {"naam": "Dirk Jansen (voorbeeld)", "email": "dirk@programma.demo", "organisatie": "demo-programmabureau",
     "organisatienaam": "Programmabureau Voorbeeld (demo)", "rol": "programmabureau"},
    {"naam": "Esra Yilmaz (voorbeeld)", "email": "esra@helpdesk.demo", "organisatie": "demo-helpdesk",
     "organisatienaam": "Helpdesk Voorbeeld (demo)", "rol": "eerste-lijn"},
    {"naam": "Femke Smit (voorbeeld)", "email": "femke@redactie.demo", "organisatie": "demo-redactie",
     "organisatienaam": "Redactie Voorbeeld (demo)", "rol": "redacteur"},
    {"naam": "Karim Haddad (voorbeeld)", "email": "karim@kennis.demo", "organisatie": "demo-kennispartner",
     "organisatienaam": "Kennispartner Voorbeeld (demo)", "rol": "kennispartner"},
    {"naam": "Petra Mol (voorbeeld)", "email": "petra@partner.demo", "organisatie": "demo-partner",
     "organisatienaam": "Partner Voorbeeld (demo)", "rol": "partnerbeheerder"},
]  # fmt: skip
"""Invented people of invented organisations. Everything of theirs says it is an example."""


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Voorbeeldmensen bestaan alleen in de demo (DWW_DEMO=1).")
        new = operations.settle_demo(PEOPLE, by=LOADER, at=now())
        self.stdout.write(f"{new} voorbeeldmensen gemaakt, {len(PEOPLE) - new} waren er al.")
