"""Everything that changes the index: put pages in, take them out, keep a question that found nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import batched

from django.db import connection, transaction
from django.db.models import Count, F

from doenwatwerkt.lib.personal import mask
from doenwatwerkt.search import analyser, bits, ranking, semantic
from doenwatwerkt.search.folding import storable
from doenwatwerkt.search.models import Document, Facet, Miss, Posting, Token, Vector, Word
from doenwatwerkt.search.pages import Page
from doenwatwerkt.search.planning import measure

__all__ = ["Page", "arrange", "forget", "forget_misses", "index", "index_vectors", "keep_miss", "measure"]

_BATCH = 500
_MOST_VALUES = 5_000
_SHOWN = ("title", "url", "asked", "summary", "body", "facets", "on")
_ARRANGED = ("kind", "ref", "title", "facets", "on")
_LONGEST_MISS = 200


MANY = 50
"""From so many pages at once, PostgreSQL is told to count again."""


@transaction.atomic
def index(pages: Iterable[Page]) -> int:
    """Put pages in the index or renew them, in the caller's transaction. Returns how many."""
    done, moved = 0, False
    for batch in batched(pages, _BATCH):
        latest = {(page.kind, page.ref): page for page in batch}
        moved = _index(list(latest.values())) or moved
        done += len(latest)
    if moved:
        arrange()
    if done >= MANY:
        measure()
    return done


@transaction.atomic
def forget(keys: Iterable[tuple[str, int]]) -> int:
    """Take pages out of the index by (kind, ref). Returns how many were in it."""
    done = 0
    for batch in batched(keys, _BATCH):
        _lock()
        gone = [pk for pk, key in _known(batch).items() if key in set(batch)]
        delta = _take_out(gone)
        delta[""] = -len(gone)
        _count(delta)
        Document.objects.filter(pk__in=gone).delete()
        done += len(gone)
    if done:
        arrange()
    return done


def arrange() -> None:
    """Write which pages have which facets, as bits in the order of their titles: all of it, from the pages as they are now.

    The caller is the one writer. Only values whose bits changed are written."""
    now = bits.packed(Document.objects.order_by("title", "ref", "kind").values_list("ref", "facets", "on").iterator())
    kept = {name: bytes(pages) for name, pages in Facet.objects.order_by("name").values_list("name", "pages")}
    Facet.objects.bulk_create(
        [Facet(name=name, pages=pages) for name, pages in now.items() if kept.get(name) != pages],
        update_conflicts=True, unique_fields=["name"], update_fields=["pages"],
    )  # fmt: skip
    Facet.objects.filter(name__in=kept.keys() - now.keys()).delete()


@transaction.atomic
def keep_miss(text: str, *, on: date) -> None:
    """Keep a submitted question that had no good hit: masked, one row a day, counted. Empty ones are not kept."""
    plain = " ".join(storable(mask(text)).lower().split())[:_LONGEST_MISS]
    if not plain:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO {Miss._meta.db_table} (text, "on", times) VALUES (%s, %s, 1) '  # noqa: S608 -- own name
            f'ON CONFLICT (text, "on") DO UPDATE SET times = {Miss._meta.db_table}.times + 1',
            [plain, on],
        )


def forget_misses(*, before: date) -> int:
    """Forget questions that found nothing before a day. Returns how many rows went."""
    return Miss.objects.filter(on__lt=before).delete()[0]


def index_vectors(*, most: int | None = None) -> int:
    """Give pages that are new or changed their vectors, at most `most`. Returns how many; 0 without the extra.

    A page at a time, each in its own transaction: stopping halfway loses nothing, running again goes on.
    """
    if not semantic.is_there():
        return 0
    digests = dict(Vector.objects.order_by("pk").values_list("document_id", "digest"))
    stale = [
        row for row in Document.objects.order_by("pk").iterator() if digests.get(row.pk) != semantic.digest_of(row)
    ]
    for document in stale[:most]:
        packed = semantic.pack(semantic.lines_of(document))
        with transaction.atomic():
            Vector.objects.filter(document=document).delete()
            Vector.objects.create(document=document, digest=semantic.digest_of(document), vectors=packed)
    return len(stale[:most])


def _index(pages: list[Page]) -> bool:
    """Index some pages. Whether one has another title, day or other facets than before, or is new."""
    _lock()
    known = _known((page.kind, page.ref) for page in pages)
    before = set(Document.objects.filter(pk__in=known).order_by("pk").values_list(*_ARRANGED))
    delta = _take_out(known)
    documents = Document.objects.bulk_create(
        [_document(page) for page in pages],
        update_conflicts=True, unique_fields=["kind", "ref"], update_fields=list(_SHOWN),
    )  # fmt: skip
    found: dict[int, dict[str, int]] = {}
    written: dict[str, str] = {}
    for page, document in zip(pages, documents, strict=True):
        found[document.pk] = _impacts(page, written)
    for impacts in found.values():
        delta.update(impacts.keys())
    delta[""] = len(pages) - len(known)
    numbers = _number(delta)
    _note(written, numbers)
    _post((numbers[token], pk, impact) for pk, impacts in found.items() for token, impact in sorted(impacts.items()))
    _count(delta)
    return before != {tuple(getattr(document, name) for name in _ARRANGED) for document in documents}


