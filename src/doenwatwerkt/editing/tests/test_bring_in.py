"""A partner brings in a material of their own in a few questions; an editor takes it from there."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import content
from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.operations import filling
from doenwatwerkt.catalogue.tests import make as cards
from doenwatwerkt.editing import forms, operations
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.tests import make
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.people.tests import make as people

TODAY = localdate()
TOLD = {
    "titel": "Praatplaat over taal op de werkvloer", "url": "https://nbbu.example/praatplaat", "soort": "folder",
    "samenvatting": "Een plaat met tien plaatjes. Daarmee praat u met uw team over taal.", "themas": ["taal"], "doelgroep": ["werkgever"],
    "omvang": ["klein"], "tijd": "10 minuten", "kosten": "gratis", "licentie": "CC BY 4.0", "toegankelijkheid": "Nog niet onderzocht",
    "opnieuw_nakijken_op": (TODAY + timedelta(days=300)).isoformat(),
}  # fmt: skip


@pytest.fixture
def piet(db, client):
    """The browser of somebody at a partner."""
    nbbu = people.organisation("NBBU", kind="werkgeversorganisatie")
    return people.sign_in(client, people.person("piet", nbbu, "partnerbeheerder"))


def send(client, **other):
    return client.post(reverse("editing:bring_in"), TOLD | other, follow=True)


def errors(response):
    return {name: list(told) for name, told in response.context["form"].errors.items()}


def test_a_partner_brings_in_a_material_and_sees_how_far_it_is(piet):
    page = send(piet).content.decode()
    assert "Bedankt. Uw materiaal is ingebracht." in page
    assert TOLD["titel"] in page
    assert "Concept" in page
    draft = Draft.objects.get()
    assert (draft.kind, draft.slug, draft.organisation.slug, draft.author.name, draft.state) == (
        "materiaal", "praatplaat-over-taal-op-de-werkvloer", "nbbu", "Piet", "writing",
    )  # fmt: skip
    entry = Entry.objects.get(kind="editing.MaterialBroughtIn")
    assert (entry.subject, entry.data, entry.of_id) == (
        f"editing.Draft:{draft.pk}",
        {"slug": draft.slug},
        draft.organisation_id,
    )


def test_the_draft_is_whole_enough_for_a_card(piet):
    send(piet)
    draft = Draft.objects.get()
    says = content.MaterialFile.model_validate(draft.data)
    assert (says.eigenaar, says.licentie, says.bewijs, says.opnieuw_nakijken_op) == (
        "nbbu", "CC BY 4.0", "onbekend", TODAY + timedelta(days=300),
    )  # fmt: skip
    card = Card(kind="materiaal", slug=draft.slug)
    filling.fill(card, content.Seed("materiaal", draft.slug, says, draft.data, "x"), {"nbbu": draft.organisation_id})
    assert card.review_on == TODAY + timedelta(days=300)


def test_what_a_card_file_does_not_say_about_its_date_does_not_change_its_fingerprint():
    says = content.MaterialFile.model_validate(cards.MATERIAL)
    assert "opnieuw_nakijken_op" not in says.model_dump(mode="json")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [({"titel": ""}, {"titel": ["Vul dit in."]}),
     ({"url": "geen adres"}, {"url": ["Dit is geen webadres. Een adres begint met https://."]}),
     ({"url": "javascript:alert(1)"}, {"url": ["Dit is geen webadres. Een adres begint met https://."]}),
     ({"themas": []}, {"themas": ["Kies minstens één onderwerp."]}),
     ({"licentie": ""}, {"licentie": ["Vul dit in."]}),
     ({"toegankelijkheid": "ja hoor"}, {"toegankelijkheid": ["Kies een van de antwoorden."]}),
     ({"opnieuw_nakijken_op": ""}, {"opnieuw_nakijken_op": ["Vul een datum in."]}),
     ({"opnieuw_nakijken_op": "morgen"}, {"opnieuw_nakijken_op": ["Dit is geen datum. Schrijf bijvoorbeeld 31-12-2027."]}),
     ({"opnieuw_nakijken_op": TODAY.isoformat()}, {"opnieuw_nakijken_op": ["Kies een dag na vandaag en uiterlijk over twee jaar."]}),
     ({"opnieuw_nakijken_op": "2060-01-01"}, {"opnieuw_nakijken_op": ["Kies een dag na vandaag en uiterlijk over twee jaar."]}),
     ({"kosten": "leden"}, {"hoe_te_krijgen": ["Zeg hoe iemand eraan komt, want het is alleen voor leden."]})],
)  # fmt: skip
def test_what_is_missing_is_said_at_the_question_and_nothing_is_lost(piet, wrong, told):
    response = send(piet, **wrong)
    assert errors(response) == told
    assert TOLD["samenvatting"] in response.content.decode()
    assert Draft.objects.count() == 0


def test_for_members_only_the_card_stays_public_with_how_to_get_it(piet):
    send(piet, kosten="leden", hoe_te_krijgen="Bel ons secretariaat.")
    data = Draft.objects.get().data
    assert (data["kosten"], data["alleen_leden"], data["hoe_te_krijgen"]) == ("leden", "nbbu", "Bel ons secretariaat.")


@pytest.mark.parametrize(
    ("other", "why"),
    [({"url": "http://www.example.org/check/?utm_source=brief#x"}, "heeft hetzelfde adres"),
     ({"titel": "De vacaturecheck"}, "heeft bijna dezelfde titel")],
)  # fmt: skip
def test_what_we_have_is_shown_first_and_can_still_be_something_else(piet, tmp_path, other, why):
    make.shelf(tmp_path)
    response = send(piet, **other)
    assert errors(response) == {
        "__all__": ["Dit materiaal lijkt op iets dat er al staat. Kijk hieronder of het hetzelfde is."]
    }
    page = response.content.decode()
    assert f'<a href="/materialen/vacaturecheck/">Vacaturecheck</a> {why}.' in page
    assert "mijn materiaal is iets anders" in page
    assert "is ingebracht" in send(piet, **other, is_anders="on").content.decode()


def test_two_materials_of_one_name_get_an_address_each(piet, tmp_path):
    make.shelf(tmp_path)
    for _ in range(2):
        send(piet, titel="Vacaturecheck", is_anders="on")
    send(piet, titel="???", is_anders="on")
    assert sorted(Draft.objects.values_list("slug", flat=True)) == ["materiaal", "vacaturecheck-2", "vacaturecheck-3"]


def test_an_organisation_can_have_twenty_waiting(piet, monkeypatch):
    monkeypatch.setattr(operations.contributions, "WAITING", 1)
    send(piet)
    assert errors(send(piet, titel="Nog een plaat", url="https://nbbu.example/2")) == {
        "__all__": ["Er wachten al 1 materialen van uw organisatie. Wij kijken die eerst na."]
    }


@pytest.mark.parametrize(
    ("role", "status"), [("werkgever", 404), ("programmabureau", 404), ("kennispartner", 200), ("redacteur", 200)]
)
def test_who_may_bring_in(db, client, role, status):
    people.sign_in(client, people.person("iemand", people.organisation("Elders", kind="kennispartner"), role))
    assert client.get(reverse("editing:bring_in")).status_code == status
    assert client.get(reverse("editing:brought_in")).status_code == status


def test_nobody_sees_what_another_partner_brought_in(piet, client):
    send(piet)
    people.sign_in(
        client, people.person("carla", people.organisation("ABU", kind="werkgeversorganisatie"), "partnerbeheerder")
    )
    page = client.get(reverse("editing:brought_in")).content.decode()
    assert TOLD["titel"] not in page
    assert "Hier komt te staan wat u inbrengt" in page


def test_addresses_that_are_the_same_place(db):
    same = {
        catalogue.plain_address(url)
        for url in ("https://www.A.nl/x/", "http://a.nl/x?utm_source=m", "https://a.nl/x#deel")
    }
    assert same == {"a.nl/x"}
    assert catalogue.plain_address("https://a.nl/x?id=1") == "a.nl/x?id=1"


def test_what_is_nothing_like_ours_is_new(db, tmp_path):
    make.shelf(tmp_path)
    assert catalogue.known_material("Iets heel anders", "") == []


def test_a_leap_day_is_no_trap():
    form = forms.BringIn(TOLD | {"opnieuw_nakijken_op": "2030-02-28"}, today=date(2028, 2, 29))
    assert form.is_valid(), form.errors
