"""All rows of the database taken aside and put back as they were: the same numbers, the same bytes, in a moment.

Numbers come from sequences that never go back within a run: not by a rollback on PostgreSQL, and SQLite raises its own
when a row with a higher number is put in. So rows that were made earlier in the run never clash with rows made later."""

from functools import cache

from django.apps import apps
from django.db import connection, transaction

type Taken = list[tuple[str, str, object]]
"""Per table its name, its columns, and its rows: tuples on SQLite, the text of an INSERT on PostgreSQL."""

MIGRATED = {"contenttypes", "auth"}
"""What migrations themselves put in stays where it is."""


@cache
def _tables() -> list[tuple[str, str]]:
    """Every table of the house, of its keys and of the journal's tasks, with its columns."""
    models = [one for one in apps.get_models(include_auto_created=True) if one._meta.app_label not in MIGRATED]
    return sorted(
        (one._meta.db_table, _quoted([field.column for field in one._meta.concrete_fields])) for one in models
    )


def _quoted(columns: list[str]) -> str:
    return ", ".join(map(connection.ops.quote_name, columns))


def filled() -> set[str]:
    """The tables that hold something their migrations did not put there. One question: it comes before every set-up."""
    each = (f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")" for table, _ in _tables())
    return {name for (name,) in _answered(" UNION ALL ".join(each))}


def taken() -> Taken:
    """What is in the database now."""
    kept: Taken = []
    there = filled()
    for table, columns in _tables():
        if table not in there:
            continue
        if connection.vendor == "postgresql":
            kept.append((table, columns, _written(table, columns)))
        else:
            kept.append((table, columns, _answered(f'SELECT {columns} FROM "{table}"')))
    return kept


def _written(table: str, columns: str) -> str:
    """The INSERT of all rows of a table, every value as PostgreSQL itself quotes it."""
    values = ", ".join(f"quote_nullable({column}::text)" for column in columns.split(", "))
    rows = ", ".join(f"({row})" for (row,) in _answered(f"SELECT concat_ws(', ', {values}) FROM \"{table}\""))
    return f'INSERT INTO "{table}" ({columns}) VALUES {rows}'


@transaction.atomic
def put_back(kept: Taken) -> None:
    """Put the rows into a database with nothing in it."""
    if connection.vendor == "postgresql":
        _raw().execute(
            "; ".join(str(written) for _, _, written in kept)
        )  # all tables in one go: COPY takes a turn each
        return
    for table, columns, rows in kept:
        marks = ", ".join("?" * (columns.count(",") + 1))
        _raw().executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows)


@transaction.atomic
def take_out() -> None:
    """Leave nothing but what migrations put in. A DELETE where there is something: TRUNCATE takes seconds for all tables."""
    for table in sorted(filled()):
        _raw().execute(f'DELETE FROM "{table}"')


def settle() -> None:
    """Check the foreign keys of what was put in, once. PostgreSQL would check them again after every test that follows
    in the same transaction, because the rollback of a test brings back that they wait to be checked."""
    connection.check_constraints()


def _answered(question: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in _raw().execute(question).fetchall()]


def _raw():
    """The driver's own connection: what the rig does is no query of the test that runs."""
    connection.ensure_connection()
    return connection.connection
