"""What rooms hang beside a page of a room below, and in the bar of who is signed in: filled at start-up by beside.py."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from doenwatwerkt.lib.actor import Actor


@dataclass(frozen=True, slots=True)
class Panel:
    """A finished piece of a page: its template, its title, and all that the template needs."""

    title: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)


type Hang = Callable[[Any, Actor], Panel | None]
type Way = Callable[[Actor], tuple[str, str] | None]

_panels: dict[str, list[Hang]] = {}
_ways: list[Way] = []


def panel(slot: str) -> Callable[[Hang], Hang]:
    """Hang something in a slot, such as "catalogue.card": a function of the page's subject and who looks at it.

    For a reader without an account it may not ask the database anything."""

    def register(hang: Hang) -> Hang:
        _panels.setdefault(slot, []).append(hang)
        return hang

    return register


def way(of: Way) -> Way:
    """Add a way on, (word, address), to the bar of who is signed in. It may not ask the database anything."""
    _ways.append(of)
    return of


def panels(slot: str, subject: Any, actor: Actor) -> list[Panel]:
    """Everything that hangs in this slot for this actor."""
    return [one for hang in _panels.get(slot, []) if (one := hang(subject, actor))]


def ways(actor: Actor) -> list[tuple[str, str]]:
    """The ways on in the bar. None for a reader."""
    return list(_known(actor)) if actor.is_known else []


def _known(actor: Actor) -> Iterator[tuple[str, str]]:
    for of in _ways:
        if found := of(actor):
            yield found
