"""The street of a card in an address: /insluiten/praktijken/werkproef/ is about a practice."""

from django.urls import register_converter

from doenwatwerkt.catalogue.queries import KINDS
from doenwatwerkt.lib.codes import CardKind


class Street:
    """<street:kind> in urls.py."""

    regex = "|".join(KINDS)

    def to_python(self, value: str) -> CardKind:
        return KINDS[value]

    def to_url(self, value: CardKind) -> str:
        return next(street for street, kind in KINDS.items() if kind == value)


register_converter(Street, "street")
