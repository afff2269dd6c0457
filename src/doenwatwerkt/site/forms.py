"""What people may send to the site's own pages: a search with filters and a page number."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict

from doenwatwerkt.lib.codes import Advice, CardKind, Cost, Direction, Effort, Phase, Scale, Theme

LONGEST = 2000
PER_PAGE = 12
LAST_PAGE = 40

FILTERS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "soort": ("Soort", [(value, {"praktijk": "Aanpak"}.get(value, label)) for value, label in CardKind.choices]),
    "omvang": ("Voor een bedrijf met", list(Scale.choices)),
    "fase": ("Waar het om gaat", list(Phase.choices)),
    "zekerheid": ("Hoe zeker", [(str(n), f"{n} van 5") for n in range(5, -1, -1)]),
    "richting": ("Wat het doet", list(Direction.choices)),
    "kosten": ("Kosten", [(str(value), label) for value, label in Cost.choices]),
    "moeite": ("Moeite", [(str(value), label) for value, label in Effort.choices]),
    "thema": ("Thema", list(Theme.choices)),
    "advies": ("Advies", list(Advice.choices)),
}
"""Filters of the search page by query key: (legend, [(value, label)])."""


@dataclass(slots=True)
class Search:
    """A search as the address says it. Whatever is sent, this is always sound."""

    q: str = ""
    filters: dict[str, set[str]] = field(default_factory=dict)
    page: int = 1
    unknown: list[str] = field(default_factory=list)

    @property
    def offset(self) -> int:
        return (self.page - 1) * PER_PAGE

    def address(self, *, without: tuple[str, str] | None = None, page: int = 1) -> str:
        """The query string of this search, without one filter value or on another page."""
        parts = [("q", self.q)] if self.q else []
        for name, values in self.filters.items():
            parts += [(name, value) for value in sorted(values) if (name, value) != without]
        if page > 1:
            parts.append(("pagina", str(page)))
        return f"?{urlencode(parts)}"


def read_search(sent: QueryDict) -> Search:
    """Read a search from the address: unknown filter values are named in `unknown` and left out."""
    search = Search(q=sent.get("q", "").replace("\x00", "")[:LONGEST].strip())
    for name, (_, choices) in FILTERS.items():
        known = {value for value, _ in choices}
        sent_values = set(sent.getlist(name)) - {""}
        if values := sent_values & known:
            search.filters[name] = values
        search.unknown += [f"{name}: {value[:40]}" for value in sorted(sent_values - known)]
    number = sent.get("pagina", "1")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1
    search.page = min(max(page, 1), LAST_PAGE)
    return search
