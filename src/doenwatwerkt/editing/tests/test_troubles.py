"""What is still wrong with a card, said at its field; and who gets to drafts at all."""

import pytest
from django.http import Http404

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import access, forms
from doenwatwerkt.editing.tests import desk
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.people.access import Permission, may

TOLD = {
    "twee_kanten": [{"wie": "Onderzoek", "zegt": None, "bron": "vrij getypt met spaties"}],
    "bronnen": ["schmidt98", "onbekend"], "stappen": ["Kies een taak.", "x" * 301], "advies": "misschien", "moeite": "veel",
    "themas": [], "nagekeken_op": "22-11-2026", "samenvatting": "s" * 500,
}  # fmt: skip


def troubles(kind, data):
    return {told.key: told.words for told in forms.troubles(kind, data, catalogue.names())}


def test_every_mistake_stands_at_its_field(it):
    data = desk.begun("werkproef", it.femke).data
    assert troubles("praktijk", data) == {}
    assert troubles("praktijk", data | TOLD) == {
        "samenvatting": "Dit is te lang: hoogstens 420 tekens.",
        "stappen": "Regel 2: dit is te lang: hoogstens 300 tekens.",
        "moeite": "Kies een van de mogelijkheden.",
        "advies": "Kies een van de mogelijkheden.",
        "twee_kanten-0-zegt": "Vul dit nog in.",
        "twee_kanten-0-bron": "Dit kennen wij niet. Kies iets uit de lijst.",
        "themas": "Hier hoort nog iets: minstens 1.",
        "nagekeken_op": "Schrijf een datum, zoals 2026-11-22.",
    }
    assert troubles("praktijk", data | {"bronnen": ["schmidt98", "onbekend"]}) == {
        "bronnen": "Regel 2: dit kennen wij niet. Kies iets uit de lijst."
    }
    assert troubles("praktijk", data | {"oordeel": {"start": 9}}) == {}


def test_an_answer_that_is_not_sure_says_where_to_ask(it):
    data = desk.begun("taaleis", it.femke).data | {"zekerheid": "nakijken"}
    assert troubles("antwoord", data) == {"nakijken_bij": "Zeg bij welke organisatie een lezer dit kan laten nakijken."}
    assert troubles("antwoord", data | {"nakijken_bij": "ser-dib"}) == {}
    lost = data | {"zekerheid": "vast", "waarheen": [{"organisatie": "weg", "waarvoor": "raad"}]}
    assert troubles("antwoord", lost) == {"waarheen-0-organisatie": "Dit kennen wij niet. Kies iets uit de lijst."}


def test_a_sort_of_mistake_that_we_have_no_words_for_is_told_all_the_same(it):
    data = desk.begun("vacaturecheck", it.femke).data
    assert troubles("materiaal", data | {"commercieel": "misschien"}) == {
        "commercieel": "Dit klopt niet: moet ja of nee zijn (true of false)."
    }
    assert troubles("materiaal", data | {"alleen_leden": "weg"}) == {
        "alleen_leden": "Dit kennen wij niet. Kies iets uit de lijst."
    }
    assert troubles("materiaal", data | {"url": "www"}) == {"url": "Schrijf een webadres dat begint met https://."}


@pytest.mark.parametrize(
    "role", ["redacteur", "partnerbeheerder", "kennispartner", "werkgever", "inspectie", "programmabureau"]
)
def test_only_who_writes_gets_to_drafts(it, role):
    desk.begun("vacaturecheck", it.petra)
    desk.begun("werkproef", it.femke)
    by = Actor(user_id=1, organisation_id=it.college.pk, roles=frozenset({role}))
    if may(by, Permission.EDIT_CARDS):
        assert access.drafts(by).count() == 2
    elif may(by, Permission.BRING_IN):
        assert [draft.slug for draft in access.drafts(by)] == ["vacaturecheck"]
    else:
        with pytest.raises(Http404):
            access.drafts(by)


def test_who_acts_for_nobody_gets_to_nothing(it):
    with pytest.raises(Http404):
        access.drafts(Actor(user_id=1, roles=frozenset({"partnerbeheerder"})))
