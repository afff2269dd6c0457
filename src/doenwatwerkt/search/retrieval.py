"""The one hot query: which documents hold these tokens, heaviest first. The same SQL on every database."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet

from doenwatwerkt.search.models import Document, Posting

# Looking alike letter by letter reads whole titles: only the first so many pages take part.
_MOST_READ = 2_000


# One sum carries score and bits of the following tokens: the score stays under 24 bits (38 tokens x 200 x 1,200).
_SCORE_BITS = 24
MOST_FOLLOWING = 38
# Up to so many postings per chosen document, reading all of them is quicker than looking up each (measured on both).
READ_AT_ONCE = 40

type Weighted = Sequence[tuple[int, int]]
"""Tokens as (token id, weight)."""


class Candidate(NamedTuple):
    """A document that holds some of the tokens: bit n of `mask` is the nth token that was looked for."""

    document: int
    score: int
    mask: int


def candidates(
    leading: Weighted, following: Weighted = (), *, facets: Sequence[Sequence[int]] = (), most: int = 500, common: int = 0
) -> list[Candidate]:  # fmt: skip
    """At most `most` documents by (score, id), and with `facets` as many that pass those too, in the same order.

    `leading` tokens choose the documents; what was chosen is scored by the `following` ones as well. `common`: how many
    postings those have together. Many are looked up per chosen document, few are read in one go: the answer is the same.
    `facets`: per facet the tokens of its chosen values.
    """
    if not leading:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_statement(leading, following, facets, most, apart=common > READ_AT_ONCE * most))
        rows = cursor.fetchall()
    lead, low = len(leading), (1 << _SCORE_BITS) - 1
    found = [
        Candidate(document, score + (more & low), mask + (more >> _SCORE_BITS << lead))
        for document, score, mask, more in rows
    ]
    return sorted(found, key=lambda each: (-each.score, each.document))


def _statement(
    leading: Weighted, following: Weighted, facets: Sequence[Sequence[int]], most: int, *, apart: bool
) -> str:  # fmt: skip
    """The SQL: nothing but whole numbers is put in it. The sums are cast because PostgreSQL makes decimals of them."""
    table, best = Posting._meta.db_table, f"ORDER BY score DESC, document_id LIMIT {int(most)}"
    chosen = f"SELECT * FROM (SELECT * FROM found {best}) best"  # noqa: S608 -- whole numbers only
    if facets and all(facets):
        passes = " AND ".join(_holds(tokens) for tokens in facets)
        chosen += f" UNION SELECT * FROM (SELECT * FROM found WHERE {passes} {best}) passing"  # noqa: S608 -- whole numbers only
    values = f"usual(token_id, weight, bit) AS (VALUES {_values(following, _SCORE_BITS)}), " if following else ""
    return (
        f"WITH rare(token_id, weight, bit) AS (VALUES {_values(leading, 0)}), {values}"  # noqa: S608 -- whole numbers only
        f"found(document_id, score, mask) AS (SELECT p.document_id, CAST(SUM(p.impact * r.weight) AS BIGINT), "
        f"CAST(SUM(r.bit) AS BIGINT) FROM rare r JOIN {table} p ON p.token_id = r.token_id GROUP BY p.document_id), "
        f"chosen AS ({chosen}) {_scored(table, apart) if following else 'SELECT document_id, score, mask, 0 FROM chosen'}"
    )


def _scored(table: str, apart: bool) -> str:
    """What was chosen with what the usual tokens add: each looked up by itself, or their postings read once."""
    more = "CAST(SUM(p.impact * u.weight + u.bit) AS BIGINT)"
    rows = f"FROM usual u CROSS JOIN {table} p WHERE p.token_id = u.token_id"
    if apart:
        added = f"(SELECT {more} {rows} AND p.document_id = chosen.document_id)"
        return f"SELECT document_id, score, mask, COALESCE({added}, 0) FROM chosen"  # noqa: S608 -- whole numbers only
    return (
        f"SELECT chosen.document_id, score, mask, COALESCE(more, 0) FROM chosen LEFT JOIN "  # noqa: S608 -- whole numbers only
        f"(SELECT p.document_id, {more} AS more {rows} AND p.document_id IN (SELECT document_id FROM chosen) "
        f"GROUP BY p.document_id) added ON added.document_id = chosen.document_id"
    )


def _values(tokens: Weighted, first: int) -> str:
    return ", ".join(f"({int(token)}, {int(weight)}, {1 << bit})" for bit, (token, weight) in enumerate(tokens, first))


def _holds(tokens: Sequence[int]) -> str:
    numbers = ", ".join(str(int(token)) for token in tokens)
    return (
        f"EXISTS (SELECT 1 FROM {Posting._meta.db_table} f "  # noqa: S608 -- whole numbers only
        f"WHERE f.token_id IN ({numbers}) AND f.document_id = found.document_id)"
    )


def facets_of(documents: Sequence[int]) -> list[tuple[int, str]]:
    """(id, facets as kept) of these documents. By hand: hundreds of numbers are slow to hand over as parameters."""
    numbers = ", ".join(str(int(pk)) for pk in documents)
    if not numbers:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, facets FROM {Document._meta.db_table} WHERE id IN ({numbers})")  # noqa: S608 -- whole numbers only
        found: list[tuple[int, str]] = cursor.fetchall()
    return found


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
