"""The menukaart: filter, compare, what to leave, and three to start with. All GET: nothing is stored, all can be shared."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import forms, queries, rules
from doenwatwerkt.catalogue.forms import FILTERS, PER_PAGE, Menu
from doenwatwerkt.catalogue.queries import Face, Shelf
from doenwatwerkt.lib.codes import CardKind, Direction, Phase, Scale, SizeClass
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages, plots
from doenwatwerkt.ui.narrowing import narrowing

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
        look=look, shelf=shelf, advice=_advice(look, shelf),
        dots=dots, plot=plots.grid(dots, columns=COLUMNS, rows=ROWS, name="Effect en zekerheid van aanpakken") if dots else "",
        orders=[(key, label, key == look.order) for key, label in forms.ORDERS.items()],
        views=[(label, look.address(view=key), key == look.view) for key, label in forms.VIEWS.items()],
        **narrowing(look, FILTERS, shelf.counts, total=shelf.total, per_page=PER_PAGE),
    )  # fmt: skip


def _advice(look: Menu, shelf: Shelf) -> list[tuple[str, int, str]]:
    """When nothing is left: which filter to drop, how many cards that gives, and its address. The best one first."""
    dropped = [(FILTERS[name][0], pages, look.address(drop=name)) for name, pages in shelf.dropped.items() if pages]
    return sorted(dropped, key=lambda one: (-one[1], one[0]))


@login_not_required
def compare(request: HouseRequest) -> HttpResponse:
    slugs, too_many = forms.read_compared(request.GET)
    sides, missing = queries.compared(slugs, localdate())
    others = queries.choices(forms.MOST_OFFERED + 1) if len(sides) < 2 else []
    own = [(face.slug, face.title) for face, _ in sides] if others else []
    return pages.show(
        request, "catalogue/compare.html",
        query=request.GET.urlencode(), too_many=too_many, missing=missing, chosen=slugs,
        others=[*(one for one in own if one not in others), *others[:forms.MOST_OFFERED]], more=len(others) > forms.MOST_OFFERED,
        columns=[(face, practice, practice.verdict) for face, practice in sides],
    )  # fmt: skip


@login_not_required
def stops(request: HouseRequest) -> HttpResponse:
    found = queries.stopping(localdate(), forms.MOST_LEFT + 1)
    return pages.show(
        request, "catalogue/stops.html", faces=found[: forms.MOST_LEFT], more=len(found) > forms.MOST_LEFT
    )


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
