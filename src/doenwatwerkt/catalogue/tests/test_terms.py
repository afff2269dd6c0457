"""Hard words: a reader opens what they mean where they stand, on paper they stand at the end, and /begrippen/ lists all."""

import re

import pytest

from doenwatwerkt.catalogue import content, operations, queries
from doenwatwerkt.catalogue.models import Card, CardVersion, Term
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.lib.marking import Word, bare, explained, mark
from doenwatwerkt.lib.report import Report
from doenwatwerkt.lib.text import to_html
from doenwatwerkt.ui.tests.reading import read, words
from doenwatwerkt.ui.tests.reading_pdf import Pdf

WORDS = [
    Word("proef", "veldexperiment", ("veldexperimenten",), "Een <echte> proef."),
    Word("rie", "RI&E", (), "Een lijst."),
]
URL = "/praktijken/werkproef/"
HARD = {
    "effect": "Een veldexperiment, en nog een veldexperiment.",
    "juridisch": "Schrijf het in de RI&E na een veldexperiment.",
}


def marked(markdown, part=1):
    return mark(to_html(markdown), WORDS, part=part)


def buttons(html):
    return re.findall(r'popovertarget="([^"]+)">(.*?)</button>', html)


def test_the_first_occurrence_is_a_button_that_opens_its_meaning():
    assert marked("Dit veldexperiment is een veldexperiment.") == (
        '<p>Dit <button type="button" class="term" popovertarget="b-proef-1">veldexperiment</button>'
        '<span popover class="meaning" id="b-proef-1"><b>veldexperiment</b>: Een &lt;echte&gt; proef.</span>'
        " is een veldexperiment.</p>"
    )


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("Veldexperimenten.", ["Veldexperimenten"]),
        ("De RI&E.", ["RI&amp;E"]),
        ("**Veldexperiment** en *ri&e*", ["Veldexperiment", "ri&amp;e"]),
        ("Een veldexperimentje of mini-veldexperiment.", []),
        ("[Over een veldexperiment](https://example.org/veldexperiment) staat meer.", []),
        ("[een](https://example.org) veldexperiment", ["veldexperiment"]),
        ("### Veldexperiment\n\nTekst.", []),
        ("`veldexperiment`", []),
        ("<veldexperiment>", ["veldexperiment"]),
        ("", []),
    ],
)
def test_whole_words_are_marked_in_plain_text_only(markdown, found):
    html = marked(markdown)
    assert [text for _, text in buttons(html)] == found
    assert bare(html) == to_html(markdown)


def test_two_texts_of_one_page_have_different_ids():
    assert buttons(marked("veldexperiment", 1)) != buttons(marked("veldexperiment", 2))


def test_without_words_nothing_changes():
    assert mark("<p>veldexperiment</p>", [], part=1) == "<p>veldexperiment</p>"
    assert explained("<p>veldexperiment</p>") == []


def test_what_is_explained_is_read_back_once_in_the_order_of_the_alphabet():
    assert explained(marked("Een veldexperiment en de RI&E."), marked("Een veldexperiment.", 2)) == [
        ("RI&E", "Een lijst."), ("veldexperiment", "Een <echte> proef."),
    ]  # fmt: skip


def test_nobody_can_write_such_a_button_themselves():
    written = '<button popovertarget="x">klik</button><span popover id="x">nee</span>'
    assert "<button" not in to_html(written) and "<span" not in to_html(written)


