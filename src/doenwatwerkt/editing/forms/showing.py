"""The form of a card, finished for its template: steps, fields with what was written, and what is wrong at each."""

from dataclasses import dataclass, field
from typing import Any

from doenwatwerkt.catalogue.queries import Names
from doenwatwerkt.editing.forms.reading import labels
from doenwatwerkt.editing.forms.saying import Trouble
from doenwatwerkt.editing.queries import SECTIONS, Field

type Json = dict[str, Any]

BLANK, MORE = 1, 3
"""Empty lines under what there is; and after somebody asked for more."""
TALL = {"text": 4, "lines": 6}


@dataclass(slots=True)
class Shown:
    """One field on the page. `id` is also its name; `error` says what is wrong; `fixed` words replace the control."""

    id: str
    label: str
    sort: str
    help: str
    most: int
    of: str
    needed: bool
    value: str = ""
    count: int = 0
    tall: int = 0
    choices: list[tuple[str, str, bool]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    rows: list[list["Shown"]] = field(default_factory=list)
    error: str = ""
    fixed: str = ""

    @property
    def described(self) -> str:
        """The ids of the texts that explain this field."""
        parts = [(self.error, "fout"), (self.help, "hulp"), (self.most, "teller")]
        return " ".join(f"{self.id}-{name}" for there, name in parts if there)


@dataclass(frozen=True, slots=True)
class Step:
    """One section of the form with its fields."""

    anchor: str
    title: str
    help: str
    fields: list[Shown]


def shown(
    kind: str, data: Json, names: Names, *, troubles: list[Trouble] = [], more: str = "", fixed: frozenset[str] = frozenset()  # noqa: B006 -- never changed
) -> list[Step]:  # fmt: skip
    """The whole form. `more`: the field that gets extra empty lines; `fixed`: what is told and not asked."""
    wrong = {trouble.key: trouble.words for trouble in troubles}
    words = {name: labels(told) for name, told in names.items()}
    return [
        Step(section.anchor, section.title, section.help, [
            _shown(one, one.key, data.get(one.key), words, wrong, one.key == more, one.key in fixed)
            for one in section.fields
        ])
        for section in SECTIONS[kind]
    ]  # fmt: skip


def _shown(
    one: Field, name: str, value: Any, words: Names, wrong: dict[str, str], more: bool, fixed: bool
) -> Shown:  # fmt: skip
    it = Shown(
        name, one.label, one.sort, one.help, one.most, one.of, one.needed,
        error=wrong.get(name, ""), tall=TALL.get(one.sort, 0),
    )  # fmt: skip
    if one.sort in ("one", "select", "many"):
        it.choices = _choices(one, value)
        it.fixed = ", ".join(label for _, label, chosen in it.choices if chosen) if fixed else ""
    elif one.sort == "picks":
        told = words.get(one.of, {})
        it.lines = [told.get(key, key) for key in value or []] + [""] * (MORE if more else BLANK)
    elif one.sort == "rows":
        rows = [*(value or []), *({} for _ in range(MORE if more else BLANK))]
        it.rows = [
            [_shown(column, f"{name}-{n}-{column.key}", row.get(column.key), words, wrong, False, False) for column in one.columns]
            for n, row in enumerate(rows)
        ]  # fmt: skip
    elif one.sort == "lines":
        it.value = "\n".join(value or [])
        it.most = 0
    elif one.sort == "pick":
        it.value = words.get(one.of, {}).get(value or "", value or "")
    else:
        it.value = "" if value in (None, False) else "ja" if value is True else str(value)
    it.count = len(it.value)
    return it


def _choices(one: Field, value: Any) -> list[tuple[str, str, bool]]:
    """(value, label, chosen). What was sent and is not on the list stays in sight."""
    chosen = [str(item) for item in value] if isinstance(value, list) else [] if value is None else [str(value)]
    known = {told for told, _ in one.choices}
    strange = [(item, item, True) for item in chosen if item not in known]
    return [(told, label, told in chosen) for told, label in one.choices] + strange
