"""Text of people becomes HTML that cannot harm, and plain words for the index."""

import pytest

from doenwatwerkt.lib import text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Kies **vooraf** en *samen*.", "<p>Kies <strong>vooraf</strong> en <em>samen</em>.</p>"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("### Kop", "<h3>Kop</h3>"),
        ("[Lees meer](https://example.org/a)", '<p><a href="https://example.org/a" rel="external">Lees meer</a></p>'),
        ("Meer dan 3 < 5 & zo", "<p>Meer dan 3 &lt; 5 &amp; zo</p>"),
        ("", ""),
    ],
)
def test_who_writes_plainly_gets_what_they_meant(written, shown):
    assert text.to_html(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ('<img src=x onerror="alert(1)">', '<p>&lt;img src=x onerror="alert(1)"&gt;</p>'),
        ("[klik](javascript:alert(1))", "<p>[klik](javascript:alert(1))</p>"),
        ("[klik](data:text/html;base64,PHNjcmlwdD4=)", "<p>[klik](data:text/html;base64,PHNjcmlwdD4=)</p>"),
        ("![plaatje](https://example.org/spion.png)", "<p></p>"),
        ("# Grote kop", "Grote kop"),
        ("---", ""),
    ],
)
def test_who_wants_to_harm_shows_letters_or_nothing(written, shown):
    assert text.to_html(written) == shown


def test_the_index_reads_words_on_one_line():
    assert text.to_plain("### Kop\n\nKies **vooraf**.\n\n- een\n- twee") == "Kop Kies vooraf . een twee"
    assert text.to_plain("") == ""


@pytest.mark.parametrize(
    ("most", "left"),
    [
        (23, "Kies vooraf, en daarna."), (22, "Kies vooraf, en…"), (14, "Kies vooraf…"), (4, "Kie…"), (1, "…"),
    ],
)  # fmt: skip
def test_a_text_that_is_too_long_stops_after_a_whole_word(most, left):
    short = text.shorten("Kies vooraf, en daarna.", most)
    assert short == left
    assert len(short) <= most
