"""./run search: the same answers at the keyboard."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from doenwatwerkt.search.tests import make

pytestmark = pytest.mark.django_db


def run(*words, **options):
    out = StringIO()
    call_command("search", *words, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def pages(db):
    make.index()


def test_search(pages):
    assert run("mag", "een", "hoofddoek").split()[:2] == ["antwoord", "1"]
    assert "/antwoorden/hoofddoek/" in run("hoofddoek")


def test_search_an_empty_index(db):
    assert run("hoofddoek") == "Niets gevonden. Vraag het met andere woorden.\n"


def test_search_as_json(pages):
    found = json.loads(run("hoofddoek", "--json", "--limit", "1"))
    assert [set(hit) for hit in found] == [{"kind", "id", "title", "url", "score"}]


def test_search_a_file_of_questions(pages, tmp_path, monkeypatch):
    file = tmp_path / "vragen.txt"
    file.write_text("hoofddoek\n\nvacaturetekst\n", encoding="utf-8")
    lines = [json.loads(line) for line in run("--json", file=file).splitlines()]
    assert [line[0]["url"] if line else None for line in lines] == [
        "/antwoorden/hoofddoek/",
        None,
        "/praktijken/vacature/",
    ]
    monkeypatch.setattr("sys.stdin", StringIO("hoofddoek"))
    assert run("--json", "--file", "-").count("\n") == 1


def test_search_a_file_that_is_not_there(db, tmp_path):
    with pytest.raises(CommandError, match="niet te lezen"):
        run(file=tmp_path / "weg.txt")


def test_index_meaning_without_the_extra(pages, monkeypatch):
    monkeypatch.setattr("doenwatwerkt.search.semantic.is_there", lambda: False)
    out = StringIO()
    call_command("index_meaning", stdout=out)
    assert "niet geïnstalleerd" in out.getvalue()


def test_index_meaning(pages, monkeypatch):
    monkeypatch.setattr("doenwatwerkt.search.semantic.is_there", lambda: True)
    monkeypatch.setattr("doenwatwerkt.search.semantic.pack", lambda lines: b"")
    out = StringIO()
    call_command("index_meaning", stdout=out)
    assert out.getvalue() == "Betekenis berekend van 3 pagina's.\n"


def test_meaning_without_the_extra_or_vectors_finds_nothing(pages, monkeypatch):
    from doenwatwerkt.search import semantic

    monkeypatch.setattr(semantic, "is_there", lambda: False)
    assert semantic.nearest("hoofddoek", within=None, most=3) == []
