"""One database measured from the inside: quality on the real cards, then speed while the index grows."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import batched, islice
from pathlib import Path
from typing import Any

import django

SIZES = (300, 5_000, 100_000)
TIMES = 10
# Rivals take seconds a question on a large index.
TIMES_RIVALS = 2
# Beyond this the index is copied inside the database: the same words, many times as many cards.
_MOST_INDEXED = 10_000


def main(sizes: tuple[int, ...]) -> dict[str, Any]:
    """Everything that is measured on the database that the environment names."""
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from bench.cards import Language
    from doenwatwerkt.search import lexicon, operations

    call_command("migrate", verbosity=0)
    real = _load()
    rivals = _rivals(connection.vendor)
    started = time.perf_counter()
    operations.index(real)
    result: dict[str, Any] = {"vendor": connection.vendor, "cards": len(real), "index": time.perf_counter() - started}
    for rival in rivals:
        rival.add(real)
    result |= _quality(real, rivals, connection.vendor)
    words = sorted(word for word in lexicon._entries() if word.isalpha() and word.islower() and len(word) > 2)
    language, result["speed"], there = Language(real, words), [], len(real)
    for size in sizes:
        if size > _MOST_INDEXED and size % there == 0:
            _multiply(size // there, rivals)
        else:
            result["speed"] += _grow(language.cards(max(0, size - there), like=real, first=there), rivals)
        there = max(there, size)
        result["speed"] += _speed(size, language, rivals)
    return result


def _load() -> list[Any]:
    """The real content, loaded as the house does it, as the pages the house would index."""
    from doenwatwerkt.catalogue import queries as catalogue
    from doenwatwerkt.catalogue.models import Card
    from doenwatwerkt.site import loading

    loading.load(at=datetime.now(UTC))
    return list(catalogue.pages(Card.objects.order_by("pk").values_list("pk", flat=True)))


def _rivals(vendor: str) -> list[Any]:
    from bench.rivals import Fts5, Tantivy, Tsvector

    return [Tsvector()] if vendor == "postgresql" else [Fts5(), Tantivy()]


def _quality(real: list[Any], rivals: list[Any], vendor: str) -> dict[str, Any]:
    from bench import quality
    from doenwatwerkt.search import operations, queries, semantic

    ours: dict[str, Callable[[str], list[str]]] = {
        "eigen": lambda text: [hit.url for hit in queries.find(text, limit=10, snippets=False).hits]
    }
    order = {}
    if semantic.is_there() and vendor != "postgresql":
        operations.index_vectors()
        ours["eigen + betekenis"] = lambda text: [
            hit.url for hit in queries.find(text, limit=10, snippets=False, semantic=True).hits
        ]
    rankers = ours | {rival.name: rival.find for rival in rivals}
    slugs = {_slug(page.url) for page in real}
    rows, unknown = [], []
    for name, file in quality.SETS.items():
        labels = quality.read(file)
        order |= {row.question: ours["eigen"](row.question) for row in labels}
        unknown += [f"{file.name}: {complaint}" for complaint in quality.unknown(labels, slugs)]
        for split in ("tune", "report"):
            half = [row for row in labels if row.split == split]
            for system, find in rankers.items():
                found = quality.figures(half, lambda text, find=find: [_slug(url) for url in find(text)])
                rows.append({"set": name, "split": split, "n": len(half), "system": system} | found)
    return {"quality": rows, "unknown": unknown, "order": order, "semantic": semantic.is_there()}


def _slug(url: str) -> str:
    return url.rstrip("/").rsplit("/", 1)[-1]


def _grow(pages: Iterable[Any], rivals: list[Any]) -> list[dict[str, Any]]:
    """Add cards in transactions of 2,000; how fast."""
    from django.db import connection, transaction

    from doenwatwerkt.search import operations

    spent, added = 0.0, 0
    for batch in batched(pages, 2_000):
        started = time.perf_counter()
        added += operations.index(batch)
        spent += time.perf_counter() - started
        with transaction.atomic():
            for rival in rivals:
                rival.add(batch)
    _settle(connection)
    return [{"what": "indexeren", "added": added, "per_second": added / spent}] if added else []


def _settle(connection: Any) -> None:
    """The database as it is minutes after a bulk: PostgreSQL's autovacuum does this by itself, without being asked."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)" if connection.vendor == "postgresql" else "ANALYZE")


