"""The house rules that a machine can check. A failing test here names the rule and the place."""

import ast
import inspect
import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from doenwatwerkt.ui.middleware import WRITES_ON_GET
from tools import weigh

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src/doenwatwerkt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
ROOMS = [app.name for app in apps.get_app_configs() if app.name.startswith("doenwatwerkt.")]
PLUMBING = {"journal", "post", "search", "ui"}
READING = {"index", "home"}


def contract(name):
    return next(c for c in PROJECT["tool"]["importlinter"]["contracts"] if c["name"].startswith(name))


FLOOR = {
    room.strip(" ()"): depth for depth, storey in enumerate(contract("Storeys")["layers"]) for room in storey.split("|")
}


def operations():
    for room in ROOMS:
        if room.split(".")[1] in PLUMBING or not any((SRC / room.split(".")[1]).glob("operations*")):
            continue
        module = import_module(f"{room}.operations")
        for name, function in vars(module).items():
            ours = inspect.isfunction(function) and function.__module__.startswith(f"{room}.operations")
            if ours and not name.startswith("_"):
                yield function


@pytest.mark.parametrize("operation", list(operations()), ids=lambda f: f"{f.__module__.split('.')[1]}.{f.__name__}")
def test_operation_keeps_the_form(operation):
    parameters = list(inspect.signature(operation).parameters.values())
    assert operation.__doc__, "say what it does, what it refuses, what it announces"
    assert all(p.kind in (p.KEYWORD_ONLY, p.VAR_KEYWORD) for p in parameters[1:]), (
        "everything after the subject is keyword-only"
    )
    assert {"by", "at"} <= {p.name for p in parameters}, "who did it and when are passed in, never looked up"
    assert hasattr(operation, "__wrapped__"), "@transaction.atomic"


def every_route(patterns=None, prefix="", space=""):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = pattern.namespace or space
            yield from every_route(pattern.url_patterns, prefix + str(pattern.pattern), inner)
        elif isinstance(pattern, URLPattern):
            yield prefix + str(pattern.pattern), pattern, f"{space}:{pattern.name}"


ROUTES = list(every_route())


@pytest.mark.parametrize(("route", "pattern", "name"), ROUTES, ids=[name for _, _, name in ROUTES])
def test_one_word_runs_through_the_room(route, pattern, name):
    view = inspect.unwrap(pattern.callback)
    assert pattern.name == view.__name__, "url name = view name"
    tests = SRC / view.__module__.split(".")[1] / "tests"
    word = re.compile(rf"\b{pattern.name}\b")
    found = [
        path for path in tests.glob("test_*.py") if path.stem == f"test_{pattern.name}" or word.search(path.read_text())
    ]
    assert found, f"no test in {tests} names {pattern.name}"


def test_what_writes_on_get_exists_and_has_a_reason():
    names = {name for _, _, name in ROUTES}
    assert set(WRITES_ON_GET) <= names
    assert all(len(reason) > 20 for reason in WRITES_ON_GET.values())


def python_files():
    return [p for p in SRC.rglob("*.py") if "migrations" not in p.parts]


def test_every_file_says_its_job():
    bare = [p for p in python_files() if p.read_text().strip() and not ast.get_docstring(ast.parse(p.read_text()))]
    assert bare == []


def test_no_clock_no_signals_no_save_overrides():
    bad = []
    for path in python_files():
        text, name = path.read_text(), path.name
        inside = name in ("operations.py", "rules.py", "queries.py", "models.py", "access.py", "content.py")
        if (inside or "operations" in path.parts) and re.search(r"\b(now|today|localdate)\(\)", text):
            bad.append((path, "clock: pass `at` or `today` in"))
        if re.search(r"from django\.(db\.models\.signals|dispatch)", text):
            bad.append((path, "signals: announce a fact"))
        if name == "models.py" and re.search(r"def (save|delete)\(", text):
            bad.append((path, "save() override: use an operation"))
        if re.search(r"ModelChoiceField|ModelForm\b|get_object_or_404", text) and name != "views.py":
            bad.append((path, "templates may not query: hand over a list of choices"))
    assert bad == []


def test_rules_are_pure():
    for path in SRC.rglob("rules.py"):
        imports = [line for line in path.read_text().splitlines() if line.startswith(("from ", "import "))]
        allowed = re.compile(
            r"from (django\.db\.models import (Text|Integer)Choices|doenwatwerkt\.lib\."
            r"|(dataclasses|datetime|collections\.abc|typing) import)"
        )
        assert [line for line in imports if not allowed.match(line)] == [], path


def test_inline_imports_give_a_reason_from_the_list():
    reasons = {"tasks are imported before models are ready", "operations enqueues this task",
               "registers itself once apps are ready", "the extra may be absent", "slow import"}  # fmt: skip
    bad = []
    for path in python_files():
        for line in path.read_text().splitlines():
            if "PLC0415" in line and "tests" not in path.parts:
                reason = line.partition("-- ")[2].strip()
                if reason not in reasons:
                    bad.append((path.name, line.strip()))
    assert bad == []


def test_foreign_keys_point_downhill():
    up = []
    for model in apps.get_models():
        here = model._meta.app_label
        for field in model._meta.get_fields():
            other = getattr(field, "related_model", None)
            if here in FLOOR and field.concrete and other and other._meta.app_label in FLOOR:
                there = other._meta.app_label
                if there != here and FLOOR[there] <= FLOOR[here]:
                    up.append(str(field))
    assert up == []


OURS = [model for model in apps.get_models() if model.__module__.startswith("doenwatwerkt.")]


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_every_model_says_what_is_personal_and_how_long_it_is_kept(model):
    assert model.Privacy.keep
    names = {field.name for field in model._meta.get_fields()} | {f.attname for f in model._meta.concrete_fields}
    assert set(model.Privacy.personal) <= names
    assert not model._meta.ordering, "no hidden order"


def test_nothing_is_too_large():
    assert weigh.too_large() == []


def test_runtime_dependencies_stay_few_and_say_why():
    lines = (
        (ROOT / "pyproject.toml").read_text().partition("dependencies = [")[2].partition("\n]")[0].strip().splitlines()
    )
    assert len(lines) <= 22
    assert [line for line in lines if "# " not in line] == []
