"""Read a whole card out of a submitted form. Nothing is refused: what does not fit is kept as it was typed."""

import re
from typing import Any

from django.http import QueryDict

from doenwatwerkt.catalogue.queries import Names
from doenwatwerkt.editing.queries import Field, fields_of

type Json = dict[str, Any]


def read_data(kind: str, sent: QueryDict, names: Names, *, without: frozenset[str] = frozenset()) -> Json:
    """What somebody wrote, with the keys of a content file. Fields in `without` were not asked."""
    keys = {name: keys_of(words) for name, words in names.items()}
    return {
        field.key: _read(field, field.key, sent, keys) for field in fields_of(kind) if field.key not in without
    }  # fmt: skip


def labels(words: dict[str, str]) -> dict[str, str]:
    """Per key the words to choose it by; the same words twice get their key behind them."""
    seen: dict[str, int] = {}
    for told in words.values():
        seen[told] = seen.get(told, 0) + 1
    return {key: told if seen[told] == 1 else f"{told} ({key})" for key, told in words.items()}


def keys_of(words: dict[str, str]) -> dict[str, str]:
    """Per way to write it the key that is meant: its words, whatever their case, or the key itself."""
    return {told.casefold(): key for key, told in labels(words).items()} | {key.casefold(): key for key in words}


def clean(text: str) -> str:
    """Typed text with one kind of line end, and without what no database keeps."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()


def _read(field: Field, name: str, sent: QueryDict, keys: dict[str, dict[str, str]]) -> Any:
    if field.sort == "rows":
        return _rows(field, name, sent, keys)
    if field.sort == "many":
        return _many(field, sent.getlist(name))
    if field.sort == "picks":
        return list(dict.fromkeys(_key(field, text, keys) for one in sent.getlist(name) if (text := clean(one))))
    text = clean(sent.get(name, ""))
    if field.sort == "yes":
        return bool(text)
    if field.sort == "lines":
        return [line.strip() for line in text.split("\n") if line.strip()]
    if field.sort == "number" or field.whole:
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else text or None
    if field.sort == "pick":
        return _key(field, text, keys) or None
    return text or None


def _key(field: Field, text: str, keys: dict[str, dict[str, str]]) -> str:
    return keys.get(field.of, {}).get(" ".join(text.split()).casefold(), text)


def _many(field: Field, values: list[str]) -> list[str]:
    """Ticked values in the order of the list; what is not on the list comes last and is told of later."""
    ticked = {clean(value) for value in values if clean(value)}
    known = [value for value, _ in field.choices if value in ticked]
    return known + sorted(ticked - set(known))


def _rows(field: Field, name: str, sent: QueryDict, keys: dict[str, dict[str, str]]) -> list[Json]:
    """Repeated lines, in their order; a line in which nothing was typed is gone."""
    found = []
    for n in sorted({int(told[1]) for key in sent if (told := re.match(rf"{name}-([0-9]{{1,4}})-", key))}):
        row = {column.key: _read(column, f"{name}-{n}-{column.key}", sent, keys) for column in field.columns}
        if any(row.values()):
            found.append(row)
    return found
