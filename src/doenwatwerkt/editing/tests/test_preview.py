"""A preview is the public page of what was typed, and leaves nothing behind: on both databases, also for a new card."""

import pytest
from django.apps import apps

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.tests import desk
from doenwatwerkt.ui.tests.reading import read


def everything():
    """All rows of all our tables, sessions and accounts apart."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("doenwatwerkt.")]
    return {model._meta.label: sorted(map(repr, model._default_manager.order_by("pk").values_list())) for model in ours}


@pytest.mark.parametrize(
    ("slug", "street"), [("werkproef", "praktijken"), ("taaleis", "antwoorden"), ("vacaturecheck", "materialen")]
)
def test_an_editor_sees_the_public_page_of_what_was_typed_and_nothing_stays(it, slug, street):
    draft, browser = desk.begun(slug, it.femke), desk.browser(it.femke)
    sent = desk.page_of(draft) | {"maandag": "Vouw maandag een zeppelin."}
    before = everything()
    answer = browser.post(f"/redactie/{draft.pk}/voorbeeld/", sent)
    page = read(answer)
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"
    assert "Vouw maandag een zeppelin." in page.text
    assert "Bewerk deze kaart" not in page.text
    assert (
        "<strong>Voorbeeld.</strong>" in answer.content.decode()
        and f'href="/redactie/{draft.pk}/"' in answer.content.decode()
    )
    assert everything() == before
    assert "zeppelin" not in browser.get(f"/{street}/{slug}/").content.decode()


def test_a_preview_of_a_new_card_leaves_no_card(it):
    says = {key: value for key, value in desk.begun("werkproef", it.femke).data.items() if key != "oordeel"}
    draft = desk.new("praktijk", "Vouw een zeppelin", it.femke, **says | {"titel": "Vouw een zeppelin"})
    browser = desk.browser(it.femke)
    before = everything()
    page = read(browser.post(f"/redactie/{draft.pk}/voorbeeld/"))
    assert "Vouw een zeppelin" in page.text and "Nog niet beoordeeld" in page.text
    assert everything() == before


def test_a_preview_of_what_is_not_whole_shows_what_is_missing_and_keeps_what_was_typed(it):
    draft = desk.new("antwoord", "Waar meld ik mij?", it.femke)
    answer = desk.browser(it.femke).post(
        f"/redactie/{draft.pk}/voorbeeld/", desk.page_of(draft) | {"waarom": "Daarom."}
    )
    page = read(answer)
    assert "Voor een voorbeeld moet de kaart af zijn." in page.text and "Kort antwoord: Vul dit nog in." in page.text
    assert "Daarom." in answer.content.decode()
    late = desk.page_of(draft) | {"revision": "onzin"}
    assert desk.browser(it.femke).post(f"/redactie/{draft.pk}/voorbeeld/", late).status_code == 200


def test_a_preview_of_what_can_no_longer_be_says_so(it):
    draft = desk.ready("taaleis", it.femke)
    Draft.objects.filter(pk=draft.pk).update(data=draft.data | {"praktijken": ["verdwenen"]})
    page = read(desk.browser(it.femke).post(f"/redactie/{draft.pk}/voorbeeld/", follow=True))
    assert "Deze kaart is nog niet af." in page.text


def test_a_card_without_a_verdict_copes_everywhere(it, client):
    says = {key: value for key, value in desk.begun("werkproef", it.femke).data.items() if key != "oordeel"}
    draft = desk.new("praktijk", "Vouw een zeppelin", it.femke, **says | {"titel": "Vouw een zeppelin"})
    Draft.objects.filter(pk=draft.pk).update(state="ready")
    assert desk.browser(it.femke).post(f"/redactie/{draft.pk}/uitgeven/").status_code == 302
    card = desk.card("vouw-een-zeppelin")
    assert (card.practice.verdict, catalogue.said(card).get("oordeel")) == (None, None)
    for address in ("/praktijken/vouw-een-zeppelin/", "/praktijken/", "/menukaart/", "/menukaart/?weergave=tabel",
                    "/menukaart/?weergave=grafiek",
                    "/menukaart/vergelijken/?kaart=vouw-een-zeppelin&kaart=werkproef", "/themas/selectie/", "/zoeken/?q=zeppelin",
                    "/api/v1/praktijken", "/api/v1/praktijken/vouw-een-zeppelin", "/praktijken/vouw-een-zeppelin.jsonld",
                    "/praktijken/vouw-een-zeppelin.pdf", "/menukaart/vergelijken.pdf?kaart=vouw-een-zeppelin", "/data/praktijken.csv",
                    "/insluiten/praktijken/vouw-een-zeppelin/", "/feeds/kaarten.atom", "/begin/?probleem=selectie"):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 200, address
    listed = client.get("/menukaart/").content.decode()
    assert "Nog niet beoordeeld" in listed and "0 van 5" not in listed
    assert "Nog niet beoordeeld" in read(client.get("/praktijken/vouw-een-zeppelin/")).text
