"""Content files: an editor who makes a mistake reads in which file, at which key, and why."""

from datetime import date
from typing import Literal

import pytest
from pydantic import Field

from doenwatwerkt.lib.codes import Price
from doenwatwerkt.lib.content import ContentError, Record, digest, parse, read_tsv, read_yaml


class Link(Record):
    url: str = Field(pattern=r"^https?://\S+$")


class Soup(Record):
    """The shape of a made-up record with every kind of key."""

    naam: str = Field(min_length=1, max_length=12)
    liters: int = Field(default=1, ge=1, le=9)
    prijs: Price = Price.FREE
    warm: bool = True
    gekookt_op: date = date(2026, 11, 22)
    kruiden: list[str] = Field(default=["peper"], min_length=1, max_length=2)
    recepten: list[Link] = []
    soort: Literal["dik", "dun"] = "dik"


def mistake(says):
    with pytest.raises(ContentError) as caught:
        parse(Soup, says, file="soepen/erwten.yaml")
    assert str(caught.value) == ": ".join(filter(None, (caught.value.file, caught.value.key, caught.value.reason)))
    return caught.value.file, caught.value.key, caught.value.reason


def test_a_good_record_comes_out_trimmed_and_with_plain_values():
    soup = parse(Soup, {"naam": " Erwten ", "prijs": "leden", "kruiden": ["tijm "]}, file="x")
    assert (soup.naam, soup.prijs, soup.kruiden, soup.gekookt_op) == ("Erwten", "leden", ["tijm"], date(2026, 11, 22))


@pytest.mark.parametrize(
    ("says", "key", "reason"),
    [
        ({}, "naam", "ontbreekt"),
        ({"naam": "  "}, "naam", "mag niet leeg zijn"),
        ({"naam": "a" * 13}, "naam", "is te lang: hoogstens 12 tekens"),
        ({"naam": 7}, "naam", "moet tekst zijn"),
        ({"naam": "a", "zout": 1}, "zout", "onbekende sleutel; kijk in docs/inhoud.md welke er zijn"),
        ({"naam": "a", "liters": "veel"}, "liters", "moet een heel getal zijn"),
        ({"naam": "a", "liters": 0}, "liters", "moet minstens 1 zijn"),
        ({"naam": "a", "liters": 10}, "liters", "mag hoogstens 9 zijn"),
        ({"naam": "a", "prijs": "duur"}, "prijs", "moet een van deze zijn: 'gratis', 'leden', 'betaald' of 'onbekend'"),
        ({"naam": "a", "soort": "nat"}, "soort", "moet een van deze zijn: 'dik' of 'dun'"),
        ({"naam": "a", "warm": "lauw"}, "warm", "moet ja of nee zijn (true of false)"),
        ({"naam": "a", "gekookt_op": "gisteren"}, "gekookt_op", "moet een datum zijn, zoals 2026-11-22"),
        ({"naam": "a", "kruiden": "tijm"}, "kruiden", "moet een lijst zijn (regels die met een streepje beginnen)"),
        ({"naam": "a", "kruiden": []}, "kruiden", "heeft minstens 1 nodig"),
        ({"naam": "a", "kruiden": ["a", "b", "c"]}, "kruiden", "mag er hoogstens 2 hebben"),
        ({"naam": "a", "recepten": [{"url": "https://x.nl"}, {"url": "x"}]}, "recepten.2.url",
         "heeft niet de goede vorm: ^https?://\\S+$"),
        ({"naam": "a", "recepten": ["x"]}, "recepten.1", "moet uit sleutels met waarden bestaan"),
        ("erwten", "", "moet uit sleutels met waarden bestaan"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_by_file_key_and_reason(says, key, reason):
    assert mistake(says) == ("soepen/erwten.yaml", key, reason)


@pytest.mark.parametrize(
    ("written", "key", "reason"),
    [
        (b"naam: a\nnaam: b\n", "regel 2", "geen geldige YAML: sleutel 'naam' staat er twee keer"),
        (b"lijst:\n- naam: a\n  naam: b\n", "regel 3", "geen geldige YAML: sleutel 'naam' staat er twee keer"),
        (b"naam: caf\xe9\n", "", "is geen UTF-8-tekst (teken 9)"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path, written, key, reason):
    file = tmp_path / "soep.yaml"
    file.write_bytes(written)
    with pytest.raises(ContentError) as caught:
        read_yaml(file)
    assert (caught.value.file, caught.value.key, caught.value.reason) == ("soep.yaml", key, reason)


def test_a_file_with_a_slip_in_its_yaml_names_the_line(tmp_path):
    file = tmp_path / "soep.yaml"
    file.write_text("naam: [a\nliters: 2\n")
    with pytest.raises(ContentError, match=r"^soepen/soep\.yaml: regel 2: geen geldige YAML: "):
        read_yaml(file, file="soepen/soep.yaml")


def test_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(ContentError, match=r"^weg\.yaml: is niet te lezen: "):
        read_yaml(tmp_path / "weg.yaml")
    with pytest.raises(ContentError, match=r"^weg\.tsv: is niet te lezen: "):
        list(read_tsv(tmp_path / "weg.tsv"))


def test_a_file_may_not_make_anything_but_data(tmp_path):
    file = tmp_path / "soep.yaml"
    file.write_text("!!python/object/apply:os.system ['true']\n")
    with pytest.raises(ContentError, match=r"geen geldige YAML: could not determine a constructor"):
        read_yaml(file)


def test_a_list_gives_its_rows_by_the_words_of_the_header(tmp_path):
    file = tmp_path / "soep.tsv"
    file.write_text("# wie: de kok\nnaam\tliters\n\nerwten\t2\n# niet meer\ntomaat\n")
    assert list(read_tsv(file)) == [{"naam": "erwten", "liters": "2"}, {"naam": "tomaat", "liters": ""}]
    file.write_text("")
    assert list(read_tsv(file)) == []


def test_a_list_with_a_column_too_many_names_the_row(tmp_path):
    file = tmp_path / "soep.tsv"
    file.write_text("naam\tliters\nerwten\t2\twarm\n")
    with pytest.raises(ContentError, match=r"^soep\.tsv: erwten: heeft 3 kolommen, de kop heeft er 2$"):
        list(read_tsv(file))


def test_a_fingerprint_changes_with_the_content_only():
    one = {"naam": "é", "op": date(2026, 11, 22), "kruiden": ["a", "b"]}
    assert digest(one) == digest(dict(reversed(one.items())))
    assert len({digest(one), digest(one | {"naam": "e"}), digest(one | {"kruiden": ["b", "a"]})}) == 3
    assert len(digest(one)) == 16
