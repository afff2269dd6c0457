"""What differs between two texts of a card, field by field, in words for a person."""

from dataclasses import dataclass
from typing import Any

from doenwatwerkt.catalogue.queries import Names
from doenwatwerkt.editing.queries.fields import Field, fields_of
from doenwatwerkt.lib.differences import Part, differences

type Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs: what it said, what it says, and both in one."""

    key: str
    label: str
    old: str
    new: str
    parts: list[Part]


def changes(kind: str, old: Json, new: Json, names: Names) -> list[Change]:
    """The fields of a card that differ, in the order of the form."""
    found = []
    for field in fields_of(kind):
        before, after = in_words(field, old.get(field.key), names), in_words(field, new.get(field.key), names)
        if before != after:
            found.append(Change(field.key, field.label, before, after, differences(before, after)))
    return found


def in_words(field: Field, value: Any, names: Names) -> str:
    """What somebody wrote in a field, as a person reads it: labels instead of keys, a line for every item."""
    if field.sort == "yes":
        return "Ja" if value else "Nee"
    if value in (None, "", []):
        return ""
    if field.sort == "rows":
        return "\n".join(_row(field, row, names) for row in value)
    told = dict(field.choices) | names.get(field.of, {})
    many = value if isinstance(value, list) else [value]
    return "\n".join(told.get(str(one), str(one)) for one in many)


def _row(field: Field, row: Json, names: Names) -> str:
    cells = [(column.label, in_words(column, row.get(column.key), names)) for column in field.columns]
    return " · ".join(f"{label}: {told}" for label, told in cells if told)
