"""What people may send to this room: filters, cards to compare, five answers, whether a card helped. Never saves."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from doenwatwerkt.catalogue.rules import LONGEST_PASSAGE, LONGEST_WHY
from doenwatwerkt.lib.codes import (
    Advice,
    Audience,
    CardKind,
    Cost,
    Direction,
    Effort,
    MaterialKind,
    Phase,
    Price,
    Scale,
    SizeClass,
    Theme,
)  # fmt: skip
from doenwatwerkt.ui.forms import Input

PER_PAGE = 24
LAST_PAGE = 500
MOST_COMPARED = 3
MOST_OFFERED, MOST_LEFT = 200, 60
"""Practices that are offered to compare, and told of on the page of what to leave: the surest."""

FILTERS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "soort": ("Soort", list(CardKind.choices)),
    "fase": ("Waar het om gaat", list(Phase.choices)),
    "thema": ("Thema", list(Theme.choices)),
    "omvang": ("Voor een bedrijf met", list(Scale.choices)),
    "moeite": ("Moeite", [(str(value), label) for value, label in Effort.choices]),
    "kosten": ("Kosten van een aanpak", [(str(value), label) for value, label in Cost.choices]),
    "prijs": ("Prijs van een hulpmiddel", list(Price.choices)),
    "vorm": ("Vorm van een hulpmiddel", list(MaterialKind.choices)),
    "zekerheid": ("Hoe zeker", [(str(n), f"{n} van 5") for n in range(5, -1, -1)]),
    "richting": ("Wat het doet", list(Direction.choices)),
    "advies": ("Advies", list(Advice.choices)),
    "doelgroep": ("Voor wie", list(Audience.choices)),
}
"""Filters of the menukaart by query key: (legend, [(value, label)])."""

ORDERS: dict[str, str] = {
    "zekerheid": "Zekerste eerst",
    "moeite": "Makkelijkste eerst",
    "kosten": "Goedkoopste eerst",
    "titel": "Op naam",
    "nieuw": "Nieuwste eerst",
}
VIEWS: dict[str, str] = {"kaarten": "Kaarten", "tabel": "Tabel", "grafiek": "Grafiek"}


@dataclass(slots=True)
class Menu:
    """One look at the menukaart as the address says it. Whatever is sent, this is always sound."""

    filters: dict[str, set[str]] = field(default_factory=dict)
    order: str = "zekerheid"
    view: str = "kaarten"
    page: int = 1
    unknown: list[str] = field(default_factory=list)

    def address(self, *, without: tuple[str, str] | None = None, drop: str = "", view: str = "", page: int = 1) -> str:
        """The query string of this look, without one value or one whole filter, in another view or on another page."""
        parts = [
            (name, value)
            for name, values in self.filters.items() if name != drop
            for value in sorted(values) if (name, value) != without
        ]  # fmt: skip
        parts += [("volgorde", self.order)] if self.order != "zekerheid" else []
        parts += [("weergave", view or self.view)] if (view or self.view) != "kaarten" else []
        parts += [("pagina", str(page))] if page > 1 else []
        return f"?{urlencode(parts)}" if parts else "?"


def read_menu(sent: QueryDict) -> Menu:
    """Read a look at the menukaart. Unknown values are named in `unknown` and left out."""
    menu = Menu()
    for name, (_, choices) in FILTERS.items():
        known = {value for value, _ in choices}
        values = {value.replace("\x00", "") for value in sent.getlist(name)} - {""}
        if values & known:
            menu.filters[name] = values & known
        menu.unknown += [f"{name}: {value[:40]}" for value in sorted(values - known)]
    for key, choices_of, current in (("volgorde", ORDERS, "zekerheid"), ("weergave", VIEWS, "kaarten")):
        value = sent.get(key, current)
        if value not in choices_of:
            menu.unknown.append(f"{key}: {value[:40]}")
            value = current
        menu.order, menu.view = (value, menu.view) if key == "volgorde" else (menu.order, value)
    number = sent.get("pagina", "1")
    page = int(number[:6]) if number.isascii() and number.isdigit() else 1
    menu.page = min(max(page, 1), LAST_PAGE)
    return menu


def read_compared(sent: QueryDict) -> tuple[list[str], int]:
    """The slugs to compare, each once, at most three; and how many more were sent."""
    slugs = list(dict.fromkeys(slug.replace("\x00", "")[:80] for slug in sent.getlist("kaart")))
    slugs = [slug for slug in slugs if slug]
    return slugs[:MOST_COMPARED], max(0, len(slugs) - MOST_COMPARED)


PROBLEMS: list[tuple[str, str]] = [
    ("krapte", "Ik vind geen mensen"),
    ("vacature", "Op mijn vacature reageert steeds dezelfde soort mensen"),
    ("selectie", "Ik kies te veel op gevoel"),
    ("gesprek", "Het sollicitatiegesprek gaat alle kanten op"),
    ("inwerken", "Nieuwe mensen komen niet goed op gang"),
    ("behoud", "Mensen vertrekken weer"),
    ("doorstroom", "Niet iedereen groeit door"),
    ("nieuwkomers", "Ik wil met statushouders of nieuwkomers werken"),
    ("verzoeken", "Klanten vragen om dingen die niet mogen"),
    ("draagvlak", "Ik krijg mijn mensen niet mee"),
    ("meten", "Ik weet niet hoe wij ervoor staan"),
]
"""Themes in the words of an employer."""

TIMES: list[tuple[str, str]] = [
    ("1", "Eén iemand, een paar uur of dagen deze maand"),
    ("2", "Een paar mensen, enkele maanden"),
    ("3", "Wij maken er een jaar werk van"),
]

ALREADY: list[tuple[str, str]] = [
    ("gestructureerd-interview", "Wij stellen iedereen dezelfde vragen"),
    ("criteria-vooraf-en-scoreformulier", "Wij leggen eisen en punten vooraf vast"),
    ("vacaturetekst-gedrag-en-echte-eisen", "Wij noemen in de vacature alleen echte eisen"),
    ("gerichte-werving", "Wij zoeken op plekken waar anderen niet zoeken"),
    ("gestructureerde-start-met-buddy", "Nieuwe mensen krijgen een vaste begeleider"),
    ("mentoring-en-sponsoring", "Wij hebben mentoren"),
    ("verantwoordelijke-en-werkgroep", "Iemand is hier verantwoordelijk voor"),
    ("weiger-discriminerende-verzoeken", "Wij zeggen nee tegen verzoeken die niet mogen"),
]
"""Practices that an employer may do already, in plain words."""


@dataclass(frozen=True, slots=True)
class Start:
    """Five answers: size, phase, problem, time, and what the employer does already. Empty where not answered."""

    size: str = ""
    phase: str = ""
    problem: str = ""
    time: str = ""
    already: tuple[str, ...] = ()

    @property
    def is_answered(self) -> bool:
        return bool(self.size or self.phase or self.problem or self.time)


def read_start(sent: QueryDict) -> Start:
    """Read the five answers; anything that is not one of the choices counts as not answered."""
    one = {
        "size": ("omvang", SizeClass.values), "phase": ("fase", Phase.values),
        "problem": ("probleem", [value for value, _ in PROBLEMS]), "time": ("tijd", [value for value, _ in TIMES]),
    }  # fmt: skip
    given = {name: value for name, (key, known) in one.items() if (value := sent.get(key, "")) in known}
    already = {value for value, _ in ALREADY} & set(sent.getlist("al"))
    return Start(**given, already=tuple(sorted(already)))


class _Told(forms.CharField):
    """A few sentences. A line that ends counts as one character, as it does in the browser that counted along."""

    def __init__(self, most: int, rows: int) -> None:
        super().__init__(required=False, max_length=most, widget=forms.Textarea({"rows": rows}), error_messages={
            "max_length": "Dit zijn %(show_value)s tekens. Er passen er %(limit_value)s. Maak het iets korter."
        })  # fmt: skip

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class Helped(Input):
    """Whether a card helped, why, and which passage was not clear."""

    helped = forms.TypedChoiceField(
        choices=[("ja", "Ja"), ("nee", "Nee")], coerce=lambda value: value == "ja", widget=forms.RadioSelect,
        error_messages={"required": "Kies ja of nee.", "invalid_choice": "Kies ja of nee."},
    )  # fmt: skip
    why = _Told(LONGEST_WHY, 4)
    passage = _Told(LONGEST_PASSAGE, 3)
