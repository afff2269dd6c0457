"""The piece of a page that answers the question, safe to show."""

from hypothesis import given, settings
from hypothesis import strategies as st

from doenwatwerkt.search import analyser
from doenwatwerkt.search.snippets import LONGEST, highlight, snippet, weigher


def wanted(text):
    return weigher(dict.fromkeys(analyser.tokens(text), 1.0))


def test_the_sentence_that_answers():
    text = "Dit gaat over iets anders. Een hoofddoek mag. Daarna nog wat."
    assert snippet(text, wanted("hoofddoeken")) == "Een <mark>hoofddoek</mark> mag. Daarna nog wat."


def test_no_text_no_snippet():
    assert snippet("  ", wanted("hoofddoek")) == ""


def test_without_a_match_the_beginning():
    assert snippet("Eerst dit. Dan dat.", weigher({})) == "Eerst dit. Dan dat."


def test_a_long_sentence_is_cut_around_the_word():
    found = snippet("woord " * 100 + "hoofddoek " + "woord " * 100, wanted("hoofddoek"))
    assert "<mark>hoofddoek</mark>" in found
    assert found.startswith("…") and found.endswith("…")
    assert len(found) < LONGEST + 30


def test_html_in_a_text_stays_text():
    assert highlight("<script>alert('hoofddoek')</script>", {"hoofddoek"}) == (
        "&lt;script&gt;alert(&#x27;<mark>hoofddoek</mark>&#x27;)&lt;/script&gt;"
    )


@given(st.text(max_size=600), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_never_raises_and_never_lets_a_tag_through(text, question):
    bare = snippet(text, wanted(question)).replace("<mark>", "").replace("</mark>", "")
    assert "<" not in bare and ">" not in bare
