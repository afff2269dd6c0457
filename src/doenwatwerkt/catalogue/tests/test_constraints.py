"""Wrong states that the database itself refuses: each constraint is broken on purpose."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from doenwatwerkt.catalogue.models import (
    Answer,
    Card,
    CardVersion,
    Citation,
    LegalBasis,
    LegalFact,
    Material,
    Practice,
    Relation,
    Source,
    Verdict,
)  # fmt: skip
from doenwatwerkt.catalogue.tests import make

WRONG = [
    (Card, {"kind": "spel"}), (Card, {"state": "weg"}), (Card, {"slug": "dubbel", "kind": "antwoord"}),
    (Practice, {"direction": "omhoog"}), (Practice, {"size": "reusachtig"}), (Practice, {"advice": "moeten"}),
    (Practice, {"cost": 0}), (Practice, {"cost": 4}), (Practice, {"effort": 4}),
    (Verdict, {"start": 4, "certainty": 5}), (Verdict, {"certainty": 2}), (Verdict, {"start": 6, "certainty": 5}),
    (Verdict, {"start": 2, "certainty": 3}), (Verdict, {"valid_until": date(2026, 11, 22)}),
    (Answer, {"sure": False}),
    (Material, {"sort": "sok"}), (Material, {"price": "duur"}), (Material, {"basis": "gevoel"}),
    (Material, {"availability": "kwijt"}),
    (LegalFact, {"status": "misschien"}),
    (Source, {"key": "zelfde"}), (LegalFact, {"slug": "zelfde"}), (CardVersion, {"number": 7, "card_id": "werkproef"}),
]  # fmt: skip


@pytest.fixture
def shelved(db, tmp_path):
    make.stocked(make.three(tmp_path))


def refused(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        change()
    return True


@pytest.mark.parametrize(("model", "wrong"), WRONG, ids=lambda value: getattr(value, "__name__", str(value)))
def test_the_database_refuses(shelved, model, wrong):
    if wrong.get("card_id"):
        wrong = wrong | {"card_id": make.card(wrong["card_id"]).pk}
    assert refused(lambda: model.objects.all().update(**wrong))


def test_a_card_succeeds_nobody_while_it_is_published_and_never_itself(shelved):
    card, other = make.card("werkproef"), make.card("taaleis")
    assert refused(lambda: Card.objects.filter(pk=card.pk).update(successor=other))
    assert refused(lambda: Card.objects.filter(pk=card.pk).update(successor=card, state="retired"))


def test_pairs_exist_once_and_nothing_belongs_to_itself(shelved):
    card, other = make.card("taaleis"), make.card("werkproef")
    source, fact = Source.objects.filter(citations__card=card).first(), LegalFact.objects.get(slug="awgb")
    assert refused(lambda: Relation.objects.create(card=card, other=other, position=1))
    assert refused(lambda: Relation.objects.create(card=card, other=card, position=1))
    assert refused(lambda: Citation.objects.create(card=card, source=source, position=1))
    assert refused(lambda: LegalBasis.objects.create(card=card, fact=fact, leans=True))
