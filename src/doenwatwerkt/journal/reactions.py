"""Who listens to what: `@on(CardPublished)` in a room's reactions.py."""

from collections import defaultdict
from collections.abc import Callable

from doenwatwerkt.journal.facts import Fact
from doenwatwerkt.journal.models import Entry

type Reaction = Callable[[Entry], None]

_listeners: dict[type[Fact], list[str]] = defaultdict(list)
_functions: dict[str, Reaction] = {}


def name_of(fact: type[Fact]) -> str:
    """The name of a fact in the journal: "catalogue.CardPublished"."""
    return f"{fact.__module__.split('.')[1]}.{fact.__name__}"


def on(fact: type[Fact]) -> Callable[[Reaction], Reaction]:
    """Subscribe a function. It runs at least once per entry, in the worker, in its own transaction."""

    def register(function: Reaction) -> Reaction:
        path = f"{function.__module__}.{function.__name__}"
        _listeners[fact].append(path)
        _functions[path] = function
        return function

    return register


def to(fact: type[Fact]) -> list[str]:
    return _listeners[fact]


def subscriptions() -> dict[str, list[str]]:
    """Every fact with the reactions to it, for docs/facts.md."""
    return {name_of(fact): sorted(paths) for fact, paths in _listeners.items()}


def run(path: str, entry: Entry) -> None:
    _functions[path](entry)
