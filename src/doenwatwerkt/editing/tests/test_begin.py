"""Begin a draft of a card, or of a card that does not exist yet: who may, where one lands, the index."""

import pytest

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import operations
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.tests import desk
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people.tests import make as people
from doenwatwerkt.ui.tests.reading import read

BEGIN = "/redactie/kaarten/praktijken/werkproef/begin/"
NEW = "/redactie/nieuw/praktijken/"


def test_an_editor_begins_with_what_the_card_says(it):
    answer = desk.browser(it.femke).post(BEGIN)
    draft = Draft.objects.get()
    assert answer.headers["Location"] == f"/redactie/{draft.pk}/schrijven/"
    assert draft.data == catalogue.said(desk.card("werkproef"))
    assert (draft.base_version, draft.author, draft.state) == (1, it.femke, "writing")
    told = Entry.objects.get(kind="editing.DraftBegun")
    assert (told.data, told.by_id) == ({"kind": "praktijk", "slug": "werkproef", "base_version": 1}, it.femke.pk)


def test_who_comes_second_lands_in_the_same_draft_and_hears_who_saved_last(it):
    draft = desk.begun("werkproef", it.femke)
    browser = desk.browser(it.gijs)
    answer = browser.post(BEGIN, follow=True)
    assert Draft.objects.get() == draft
    assert "Er was al een concept. Femke bewaarde het laatst." in read(answer).text
    assert "Femke bewaarde het laatst" in read(browser.get("/redactie/kaarten/praktijken/werkproef/")).text


def test_two_who_begin_at_the_same_moment_get_the_same_draft(it):
    draft = desk.begun("werkproef", it.femke)
    late = Draft(card=draft.card, kind="praktijk", slug="werkproef", base_version=1, data={})
    got = operations.drafts._begin(late, of=it.college.pk, by=people.actor(it.gijs), at=desk.AT)
    assert got == draft


def test_an_open_draft_is_not_replaced_by_other_data(it):
    desk.begun("werkproef", it.femke)
    with pytest.raises(Refused, match="loopt al een concept"):
        operations.begin(desk.card("werkproef"), data={}, by=people.actor(it.gijs), at=desk.AT)


def test_who_acts_for_no_organisation_begins_nothing(it):
    with pytest.raises(Refused, match="voor welke organisatie"):
        operations.begin(desk.card("werkproef"), by=LOADER, at=desk.AT)


def test_a_new_card_begins_with_its_title(it):
    browser = desk.browser(it.femke)
    assert browser.get(NEW).status_code == 200
    browser.post(NEW, {"title": "Stel vooraf vast wat telt"})
    draft = Draft.objects.get()
    assert (draft.slug, draft.card, draft.base_version) == ("stel-vooraf-vast-wat-telt", None, 0)
    assert draft.data["titel"] == "Stel vooraf vast wat telt"


@pytest.mark.parametrize(
    ("title", "words"),
    [("", "Schrijf een titel."), ("?!", "Schrijf een titel met letters."), ("x" * 161, "Hoogstens 160 tekens."),
     ("Werkproef", "Er is al een kaart met deze titel."), ("Laat mensen een werkproef maken", "die hier erg op lijkt")],
)  # fmt: skip
def test_a_title_that_can_not_be_is_told_and_stays_in_its_box(it, title, words):
    answer = desk.browser(it.femke).post(NEW, {"title": title})
    assert words in read(answer).text
    assert f'value="{title}"' in answer.content.decode()
    assert not Draft.objects.exists()


def test_what_looks_alike_is_shown_and_may_still_be_something_else(it):
    browser = desk.browser(it.femke)
    page = read(browser.post(NEW, {"title": "Laat mensen een werkproef maken"}))
    assert ("Laat mensen een werkproef doen", "/praktijken/werkproef/") in page.links(page.main)
    browser.post(NEW, {"title": "Laat mensen een werkproef maken", "other": "on"})
    assert Draft.objects.get().slug == "laat-mensen-een-werkproef-maken"
    assert (
        "Iemand schrijft al aan een kaart"
        in read(browser.post(NEW, {"title": "Laat mensen een werkproef maken", "other": "on"})).text
    )