def _multiply(factor: int, rivals: list[Any]) -> None:
    """Every card `factor` times, by SQL: postings and counts as if they had been indexed one by one."""
    from django.db import connection, transaction
    from django.db.models import F, Max

    from doenwatwerkt.search import operations
    from doenwatwerkt.search.models import Document, Posting, Token

    span = 1 + (Document.objects.aggregate(last=Max("pk"))["last"] or 0)
    rest = ", ".join(
        connection.ops.quote_name(f.column) for f in Document._meta.concrete_fields if f.column not in ("id", "ref")
    )
    with transaction.atomic(), connection.cursor() as cursor:
        for copy in range(1, factor):
            cursor.execute(
                f"INSERT INTO {Posting._meta.db_table} (token_id, document_id, impact) "
                f"SELECT token_id, document_id + {copy * span}, impact FROM {Posting._meta.db_table} "
                f"WHERE document_id < {span}"
            )
            cursor.execute(
                f"INSERT INTO {Document._meta.db_table} (id, ref, {rest}) "
                f"SELECT id + {copy * span}, ref + {copy * 10_000_000}, {rest} FROM {Document._meta.db_table} WHERE id < {span}"
            )
        Token.objects.update(documents=F("documents") * factor)
        operations.arrange()
        for rival in rivals:
            rival.multiply(factor)
    _settle(connection)


def _speed(size: int, language: Any, rivals: list[Any]) -> list[dict[str, Any]]:
    """p50 and p95 in milliseconds of every system, over questions of 2 to 40 words, after a warm-up."""
    from doenwatwerkt.search import queries, reading
    from doenwatwerkt.search.retrieval import candidates

    def _retrieved(asked: reading.Reading) -> object:
        return candidates(asked.leading, asked.following, common=asked.common)

    systems: dict[str, Callable[[str], object]] = {
        "eigen: ophalen": lambda text: _retrieved(reading.read(text)),
        "eigen: alles (facetten, fragmenten)": queries.find,
        "eigen: met een filter": lambda text: queries.find(text, filters={"fase": {"werven", "selecteren"}}),
        "eigen: aanvullen": lambda text: queries.suggest(text[:12]),
    } | {rival.name: rival.find for rival in rivals}
    rows = []
    for name, find in systems.items():
        for text in islice(language.questions(1), 8):
            find(text)
        times = TIMES if name.startswith("eigen") else TIMES_RIVALS
        clock, processor = zip(*(_timed(find, text) for text in language.questions(times)), strict=True)
        row = {"size": size, "what": name, "p50": _at(clock, 0.5), "p95": _at(clock, 0.95)}
        rows.append(row | {"cpu50": _at(processor, 0.5), "cpu95": _at(processor, 0.95)})
    return rows


def _at(spent: Iterable[float], part: float) -> float:
    ordered = sorted(spent)
    return ordered[int(len(ordered) * part)]


def _timed(find: Callable[[str], object], text: str) -> tuple[float, float]:
    """Milliseconds on the clock, and of processor: a busy machine stretches the first much more than the second."""
    started, worked = time.perf_counter(), _worked()
    find(text)
    return 1000 * (time.perf_counter() - started), 1000 * (_worked() - worked)


def _worked() -> float:
    """Seconds of processor of this process and of the PostgreSQL process that serves it."""
    from django.db import connection

    served = 0
    if connection.vendor == "postgresql" and connection.connection:
        served = int(Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text().split()[0])
    return time.process_time() + served / 1e9


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doenwatwerkt.config.settings")
    measured = main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
    print(json.dumps(measured, ensure_ascii=False))