def test_a_reader_finds_each_word_explained_where_it_stands_and_all_of_them_on_paper(client, db, tmp_path):
    make.practice(make.shelf(tmp_path), **HARD)
    make.load(tmp_path)
    response = client.get(URL)
    page, html = read(response), response.content.decode()
    ids = [one.get("id") for one in page.root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert [target for target, _ in buttons(html)] == ["b-veldexperiment-1", "b-rie-2", "b-veldexperiment-2"]
    assert {target for target, _ in buttons(html)} <= set(ids)
    assert page.said("woorden") == (
        "RI&E Wat er op het werk <gevaarlijk> kan zijn. Veldexperiment Een proef in het echt, bij bedrijven."
    )


def test_the_pdf_tells_its_words_at_the_end_and_not_in_the_sentence(client, db, tmp_path):
    make.practice(make.shelf(tmp_path), **HARD)
    make.load(tmp_path)
    it = Pdf(client.get("/praktijken/werkproef.pdf").content)
    assert "Een veldexperiment, en nog een veldexperiment." in it.text
    assert it.said("H2")[-1] == "Woorden"
    assert it.text.count("Een proef in het echt, bij bedrijven.") == 1


def test_an_answer_explains_its_words_too_and_a_card_without_hard_words_has_no_list(client, db, tmp_path):
    make.answer(make.three(tmp_path), waarom="Een veldexperiment.", wanneer_niet="Geen RI&E.")
    make.load(tmp_path)
    assert [target for target, _ in buttons(client.get("/antwoorden/taaleis/").content.decode())] == [
        "b-veldexperiment-1", "b-rie-2",
    ]  # fmt: skip
    for url in (URL, "/materialen/vacaturecheck/"):
        assert read(client.get(url)).section("woorden") is None


def test_the_index_and_the_api_get_the_text_without_the_explanation(client, db, tmp_path):
    make.practice(make.three(tmp_path), **HARD)
    make.answer(tmp_path, waarom="Een veldexperiment.", wanneer_niet="Geen veldexperimenten.")
    make.load(tmp_path)
    bodies = [page.body for page in queries.pages(Card.objects.values_list("pk", flat=True))]
    assert [body for body in bodies if "gevaarlijk" in body or "bij bedrijven" in body] == []
    practice = client.get("/api/v1/praktijken/werkproef").json()
    assert practice["juridischHtml"] == "<p>Schrijf het in de RI&amp;E na een veldexperiment.</p>"
    answer = client.get("/api/v1/antwoorden/taaleis").json()
    assert (answer["waaromHtml"], answer["wanneerNietHtml"]) == (
        "<p>Een veldexperiment.</p>",
        "<p>Geen veldexperimenten.</p>",
    )


def test_a_changed_word_reaches_every_card_without_a_new_version(client, db, tmp_path):
    make.practice(make.three(tmp_path), **HARD)
    make.load(tmp_path)
    before = (CardVersion.objects.count(), Entry.objects.count())
    make.write(tmp_path / "begrippen.yaml", [make.TERMS[0] | {"uitleg": "Een nieuwe, betere uitleg."}])
    assert len(make.load(tmp_path).left) == 3
    html = client.get(URL).content.decode()
    assert [target for target, _ in buttons(html)] == ["b-veldexperiment-1", "b-veldexperiment-2"]
    assert "Een nieuwe, betere uitleg." in html and "bij bedrijven" not in html
    assert (CardVersion.objects.count(), Entry.objects.count()) == before
    assert list(Term.objects.values_list("slug", flat=True)) == ["veldexperiment"]


def test_a_card_that_an_editor_changed_is_marked_again_as_well(client, db, tmp_path):
    make.practice(make.three(tmp_path), **HARD)
    make.load(tmp_path)
    Card.objects.filter(slug="werkproef").update(edited_at=make.AT)
    make.write(tmp_path / "begrippen.yaml", [])
    assert make.load(tmp_path) == Report(left=[
        "praktijken/werkproef.yaml", "antwoorden/taaleis.yaml", "materialen/vacaturecheck.yaml",
    ])  # fmt: skip
    assert buttons(client.get(URL).content.decode()) == []


def test_the_same_words_again_touch_no_card(db, tmp_path, django_assert_num_queries):
    make.stocked(make.three(tmp_path))
    rows = content.library(tmp_path).terms
    with django_assert_num_queries(3):
        operations.load_terms(rows, by=LOADER, at=make.AT)


def test_terms_lists_every_word_with_its_source(client, db, tmp_path):
    make.stocked(make.three(tmp_path))
    response = client.get("/begrippen/")
    page = read(response)
    assert [words(one) for one in page.all("dt")] == ["RI&E", "Veldexperiment"]
    assert page.pairs()["RI&E"] == "Wat er op het werk <gevaarlijk> kan zijn. Bron: Arboportaal (andere website)."
    assert page.pairs()["Veldexperiment"].endswith("Ook: veldexperimenten. Bron: uitleg van de redactie.")
    assert not response.cookies


def test_terms_without_any_word_says_so(client, db):
    assert "Er zijn nog geen begrippen uitgelegd." in read(client.get("/begrippen/")).text


def test_our_own_words_are_short_and_used_on_our_cards(content):
    long = [term.id for term in content.terms if len(term.uitleg.split()) > 32]
    assert long == []
    assert 25 <= len(content.terms) <= 40
    hard = [Word(term.id, term.woord, tuple(term.ook), term.uitleg) for term in content.terms]
    texts = [
        str(seed.data.get(key) or "")
        for seed in content.seeds
        for key in ("effect", "juridisch", "waarom", "wanneer_niet")
    ]
    used = [word for text in texts for word in buttons(mark(to_html(text), hard, part=1))]
    assert len(used) > 100
