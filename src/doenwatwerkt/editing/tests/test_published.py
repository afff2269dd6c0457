"""What editors do with a public card: restore a version, accept_offer or decline_offer, retire and reopen."""

import pytest

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.catalogue.models import Card, Offer
from doenwatwerkt.catalogue.tests import make as cards
from doenwatwerkt.editing import operations
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.tests import desk
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people.tests import make as people
from doenwatwerkt.search import queries as search
from doenwatwerkt.ui.tests.reading import read

CARD = "/redactie/kaarten/praktijken/werkproef/"


def edited(it, **says):
    """The practice, published once by hand."""
    operations.publish(desk.ready("werkproef", it.femke, **says), by=people.actor(it.femke), at=desk.AT)
    return desk.card("werkproef")


def offered(it):
    """The practice, edited by hand, with a change in its file."""
    edited(it, maandag="Van Femke.")
    cards.practice(it.folder, maandag="Uit het bestand.")
    cards.load(it.folder, at=desk.LATER)
    return Offer.objects.get()


def test_an_editor_goes_back_to_an_earlier_version(it):
    edited(it, maandag="Een vergissing.")
    browser = desk.browser(it.gijs)
    assert "versies/1/" in browser.get(CARD).content.decode()
    page = read(browser.get(f"{CARD}versies/1/"))
    assert "Een vergissing." in page.text and "Bedenk een proef van een uur." in page.text
    assert browser.post(f"{CARD}versies/1/").status_code == 302
    draft = Draft.objects.get(state="writing")
    assert (draft.data["maandag"], draft.base_version) == ("Bedenk een proef van een uur.", 2)
    assert "loopt al een concept" in read(browser.post(f"{CARD}versies/1/")).text
    assert [browser.get(f"{CARD}versies/9/").status_code, browser.post(f"{CARD}versies/9/").status_code] == [404, 404]
    with pytest.raises(Refused, match="Die versie is er niet."):
        operations.restore(desk.card("werkproef"), number=9, by=people.actor(it.gijs), at=desk.AT)


def test_what_a_file_offers_becomes_a_draft(it):
    offer, browser = offered(it), desk.browser(it.femke)
    assert "Wijzigingen uit bestanden" in read(browser.get("/redactie/")).text
    assert "Wijziging uit een bestand" in read(browser.get(CARD)).text
    page = read(browser.get(f"{CARD}aanbod/"))
    assert "Van Femke." in page.text and "Uit het bestand." in page.text
    browser.post(f"{CARD}aanbod/overnemen/", {"digest": offer.digest})
    draft = Draft.objects.get(state="writing")
    assert (draft.data["maandag"], Offer.objects.count()) == ("Uit het bestand.", 0)
    assert desk.card("werkproef").monday == "Van Femke."
    assert Entry.objects.get(kind="catalogue.OfferSettled").data == {"digest": offer.digest, "accepted": True}
    cards.load(it.folder)
    assert not Offer.objects.exists()


def test_what_a_file_offers_is_declined_and_not_offered_again(it):
    offer, browser = offered(it), desk.browser(it.femke)
    browser.post(f"{CARD}aanbod/afwijzen/", {"digest": offer.digest})
    cards.load(it.folder)
    assert (Offer.objects.count(), Draft.objects.filter(state="writing").count()) == (0, 0)
    assert browser.get(f"{CARD}aanbod/").status_code == 404
    cards.practice(it.folder, maandag="Nog een keer.")
    cards.load(it.folder)
    assert Offer.objects.get().data["maandag"] == "Nog een keer."


@pytest.mark.parametrize("part", ["overnemen", "afwijzen"])
def test_an_offer_that_changed_or_was_settled_is_told(it, part):
    offered(it)
    browser = desk.browser(it.femke)
    assert "al behandeld of intussen veranderd" in read(browser.post(f"{CARD}aanbod/{part}/", {"digest": "oud"})).text
    assert Offer.objects.exists()


def test_an_offer_waits_while_somebody_writes(it):
    offer = offered(it)
    desk.begun("werkproef", it.gijs)
    page = read(desk.browser(it.femke).post(f"{CARD}aanbod/overnemen/", {"digest": offer.digest}))
    assert "loopt al een concept" in page.text
    assert Offer.objects.get() == offer


def test_a_card_lapses_and_its_address_leads_to_the_successor(it, client):
    cards.practice(it.folder, "nieuw", titel="Een betere proef")
    cards.load(it.folder)
    browser = desk.browser(it.femke)
    assert "Een betere proef" in browser.get(f"{CARD}vervallen/").content.decode()
    browser.post(f"{CARD}vervallen/", {"successor": "nieuw"})
    answer = client.get("/praktijken/werkproef/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/praktijken/nieuw/")
    assert "/praktijken/werkproef/" not in [hit.url for hit in search.find("werkproef").hits]
    assert "/praktijken/werkproef/" not in client.get("/feeds/kaarten.atom").content.decode()
    assert Entry.objects.get(kind="catalogue.CardRetired").data["successor_id"] == desk.card("nieuw").pk
    assert "Haar adres leidt naar Een betere proef." in read(browser.get(CARD)).text


def test_a_lapsed_card_is_opened_again_as_a_draft(it, client):
    browser = desk.browser(it.femke)
    browser.post(f"{CARD}vervallen/", {"successor": ""})
    assert client.get("/praktijken/werkproef/").status_code == 404
    draft = desk.ready("werkproef", it.femke)
    browser.post(f"/redactie/{draft.pk}/uitgeven/")
    assert client.get("/praktijken/werkproef/").status_code == 200
    assert search.find("werkproef").hits[0].url == "/praktijken/werkproef/"


def test_a_card_that_somebody_writes_on_does_not_lapse(it):
    desk.begun("werkproef", it.gijs)
    assert "loopt al een concept" in read(desk.browser(it.femke).post(f"{CARD}vervallen/", {"successor": ""})).text
    assert desk.card("werkproef").state == "published"


def test_a_successor_that_can_not_be_is_told(it):
    browser, by = desk.browser(it.femke), people.actor(it.femke)
    assert browser.post(f"{CARD}vervallen/", {"successor": "bestaat-niet"}).status_code == 200
    for successor, words in (("bestaat-niet", "kennen wij niet"), ("werkproef", "een andere gepubliceerde kaart")):
        with pytest.raises(Refused, match=words):
            operations.retire(desk.card("werkproef"), successor=successor, by=by, at=desk.AT)
    assert desk.card("werkproef").state == "published"


def test_a_card_lapses_once(it):
    card, same = desk.card("werkproef"), desk.card("werkproef")
    operations.retire(card, successor="", by=people.actor(it.femke), at=desk.AT)
    with pytest.raises(Refused, match="al vervallen"):
        operations.retire(same, successor="", by=people.actor(it.femke), at=desk.AT)
    assert Card.objects.get(pk=card.pk).state == "retired"


def test_versions_say_nothing_for_a_number_that_is_not_there(it):
    assert catalogue.said(desk.card("werkproef"), 99) == {}
