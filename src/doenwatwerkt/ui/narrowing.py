"""A list that filters narrow: what can still be chosen, what is chosen, and which page this is. For every such page."""

from collections.abc import Mapping
from typing import Any, Protocol

type Choices = Mapping[str, tuple[str, list[tuple[str, str]]]]
"""Filters by query key: (legend, [(value, label)])."""


class Look(Protocol):
    """What somebody asked for, as the address says it."""

    filters: dict[str, set[str]]
    page: int

    def address(self, *, without: tuple[str, str] | None = None, page: int = 1) -> str: ...


def narrowing(
    look: Look, choices: Choices, counts: Mapping[str, Mapping[str, int]], *, total: int, per_page: int
) -> dict[str, Any]:
    """The context of the filters and pages of a list: `groups`, `chosen` and `pages`.

    `counts`: per filter and value how many each would leave; a value that would leave none is not offered, unless it
    is chosen.
    """
    return {
        "groups": _groups(look, choices, counts),
        "chosen": _chosen(look, choices),
        "pages": _pages(look, total, per_page),
    }


def _groups(look: Look, choices: Choices, counts: Mapping[str, Mapping[str, int]]) -> list[dict[str, Any]]:
    groups = []
    for name, (legend, values) in choices.items():
        counted, ticked = counts.get(name, {}), look.filters.get(name, set())
        options = [
            {"value": value, "label": label, "count": counted.get(value, 0), "checked": value in ticked}
            for value, label in values
            if counted.get(value) or value in ticked
        ]
        if options:
            groups.append({"name": name, "label": legend, "options": options})
    return groups


def _chosen(look: Look, choices: Choices) -> list[tuple[str, str]]:
    """What is filtered on now: (label, address without it)."""
    labels = {(name, value): label for name, (_, values) in choices.items() for value, label in values}
    return [
        (labels[name, value], look.address(without=(name, value)))
        for name, values in look.filters.items()
        for value in sorted(values)
    ]


def _pages(look: Look, total: int, per_page: int) -> dict[str, Any]:
    """Where the previous and next page are, and which this is. A page beyond the end leads back to the first."""
    last = max(1, -(-total // per_page))
    return {
        "number": look.page, "last": last, "beyond": look.page > last, "first": look.address(),
        "previous": look.address(page=look.page - 1) if 1 < look.page <= last else "",
        "next": look.address(page=look.page + 1) if look.page < last else "",
    }  # fmt: skip
