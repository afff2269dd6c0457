"""What other rooms ask of the index: find pages, suggest while typing, see what was missed."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum
from django.utils.safestring import SafeString

from doenwatwerkt.search import lexicon, reading
from doenwatwerkt.search import semantic as meaning
from doenwatwerkt.search import snippets as cutting
from doenwatwerkt.search.browsing import left, passing, tokens_of, without
from doenwatwerkt.search.folding import storable
from doenwatwerkt.search.models import Document, Miss, Token
from doenwatwerkt.search.pages import Found, Hit, Missed, Page
from doenwatwerkt.search.reading import Reading
from doenwatwerkt.search.retrieval import alike, candidates, holding
from doenwatwerkt.search.suggesting import suggest

__all__ = [
    "Found", "Hit", "Missed", "Page", "find", "how_many", "left", "misses", "passing", "refs", "suggest", "tokens_of", "warm", "without",
]  # fmt: skip

BOUND = 500
GOOD = 0.5
# What scores nearly as high as the best is as good as it: one rare word can say more than half a long question.
NEAR_BEST = 0.6
# Scores are whole numbers inside (impact x 100 idf); people see them a little smaller.
SCORE = 1_000
COMPARED = 60
# Editors see a question from three occurrences: once or twice may be about one person.
SEEN = 3
# Reciprocal rank fusion (Cormack, Clarke, Büttcher 2009); meaning counts for less than words.
FUSION = 6
MEANING = 0.4
# The first so many by meaning are shown beside the good hits, whatever words they have.
MEANT = 5


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
    asked = reading.read(text)
    chosen = {facet: values for facet, values in (filters or {}).items() if values}
    ranked = _ranked(asked, chosen)
    if not ranked:
        ranked = [_Ranked(pk, likeness, 0.0) for pk, likeness in alike(text, facets=_facet_tokens(chosen))]
    if semantic and asked.slots:
        ranked = _fused(ranked, text, chosen)
    good = _good(ranked)
    shown = (good or ranked)[offset : offset + limit]
    return Found(
        hits=_hits(shown, asked, with_snippets=snippets), total=min(len(good), BOUND), more=len(good) > BOUND,
        facets=_facet_counts(asked, chosen, good), did_you_mean=asked.corrected, good=bool(good),
    )  # fmt: skip


def warm() -> bool:
    """Load the lexicon, which takes a second: before the first question, not during it. True when it knows Dutch."""
    return lexicon.knows("vacature")


def refs(text: str, *, filters: Mapping[str, set[str]]) -> list[int]:
    """The refs of the good hits, best first, at most 500: for lists of one kind that filter further themselves."""
    text = storable(text[: reading.LONGEST_TEXT])
    good = [each.document for each in _good(_ranked(reading.read(text), filters))[:BOUND]] if text.strip() else []
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


def _ranked(asked: Reading, chosen: Mapping[str, set[str]]) -> list[_Ranked]:
    """The best documents in order, at most one more than the bound."""
    found = candidates(asked.search, facets=_facet_tokens(chosen), most=BOUND + 1)
    covered = asked.coverages(each.mask for each in found)
    return [_Ranked(each.document, each.score / SCORE, covered[each.mask]) for each in found]


def _good(ranked: list[_Ranked]) -> list[_Ranked]:
    """What covers half of the question and, beside that, what scores nearly as high as the best."""
    if not any(each.coverage >= GOOD for each in ranked):
        return []
    best = max(each.score for each in ranked)
    return [each for each in ranked if each.coverage >= GOOD or each.meant or each.score >= NEAR_BEST * best]


def _fused(ranked: list[_Ranked], text: str, chosen: Mapping[str, set[str]]) -> list[_Ranked]:
    """Lexical and semantic order as one, by reciprocal rank. Without the extra nothing changes."""
    within = set(holding(_facet_tokens(chosen)).values_list("pk", flat=True)) if chosen else None
    near = meaning.nearest(text, within=within, most=COMPARED)
    if not near:
        return ranked
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


def _facet_tokens(chosen: Mapping[str, set[str]]) -> list[list[int]]:
    """Per chosen facet the ids of its values. An unknown value has none, and so no document."""
    wanted = {f"{facet}:{value}": facet for facet, values in chosen.items() for value in values}
    groups: dict[str, list[int]] = {facet: [] for facet in chosen}
    for token, pk in Token.objects.filter(token__in=sorted(wanted)).order_by("pk").values_list("token", "pk"):
        groups[wanted[token]].append(pk)
    return list(groups.values())


def _facet_counts(asked: Reading, chosen: Mapping[str, set[str]], good: list[_Ranked]) -> dict[str, dict[str, int]]:
    """Good hits per facet and value. A facet counts as if nothing was chosen in it: its values are alternatives."""
    counts = _count_facets(good)
    for facet in chosen:
        others = {name: values for name, values in chosen.items() if name != facet}
        counts[facet] = _count_facets(_good(_ranked(asked, others))).get(facet, {})
    return counts


def _count_facets(good: list[_Ranked]) -> dict[str, dict[str, int]]:
    rows = Document.objects.filter(pk__in=[each.document for each in good[:BOUND]]).order_by("pk")
    counter = Counter(line for facets in rows.values_list("facets", flat=True) for line in facets.split("\n") if line)
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
