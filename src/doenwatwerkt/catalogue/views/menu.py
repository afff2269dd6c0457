"""The menukaart: filter, compare, what to leave, and three to start with. All GET: nothing is stored, all can be shared."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import forms, queries, rules
from doenwatwerkt.catalogue.forms import FILTERS, PER_PAGE, Menu
from doenwatwerkt.catalogue.queries import Face, Shelf
from doenwatwerkt.lib.codes import CardKind, Direction, Phase, Scale, SizeClass
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages, plots

COLUMNS = [
    (way.value, str(way.label)) for way in (Direction.NEGATIVE, Direction.NONE, Direction.MIXED, Direction.POSITIVE)
]
ROWS = [(rung.number, f"{rung.words} ({rung.number})") for rung in rules.RUNGS[::-1]]


@login_not_required
def menu(request: HouseRequest) -> HttpResponse:
    look = forms.read_menu(request.GET)
    shelf = queries.shelf(
        look.filters, names=list(FILTERS), order=look.order, limit=PER_PAGE,
        offset=(look.page - 1) * PER_PAGE, today=localdate(),
    )  # fmt: skip
    dots = queries.dots(look.filters, localdate()) if look.view == "grafiek" else []
    return pages.show(
        request, "catalogue/menu.html", parts=("results",),
        look=look, shelf=shelf, groups=_groups(look, shelf), chosen=_chosen(look), advice=_advice(look, shelf),
        dots=dots, plot=plots.grid(dots, columns=COLUMNS, rows=ROWS, name="Effect en zekerheid van aanpakken") if dots else "",
        orders=[(key, label, key == look.order) for key, label in forms.ORDERS.items()],
        views=[(label, look.address(view=key), key == look.view) for key, label in forms.VIEWS.items()],
        pages=_pages(look, shelf.total),
    )  # fmt: skip


def _groups(look: Menu, shelf: Shelf) -> list[dict[str, Any]]:
    """The filters with how many cards each value would leave; a value that would leave none is not offered."""
    groups = []
    for name, (legend, choices) in FILTERS.items():
        counted, ticked = shelf.counts[name], look.filters.get(name, set())
        options = [
            {"value": value, "label": label, "count": counted.get(value, 0), "checked": value in ticked}
            for value, label in choices
            if counted.get(value) or value in ticked
        ]
        if options:
            groups.append({"name": name, "label": legend, "options": options})
    return groups


def _chosen(look: Menu) -> list[tuple[str, str]]:
    labels = {(name, value): label for name, (_, choices) in FILTERS.items() for value, label in choices}
    return [
        (labels[name, value], look.address(without=(name, value)))
        for name, values in look.filters.items()
        for value in sorted(values)
    ]


def _advice(look: Menu, shelf: Shelf) -> list[tuple[str, int, str]]:
    """When nothing is left: which filter to drop, how many cards that gives, and its address. The best one first."""
    dropped = [(FILTERS[name][0], pages, look.address(drop=name)) for name, pages in shelf.dropped.items() if pages]
    return sorted(dropped, key=lambda one: (-one[1], one[0]))


def _pages(look: Menu, total: int) -> dict[str, Any]:
    last = max(1, -(-total // PER_PAGE))
    return {
        "number": look.page, "last": last, "beyond": look.page > last, "first": look.address(),
        "previous": look.address(page=look.page - 1) if 1 < look.page <= last else "",
        "next": look.address(page=look.page + 1) if look.page < last else "",
    }  # fmt: skip


@login_not_required
def compare(request: HouseRequest) -> HttpResponse:
    slugs, too_many = forms.read_compared(request.GET)
    sides, missing = queries.compared(slugs, localdate())
    others = [face for _, face in queries.faces_of_kind(CardKind.PRACTICE, localdate())] if len(sides) < 2 else []
    return pages.show(
        request, "catalogue/compare.html",
        query=request.GET.urlencode(), too_many=too_many, missing=missing, others=others, chosen=slugs,
        columns=[(face, practice, practice.verdict) for face, practice in sides],
    )  # fmt: skip


@login_not_required
def stops(request: HouseRequest) -> HttpResponse:
    return pages.show(request, "catalogue/stops.html", faces=queries.stopping(localdate()))


def three_to_start(given: forms.Start) -> list[tuple[Face, list[str]]]:
    """The three to start with and why, for the page and for the plan on paper. Nothing where nothing was answered."""
    if not given.is_answered:
        return []
    wish = rules.Wish(
        scale=Scale.of(given.size) if given.size else "", phase=given.phase, theme=given.problem,
        time=int(given.time or 3), already=frozenset(given.already),
    )  # fmt: skip
    picked = rules.start_with_three(queries.candidates(wish, localdate()), wish)
    faces = queries.faces_by_slug(CardKind.PRACTICE, [one.slug for one, _ in picked], localdate())
    return list(zip(faces, (told for _, told in picked), strict=True))


@login_not_required
def start(request: HouseRequest) -> HttpResponse:
    given = forms.read_start(request.GET)
    three = three_to_start(given)
    return pages.show(
        request, "catalogue/start.html", query=request.GET.urlencode(), given=given, three=three,
        compare="&".join(f"kaart={face.slug}" for face, _ in three),
        sizes=_options(SizeClass.choices, given.size), phases=_options(Phase.choices, given.phase),
        problems=_options(forms.PROBLEMS, given.problem), times=_options(forms.TIMES, given.time),
        already=[(value, label, value in given.already) for value, label in forms.ALREADY],
    )  # fmt: skip


def _options(choices: list[tuple[str, str]], given: str) -> list[tuple[str, str, bool]]:
    return [(value, str(label), value == given) for value, label in choices]
