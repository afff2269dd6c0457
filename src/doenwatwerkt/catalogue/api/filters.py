"""What may be asked of lists of cards: Dutch keys, values out of the code lists. Values of one key are alternatives."""

from typing import Annotated

from pydantic import Field

from doenwatwerkt.catalogue.rules import Availability
from doenwatwerkt.lib.codes import (
    Advice,
    Audience,
    Basis,
    Cost,
    Direction,
    Effort,
    MaterialKind,
    Phase,
    Price,
    Scale,
    Theme,
)  # fmt: skip
from doenwatwerkt.ui.api import Codes, Paging, Words, asked

Rung = Annotated[int, Field(ge=0, le=5)]


class Cards(Paging):
    phase: Annotated[list[Annotated[str, Codes(Phase)]], asked("fase", "Alleen kaarten bij deze fase.")] = []
    theme: Annotated[list[Annotated[str, Codes(Theme)]], asked("thema", "Alleen kaarten over dit thema.")] = []
    scale: Annotated[
        list[Annotated[str, Codes(Scale)]], asked("omvang", "Alleen kaarten voor deze omvang van bedrijf.")
    ] = []
    audience: Annotated[
        list[Annotated[str, Codes(Audience)]], asked("doelgroep", "Alleen kaarten voor deze doelgroep.")
    ] = []
    search: Annotated[
        Words, asked("zoek", "Zoekwoorden of een vraag. Wat het best past, staat dan vooraan. Zet er geen persoonsgegevens in.",
                   max_length=500)
    ] = ""  # fmt: skip


class Practices(Cards):
    direction: Annotated[
        list[Annotated[str, Codes(Direction)]], asked("richting", "Alleen aanpakken die deze kant op werken.")
    ] = []
    certainty: Annotated[
        list[Rung], asked("zekerheid", "Alleen aanpakken waarvan wij zo zeker zijn, van 0 tot en met 5.")
    ] = []
    cost: Annotated[list[Annotated[int, Codes(Cost)]], asked("kosten", "Alleen aanpakken met deze kosten.")] = []
    effort: Annotated[
        list[Annotated[int, Codes(Effort)]], asked("moeite", "Alleen aanpakken die deze moeite vragen.")
    ] = []
    advice: Annotated[list[Annotated[str, Codes(Advice)]], asked("advies", "Alleen aanpakken met dit advies.")] = []


class Materials(Cards):
    sort: Annotated[list[Annotated[str, Codes(MaterialKind)]], asked("soort", "Alleen dit soort materiaal.")] = []
    price: Annotated[list[Annotated[str, Codes(Price)]], asked("prijs", "Alleen materialen met deze prijs.")] = []
    basis: Annotated[list[Annotated[str, Codes(Basis)]], asked("bewijs", "Alleen materialen met dit bewijs.")] = []
    availability: Annotated[
        list[Annotated[str, Codes(Availability)]], asked("beschikbaarheid", "Alleen materialen die zo te krijgen zijn.")
    ] = []
    owner: Annotated[list[Words], asked("eigenaar", "Alleen materialen van deze organisatie (de slug).")] = []


INSIDE = {"phase": "phases", "theme": "themes", "scale": "scales", "audience": "audiences"}
"""Keys whose values stand in a list on the card."""
BESIDE = {
    "direction": "practice__direction", "certainty": "practice__verdict__certainty", "cost": "practice__cost",
    "effort": "practice__effort", "advice": "practice__advice", "sort": "material__sort", "price": "material__price",
    "basis": "material__basis", "availability": "material__availability",
}  # fmt: skip
"""Keys whose values stand in one column, on the card or under it."""
