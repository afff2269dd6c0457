"""The words of employers lead to the words of the trade."""

from doenwatwerkt.search import analyser, thesaurus


def trade(text):
    return {
        term.word for _, phrases in thesaurus.expansions(analyser.words(text)) for phrase in phrases for term in phrase
    }


def test_a_word():
    assert "onderbuikgevoel" in trade("klik")
    assert "onderbuikgevoel" in trade("klikken")


def test_an_expression_wins_from_its_words():
    stretch, _ = next(thesaurus.expansions(analyser.words("onze eerste indruk telt")))
    assert list(stretch) == [1, 2]


def test_nothing_known():
    assert list(thesaurus.expansions(["xqzwv"])) == []
    assert list(thesaurus.expansions([])) == []


def test_every_row_of_the_file_is_of_use():
    assert len(thesaurus._entries()) > 330
    assert all(phrases and all(phrases) for phrases in thesaurus._entries().values())
