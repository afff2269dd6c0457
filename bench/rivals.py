"""The rivals in the same run: SQLite FTS5 with bm25, PostgreSQL's own Dutch, and tantivy with a Dutch stemmer."""

import re
from collections.abc import Iterable
from typing import Any

import tantivy
from django.db import connection

from doenwatwerkt.search.pages import Page

_WORD = re.compile(r"\w+")


def _row(page: Page) -> tuple[str, str, str, str, str]:
    return page.url, page.title, "\n".join(page.asked), page.summary, page.body


def words(question: str) -> list[str]:
    return list(dict.fromkeys(_WORD.findall(question.lower())))[:60]


class Fts5:
    """SQLite FTS5, words as typed (unicode61 without accents), OR, bm25 with weights per column."""

    name = "SQLite FTS5 + bm25"

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS rival")
            cursor.execute(
                "CREATE VIRTUAL TABLE rival USING fts5(url UNINDEXED, title, asked, summary, body, "
                "tokenize = 'unicode61 remove_diacritics 2')"
            )

    def add(self, pages: Iterable[Page]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany("INSERT INTO rival VALUES (%s, %s, %s, %s, %s)", [_row(page) for page in pages])

    def multiply(self, factor: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMP TABLE kept AS SELECT url, title, asked, summary, body FROM rival")
            for _ in range(1, factor):
                cursor.execute("INSERT INTO rival SELECT * FROM kept")

    def find(self, question: str) -> list[str]:
        query = " OR ".join(f'"{word}"' for word in words(question))
        sql = "SELECT url FROM rival WHERE rival MATCH %s ORDER BY bm25(rival, 0, 3, 2.5, 1.5, 1), rowid LIMIT 20"
        with connection.cursor() as cursor:
            cursor.execute(sql, [query or '""'])
            return [url for (url,) in cursor.fetchall()]


class Tsvector:
    """PostgreSQL full text search with its own Dutch configuration, OR, ts_rank with weights A to D."""

    name = "PostgreSQL dutch + ts_rank"

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS rival")
            cursor.execute("CREATE TABLE rival (id serial PRIMARY KEY, url text, words tsvector)")
            cursor.execute("CREATE INDEX rival_words ON rival USING gin (words)")

    def add(self, pages: Iterable[Page]) -> None:
        weighted = " || ".join(f"setweight(to_tsvector('dutch', %s), '{letter}')" for letter in "ABCD")
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO rival (url, words) VALUES (%s, {weighted})", [_row(page) for page in pages]
            )

    def multiply(self, factor: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMP TABLE kept AS SELECT url, words FROM rival")
            for _ in range(1, factor):
                cursor.execute("INSERT INTO rival (url, words) SELECT url, words FROM kept")

    def find(self, question: str) -> list[str]:
        sql = (
            "SELECT url FROM rival, to_tsquery('dutch', %s) query WHERE words @@ query "
            "ORDER BY ts_rank(words, query) DESC, id LIMIT 20"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [" | ".join(words(question))])
            return [url for (url,) in cursor.fetchall()]


class Tantivy:
    """tantivy in memory: lower case, Dutch stemmer, OR over all fields, its own BM25 with boosts."""

    name = "tantivy (Dutch stemmer)"
    _fields = {"title": 3.0, "asked": 2.5, "summary": 1.5, "body": 1.0}

    def __init__(self) -> None:
        self.added: list[Page] = []
        builder = tantivy.SchemaBuilder().add_text_field("url", stored=True, tokenizer_name="raw")
        for field in self._fields:
            builder = builder.add_text_field(field, tokenizer_name="nederlands")
        self.index: Any = tantivy.Index(builder.build())
        stemmer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        self.index.register_tokenizer(
            "nederlands",
            stemmer.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
            .filter(tantivy.Filter.stemmer("dutch")).build(),
        )  # fmt: skip

    def add(self, pages: Iterable[Page]) -> None:
        writer = self.index.writer(50_000_000, 1)
        pages = list(pages)
        self.added += pages
        for page in pages:
            url, *texts = _row(page)
            writer.add_document(
                tantivy.Document(url=[url], **{f: [t] for f, t in zip(self._fields, texts, strict=True)})
            )
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    def multiply(self, factor: int) -> None:
        self.add(self.added * (factor - 1))

    def find(self, question: str) -> list[str]:
        typed = " ".join(words(question))
        if not typed:
            return []
        query = self.index.parse_query(typed, list(self._fields), field_boosts=self._fields)
        searcher = self.index.searcher()
        return [searcher.doc(address)["url"][0] for _, address in searcher.search(query, 20).hits]
