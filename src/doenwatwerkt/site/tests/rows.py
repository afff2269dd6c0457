"""All rows of the database taken aside and put back as they were: the same numbers, the same bytes, in a moment."""

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

from doenwatwerkt.search import operations as search

type Taken = list[tuple[str, list[str], object]]
"""Per table its name, its columns, and its rows: tuples on SQLite, one piece of COPY on PostgreSQL."""


def _tables() -> list[tuple[str, list[str]]]:
    """Every table of the house and of the journal's tasks, with its columns."""
    models = apps.get_models(include_auto_created=True)
    found = {model._meta.db_table: [field.column for field in model._meta.concrete_fields] for model in models}
    return sorted(found.items())


def _quoted(columns: list[str]) -> str:
    return ", ".join(map(connection.ops.quote_name, columns))


def taken() -> Taken:
    """What is in the database now; empty tables are left out."""
    kept: Taken = []
    with connection.cursor() as cursor:
        for table, columns in _tables():
            if connection.vendor == "postgresql":
                with cursor.copy(f'COPY "{table}" ({_quoted(columns)}) TO STDOUT') as out:
                    rows = b"".join(bytes(piece) for piece in out)
            else:
                raw = cursor.connection.execute(f'SELECT {_quoted(columns)} FROM "{table}"')
                rows = [tuple(row) for row in raw.fetchall()]
            if rows:
                kept.append((table, columns, rows))
    return kept


def put_back(kept: Taken) -> None:
    """Put the rows into a database that holds none of them but those of its migrations."""
    with connection.cursor() as cursor:
        for table, columns, rows in kept:
            cursor.execute(f'DELETE FROM "{table}"')
            if connection.vendor == "postgresql":
                with cursor.copy(f'COPY "{table}" ({_quoted(columns)}) FROM STDIN') as into:
                    into.write(rows)
            else:
                marks = ", ".join("?" * len(columns))
                cursor.connection.executemany(f'INSERT INTO "{table}" ({_quoted(columns)}) VALUES ({marks})', rows)
        search.measure()
        for statement in connection.ops.sequence_reset_sql(no_style(), list(apps.get_models())):
            cursor.execute(statement)
