"""A new verdict on the evidence: the sum is made, the old one stays as history, the card and its sources follow."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from doenwatwerkt.catalogue import operations, queries, rules
from doenwatwerkt.catalogue.models import Card, CardVersion, Citation, Practice, Source, Verdict
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.journal import queries as journal
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.ui.tests.reading import read, words

BY = Actor(user_id=7)
LATER = make.AT + timedelta(days=1)
FINDING = operations.Finding(
    start=4, deductions=["I", "O"], reasons=["gemeten met een test", "gedaan met studenten"], direction="gemengd",
    size="klein", basis="twee veldexperimenten", context="Nederland", figures_seen="deels", interests="geen",
    studies=[operations.Study(title="Nieuwe studie", doi="10.1000/abc", year=2026, maryland=5, population="NL", read="samenvatting")],
)  # fmt: skip


def give(card, *, finding=FINDING, at=LATER):
    return operations.give_verdict(
        card, finding=finding, assessors=["TNO", "KIS"], standing="door twee beoordelaars bekeken", by=BY, at=at
    )


@pytest.fixture
def card(db, tmp_path):
    make.three(tmp_path)
    make.practice(tmp_path, nagekeken_op=date(2026, 11, 23))
    make.stocked(tmp_path)
    return make.card("werkproef")


def test_the_certainty_is_made_from_start_and_deductions_and_the_card_follows(card):
    verdict = give(card)
    practice = Practice.objects.get(card=card)
    assert (verdict.certainty, verdict.valid_until) == (2, date(2029, 11, 24))
    assert (practice.verdict, practice.direction, practice.size) == (verdict, "gemengd", "klein")
    assert (verdict.assessor, verdict.interests, verdict.reasons) == ("TNO, KIS", "geen", FINDING.reasons)
    fresh = Card.objects.get(pk=card.pk)
    assert (fresh.version, fresh.edited_at, fresh.review_on) == (2, LATER, verdict.valid_until)


def test_the_verdict_of_the_files_stays_in_the_history_on_the_card(card, client):
    give(card)
    page = read(client.get("/praktijken/werkproef/"))
    [judged] = [part for part in page.section("geschiedenis").iter("ul") if part.get("class") == "lines"]
    [new, old] = map(words, judged)
    assert new.startswith(
        "24 november 2026: 2 van 5 door TNO, KIS. Geldig tot 24 november 2029. Door twee beoordelaars bekeken."
    )
    assert new.endswith("Belangen van wie het voorstelde en nakeek: geen")
    assert "4 van 5 door bewijsbank" in old
    assert Verdict.objects.filter(practice=card.pk).count() == 2


def test_the_version_holds_the_verdict_in_the_keys_of_a_file_so_a_later_load_only_offers(card, tmp_path):
    give(card)
    newest = CardVersion.objects.get(card=card, number=2)
    told = newest.data["oordeel"]
    assert told == {
        "start": 4, "aftrek": ["I", "O"], "basis": "twee veldexperimenten", "context": "Nederland", "getallen_gezien": "deels",
    }  # fmt: skip
    assert (newest.data["richting"], newest.data["titel"], newest.by_id) == (
        "gemengd",
        "Laat mensen een werkproef doen",
        7,
    )
    make.practice(tmp_path, stappen=["Iets anders."], nagekeken_op=date(2026, 11, 23))
    assert make.load(tmp_path).offered == ["praktijken/werkproef.yaml"]
    assert Practice.objects.get(card=card).direction == "gemengd"


def test_sources_come_behind_those_that_the_card_has_each_once(card):
    give(card)
    give(Card.objects.get(pk=card.pk), at=LATER + timedelta(days=1))
    cited = Citation.objects.filter(card=card).order_by("position").values_list("source__title", flat=True)
    assert list(cited) == ["Selection methods", "Nieuwe studie"]
    new = Source.objects.get(title="Nieuwe studie")
    assert (new.url, new.doi, new.maryland, new.population, new.read_level) == (
        "https://doi.org/10.1000/abc", "10.1000/abc", 5, "NL", "samenvatting",
    )  # fmt: skip


def test_a_source_that_we_know_is_not_added_again_but_completed(card):
    told = operations.Study(title="Een andere titel", url="https://example.org/SCHMIDT", maryland=3, year=2020)
    give(card, finding=replace(FINDING, studies=[told]))
    known = Source.objects.get(key="schmidt98")
    assert (known.maryland, known.year, known.title) == (3, 1998, "Selection methods")
    assert Citation.objects.filter(card=card).count() == 1
    give(Card.objects.get(pk=card.pk), finding=replace(FINDING, studies=[replace(told, maryland=None)]))
    assert Source.objects.get(key="schmidt98").maryland == 3


def test_a_first_source_starts_the_list(card):
    Citation.objects.filter(card=card).delete()
    give(card, finding=replace(FINDING, studies=[operations.Study(title="Zonder adres")]))
    assert list(Citation.objects.filter(card=card).values_list("position", "source__url")) == [(0, "")]


def test_the_journal_tells_the_outcome_and_no_words(card):
    give(card)
    [given, changed, *_] = journal.about(f"catalogue.Card:{card.pk}")
    assert (given.kind, given.data) == ("catalogue.VerdictGiven", {"certainty": 2, "valid_until": "2029-11-24"})
    assert (changed.kind, changed.data) == ("catalogue.CardChanged", {"version": 2})


def test_the_menukaart_filters_by_the_new_certainty_at_once(card, client):
    give(card)
    found = queries.shelf(
        {"zekerheid": {"2"}}, names=["soort", "zekerheid"], order="titel", limit=9, offset=0, today=date(2026, 11, 25)
    )
    assert [face.slug for face in found.faces] == ["werkproef"]


@pytest.mark.parametrize("slug", ["taaleis", "vacaturecheck"])
def test_only_a_practice_has_evidence(card, slug):
    with pytest.raises(Refused, match="Alleen een gepubliceerde aanpak"):
        give(make.card(slug))


def test_a_retired_practice_gets_no_verdict(card):
    Card.objects.filter(pk=card.pk).update(state=rules.State.RETIRED)
    with pytest.raises(Refused, match="Alleen een gepubliceerde aanpak"):
        give(make.card("werkproef"))


def test_a_card_that_somebody_changed_meanwhile_is_refused_and_nothing_is_left_half(card):
    stale = make.card("werkproef")
    give(card)
    with pytest.raises(Refused, match="Iemand anders"):
        give(stale)
    assert (Verdict.objects.filter(practice=card.pk).count(), CardVersion.objects.filter(card=card).count()) == (2, 2)


def test_a_study_has_a_level_of_maryland_or_none(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.create(key="x", title="X", maryland=6)
