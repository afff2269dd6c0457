"""Lists to take away: columns out of a shape with their meaning, written as CSV or JSON while they are read."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from pydantic.fields import FieldInfo

from doenwatwerkt.ui.api import Codes, written

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that starts like this is a formula to a spreadsheet."""
SORTS = {str: "tekst", int: "heel getal", bool: "ja of nee", date: "datum (jjjj-mm-dd)"}
BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as a file: `rows(today)` gives it in batches, in its shape. `source`: where it comes from."""

    name: str
    title: str
    shape: type
    rows: Callable[[date], Iterator[list[Any]]]
    source: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its Dutch name, what it means, what it holds, where that comes from, and the keys that lead to it.

    `parts`: of a list of things, the Dutch name of each field of such a thing."""

    name: str
    meaning: str
    sort: str
    source: str
    path: tuple[str, ...]
    codes: type | None = None
    parts: Mapping[str, str] = field(default_factory=dict)


def columns(shape: type, source: str, before: tuple[str, ...] = (), name: str = "") -> Iterator[Column]:
    """The columns of a shape. A thing inside a thing becomes columns of its own: oordeel.zekerheid is oordeelZekerheid."""
    for key, hint in get_type_hints(shape, include_extras=True).items():
        told = next(one for one in hint.__metadata__ if isinstance(one, FieldInfo))
        told_name = str(told.serialization_alias)
        own = name + told_name[:1].upper() + told_name[1:] if name else told_name
        extra = told.json_schema_extra if isinstance(told.json_schema_extra, dict) else {}
        origin, path = str(extra.get("x-bron", source)), (*before, key)
        inner = _inner(hint)
        if is_typeddict(inner):
            yield from columns(inner, origin, path, own)
        else:
            parts = _parts(inner)
            meaning = f"{told.description} Van elk, voor zover bekend: {', '.join(parts.values())}." if parts else ""
            yield Column(own, meaning or str(told.description), _sort(inner), origin, path, _codes(hint), parts)


def _parts(inner: Any) -> dict[str, str]:
    """The fields of the things in a list, as CSV names them: yes or no is left out there, one field needs no name."""
    thing = _inner(get_args(inner)[0]) if get_origin(inner) is list else None
    if not is_typeddict(thing):
        return {}
    fields = ((key, _inner(hint), hint) for key, hint in get_type_hints(thing, include_extras=True).items())
    found = {key: _alias(hint) for key, sort, hint in fields if sort is not bool}
    return found if len(found) > 1 else {}


def _alias(hint: Any) -> str:
    return next(str(one.serialization_alias) for one in hint.__metadata__ if isinstance(one, FieldInfo))


def _inner(hint: Any) -> Any:
    """A type without its annotations and without "or nothing"."""
    while get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    if get_origin(hint) in (Union, UnionType):
        [hint] = [one for one in get_args(hint) if one is not NoneType]
        return _inner(hint)
    return hint


def _sort(inner: Any) -> str:
    return "lijst" if get_origin(inner) is list else "gegevens" if get_origin(inner) is dict else SORTS[inner]


def _codes(hint: Any) -> type | None:
    """The code list of a column, wherever in its type it stands."""
    for one in getattr(hint, "__metadata__", ()):
        if isinstance(one, Codes):
            return one.kind
    return next((found for inside in get_args(hint) if (found := _codes(inside))), None)


def csv_lines(listing: Listing, today: date) -> Iterator[str]:
    """RFC 4180 with a comma, UTF-8 without a mark at the start. The first line holds the names of the columns."""
    shown = list(columns(listing.shape, listing.source))
    yield _line([column.name for column in shown])
    for batch in listing.rows(today):
        yield "".join(_line([_cell(row, column) for column in shown]) for row in batch)


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([f"'{cell}" if cell.startswith(DANGEROUS) else cell for cell in cells])
    return out.getvalue()


def _cell(row: Mapping[str, Any] | None, column: Column) -> str:
    value: Any = row
    for key in column.path:
        value = value[key] if value is not None else None
    if column.parts and value:
        return BETWEEN.join(_thing(one, column.parts) for one in value)
    return _text(value)


def _thing(value: Mapping[str, Any], parts: Mapping[str, str]) -> str:
    """What is known of one thing in a list, each part with its name: a number says nothing by itself."""
    return "; ".join(f"{name}: {text}" for key, name in parts.items() if (text := _text(value[key])))


def _text(value: Any) -> str:
    """A value as people read it: lists with a bar between, things by what is known of them."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case list():
            return BETWEEN.join(_text(one) for one in value)
        case dict():
            return ", ".join(text for one in value.values() if not isinstance(one, bool) and (text := _text(one)))
        case _:
            return str(value)


def json_lines(listing: Listing, today: date) -> Iterator[bytes]:
    """One JSON list of the same things as in the API, each on a line of its own."""
    between = b"[\n"
    for batch in listing.rows(today):
        for row in batch:
            yield between + written(listing.shape, row)
            between = b",\n"
    yield b"\n]\n" if between == b",\n" else b"[]\n"
