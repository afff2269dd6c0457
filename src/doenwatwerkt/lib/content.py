"""Content files: reading them, and saying in words what is wrong with one: file, key and reason."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from doenwatwerkt.lib.tables import ContentError, read_tsv

__all__ = ["ContentError", "Record", "Slip", "digest", "parse", "read_tsv", "read_yaml", "slips"]

REASONS = {
    "missing": "ontbreekt",
    "extra_forbidden": "onbekende sleutel; kijk in docs/inhoud.md welke er zijn",
    "string_type": "moet tekst zijn",
    "string_too_short": "mag niet leeg zijn",
    "string_pattern_mismatch": "heeft niet de goede vorm: {pattern}",
    "string_too_long": "is te lang: hoogstens {max_length} tekens",
    "too_short": "heeft minstens {min_length} nodig",
    "too_long": "mag er hoogstens {max_length} hebben",
    "list_type": "moet een lijst zijn (regels die met een streepje beginnen)",
    "dict_type": "moet uit sleutels met waarden bestaan",
    "model_type": "moet uit sleutels met waarden bestaan",
    "int_parsing": "moet een heel getal zijn",
    "int_type": "moet een heel getal zijn",
    "bool_parsing": "moet ja of nee zijn (true of false)",
    "bool_type": "moet ja of nee zijn (true of false)",
    "date_from_datetime_parsing": "moet een datum zijn, zoals 2026-11-22",
    "date_type": "moet een datum zijn, zoals 2026-11-22",
    "enum": "moet een van deze zijn: {expected}",
    "literal_error": "moet een van deze zijn: {expected}",
    "less_than_equal": "mag hoogstens {le} zijn",
    "greater_than_equal": "moet minstens {ge} zijn",
}


class Record(BaseModel):
    """Base for the shape of one content record: Dutch keys, nothing unknown, text without stray spaces."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, use_enum_values=True)


class _StrictLoader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """YAML that refuses the same key twice instead of silently keeping the last."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: list[Any] = []
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"sleutel '{key}' staat er twee keer", key_node.start_mark
                )
            seen.append(key)
        return super().construct_mapping(node, deep)  # type: ignore[no-any-return]


def read_yaml(path: Path, *, file: str = "") -> Any:
    """The contents of one YAML file. ContentError where it cannot be read, with `file` (or its own name) as its name."""
    file = file or path.name
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_StrictLoader)  # noqa: S506 -- a safe loader
    except UnicodeDecodeError as error:
        raise ContentError(file, "", f"is geen UTF-8-tekst (teken {error.start})") from error
    except OSError as error:
        raise ContentError(file, "", f"is niet te lezen: {error.strerror}") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"regel {mark.line + 1}" if mark else ""
        raise ContentError(file, where, f"geen geldige YAML: {getattr(error, 'problem', error)}") from error


def parse[R: Record](shape: type[R], data: Any, *, file: str) -> R:
    """One record in its shape. ContentError names the first key that is wrong."""
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        _refuse(error, file)


def _refuse(error: ValidationError, file: str) -> NoReturn:
    first = slips(error)[0]
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in first.where)
    raise ContentError(file, key, first.reason) from error


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that is wrong in a record: where, which sort of mistake with its limits, and the reason in words."""

    where: tuple[str | int, ...]
    sort: str
    limits: dict[str, str]
    reason: str


def slips(error: ValidationError) -> list[Slip]:
    """Everything that is wrong in one record."""
    return [_slip(told) for told in error.errors()]


def _slip(told: Any) -> Slip:
    known = REASONS.get(told["type"])
    limits = {name: str(value).replace("' or '", "' of '") for name, value in told.get("ctx", {}).items()}
    reason = known.format_map(limits) if known else told["msg"]
    return Slip(told["loc"], told["type"], limits, reason.removeprefix("Value error, "))


def digest(data: Any) -> str:
    """A short fingerprint of a record: the same whenever the content is the same."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
