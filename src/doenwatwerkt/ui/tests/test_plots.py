"""The plot as a visitor meets it: links that a keyboard reaches and a thumb hits, words that cannot break out of it."""

from dataclasses import dataclass, replace
from itertools import combinations
from math import hypot
from xml.etree import ElementTree

from doenwatwerkt.ui import plots

COLUMNS = [("negatief", "Werkt averechts"), ("geen", "Geen effect"), ("positief", "Helpt")]
ROWS = [(5, "Heel zeker (5)"), (4, "Zeker (4)"), (0, "Niet onderbouwd (0)")]


@dataclass(frozen=True)
class Dot:
    title: str = "Werkproef"
    url: str = "/praktijken/werkproef/"
    direction: str = "positief"
    certainty: int = 4
    words: str = "Helpt, zeker"
    expired: bool = False


def draw(*dots, name="Effect en zekerheid"):
    return ElementTree.fromstring(plots.grid(dots, columns=COLUMNS, rows=ROWS, name=name))


def cells(svg):
    """The boxes in reading order, as (left, top, right, bottom)."""
    boxes = [[int(one.get(side)) for side in ("x", "y", "width", "height")] for one in svg.iter("rect")]
    return [(x, y, x + wide, y + high) for x, y, wide, high in boxes]


def circles(svg):
    return [(int(one.get("cx")), int(one.get("cy")), int(one.get("r"))) for one in svg.iter("circle")]


def everywhere(many):
    return [Dot(direction=way, certainty=sure) for way, _ in COLUMNS for sure, _ in ROWS for _ in range(many)]


def test_a_dot_is_a_link_that_says_what_it_is():
    [link] = draw(Dot()).iter("a")
    assert (link.get("href"), link.get("aria-label")) == ("/praktijken/werkproef/", "Werkproef: Helpt, zeker")
    assert next(link.iter("title")).text == "Werkproef: Helpt, zeker"
    assert next(link.iter("circle")).get("class") == "dot dot-positief"


def test_a_title_cannot_break_out_of_the_plot():
    nasty = """</title></svg><script>alert('1')</script>" onfocus="x"""
    svg = draw(Dot(title=nasty, url='/x/"><b>', words="a & b"), name='"><i>')
    [link] = svg.iter("a")
    assert (link.get("aria-label"), link.get("href")) == (f"{nasty}: a & b", '/x/"><b>')
    assert svg.get("aria-label") == '"><i>'
    assert {one.tag for one in svg.iter()} == {"svg", "text", "rect", "a", "title", "circle"}
    assert {name for one in svg.iter() for name in one.attrib if name.startswith("on")} == set()


def test_words_stand_beside_every_row_and_above_every_column():
    svg = draw()
    assert [one.text for one in svg.iter("text")] == [words for _, words in COLUMNS] + [words for _, words in ROWS]
    assert len(cells(svg)) == 9
    assert list(svg.iter("a")) == []


def test_every_dot_stands_inside_its_own_cell():
    for place, (way, sure) in enumerate((way, sure) for sure, _ in ROWS for way, _ in COLUMNS):
        svg = draw(*[Dot(direction=way, certainty=sure)] * 20, *everywhere(7))
        left, top, right, bottom = cells(svg)[place]
        inside = [
            (x, y) for x, y, r in circles(svg) if left <= x - r and x + r <= right and top <= y - r and y + r <= bottom
        ]
        assert len(inside) == 27


def test_no_two_dots_are_nearer_than_a_thumb_needs():
    places = [(x, y) for x, y, _ in circles(draw(*everywhere(13)))]
    assert len(places) == 117
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(places, 2)) >= 24


def test_cells_do_not_overlap_and_the_plot_is_as_large_as_what_is_in_it():
    svg = draw(*[Dot()] * 40)
    boxes = cells(svg)
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    width, height = int(svg.get("width")), int(svg.get("height"))
    assert svg.get("viewBox") == f"0 0 {width} {height}"
    assert max(right for *_, right, _ in boxes) <= width and max(bottom for *_, bottom in boxes) <= height


def test_what_has_no_place_in_the_grid_is_not_drawn():
    assert circles(draw(replace(Dot(), direction="gemengd"), replace(Dot(), certainty=3))) == []


def test_what_expired_is_drawn_with_a_broken_line():
    [fresh, late] = draw(Dot(), replace(Dot(), expired=True)).iter("circle")
    assert (fresh.get("class"), late.get("class")) == ("dot dot-positief", "dot dot-positief dot-late")
