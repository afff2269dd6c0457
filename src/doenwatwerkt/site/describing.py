"""The generated pages of docs/: what the code says about itself, in tables."""

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import Choices, Model
from django.urls import URLPattern, URLResolver, get_resolver

from doenwatwerkt.journal import reactions
from doenwatwerkt.journal.facts import Fact
from doenwatwerkt.keys import queries as keys
from doenwatwerkt.lib import codes
from doenwatwerkt.lib.tables import read_tsv
from doenwatwerkt.people import access
from doenwatwerkt.people.access import Door, Role
from doenwatwerkt.ui.middleware import WRITES_ON_GET

MADE = "<!-- Gemaakt door `./run manage docs`. Verander de code, niet deze bladzijde. -->\n\n"


def _models() -> list[type[Model]]:
    ours = [model for model in apps.get_models() if model.__module__.startswith("doenwatwerkt.")]
    return sorted(ours, key=lambda model: model._meta.label)


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _meanings() -> dict[str, str]:
    """What words mean, the only part written by hand: docs/betekenissen.tsv."""
    return {row["english"]: row["betekenis"] for row in read_tsv(settings.ROOT / "docs" / "betekenissen.tsv")}


def glossary() -> str:
    """Dutch word ↔ English identifier ↔ meaning ↔ room, out of verbose names, labels and slugs."""
    meanings = _meanings()
    things = [
        [str(model._meta.verbose_name), model.__name__, meanings.get(model.__name__, ""), model._meta.app_label]
        for model in _models()
    ]
    fields = sorted(
        {
            (str(field.verbose_name), field.name, model.__name__, model._meta.app_label)
            for model in _models()
            for field in model._meta.concrete_fields
            if field.name != "id" and str(field.verbose_name) != field.name
        }
    )
    lists = [
        [str(label), f"{name}.{member.name}", f"`{member.value}`", kind.__module__.split(".")[1]]
        for name, kind in sorted(_code_lists().items())
        for member, label in zip(kind, kind.labels, strict=True)
    ]  # fmt: skip
    return (
        "# Woordenlijst\n\n" + MADE
        + "Nederlands op het scherm, Engels in de code. Zoek een woord en u weet waar het woont.\n\n"
        + "## Dingen\n\n" + _table(["Nederlands", "English", "betekenis", "kamer"], sorted(things))
        + "\n## Velden\n\n" + _table(["Nederlands", "English", "van", "kamer"], [list(row) for row in fields])
        + "\n## Vaste waarden\n\n" + _table(["Nederlands", "English", "waarde", "kamer"], lists)
    )  # fmt: skip


def _code_lists() -> dict[str, type[Choices]]:
    found: dict[str, type[Choices]] = {}
    modules = [codes, *(import_module(f"{app.name}.rules") for app in _rooms_with("rules"))]
    for module in modules:
        for name, kind in vars(module).items():
            if inspect.isclass(kind) and issubclass(kind, Choices) and kind.__module__ == module.__name__:
                found[name] = kind
    return found


def _rooms_with(file: str) -> list["apps.AppConfig"]:  # type: ignore[name-defined]
    ours = [app for app in apps.get_app_configs() if app.name.startswith("doenwatwerkt.")]
    return [app for app in ours if (Path(app.path) / f"{file}.py").exists()]


def routes(
    patterns: list[URLPattern | URLResolver] | None = None, prefix: str = "/", space: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    """Every address: (readable path, url name, pattern)."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, path, str(pattern.namespace or space))
        else:
            yield re.sub(r"\(\?P<(\w+)>[^/]*\)/\$", r"<\1>/", path).replace("^", ""), f"{space}:{pattern.name}", pattern


def doors() -> str:
    """Every URL and who may open it; and for every lock, which role opens it."""
    rows, locks = [], []
    for path, name, pattern in routes():
        door = access.door_of(pattern.callback)
        public = not getattr(pattern.callback, "login_required", True)
        whom = "iedereen" if public else "wie is aangemeld" if door == Door() else "wie een rol heeft"
        view = inspect.unwrap(pattern.callback)
        methods = "POST" if "require_POST" in inspect.getsource(view).partition("def ")[0] else "GET"
        rows.append([f"`{path}`", name, methods, whom, WRITES_ON_GET.get(name, "")])
        if not public and door != Door():
            locks.append([name, *(keyhole(door, role) for role in Role), door.note])
    return (
        "# Deuren\n\n" + MADE + "Elk adres en wie het mag openen. Een GET verandert niets, behalve waar dat erbij staat.\n\n"
        + _table(["adres", "naam", "methode", "voor wie", "schrijft op GET, want"], rows)
        + "\n## Deuren met een slot\n\nWie een rol heeft, opent: `ja` = voor elke organisatie, `eigen` = alleen voor de "
        + "organisatie waar die nu voor werkt, `-` = niet (dan lijkt het of er niets is). Bij rollen met een tweede stap: pas "
        + "na die stap.\n\n" + _table(["naam", *Role.values, "opmerking"], locks)
    )  # fmt: skip


def keyhole(door: Door, role: str) -> str:
    """Whether this role opens this door, for docs/doors.md."""
    if door.lets_in([role], own=False):
        return "ja"
    return "eigen" if door.lets_in([role], own=True) else "-"


def facts() -> str:
    """Every fact: who announces it and who reacts."""
    for app in _rooms_with("facts"):
        import_module(f"{app.name}.facts")
    subscribed = reactions.subscriptions()
    kinds = sorted(Fact.__subclasses__(), key=reactions.name_of)
    rows = [
        [reactions.name_of(kind).split(".")[0], kind.__name__, ", ".join(n for n in kind.__annotations__),
         ", ".join(subscribed.get(reactions.name_of(kind), []))]
        for kind in kinds if kind.__module__.startswith("doenwatwerkt.")
    ]  # fmt: skip
    return (
        "# Feiten\n\n"
        + MADE
        + "Wat kamers melden en wie daarop reageert.\n\n"
        + _table(["kamer", "feit", "gegevens", "wie reageert"], rows)
    )


def privacy() -> str:
    """What is kept of whom and how long: the register that the AVG asks for, out of the code."""
    rows = [
        [str(model._meta.verbose_name), model._meta.app_label, ", ".join(model.Privacy.personal) or "niets", model.Privacy.keep]  # type: ignore[attr-defined]
        for model in _models()
    ]  # fmt: skip
    rows += [[what, label.partition(".")[0], personal, keep] for label, (what, personal, keep) in keys.THEIRS.items()]
    return (
        "# Wat wij bewaren\n\n" + MADE + "Per soort gegeven: wat ervan over een persoon gaat en hoe lang wij het bewaren.\n\n"
        + _table(["gegeven", "kamer", "persoonlijk", "hoe lang"], rows)
    )  # fmt: skip
