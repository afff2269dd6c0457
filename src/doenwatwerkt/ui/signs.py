"""The drawings of the house: certainty, direction, cost and effort, and small icons, as inline SVG in one family."""

from functools import cache

from django.utils.safestring import SafeString, mark_safe

TOP = 5
"""The highest certainty, and so the number of layers in its sign."""


def markup(html: str) -> SafeString:
    """HTML that was put together here, every value from outside already escaped by the caller."""
    return mark_safe(html)  # noqa: S308 -- the one place where components become markup


def _svg(inner: str, name: str, width: int = 24) -> SafeString:
    """One drawing of 24 units high. Hidden from assistive software: the words stand beside it."""
    return markup(
        f'<svg class="{name}" viewBox="0 0 {width} 24" width="{width}" height="24" aria-hidden="true">{inner}</svg>'
    )


@cache
def layers(score: int) -> SafeString:
    """Certainty, 0-5: layers of evidence that carry each other, filled from the ground up."""
    filled, open_ = "", ""
    for layer in range(TOP):
        x, y, width = 1 + 1.5 * layer, 20 - 4.5 * layer, 22 - 3 * layer
        if layer < score:
            filled += f"M{x:g} {y - 0.5:g}h{width:g}v3.5h-{width:g}z"
        else:
            open_ += f"M{x + 0.5:g} {y:g}h{width - 1:g}v2.5h-{width - 1:g}z"
    return _svg(
        (f'<path d="{filled}"/>' if filled else "") + (f'<path class="o" d="{open_}"/>' if open_ else ""), "layers"
    )


_ARROWS = {
    "positief": '<circle cx="12" cy="12" r="11"/><path class="i" d="M12 18V6.5M6.8 11.5 12 6.3l5.2 5.2"/>',
    "gemengd": '<circle class="o" cx="12" cy="12" r="10.2"/><path class="o" d="M5.5 12.5c2.1-4.6 4.4-4.6 6.5-.3s4.4 4.3 6.5-.4"/>',
    "geen": '<circle class="o" cx="12" cy="12" r="10.2"/><path class="o" d="M7 9.8h10M7 14.2h10"/>',
    "negatief": '<circle cx="12" cy="12" r="11"/><path class="i" d="M7.8 17.5V10a3.7 3.7 0 0 1 7.4 0v7.2M11.4 13.8l3.8 3.8 3.8-3.8"/>',
}  # fmt: skip


@cache
def arrow(direction: str) -> SafeString:
    """Which way it works, in a circle: up, a wave, level, or turning back."""
    return _svg(_ARROWS[direction], f"arrow arrow-{direction}")


@cache
def euros(cost: int) -> SafeString:
    """Cost, 1-3: so many of three euro signs drawn bold."""
    signs = ""
    for place in range(3):
        x = 2 + 13 * place
        signs += f'<path class="{"b" if place < cost else "t"}" d="M{x + 9.5} 7.3a5.6 5.6 0 1 0 0 9.4M{x} 10.6h7.2M{x} 13.4h7.2"/>'
    return _svg(signs, "euros", 39)


_SLICES = {
    1: "M12 12V4a8 8 0 0 1 6.93 12z",
    2: "M12 12V4a8 8 0 1 1-6.93 12z",
    3: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z",
}


@cache
def clock(effort: int) -> SafeString:
    """Effort, 1-3: so many thirds of the round of a clock."""
    return _svg(f'<circle class="o" cx="12" cy="12" r="10.2"/><path d="{_SLICES[effort]}"/>', "clock")


_ICONS = {
    "praktijk": "M3 20h5v-5h5v-5h5V5h3",
    "antwoord": "M4 5h16v11.5h-9L6.5 20.5v-4H4z",
    "materiaal": "M6 3h8l4.5 4.5V21H6zM14 3v4.5h4.5M9.5 12.5h5M9.5 16.5h5",
    "zoek": "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.3 15.3 21 21",
    "pijl": "M4 12h15M13 6l6 6-6 6",
    "uit": "M9 5H5v14h14v-4M13 4h7v7M20 4l-9.5 9.5",
    "vink": "M4.5 12.5l5 5 10-11",
    "kruis": "M6 6l12 12M18 6 6 18",
    "let-op": "M12 3 22 20.5H2zM12 9.5v5.5M12 17.2v.6",
    "uitleg": "M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19M12 11v6M12 7v.6",
    "klok": "M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19M12 7v5.5l3.5 2",
    "kalender": "M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8",
    "mensen": "M9 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M2.5 20c0-8 13-8 13 0M16 5a3.2 3.2 0 0 1 0 6.3M18.5 14.5q3 1.2 3 5.5",
}  # fmt: skip

ICONS = tuple(_ICONS)


@cache
def icon(name: str) -> SafeString:
    """A small line drawing beside a word. Raises KeyError for a name that is not in ICONS."""
    return _svg(f'<path d="{_ICONS[name]}"/>', "icon")


MARK = _svg(
    '<path d="M1 20h22v3.5H1zM3.5 15h17v3.5h-17zM6 10h12v3.5H6z"/><path class="top" d="M8.5 5h7v3.5h-7z"/>', "mark"
)
"""The mark of the house: layers that carry each other, the last one in the accent colour."""
