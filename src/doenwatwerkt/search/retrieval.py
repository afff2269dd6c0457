"""The one hot query: which documents hold these tokens, heaviest first. The same SQL on every database."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet

from doenwatwerkt.search.models import Document, Posting

# Looking alike letter by letter reads whole titles: only the first so many pages take part.
_MOST_READ = 2_000


class Candidate(NamedTuple):
    """A document that holds some of the tokens: bit n of `mask` is the nth token that was looked for."""

    document: int
    score: int
    mask: int


def candidates(
    tokens: Sequence[tuple[int, int]], *, facets: Sequence[Sequence[int]] = (), most: int = 500
) -> list[Candidate]:
    """At most `most` documents by (score, id). `tokens`: (token id, weight); `facets`: per facet its chosen tokens."""
    if not tokens or not all(facets):
        return []
    table = Posting._meta.db_table
    rows = ", ".join(f"({int(token)}, {int(weight)}, {1 << bit})" for bit, (token, weight) in enumerate(tokens))
    where = "".join(
        f" AND p.document_id IN (SELECT document_id FROM {table} WHERE token_id IN ({', '.join(str(int(t)) for t in chosen)}))"  # noqa: S608 -- whole numbers only
        for chosen in facets
    )
    sql = (
        f"WITH q(token_id, weight, bit) AS (VALUES {rows}) "  # noqa: S608 -- whole numbers only
        f"SELECT p.document_id, SUM(p.impact * q.weight) AS score, SUM(q.bit) "
        f"FROM q JOIN {table} p ON p.token_id = q.token_id WHERE TRUE{where} "
        f"GROUP BY p.document_id ORDER BY score DESC, p.document_id LIMIT {int(most)}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [Candidate(document, int(score), int(mask)) for document, score, mask in cursor.fetchall()]


def holders(tokens: Sequence[int]) -> QuerySet[Posting, int]:
    """The ids of the documents that hold at least one of these tokens, for use inside another query."""
    return Posting.objects.filter(token_id__in=tokens).values_list("document_id", flat=True)


def holding(facets: Sequence[Sequence[int]]) -> QuerySet[Document]:
    """The documents that pass every facet: one of its chosen tokens each."""
    documents = Document.objects.order_by("pk")
    for chosen in facets:
        documents = documents.filter(pk__in=holders(chosen))
    return documents


def alike(text: str, *, facets: Sequence[Sequence[int]] = (), most: int = 20) -> list[tuple[int, float]]:
    """Documents whose title or question looks most like the text by its letters, with a likeness of 0 to 1.

    The last resort, for a text without one word of the index: small words and mutilated ones.
    """
    wanted = _triples(text)
    best: list[tuple[float, int]] = []
    for document, title, asked in holding(facets).values_list("pk", "title", "asked")[:_MOST_READ]:
        likeness = max(
            len(wanted & (there := _triples(line))) / len(wanted | there) for line in (title, *asked.split("\n"))
        )
        best.append((-round(likeness, 6), document))
    return [(document, -likeness) for likeness, document in sorted(best)[:most]]


def _triples(text: str) -> set[str]:
    padded = f"  {' '.join(text[:300].lower().split())} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}
