"""The arithmetic of ranking, without a database."""

import pytest

from doenwatwerkt.search import analyser, ranking


def impacts(weight=1.0, **fields):
    texts = {name: [analyser.read(text) for text in value] for name, value in fields.items()}
    return ranking.impacts(texts, weight=weight)


def test_a_title_says_more_than_a_text():
    token = analyser.token_of("hoofddoek")
    assert impacts(title=["hoofddoek"])[token] > impacts(body=["hoofddoek"])[token]


def test_the_best_variant_counts_and_sharing_adds_little():
    token = analyser.token_of("hoofddoek")
    once, twice = impacts(asked=["hoofddoek"])[token], impacts(asked=["hoofddoek", "hoofddoek"])[token]
    assert once < twice < 1.2 * once


def test_more_of_the_same_adds_less_and_less_and_never_too_much():
    token = analyser.token_of("gesprek")
    found = [impacts(body=["gesprek " * times])[token] for times in (1, 2, 8)]
    assert found == sorted(found)
    assert impacts(title=["gesprek"] * 99, body=["gesprek " * 999])[token] <= ranking.SCALE


def test_what_is_not_recommended_weighs_less():
    token = analyser.token_of("training")
    assert impacts(title=["training"], weight=0.5)[token] == pytest.approx(
        impacts(title=["training"])[token] / 2, abs=1
    )


def test_a_part_weighs_less_than_a_word():
    found = impacts(title=["vacaturetekst"])
    assert found[analyser.token_of("tekst")] < found[analyser.token_of("vacaturetekst")]


def test_rare_words_tell_more():
    assert ranking.idf(1, 100) > ranking.idf(50, 100) > ranking.idf(100, 100) > 0
