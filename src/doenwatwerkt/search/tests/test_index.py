"""Pages go into the index, change and leave it; the counts stay right and a failure changes nothing."""

from dataclasses import replace

import pytest
from django.db import transaction
from django.db.models import Count

from doenwatwerkt.search import operations, queries
from doenwatwerkt.search.models import Document, Posting, Token, Word
from doenwatwerkt.search.tests import make

pytestmark = pytest.mark.django_db


def counts_are_right():
    kept = dict(Token.objects.exclude(token="").filter(documents__gt=0).values_list("pk", "documents"))
    real = dict(Posting.objects.values_list("token_id").annotate(times=Count("pk")).order_by())
    return kept == real and Token.objects.get(token="").documents == Document.objects.count()


def test_index():
    assert make.index() == 3
    assert counts_are_right()
    assert queries.find("hoofddoek").hits[0].url == "/antwoorden/hoofddoek/"


def test_nothing_to_index():
    assert operations.index([]) == 0


def test_a_changed_page_takes_the_place_of_the_old_one():
    make.index()
    number = Document.objects.get(kind="antwoord", ref=1).pk
    make.index(replace(make.HEADSCARF, title="Een zeppelin", asked=(), summary="", body=""))
    assert Document.objects.get(kind="antwoord", ref=1).pk == number
    assert [hit.ref for hit in queries.find("zeppelin").hits] == [1]
    assert queries.find("hoofddoek").good is False
    assert counts_are_right()


def test_the_last_of_two_pages_with_one_key_stays():
    make.index(make.VACANCY, replace(make.VACANCY, title="Zoek anders"))
    assert Document.objects.get().title == "Zoek anders"
    assert counts_are_right()


def test_indexing_again_changes_nothing():
    make.index()
    before = sorted(Posting.objects.values_list("token__token", "document__url", "impact"))
    make.index()
    assert sorted(Posting.objects.values_list("token__token", "document__url", "impact")) == before
    assert counts_are_right()


def test_forget():
    make.index()
    assert operations.forget([("antwoord", 1), ("antwoord", 99), ("praktijk", 2)]) == 2
    assert list(Document.objects.values_list("kind", "ref")) == [("praktijk", 1)]
    assert counts_are_right()


def test_text_that_a_database_refuses_is_cleaned():
    make.index(replace(make.VACANCY, title="Nul\0 en half \ud800 teken", body="a\0b"))
    assert Document.objects.get().title == "Nul en half  teken"


@pytest.mark.django_db(transaction=True)
def test_a_failure_while_indexing_leaves_the_old_index_serving():
    make.index()
    with pytest.raises(OSError, match="schijf vol"), transaction.atomic():
        make.index(replace(make.HEADSCARF, title="Een zeppelin", asked=(), summary="", body=""))
        raise OSError("schijf vol")
    assert queries.find("hoofddoek").hits[0].title == make.HEADSCARF.title
    assert queries.find("zeppelin").good is False
    assert counts_are_right()


def test_the_vocabulary_has_words_as_written():
    make.index()
    assert Word.objects.filter(word="vacaturetekst").exists()


def test_index_vectors_without_the_extra(monkeypatch):
    monkeypatch.setattr("doenwatwerkt.search.semantic.is_there", lambda: False)
    make.index()
    assert operations.index_vectors() == 0


def test_index_vectors_does_what_is_new_or_changed(monkeypatch):
    monkeypatch.setattr("doenwatwerkt.search.semantic.is_there", lambda: True)
    monkeypatch.setattr("doenwatwerkt.search.semantic.pack", lambda lines: len(lines).to_bytes(1, "big"))
    make.index()
    assert [operations.index_vectors(most=2), operations.index_vectors(), operations.index_vectors()] == [2, 1, 0]
    make.index(replace(make.VACANCY, title="Iets anders"))
    assert operations.index_vectors() == 1
