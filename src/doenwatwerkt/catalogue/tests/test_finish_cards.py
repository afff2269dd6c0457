"""The finished parts of a page: made when the card changes, never stale, and made on the spot where what was kept is of something else."""

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import operations, queries
from doenwatwerkt.catalogue.models import Card, CardVersion, Citation, Finished, Practice, Verdict
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.ui.tests.reading import read, words

URL = "/praktijken/werkproef/"
LATER = make.AT + timedelta(days=40)
PAGES = (URL, "/antwoorden/taaleis/", "/materialen/vacaturecheck/")
RICH = {
    "werking": "Het laat zien wat iemand <kan>.", "voorwaarden": ["Maak de proef kort."], "risicos": ["Het kost tijd."],
    "doelgroepen": ["vrouwen"], "twee_kanten": [{"wie": "experts", "zegt": "Doen.", "bron": "schmidt98"}],
}  # fmt: skip


@pytest.fixture
def shelf(db, tmp_path):
    make.practice(make.three(tmp_path), **RICH)
    make.stocked(tmp_path)
    return tmp_path


def rows(slug="werkproef"):
    """What is kept, or not, of a card with everything under it as it is now."""
    return Card.objects.select_related("practice__verdict", "finished").get(slug=slug)


def is_fresh(slug="werkproef"):
    """What was kept is exactly what would be made now."""
    card = rows(slug)
    [made], parts = queries.make([card]), [field.attname for field in Finished._meta.concrete_fields]
    return [getattr(card.finished, name) for name in parts] == [getattr(made, name) for name in parts]


def all_fresh():
    return all(is_fresh(slug) for slug in Card.objects.order_by("pk").values_list("slug", flat=True))


def test_a_card_is_finished_when_it_is_filled(shelf):
    assert Finished.objects.count() == 3
    assert all_fresh() and queries.unfinished() == []
    kept = rows().finished
    assert "Het laat zien wat iemand &lt;kan&gt;." in kept.how and "<li>Kies een taak.</li>" in kept.how
    assert "Experts" in kept.how and "Schmidt &amp; Hunter" in kept.sources
    assert "Zeker" in kept.judgement and "Begint op 5" in kept.judgement
    answer = rows("taaleis").finished
    assert (answer.judgement, answer.how, answer.costs, answer.verdicts) == ("", "", "", "")
    assert "Taaleisen" in answer.sources


def test_a_reader_sees_what_was_kept_and_nothing_is_made(client, shelf, monkeypatch):
    before = {url: client.get(url).content for url in PAGES}
    monkeypatch.setitem(queries.finished.__globals__, "make", None)
    assert {url: client.get(url).content for url in PAGES} == before


@pytest.mark.parametrize("change", [
    {"titel": "Proefdraaien"}, {"stappen": ["Eerst dit.", "Dan dat."]}, {"voorwaarden": []}, {"risicos": ["Anders."]},
    {"werking": "Anders."}, {"doelgroepen": []}, {"kosten": 3}, {"moeite": 3}, {"bronnen": ["panel26"]},
    {"twee_kanten": []}, {"oordeel": make.PRACTICE["oordeel"] | {"aftrek": ["T", "C"], "context": "Nederland"}},
    {"effect": "Een veldexperiment."},
], ids=lambda change: next(iter(change)))  # fmt: skip
def test_whatever_changes_in_a_file_reaches_the_kept_page(client, shelf, change):
    make.practice(shelf, **RICH | change)
    assert make.load(shelf, at=LATER).changed == ["praktijken/werkproef.yaml"]
    assert all_fresh()
    kept = client.get(URL).content
    Finished.objects.all().delete()
    assert client.get(URL).content == kept


def test_another_source_or_title_of_a_source_reaches_every_page_that_rests_on_it(client, shelf):
    make.answer(shelf, bronnen=[{"titel": "Andere bladzijde", "url": "https://example.org/ander"}])
    make.write(shelf / "bronnen.yaml", [make.SOURCES[0] | {"titel": "Nieuwe titel"}, make.SOURCES[1]])
    assert "praktijken/werkproef.yaml" in make.load(shelf, at=LATER).left
    assert all_fresh()
    assert "Nieuwe titel" in words(read(client.get(URL)).section("bronnen"))
    assert "Andere bladzijde" in words(read(client.get(PAGES[1])).section("bronnen"))


def test_a_card_without_sources_says_so(client, shelf):
    Citation.objects.filter(card__slug__in=["taaleis", "vacaturecheck"]).delete()
    operations.finish_cards(everything=True, by=LOADER, at=LATER)
    assert read(client.get(PAGES[1])).said("bronnen") == "Bij dit antwoord staat geen bron."
    assert read(client.get(PAGES[2])).said("bronnen") == "Bij dit hulpmiddel staat geen bron."


