"""People publish a card: whole or not at all, only on the version they started from, and no load undoes it."""

from dataclasses import replace

import pytest
from django.db import transaction

from doenwatwerkt.catalogue import content, operations, queries
from doenwatwerkt.catalogue.models import Card, CardVersion, Offer
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.lib.actor import LOADER, Actor
from doenwatwerkt.lib.content import ContentError
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people import queries as people

EDITOR = Actor(user_id=7, organisation_id=1, roles=frozenset({"redacteur"}))


@pytest.fixture
def shelf(db, tmp_path):
    make.stocked(make.three(tmp_path))
    return tmp_path


def publish(slug, version=1, kind="praktijk", **says):
    data = queries.said(make.card(slug)) if Card.objects.filter(slug=slug).exists() else {}
    return operations.publish_card(data | says, kind=kind, slug=slug, base_version=version, by=EDITOR, at=make.AT)


def weight(card):
    [page] = queries.pages([card.pk])
    return page.weight


def test_a_load_over_what_people_edited_changes_nothing_and_offers_its_changes(shelf):
    publish("werkproef", maandag="Van een redacteur.")
    make.practice(shelf, maandag="Uit het bestand.")
    report = make.load(shelf)
    assert (report.changed, report.offered) == ([], ["praktijken/werkproef.yaml"])
    assert (make.card("werkproef").monday, make.card("werkproef").version) == ("Van een redacteur.", 2)
    assert Offer.objects.get().data["maandag"] == "Uit het bestand."


def test_a_load_over_five_hundred_edited_cards_changes_none_of_them(shelf):
    library = content.library(shelf)
    seed = next(seed for seed in library.seeds if seed.slug == "taaleis")
    told = {
        "kind": seed.kind,
        "title": "Bewerkt",
        "summary": "s",
        "checked_on": make.CHECKED,
        "review_on": make.CHECKED,
    }
    Card.objects.bulk_create(Card(slug=f"vraag-{n}", edited_at=make.AT, **told) for n in range(500))
    cards = list(Card.objects.filter(title="Bewerkt").order_by("pk"))
    CardVersion.objects.bulk_create(
        CardVersion(card=card, number=1, at=make.AT, via="page", data=seed.data | {"vraag": "Bewerkt"})
        for card in cards
    )
    before = list(Card.objects.order_by("pk").values_list())
    many = replace(library, seeds=[replace(seed, slug=f"vraag-{n}") for n in range(500)])
    report = operations.load(many, by=LOADER, at=make.AT)
    assert (len(report.offered), report.changed, report.added) == (500, [], [])
    assert list(Card.objects.order_by("pk").values_list()) == before
    assert (CardVersion.objects.filter(card__in=cards).count(), Offer.objects.count()) == (500, 500)


def test_a_card_that_was_edited_while_a_load_ran_gets_an_offer(shelf):
    stale = make.card("werkproef")
    publish("werkproef", maandag="Net op tijd.")
    make.practice(shelf, maandag="Uit het bestand.")
    seed = next(seed for seed in content.library(shelf).seeds if seed.slug == "werkproef")
    assert operations.change_card(stale, seed=seed, folks=people.organisation_ids(), by=EDITOR, at=make.AT) is False
    assert make.card("werkproef").monday == "Net op tijd."


def test_only_the_version_somebody_started_from_is_followed(shelf):
    publish("werkproef", maandag="Een.")
    with pytest.raises(Refused, match="intussen gewijzigd"), transaction.atomic():
        publish("werkproef", maandag="Twee.")
    assert (make.card("werkproef").monday, make.card("werkproef").version) == ("Een.", 2)


@pytest.mark.parametrize(
    "wrong", [{"samenvatting": "kort"}, {"bronnen": ["onbekend"]}, {"praktijken": ["weg"]}, {"titel": None}]
)
def test_what_is_not_whole_is_refused_and_nothing_of_it_stays(shelf, wrong):
    with pytest.raises(Refused, match="nog niet af"), transaction.atomic():
        publish("werkproef", **wrong)
    assert (make.card("werkproef").version, CardVersion.objects.filter(card__slug="werkproef").count()) == (1, 1)


def test_an_address_is_given_away_once(shelf):
    says = queries.said(make.card("taaleis")) | {"vraag": "Nog een vraag over taal?"}
    operations.publish_card(says, kind="antwoord", slug="nog-een", base_version=0, by=EDITOR, at=make.AT)
    with pytest.raises(Refused, match="al een kaart op dit adres"), transaction.atomic():
        operations.publish_card(says, kind="antwoord", slug="nog-een", base_version=0, by=EDITOR, at=make.AT)
    with pytest.raises(Refused, match="al een kaart op dit adres"), transaction.atomic():
        operations.publishing._new("antwoord", "nog-een", at=make.AT)


def test_who_was_overtaken_between_reading_and_writing_is_refused(shelf):
    stale = make.card("werkproef")
    publish("werkproef")
    with pytest.raises(Refused, match="intussen gewijzigd"):
        operations.publishing._take(stale, at=make.AT)


def test_a_card_that_leans_on_a_rejected_rule_is_no_longer_recommended(shelf):
    card = publish("taaleis", kind="antwoord", leunt_op=["wet-toezicht"])
    assert (card.recommended, weight(card)) == (False, queries.LESS)
    card = publish("taaleis", version=2, kind="antwoord", leunt_op=[])
    assert (card.recommended, weight(card)) == (True, 1)


def test_a_verdict_in_what_was_written_is_not_given(shelf):
    verdict = make.card("werkproef").practice.verdict
    publish(
        "werkproef",
        oordeel={"start": 0, "aftrek": [], "basis": "x", "context": "y", "getallen_gezien": "nee"},
        richting="negatief",
    )
    practice = make.card("werkproef").practice
    assert (practice.verdict, practice.direction) == (verdict, "positief")
    assert queries.said(make.card("werkproef"))["oordeel"]["start"] == 5


def test_a_practice_that_nobody_judged_keeps_its_own_direction(shelf):
    says = queries.said(make.card("werkproef"))
    card = operations.publish_card(says, kind="praktijk", slug="nieuw", base_version=0, by=EDITOR, at=make.AT)
    assert (card.practice.verdict, "oordeel" in queries.said(card)) == (None, False)
    card = operations.publish_card(
        says | {"richting": "gemengd"}, kind="praktijk", slug="nieuw", base_version=1, by=EDITOR, at=make.AT
    )
    assert (card.practice.direction, queries.said(card)["oordeel"]) == ("gemengd", None)


def test_a_file_of_a_practice_needs_a_verdict(db, tmp_path):
    make.practice(make.shelf(tmp_path), oordeel=None)
    with pytest.raises(ContentError, match="oordeel: ontbreekt"):
        content.library(tmp_path)
