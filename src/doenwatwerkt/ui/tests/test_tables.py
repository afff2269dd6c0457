"""Lists to take away open in any program, and no cell in them does anything by itself."""

import csv
import io
import json
from datetime import date
from typing import Annotated, TypedDict

import pytest

from doenwatwerkt.lib.codes import Scale
from doenwatwerkt.ui.api import Codes, told
from doenwatwerkt.ui.tables import Listing, columns, csv_lines, json_lines

TODAY = date(2026, 11, 23)


class Maker(TypedDict):
    name: Annotated[str, told("naam", "Naam.")]
    known: Annotated[bool, told("bekend", "Of we die kennen.")]


class Thing(TypedDict):
    title: Annotated[str, told("titel", "Titel.")]
    scale: Annotated[str | None, Codes(Scale), told("omvang", "Omvang.")]
    maker: Annotated[Maker | None, told("maker", "Wie het maakte.", source="de maker")]
    tags: Annotated[list[str], told("woorden", "Woorden.")]
    makers: Annotated[list[Maker], told("makers", "Nog meer makers.")]
    made: Annotated[date, told("gemaaktOp", "Dag.")]
    good: Annotated[bool, told("goed", "Of het goed is.")]


def thing(**says):
    return {
        "title": "een", "scale": "klein", "maker": {"name": "Jo", "known": True}, "tags": ["a", "b"],
        "makers": [{"name": "Jo", "known": True}, {"name": "Mo", "known": False}], "made": TODAY, "good": False,
    } | says  # fmt: skip


def listing(*things):
    return Listing("dingen", "Dingen", Thing, lambda today: iter([list(things)]), "de redactie")


def cells(*things):
    return list(csv.reader(io.StringIO("".join(csv_lines(listing(*things), TODAY)), newline="")))


def test_every_column_has_a_name_a_meaning_a_sort_and_a_source():
    told = [(one.name, one.meaning, one.sort, one.source) for one in columns(Thing, "de redactie")]
    assert told == [
        ("titel", "Titel.", "tekst", "de redactie"), ("omvang", "Omvang.", "tekst", "de redactie"),
        ("makerNaam", "Naam.", "tekst", "de maker"), ("makerBekend", "Of we die kennen.", "ja of nee", "de maker"),
        ("woorden", "Woorden.", "lijst", "de redactie"), ("makers", "Nog meer makers.", "lijst", "de redactie"),
        ("gemaaktOp", "Dag.", "datum (jjjj-mm-dd)", "de redactie"), ("goed", "Of het goed is.", "ja of nee", "de redactie"),
    ]  # fmt: skip
    assert [one.codes for one in columns(Thing, "")][1] is Scale


def test_a_thing_in_a_thing_gets_columns_and_lists_stay_in_one_cell():
    assert cells(thing()) == [
        ["titel", "omvang", "makerNaam", "makerBekend", "woorden", "makers", "gemaaktOp", "goed"],
        ["een", "klein", "Jo", "ja", "a | b", "Jo | Mo", "2026-11-23", "nee"],
    ]


def test_what_is_not_known_is_empty():
    assert cells(thing(maker=None, scale=None, tags=[]))[1] == ["een", "", "", "", "", "Jo | Mo", "2026-11-23", "nee"]


@pytest.mark.parametrize("start", ["=1+1", "+31", "-5", "@SOM(A1)", "\tx", "\rx"])
def test_a_cell_that_a_spreadsheet_would_run_is_text(start):
    assert cells(thing(title=start))[1][0] == f"'{start}"


@pytest.mark.parametrize("text", ['zeg "ja"', "een, twee", "regel\r\nregel", "één", "5 - 3 = 2", ""])
def test_other_text_comes_back_as_it_was(text):
    assert cells(thing(title=text))[1][0] == text


def test_csv_has_no_mark_at_the_start_and_lines_end_as_rfc_4180_says():
    text = "".join(csv_lines(listing(thing()), TODAY))
    assert text.startswith("titel,")
    assert text.endswith("\r\n")


@pytest.mark.parametrize("number", [0, 1, 3])
def test_json_is_one_list_with_dutch_names(number):
    found = json.loads(b"".join(json_lines(listing(*[thing()] * number), TODAY)))
    assert found == [
        {"titel": "een", "omvang": "klein", "maker": {"naam": "Jo", "bekend": True}, "woorden": ["a", "b"],
         "makers": [{"naam": "Jo", "bekend": True}, {"naam": "Mo", "bekend": False}], "gemaaktOp": "2026-11-23", "goed": False}
    ] * number  # fmt: skip
