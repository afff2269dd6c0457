"""What goes into the index and what comes out of it: plain values, known to every room that is found."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One thing that can be found, as its room hands it over. Texts are plain text; (kind, ref) is its key.

    `asked`: the question and its variants, as people ask it. `facets`: slugs per facet, {"fase": ("werven",)}.
    `weight`: 1 for what may be recommended, less for what may not. `on`: the day that puts new before old.
    """

    kind: str
    ref: int
    title: str
    url: str
    asked: tuple[str, ...] = ()
    summary: str = ""
    body: str = ""
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    weight: float = 1.0
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One result. `snippet`: escaped text with <mark>; `coverage`: the part of the question it speaks to, 0 to 1."""

    kind: str
    ref: int
    title: str
    url: str
    score: float
    snippet: SafeString
    coverage: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer to one search. Without one good hit `hits` holds the nearest pages and `good` is false.

    `total`: good hits, at most 500; `more`: that bound was reached. `facets`: per facet and value the number of
    good hits, counted as if nothing was chosen in that facet itself.
    """

    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    more: bool = False
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    did_you_mean: str | None = None
    good: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A question that was asked and had no good hit: masked text, and how often."""

    text: str
    times: int
