"""What is still wrong with a card, said at its field in words for who writes it."""

from typing import Any, NamedTuple

from doenwatwerkt.catalogue import content
from doenwatwerkt.catalogue.queries import Names, known
from doenwatwerkt.editing.queries import Field, fields_of
from doenwatwerkt.lib.content import Slip

SAID: dict[str, str] = {
    "missing": "Vul dit nog in.", "string_type": "Vul dit nog in.", "enum": "Kies een van de mogelijkheden.",
    "literal_error": "Kies een van de mogelijkheden.", "too_short": "Hier hoort nog iets: minstens {min_length}.",
    "too_long": "Dit zijn er te veel: hoogstens {max_length}.", "string_too_short": "Dit is te kort: minstens {min_length} tekens.",
    "string_too_long": "Dit is te lang: hoogstens {max_length} tekens.",
    "string_pattern_mismatch": "Schrijf een webadres dat begint met https://.", "unknown": "Dit kennen wij niet. Kies iets uit de lijst.",
    "int_parsing": "Schrijf een heel getal.", "int_type": "Vul dit nog in.", "date_type": "Vul dit nog in.",
    "date_from_datetime_parsing": "Schrijf een datum, zoals 2026-11-22.",
}  # fmt: skip
SURELY = "Zeg bij welke organisatie een lezer dit kan laten nakijken."


class Trouble(NamedTuple):
    """One thing to put right: under which key of the form ("stappen", "bronnen-0-titel"), its label and the words."""

    key: str
    label: str
    words: str


def troubles(kind: str, data: dict[str, Any], names: Names) -> list[Trouble]:
    """Everything that is still wrong, in the order of the form. Empty when the card is whole."""
    fields = {field.key: (n, field) for n, field in enumerate(fields_of(kind))}
    _, slips = content.read_card(kind, data, known(names))
    found: dict[str, tuple[int, Trouble]] = {}
    for slip in slips:
        key = str(slip.where[0]) if slip.where else "nakijken_bij"
        if key in fields:
            order, field = fields[key]
            told = _told(field, slip)
            found.setdefault(told.key, (order, told))
    return [told for _, told in sorted(found.values(), key=lambda one: one[0])]


def _told(field: Field, slip: Slip) -> Trouble:
    if not slip.where:
        return Trouble(field.key, field.label, SURELY)
    words = SAID[slip.sort].format_map(slip.limits) if slip.sort in SAID else f"Dit klopt niet: {slip.reason}."
    if field.of and slip.sort == "string_pattern_mismatch":
        words = SAID["unknown"]
    if len(slip.where) == 1:
        return Trouble(field.key, field.label, words)
    line = int(slip.where[1])
    if field.sort != "rows" or len(slip.where) < 3:
        return Trouble(field.key, field.label, f"Regel {line + 1}: {words[0].lower()}{words[1:]}")
    column = next(column for column in field.columns if column.key == slip.where[2])
    if column.of and slip.sort in ("string_pattern_mismatch", "string_too_long"):
        words = SAID["unknown"]
    return Trouble(
        f"{field.key}-{line}-{column.key}", f"{field.label}, regel {line + 1}: {column.label.lower()}", words
    )
