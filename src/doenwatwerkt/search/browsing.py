"""Browsing without a question: which pages pass the filters, and how many each other value would leave."""

from collections.abc import Mapping, Sequence

from django.db.models import Count, F, Q, QuerySet

from doenwatwerkt.search.models import Document, Posting, Token
from doenwatwerkt.search.retrieval import holding

type Filters = Mapping[str, set[str]]


def tokens_of(filters: Filters) -> dict[str, list[int]]:
    """Per facet the ids of its chosen values. A value that no page has gives no id, and so no page."""
    wanted = {f"{facet}:{value}": facet for facet, values in filters.items() for value in values}
    groups: dict[str, list[int]] = {facet: [] for facet, values in filters.items() if values}
    for token, pk in Token.objects.filter(token__in=sorted(wanted)).order_by("pk").values_list("token", "pk"):
        groups[wanted[token]].append(pk)
    return groups


def passing(groups: Mapping[str, list[int]]) -> QuerySet[Document, int]:
    """The refs of the pages that pass, for use inside another query. Values of one facet are alternatives."""
    return holding(list(groups.values())).values_list("ref", flat=True)


def left(groups: Mapping[str, list[int]], facets: Sequence[str]) -> dict[str, dict[str, int]]:
    """Per facet and value how many pages pass, counted as if nothing was chosen in that facet itself: one query."""
    free = [facet for facet in facets if facet not in groups]
    parts = [_counted(groups, free)] if free else []
    for facet in (facet for facet in facets if facet in groups):
        others = {name: tokens for name, tokens in groups.items() if name != facet}
        parts.append(_counted(others, [facet]))
    counts: dict[str, dict[str, int]] = {facet: {} for facet in facets}
    for token, pages in parts[0].union(*parts[1:], all=True) if parts else []:
        facet, _, value = token.partition(":")
        counts[facet][value] = pages
    return counts


def _counted(groups: Mapping[str, list[int]], facets: Sequence[str]) -> QuerySet[Posting, tuple[str, int]]:
    names = _facet_tokens(facets)
    rows = Posting.objects.filter(token__in=names)
    if groups:
        rows = rows.filter(document__in=holding(list(groups.values())).values("pk"))
    return rows.order_by().values(name=F("token__token")).annotate(pages=Count("pk")).values_list("name", "pages")


def _facet_tokens(facets: Sequence[str]) -> QuerySet[Token]:
    """The tokens of these facets: "fase:" up to and not including "fase;"."""
    found = Token.objects.none()
    for facet in facets:
        found = found | Token.objects.filter(token__gte=f"{facet}:", token__lt=f"{facet};")
    return found


def without(groups: Mapping[str, list[int]]) -> dict[str, int]:
    """Per chosen facet how many pages would pass if it was dropped: which one to drop when nothing is left. One query."""
    others = {
        facet: holding([tokens for other, tokens in groups.items() if other != facet]).values("pk") for facet in groups
    }
    return Document.objects.aggregate(
        **{facet: Count("pk", filter=Q(pk__in=passing)) for facet, passing in others.items()}
    )