def test_a_partner_brings_in_material_only_and_sees_only_the_own(it):
    petra, pim = desk.browser(it.petra), desk.browser(it.pim)
    assert petra.get(NEW).status_code == 404
    assert petra.post(NEW, {"title": "Een aanpak"}).status_code == 404
    petra.post("/redactie/nieuw/materialen/", {"title": "Gids voor gesprekken"})
    draft = Draft.objects.get()
    assert draft.organisation == it.college
    assert [petra.get(f"/redactie/{draft.pk}/").status_code, pim.get(f"/redactie/{draft.pk}/").status_code] == [
        200,
        404,
    ]
    assert "Gids voor gesprekken" in read(petra.get("/redactie/")).text
    assert "Gids voor gesprekken" not in read(pim.get("/redactie/")).text
    assert petra.get(f"/redactie/{draft.pk}/uitgeven/").status_code == 404
    assert petra.post(f"/redactie/{draft.pk}/uitgeven/").status_code == 404


def test_a_partner_writes_on_a_card_of_the_own_organisation_only(it):
    petra, pim = desk.browser(it.petra), desk.browser(it.pim)
    card = "/redactie/kaarten/materialen/vacaturecheck/"
    assert [petra.get(card).status_code, pim.get(card).status_code] == [200, 404]
    assert petra.get("/redactie/kaarten/praktijken/werkproef/").status_code == 404
    for part in ("vervallen/", "aanbod/"):
        assert petra.get(card + part).status_code == 404
    desk.begun("vacaturecheck", it.femke)
    draft = Draft.objects.get()
    assert petra.post(card + "begin/", follow=True).status_code == 200
    assert petra.get(f"/redactie/{draft.pk}/schrijven/").status_code == 200


def test_a_draft_can_be_begun_for_another_organisation_with_what_was_sent(it):
    by = people.actor(it.femke)
    draft = operations.begin_new(
        "materiaal",
        title="Spel",
        data={"url": "https://example.org/spel"},
        organisation_id=it.college.pk,
        by=by,
        at=desk.AT,
    )
    assert (draft.organisation, draft.data["url"], draft.data["titel"]) == (
        it.college,
        "https://example.org/spel",
        "Spel",
    )


def test_the_index_tells_my_drafts_from_those_of_others(it, django_assert_max_num_queries):
    desk.begun("werkproef", it.femke)
    desk.begun("taaleis", it.gijs)
    browser = desk.browser(it.femke)
    with django_assert_max_num_queries(12):
        page = read(browser.get("/redactie/"))
    assert [text for text, _ in page.links(page.section("mijn"))] == ["Laat mensen een werkproef doen"]
    assert [text for text, _ in page.links(page.section("anderen"))] == ["Mag ik Nederlands eisen?"]


def test_an_editor_finds_the_way_on_a_public_card_and_a_reader_does_not(it, client, django_assert_num_queries):
    page = read(desk.browser(it.femke).get("/praktijken/werkproef/"))
    assert ("Bewerk deze kaart", "/redactie/kaarten/praktijken/werkproef/") in page.links(page.main)
    assert '<a href="/redactie/">Redactie</a>' in desk.browser(it.femke).get("/over/").content.decode()
    pim = read(desk.browser(it.pim).get("/praktijken/werkproef/"))
    assert "Bewerk deze kaart" not in pim.text
    answer = client.get("/praktijken/werkproef/")
    assert (dict(answer.cookies), "Bewerk" in answer.content.decode()) == ({}, False)


@pytest.mark.parametrize("part", ["", "versies/1/", "vervallen/"])
def test_the_page_of_a_card_costs_at_most_twelve_queries(it, part, django_assert_max_num_queries):
    browser = desk.browser(it.femke)
    with django_assert_max_num_queries(12):
        assert browser.get(f"/redactie/kaarten/antwoorden/taaleis/{part}").status_code == 200


def test_a_refusal_while_beginning_is_told_on_the_page_of_the_card(it, monkeypatch):
    def refuse(*args, **given):
        raise Refused("Vandaag niet.")

    monkeypatch.setattr(operations, "begin", refuse)
    assert "Vandaag niet." in read(desk.browser(it.femke).post(BEGIN, follow=True)).text
