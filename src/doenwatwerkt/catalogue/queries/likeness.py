"""Whether a material is on the menukaart already: by its address, or by a title that is nearly the same."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from urllib.parse import parse_qsl, urlencode, urlsplit

from doenwatwerkt.catalogue.models import Material
from doenwatwerkt.catalogue.rules import State

ALIKE = 0.82
"""From this share of the same letters in the same order, two titles are probably about the same thing."""


@dataclass(frozen=True, slots=True)
class Like:
    """A material that looks like the one somebody brings in, and why."""

    title: str
    url: str
    why: str


def plain_address(url: str) -> str:
    """An address without what does not matter: http or https, www., a slash at the end, a place on the page, tracking."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.")
    kept = [(key, value) for key, value in parse_qsl(parts.query) if not key.startswith("utm_")]
    return f"{host}{parts.path.rstrip('/')}{f'?{urlencode(kept)}' if kept else ''}".lower()


def known_material(title: str, url: str, most: int = 5) -> list[Like]:
    """The published materials with this address, then those with nearly this title, the nearest first."""
    rows = Material.objects.filter(card__state=State.PUBLISHED).select_related("card").order_by("pk")
    wanted, ours = plain_address(url), title.casefold()
    found: list[tuple[float, Like]] = []
    for one in rows:
        likeness = SequenceMatcher(None, ours, one.card.title.casefold()).ratio()
        same = bool(wanted) and plain_address(one.url) == wanted
        if same or likeness >= ALIKE:
            why = "heeft hetzelfde adres" if same else "heeft bijna dezelfde titel"
            found.append((-2.0 if same else -likeness, Like(one.card.title, one.card.get_absolute_url(), why)))
    return [like for _, like in sorted(found, key=lambda pair: (pair[0], pair[1].title))[:most]]