def test_sources_that_did_not_change_finish_nothing(shelf):
    before = Finished.objects.order_by("pk").values_list("pk", "made_from")
    told = list(before)
    Finished.objects.filter(card__slug="werkproef").update(how="van toen")
    make.write(shelf / "bronnen.yaml", make.SOURCES)
    make.load(shelf, at=LATER)
    assert (list(before), rows().finished.how) == (told, "van toen")


def test_hard_words_that_change_are_not_kept_twice(client, shelf):
    make.practice(shelf, effect="Een veldexperiment.", **RICH)
    make.load(shelf, at=LATER)
    make.write(shelf / "begrippen.yaml", [make.TERMS[0] | {"uitleg": "Beter uitgelegd."}])
    make.load(shelf, at=LATER)
    assert all_fresh()
    assert "Beter uitgelegd." in client.get(URL).content.decode()


def test_a_verdict_that_lapses_says_so_on_the_day_itself(client, shelf):
    card, until = make.card("werkproef"), localdate() - timedelta(days=1)
    Verdict.objects.filter(practice=card.pk).update(given_on=until - timedelta(days=9), valid_until=until)
    operations.finish_cards(everything=True, by=LOADER, at=LATER)
    kept = rows().finished
    assert "Dit oordeel is verlopen" in client.get(URL).content.decode()
    Verdict.objects.filter(practice=card.pk).update(valid_until=localdate())
    assert "Dit oordeel is verlopen" not in client.get(URL).content.decode()
    assert "verlopen" not in kept.judgement + kept.how + kept.costs + kept.sources + kept.verdicts


def test_another_version_or_verdict_makes_the_page_on_the_spot_whoever_wrote_it(client, shelf):
    """An operation that forgets to finish a card can make it slower, not wrong."""
    card = make.card("werkproef")
    Practice.objects.filter(pk=card.pk).update(steps=["Nieuwe stap."])
    assert "Nieuwe stap." not in client.get(URL).content.decode()
    Card.objects.filter(pk=card.pk).update(version=2)
    assert "Nieuwe stap." in client.get(URL).content.decode()
    assert queries.unfinished() == [card.pk]
    old = card.practice.verdict
    new = Verdict.objects.create(
        practice=card.practice, given_on=old.given_on, valid_until=old.valid_until, start=2, certainty=2, basis="b",
        context="Elders", figures_seen="ja", assessor="twee mensen", standing="definitief",
    )  # fmt: skip
    operations.finish_cards(everything=False, by=LOADER, at=LATER)
    Practice.objects.filter(pk=card.pk).update(verdict=new)
    page = read(client.get(URL))
    assert "Elders" in page.text and "twee mensen" in words(page.section("geschiedenis"))


def test_newer_code_makes_pages_on_the_spot_until_the_next_load_finishes_them(client, shelf):
    before = client.get(URL).content
    Finished.objects.update(made_from="oud 1", how="van oude code")
    assert client.get(URL).content == before
    assert make.load(shelf, at=LATER).changed == []
    assert all_fresh()


def test_a_page_that_nobody_finished_is_the_same_page_within_the_same_bounds(
    client, shelf, django_assert_max_num_queries
):
    before = {url: client.get(url).content for url in PAGES}
    Finished.objects.all().delete()
    with django_assert_max_num_queries(8):
        client.get(URL)
    assert {url: client.get(url).content for url in PAGES} == before


def test_a_card_that_goes_takes_its_page_along(shelf):
    Practice.objects.update(verdict=None)
    Card.objects.filter(slug="werkproef").delete()
    assert Finished.objects.count() == 2


def test_the_command_finishes_what_is_not_and_everything_when_asked(shelf):
    def told(*words):
        out = io.StringIO()
        call_command("finish_cards", *words, stdout=out)
        return out.getvalue().strip()

    versions, entries = CardVersion.objects.count(), Entry.objects.count()
    assert told() == "0 bladzijden opnieuw gemaakt."
    Finished.objects.filter(card__slug="taaleis").update(made_from="oud 1")
    assert told() == "1 bladzijde opnieuw gemaakt."
    Finished.objects.filter(card__slug="taaleis").update(sources="weg")
    assert told("--alles") == "3 bladzijden opnieuw gemaakt."
    assert all_fresh()
    assert (CardVersion.objects.count(), Entry.objects.count()) == (versions, entries)


def test_many_cards_are_finished_in_as_many_queries_as_one(shelf, django_assert_num_queries):
    with django_assert_num_queries(7):  # a savepoint around: which there are, cards, sources, verdicts, keep
        operations.finish_cards(everything=True, by=LOADER, at=LATER)
    Card.objects.exclude(slug="werkproef").delete()
    with django_assert_num_queries(7):
        operations.finish_cards(everything=True, by=LOADER, at=LATER)


def test_an_unjudged_practice_is_finished_too(client, shelf):
    Practice.objects.update(verdict=None)
    operations.finish_cards(everything=False, by=LOADER, at=LATER)
    assert is_fresh() and rows().finished.judgement == ""
    assert "Waar onderzocht" not in rows().finished.how
