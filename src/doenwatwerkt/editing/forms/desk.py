"""What comes in at the editors' desk: which page, and "it still holds"."""

from dataclasses import dataclass

from django.http import QueryDict

from doenwatwerkt.ui.forms import Input

LAST_PAGE = 1_000


class Confirm(Input):
    """Nothing but the button."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Which page this is, and of how many."""

    number: int
    last: int

    @property
    def previous(self) -> int | None:
        return self.number - 1 if 1 < self.number <= self.last else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.last else None


def read_page(sent: QueryDict) -> int:
    """The page that was asked for; whatever is sent, a number from 1."""
    number = sent.get("pagina", "1")[:6]
    return min(max(int(number) if number.isascii() and number.isdigit() else 1, 1), LAST_PAGE)
