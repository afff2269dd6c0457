"""What other rooms ask of the index: find pages, suggest while typing, see what was missed."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import Sum
from django.utils.safestring import SafeString

from doenwatwerkt.search import lexicon, reading
from doenwatwerkt.search import semantic as meaning
from doenwatwerkt.search import snippets as cutting
from doenwatwerkt.search.browsing import Browsed, By, browse, passing, undated
from doenwatwerkt.search.folding import storable
from doenwatwerkt.search.models import Document, Miss, Token
from doenwatwerkt.search.pages import Found, Hit, Missed, Page
from doenwatwerkt.search.reading import Reading
from doenwatwerkt.search.retrieval import alike, candidates, facets_of, holding
from doenwatwerkt.search.suggesting import suggest

__all__ = [
    "Browsed", "By", "Found", "Hit", "Missed", "Page", "browse", "find", "how_many", "misses", "passing", "refs", "suggest",
    "undated", "warm",
]  # fmt: skip

BOUND = 500
GOOD = 0.5
# What scores nearly as high as the best is as good as it: one rare word can say more than half a long question.
NEAR_BEST = 0.6
_NONE: frozenset[str] = frozenset()
# Scores are whole numbers inside (impact x 100 idf^0.8); people see them a little smaller.
SCORE = 1_000
# Speaking to the whole question is worth half a score more.
COVERED = 0.5
COMPARED = 60
# Editors see a question from three occurrences: once or twice may be about one person.
SEEN = 3
# Reciprocal rank fusion (Cormack, Clarke, Büttcher 2009); meaning counts for less than words.
FUSION = 6
MEANING = 0.4
# The first so many by meaning are shown beside the good hits, whatever words they have.
MEANT = 5


type Traits = dict[int, frozenset[str]]
"""Per document its facets, as "fase:werven"."""


@dataclass(frozen=True, slots=True)
class _Ranked:
    document: int
    score: float
    coverage: float
    meant: bool = False


def find(
    text: str, *, filters: Mapping[str, set[str]] | None = None, limit: int = 20, offset: int = 0,
    semantic: bool = False, snippets: bool = True,
) -> Found:  # fmt: skip
    """Search the index. Values of one facet are alternatives, facets add up. Never raises on any text.

    Good hits speak to at least half of the question. Without one, the nearest pages come with good=False.
    `semantic`: also by meaning, where that extra is installed.
    """
    text = storable(text[: reading.LONGEST_TEXT])
    if not text.strip():
        return Found()
    chosen = {facet: values for facet, values in (filters or {}).items() if values}
    asked = reading.read(text, facets=chosen)
    pool = _pool(asked)
    near = _near(text, asked, chosen) if semantic and asked.slots else []
    traits = _traits([*(each.document for each in pool), *near])
    ranked = _passing(pool, traits, chosen)
    if not ranked:
        ranked = [_Ranked(pk, likeness, 0.0) for pk, likeness in alike(text, facets=asked.facets)]
    if near:
        ranked = _fused(ranked, near)
    good = _good(ranked)
    shown = (good or ranked)[offset : offset + limit]
    return Found(
        hits=_hits(shown, asked, with_snippets=snippets), total=min(len(good), BOUND), more=len(good) > BOUND,
        facets=_facet_counts(good, pool, traits, chosen), did_you_mean=asked.corrected, good=bool(good),
    )  # fmt: skip


def warm() -> bool:
    """Load the lexicon, which takes a second: before the first question, not during it. True when it knows Dutch."""
    return lexicon.knows("vacature")


def refs(text: str, *, filters: Mapping[str, set[str]]) -> list[int]:
    """The refs of the good hits, best first, at most 500: for lists of one kind that filter further themselves."""
    text = storable(text[: reading.LONGEST_TEXT])
    chosen = {facet: values for facet, values in filters.items() if values}
    pool = _pool(reading.read(text, facets=chosen)) if text.strip() else []
    traits = _traits([each.document for each in pool]) if chosen else {}
    good = [each.document for each in _good(_passing(pool, traits, chosen))[:BOUND]]
    found = dict(Document.objects.filter(pk__in=good).order_by("pk").values_list("pk", "ref"))
    return [found[pk] for pk in good if pk in found]


def how_many(facet: str, values: Sequence[str]) -> dict[str, int]:
    """How many pages have each of these values of a facet: kept with the index, so nothing is counted here."""
    tokens = [f"{facet}:{value}" for value in values]
    kept = dict(Token.objects.filter(token__in=tokens).order_by("pk").values_list("token", "documents"))
    return {value: kept.get(token, 0) for token, value in zip(tokens, values, strict=True)}


def misses(*, since: date, at_least: int = SEEN) -> list[Missed]:
    """Questions without a good hit since a day, the most frequent first. Rare ones stay out of sight."""
    rows = Miss.objects.filter(on__gte=since).values_list("text").annotate(all=Sum("times"))
    return [Missed(text=text, times=times) for text, times in rows.filter(all__gte=at_least).order_by("-all", "text")]


def _pool(asked: Reading) -> list[_Ranked]:
    """The best pages in order, and the best that pass the chosen facets: each at most one more than the bound."""
    found = candidates(asked.leading, asked.following, common=asked.common, facets=asked.facets, most=BOUND + 1)
    covered = asked.coverages(each.mask for each in found)
    ranked = [
        _Ranked(each.document, round(each.score / SCORE * (1 + COVERED * covered[each.mask]), 6), covered[each.mask])
        for each in found
    ]
    return sorted(ranked, key=lambda each: (-each.score, each.document))


def _traits(documents: Sequence[int]) -> Traits:
    return {pk: _facets(lines) for pk, lines in facets_of(documents)}


@lru_cache(maxsize=5_000)
def _facets(lines: str) -> frozenset[str]:
    """The facets of a page out of the text they are kept as: many pages have the same."""
    return frozenset(lines.split("\n"))


def _passing(pool: Sequence[_Ranked], traits: Traits, chosen: Mapping[str, set[str]]) -> list[_Ranked]:
    """What has a chosen value of every facet. Without a choice that is everything."""
    wanted = [frozenset(f"{facet}:{value}" for value in values) for facet, values in chosen.items()]
    return [each for each in pool if all(traits.get(each.document, _NONE) & values for values in wanted)]


def _good(ranked: list[_Ranked]) -> list[_Ranked]:
    """What covers half of the question and, beside that, what scores nearly as high as the best."""
    if not any(each.coverage >= GOOD for each in ranked):
        return []
    best = max(each.score for each in ranked)
    return [each for each in ranked if each.coverage >= GOOD or each.meant or each.score >= NEAR_BEST * best]


def _near(text: str, asked: Reading, chosen: Mapping[str, set[str]]) -> list[int]:
    """The nearest pages by meaning that pass. Without the extra there are none."""
    within = set(holding(asked.facets).values_list("pk", flat=True)) if chosen else None
    return meaning.nearest(text, within=within, most=COMPARED)


def _fused(ranked: list[_Ranked], near: list[int]) -> list[_Ranked]:
    """Lexical and semantic order as one, by reciprocal rank."""
    known = {each.document: each for each in ranked}
    points: dict[int, float] = defaultdict(float)
    for share, order in ((1.0, [each.document for each in ranked]), (MEANING, near)):
        for place, document in enumerate(order, 1):
            points[document] += share / (FUSION + place)
    meant = set(near[:MEANT])
    fused = [
        _Ranked(pk, round(score, 6), known[pk].coverage if pk in known else 0.0, pk in meant)
        for pk, score in points.items()
    ]
    return sorted(fused, key=lambda each: (-each.score, each.document))


def _facet_counts(
    good: list[_Ranked], pool: list[_Ranked], traits: Traits, chosen: Mapping[str, set[str]]
) -> dict[str, dict[str, int]]:
    """Good hits per facet and value. A facet counts as if nothing was chosen in it: its values are alternatives."""
    counts = _count_facets(good, traits)
    for facet in chosen:
        others = {name: values for name, values in chosen.items() if name != facet}
        counts[facet] = _count_facets(_good(_passing(pool, traits, others)), traits).get(facet, {})
    return counts


def _count_facets(good: list[_Ranked], traits: Traits) -> dict[str, dict[str, int]]:
    counter: Counter[str] = Counter()
    for lines, times in Counter(traits.get(each.document, _NONE) for each in good[:BOUND]).items():
        for line in lines:
            counter[line] += times
    counts: dict[str, dict[str, int]] = {}
    for line, times in sorted(counter.items()):
        facet, _, value = line.partition(":")
        counts.setdefault(facet, {})[value] = times
    return counts


def _hits(shown: Sequence[_Ranked], asked: Reading, *, with_snippets: bool) -> list[Hit]:
    documents = Document.objects.in_bulk([each.document for each in shown])
    weigh = cutting.weigher(asked.wanted())
    return [
        Hit(
            kind=document.kind, ref=document.ref, title=document.title, url=document.url,
            score=each.score, coverage=each.coverage,
            snippet=cutting.snippet(f"{document.summary}\n{document.body}", weigh) if with_snippets else SafeString(""),
        )
        for each in shown if (document := documents.get(each.document))
    ]  # fmt: skip
