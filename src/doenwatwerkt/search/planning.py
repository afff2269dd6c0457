"""What the database needs to know of the index to plan a search well."""

from django.db import connection

from doenwatwerkt.search.models import Document, Posting, Token


def measure() -> None:
    """Tell PostgreSQL how large the index is now. It plans by what it counted, and after many new pages that is of an empty
    table: one search then takes minutes, until it counts again by itself. SQLite plans by its indexes."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for model in (Document, Token, Posting):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")
