"""Charts as SVG, drawn here: links that a keyboard reaches, words beside every shape, and always a table of the same beside it."""

from collections.abc import Sequence
from typing import Protocol

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

STEP, PER_LINE, LEFT, TOP = 26, 6, 156, 44
"""Pixels between two dots (targets of 24 need no overlap), dots beside each other, room for words left and above."""


class Dot(Protocol):
    """One thing in a plot: `direction` is its column, `certainty` its row; what expired is drawn with a broken line."""

    @property
    def title(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def direction(self) -> str: ...
    @property
    def certainty(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def expired(self) -> bool: ...


def grid(
    dots: Sequence[Dot], *, columns: Sequence[tuple[str, str]], rows: Sequence[tuple[int, str]], name: str
) -> SafeString:
    """Dots in the cells of a grid. `columns`: (direction, words); `rows`: (certainty, words), from top to bottom."""
    cells: dict[tuple[str, int], list[Dot]] = {}
    for dot in dots:
        cells.setdefault((dot.direction, dot.certainty), []).append(dot)
    width = PER_LINE * STEP + 12
    heights = [
        max(1, *(-(-len(cells.get((way, row), [])) // PER_LINE) for way, _ in columns)) * STEP + 14 for row, _ in rows
    ]
    parts = [
        f'<text class="axis" x="{LEFT + number * width + width // 2}" y="24" text-anchor="middle">{escape(words)}</text>'
        for number, (_, words) in enumerate(columns)
    ]
    y = TOP
    for (row, words), height in zip(rows, heights, strict=True):
        parts.append(f'<text class="axis" x="0" y="{y + height // 2 + 5}">{escape(words)}</text>')
        for number, (way, _) in enumerate(columns):
            x = LEFT + number * width
            parts.append(f'<rect class="cell" x="{x}" y="{y}" width="{width - 4}" height="{height - 4}" rx="6"/>')
            parts += [_dot(dot, place, x, y) for place, dot in enumerate(cells.get((way, row), []))]
        y += height
    wide = LEFT + len(columns) * width
    return mark_safe(  # noqa: S308 -- every text in it was escaped
        f'<svg class="plot" role="group" aria-label="{escape(name)}" width="{wide}" height="{y}" viewBox="0 0 {wide} {y}">'
        f"{''.join(parts)}</svg>"
    )


def _dot(dot: Dot, place: int, x: int, y: int) -> str:
    across, down = place % PER_LINE, place // PER_LINE
    said, late = escape(f"{dot.title}: {dot.words}"), " dot-late" if dot.expired else ""
    return (
        f'<a href="{escape(dot.url)}" aria-label="{said}"><title>{said}</title>'
        f'<circle class="dot dot-{escape(dot.direction)}{late}" cx="{x + 16 + across * STEP}" cy="{y + 18 + down * STEP}" r="10"/></a>'
    )