def _post(rows: Iterable[tuple[int, int, int]]) -> None:
    """Write postings (token id, document id, impact). By hand: a model object a posting takes four times as long."""
    with connection.cursor() as cursor:
        for batch in batched(rows, _MOST_VALUES):
            cursor.executemany(
                f"INSERT INTO {Posting._meta.db_table} (token_id, document_id, impact) VALUES (%s, %s, %s)",  # noqa: S608 -- own name
                batch,
            )


def _lock() -> None:
    """One writer at a time: the counts stay right and two writers cannot block each other halfway."""
    Token.objects.get_or_create(token="")
    Token.objects.select_for_update().get(token="")


def _known(keys: Iterable[tuple[str, int]]) -> dict[int, tuple[str, int]]:
    """The documents with these keys, by primary key."""
    refs: dict[str, list[int]] = {}
    for kind, ref in keys:
        refs.setdefault(kind, []).append(ref)
    rows = [
        row for kind, numbers in refs.items()
        for row in Document.objects.filter(kind=kind, ref__in=numbers).values_list("pk", "kind", "ref")
    ]  # fmt: skip
    return {pk: (kind, ref) for pk, kind, ref in rows}


def _take_out(documents: Iterable[int]) -> Counter[str]:
    """Remove the postings of these documents; per token how many documents it lost, as a negative number."""
    postings = Posting.objects.filter(document_id__in=list(documents))
    lost = postings.values_list("token__token").annotate(times=Count("pk")).order_by("token__token")
    delta = Counter({token: -times for token, times in lost})
    postings.delete()
    return delta


def _document(page: Page) -> Document:
    return Document(
        kind=page.kind, ref=page.ref, title=storable(page.title)[:300], url=page.url,
        asked="\n".join(" ".join(storable(line).split()) for line in page.asked),
        summary=storable(page.summary), body=storable(page.body),
        facets="\n".join(_facets(page)), on=page.on,
    )  # fmt: skip


def _impacts(page: Page, written: dict[str, str]) -> dict[str, int]:
    """The impact per token of one page, facets included; notes in `written` the token of every word."""
    fields = {
        "title": [analyser.read(page.title)],
        "asked": [analyser.read(line) for line in page.asked],
        "summary": [analyser.read(page.summary)],
        "body": [analyser.read(page.body)],
    }
    written.update((term.word, term.token) for texts in fields.values() for terms in texts for term in terms)
    return ranking.impacts(fields, weight=page.weight) | dict.fromkeys(_facets(page), 0)


def _facets(page: Page) -> list[str]:
    chosen = {"soort": (page.kind,)} | page.facets
    return [f"{facet}:{value}" for facet, values in chosen.items() for value in dict.fromkeys(values)]


def _number(tokens: Iterable[str]) -> dict[str, int]:
    """The primary key of every token, new ones made."""
    wanted = sorted(tokens)
    numbers: dict[str, int] = {}
    for batch in batched(wanted, _MOST_VALUES):
        numbers |= dict(Token.objects.filter(token__in=batch).values_list("token", "pk"))
    new = [Token(token=token) for token in wanted if token not in numbers]
    return numbers | {row.token: row.pk for row in Token.objects.bulk_create(new, batch_size=_MOST_VALUES)}


def _note(written: Mapping[str, str], numbers: Mapping[str, int]) -> None:
    """Add words to the vocabulary that are not in it."""
    known: set[str] = set()
    for batch in batched(sorted(written), _MOST_VALUES):
        known.update(Word.objects.filter(word__in=batch).values_list("word", flat=True))
    new = [Word(word=word, token_id=numbers[token]) for word, token in sorted(written.items()) if word not in known]
    Word.objects.bulk_create(new, batch_size=_MOST_VALUES)


def _count(delta: Counter[str]) -> None:
    """Add to the number of documents per token: one UPDATE for all tokens that change by the same number."""
    by_change: dict[int, list[str]] = {}
    for token, change in delta.items():
        if change:
            by_change.setdefault(change, []).append(token)
    for change, tokens in sorted(by_change.items()):
        for batch in batched(sorted(tokens), _MOST_VALUES):
            Token.objects.filter(token__in=batch).update(documents=F("documents") + change)
