"""Loading cards: what is new, changed, offered, left and gone, and that half a load leaves nothing."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from doenwatwerkt.catalogue import content, operations, queries
from doenwatwerkt.catalogue.models import Card, CardVersion, Citation, LegalFact, Offer, Relation, Source, Verdict
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.journal import queries as journal
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.lib.report import Report
from doenwatwerkt.search import queries as index

LATER = make.AT + timedelta(days=40)
ALL = ["praktijken/werkproef.yaml", "antwoorden/taaleis.yaml", "materialen/vacaturecheck.yaml"]


def told(slug):
    return [entry.kind for entry in reversed(journal.about(f"catalogue.Card:{make.card(slug).pk}"))]


def found(text):
    return [hit.url for hit in index.find(text).hits]


def edit(slug):
    """As an editor leaves a card: changed by hand (their page comes in a later issue)."""
    Card.objects.filter(slug=slug).update(edited_at=make.AT, title="Zelf geschreven titel")


def test_new_files_become_cards_that_can_be_found(db, tmp_path):
    assert make.load(make.three(tmp_path)) == Report(added=ALL)
    card = make.card("werkproef")
    assert (card.kind, card.title, card.state, card.version) == ("praktijk", make.PRACTICE["titel"], "published", 1)
    assert card.get_absolute_url() == "/praktijken/werkproef/"
    assert card.practice.effect_html == "<p>De proef voorspelde het <strong>werk</strong> met 0,54.</p>"
    assert told("werkproef") == ["catalogue.VerdictGiven", "catalogue.CardAdded"]
    assert told("taaleis") == ["catalogue.CardAdded"]
    assert found("werkproef") == ["/praktijken/werkproef/"]


def test_a_verdict_says_who_when_and_until_when(db, tmp_path):
    make.practice(make.three(tmp_path), nagekeken_op="2026-11-22")
    make.answer(tmp_path, nagekeken_op="2026-11-22")
    make.load(tmp_path)
    verdict = make.card("werkproef").practice.verdict
    assert (verdict.start, verdict.deductions, verdict.certainty) == (5, ["T"], 4)
    assert (verdict.given_on, verdict.valid_until) == (date(2026, 11, 22), date(2031, 11, 22))
    assert verdict.assessor == "bewijsbank"
    assert verdict.standing == "voorlopig, niet door twee beoordelaars bekeken"
    assert make.card("werkproef").review_on == date(2031, 11, 22)
    assert make.card("taaleis").review_on == date(2027, 11, 22)


def test_the_same_files_again_change_nothing(db, tmp_path):
    make.load(make.three(tmp_path))
    before = Entry.objects.count()
    assert make.load(tmp_path, at=LATER) == Report(left=ALL)
    assert Entry.objects.count() == before
    assert CardVersion.objects.count() == 3


def test_a_changed_file_is_a_new_version_and_the_old_one_is_kept(db, tmp_path):
    make.load(make.three(tmp_path))
    make.practice(tmp_path, titel="Laat sollicitanten proefdraaien")
    assert make.load(tmp_path, at=LATER) == Report(changed=ALL[:1], left=ALL[1:])
    card = make.card("werkproef")
    versions = CardVersion.objects.filter(card=card).order_by("number")
    assert [(v.number, v.data["titel"], v.at, v.via) for v in versions] == [
        (1, make.PRACTICE["titel"], make.AT, "load"), (2, "Laat sollicitanten proefdraaien", LATER, "load"),
    ]  # fmt: skip
    assert (card.version, card.title) == (2, "Laat sollicitanten proefdraaien")
    assert told("werkproef")[2:] == ["catalogue.CardChanged"]
    assert found("proefdraaien") == ["/praktijken/werkproef/"]


def test_a_judgement_that_did_not_change_is_not_given_again(db, tmp_path):
    make.load(make.three(tmp_path))
    make.practice(tmp_path, maandag="Begin klein.")
    make.load(tmp_path, at=LATER)
    assert Verdict.objects.count() == 1


def test_a_new_judgement_stands_beside_the_old(db, tmp_path):
    make.load(make.three(tmp_path))
    judged = make.PRACTICE["oordeel"] | {"aftrek": ["T", "C"]}
    make.practice(tmp_path, oordeel=judged, nagekeken_op="2077-02-01")
    make.load(tmp_path, at=LATER)
    card = make.card("werkproef")
    assert [(v.certainty, v.given_on) for v in queries.verdicts(card)] == [(3, date(2077, 2, 1)), (4, make.CHECKED)]
    assert card.practice.verdict.certainty == 3
    assert told("werkproef")[2:] == ["catalogue.VerdictGiven", "catalogue.CardChanged"]


def test_what_an_editor_changed_is_never_overwritten_but_gets_an_offer_once(db, tmp_path):
    make.load(make.three(tmp_path))
    edit("werkproef")
    make.practice(tmp_path, maandag="Begin klein.", kosten=2)
    assert make.load(tmp_path, at=LATER) == Report(offered=ALL[:1], left=ALL[1:])
    offer = Offer.objects.get()
    assert (offer.card.title, offer.card.version, offer.card.monday) == (
        "Zelf geschreven titel",
        1,
        make.PRACTICE["maandag"],
    )
    assert offer.differences == [
        {"sleutel": "maandag", "nu": "Bedenk een proef van een uur.", "bestand": "Begin klein."},
        {"sleutel": "kosten", "nu": 1, "bestand": 2},
    ]
    assert make.load(tmp_path, at=LATER) == Report(left=ALL)
    assert told("werkproef")[2:] == ["catalogue.ChangeOffered"]


def test_a_newer_change_replaces_the_offer(db, tmp_path):
    make.load(make.three(tmp_path))
    edit("werkproef")
    make.practice(tmp_path, kosten=2)
    make.load(tmp_path, at=LATER)
    make.practice(tmp_path, kosten=3)
    assert make.load(tmp_path, at=LATER) == Report(offered=ALL[:1], left=ALL[1:])
    assert [offer.data["kosten"] for offer in Offer.objects.all()] == [3]


def test_a_card_without_any_version_is_offered_whole(db, tmp_path):
    make.load(make.three(tmp_path))
    edit("taaleis")
    CardVersion.objects.filter(card=make.card("taaleis")).delete()
    make.answer(tmp_path, maandag="Begin klein.")
    make.load(tmp_path, at=LATER)
    assert {row["nu"] for row in Offer.objects.get().differences} == {None}


def test_a_file_that_disappeared_is_told_and_its_card_stays(db, tmp_path):
    make.load(make.three(tmp_path))
    (tmp_path / "materialen/vacaturecheck.yaml").unlink()
    assert make.load(tmp_path, at=LATER) == Report(left=ALL[:2], gone=ALL[2:])
    assert make.card("vacaturecheck").state == "published"


def test_cards_hang_together_as_their_files_say(db, tmp_path):
    make.load(make.three(tmp_path))
    make.practice(tmp_path, "interview", praktijken=["interview", "werkproef"])
    make.load(tmp_path, at=LATER)
    pairs = Relation.objects.order_by("card__slug").values_list("card__slug", "other__slug")
    assert list(pairs) == [("interview", "werkproef"), ("taaleis", "werkproef"), ("vacaturecheck", "werkproef")]


def test_two_sides_that_contradict_each_other_name_their_source(db, tmp_path):
    make.practice(make.shelf(tmp_path), twee_kanten=[{"wie": "Experts", "zegt": "Doen.", "bron": "schmidt98"}])
    make.load(tmp_path)
    sides = make.card("werkproef").practice.sides
    assert sides == [
        {"who": "Experts", "says": "Doen.", "source": "Selection methods", "url": "https://example.org/schmidt"}
    ]


def test_the_same_page_under_two_cards_is_one_source(db, tmp_path):
    make.answer(make.shelf(tmp_path))
    make.answer(tmp_path, "andere-vraag", bronnen=[make.ANSWER["bronnen"][0]] * 2)
    make.load(tmp_path)
    assert Source.objects.filter(title="Taaleisen").count() == 1
    assert Citation.objects.count() == 2


def test_a_changed_study_or_legal_fact_reaches_its_row(db, tmp_path):
    make.load(make.three(tmp_path))
    make.write(tmp_path / "bronnen.yaml", [make.SOURCES[0] | {"titel": "Nieuwe titel"}, make.SOURCES[1]])
    make.write(tmp_path / "rechtsfeiten.yaml", [make.FACTS[0] | {"status": "voorstel"}, make.FACTS[1]])
    make.load(tmp_path, at=LATER)
    assert Source.objects.get(key="schmidt98").title == "Nieuwe titel"
    assert LegalFact.objects.get(slug="awgb").status == "voorstel"


def test_a_rule_that_lapses_stops_the_recommendation_and_its_return_resumes_it(db, tmp_path):
    make.answer(make.three(tmp_path), leunt_op=["awgb"])
    make.load(tmp_path)
    assert make.card("taaleis").recommended
    make.write(tmp_path / "rechtsfeiten.yaml", [make.FACTS[0] | {"status": "vervallen"}, make.FACTS[1]])
    make.load(tmp_path, at=LATER)
    assert not make.card("taaleis").recommended
    make.write(tmp_path / "rechtsfeiten.yaml", make.FACTS)
    make.load(tmp_path, at=LATER)
    assert make.card("taaleis").recommended


@pytest.mark.django_db(transaction=True)
def test_a_crash_in_the_middle_leaves_nothing_not_even_in_the_index(tmp_path):
    make.material(make.three(tmp_path), "zonder-rechtsfeit")
    library = content.library(tmp_path)
    library.seeds[-1].says.leunt_op.append("pas-bij-het-opslaan-onbekend")
    make.load(make.shelf(tmp_path / "leeg"))
    with pytest.raises(KeyError):
        operations.load(library, by=LOADER, at=make.AT)
    assert (Card.objects.count(), CardVersion.objects.count(), Entry.objects.count()) == (0, 0, 0)
    assert found("werkproef") == []


@pytest.mark.parametrize("slug", ["werkproef", "taaleis"])
def test_the_same_card_cannot_be_added_twice(db, tmp_path, slug):
    make.load(make.three(tmp_path))
    seed = next(seed for seed in content.library(tmp_path).seeds if seed.slug == slug)
    with pytest.raises(IntegrityError):
        operations.add(seed, folks={"college": 1}, by=LOADER, at=LATER)
