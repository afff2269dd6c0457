"""The one hot query: which documents hold these tokens, heaviest first. The same SQL on every database."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection

from doenwatwerkt.search.models import Posting


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
        f" AND p.document_id IN (SELECT document_id FROM {table} WHERE token_id IN ({', '.join(str(int(t)) for t in chosen)}))"  # noqa: E501, S608 -- whole numbers only
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
