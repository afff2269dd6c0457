"""A verdict from the rubric to the public card: proposed, looked at, given by an editor."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from doenwatwerkt.catalogue.models import Card, CardVersion, Practice, Source, Verdict
from doenwatwerkt.catalogue.tests import make as cards
from doenwatwerkt.editing import operations, queries
from doenwatwerkt.editing.models import Judgement
from doenwatwerkt.editing.rules import Overtaken
from doenwatwerkt.editing.tests import desk as make
from doenwatwerkt.editing.tests import looking
from doenwatwerkt.editing.tests.looking import AT, SAYS, SOON
from doenwatwerkt.journal import queries as journal
from doenwatwerkt.journal.models import Cause, Entry
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.ui.tests.reading import read, words

SENT = {
    "start": "3", "off_I": "on", "why_I": "gemeten met een test", "direction": "gemengd", "size": "klein",
    "basis": "een veldexperiment", "context": "Nederland", "figures_seen": "deels", "interests": "geen", "rijen": "1",
    "bron0-title": "Nieuwe studie", "bron0-url": "https://example.org/nieuw", "bron0-doi": "https://doi.org/10.1000/abc",
    "bron0-year": "2026", "bron0-maryland": "5", "bron0-population": "Nederland", "bron0-read": "samenvatting",
}  # fmt: skip
NEW = "/redactie/oordelen/nieuw/werkproef/"


@pytest.fixture
def desk(db, tmp_path):
    return looking.opened(tmp_path)


def given(desk, one):
    operations.give_judgement(one, by=looking.by(desk.femke), at=SOON)
    return Verdict.objects.latest("pk")


def test_an_editor_gives_what_two_people_agreed_on_and_the_card_follows(desk):
    one = looking.ready(desk.kim, desk.kees, desk.noor)
    verdict = given(desk, one)
    assert (one.state, one.verdict, verdict.certainty) == ("published", verdict, 2)
    assert verdict.assessor == "Kennis, Bond"
    assert verdict.standing == (
        "voorgesteld door Kennis, door twee beoordelaars bekeken, minstens één van buiten de organisatie die het voorstelde"
    )
    assert verdict.interests == "Kennis: geen; Kennis: geen; Bond: geen"
    assert verdict.reasons == [
        "de uitkomst is indirect gemeten (houding, voornemen, test of eigen verhaal). gemeten met een test"
    ]
    practice = Practice.objects.get(card__slug="werkproef")
    assert (practice.verdict, practice.direction, practice.size) == (verdict, "gemengd", "klein")
    assert Source.objects.get(doi="10.1000/abc").maryland == 5
    assert CardVersion.objects.get(card=one.card, number=2).data["oordeel"]["start"] == 3


def test_what_happened_is_one_journey(desk):
    one = looking.ready(desk.kim, desk.kees, desk.noor)
    given(desk, one)
    line = Entry.objects.get(kind="catalogue.VerdictGiven", subject=f"catalogue.Card:{one.card_id}", data__certainty=2)
    [cause] = Cause.objects.filter(entry=line)
    assert cause.cause.kind == "editing.ReviewsSettled"
    told = [name for name, _ in queries.happened(one)]
    assert (told[0], told[-1], "Genoeg mensen zijn akkoord" in told) == ("Oordeel gegeven", "Voorstel begonnen", True)


@pytest.mark.parametrize("who", ["kim", "noor", "kees"])
def test_only_an_editor_gives(desk, who):
    one = looking.ready(desk.kim, desk.kees, desk.noor)
    with pytest.raises(Refused, match="Alleen een redacteur"):
        operations.give_judgement(one, by=looking.by(getattr(desk, who)), at=SOON)
    assert make.browser(getattr(desk, who)).post(f"/redactie/oordelen/{one.pk}/geven/").status_code == 404
    assert Verdict.objects.count() == 1


def test_what_is_not_ready_is_not_given(desk):
    one = looking.offered(desk.kim)
    with pytest.raises(Refused, match="nog niet klaar"):
        given(desk, one)


def test_what_is_said_to_be_ready_but_lacks_people_is_not_given(desk):
    one = looking.offered(desk.kim)
    Judgement.objects.update(state="ready")
    one.refresh_from_db()
    with pytest.raises(Refused, match="moeten nog 2 mensen"):
        given(desk, one)


def test_what_was_taken_back_meanwhile_is_not_given(desk):
    one = looking.ready(desk.kim, desk.kees, desk.noor)
    operations.take_back_judgement(Judgement.objects.get(pk=one.pk), by=looking.by(desk.kim), at=SOON)
    with pytest.raises(Refused, match="Iemand anders"):
        given(desk, one)


def test_a_card_that_lapsed_meanwhile_gets_no_verdict(desk):
    one = looking.ready(desk.kim, desk.kees, desk.noor)
    Card.objects.filter(pk=one.card_id).update(state="retired")
    with pytest.raises(Refused, match="niet meer gepubliceerd"):
        given(desk, one)
    assert Judgement.objects.get().state == "ready"


def test_it_is_given_once(desk):
    one = looking.ready(desk.kim, desk.kees, desk.noor)
    stale = Judgement.objects.get(pk=one.pk)
    given(desk, one)
    with pytest.raises(Refused):
        given(desk, stale)
    assert Verdict.objects.count() == 2


def test_a_card_has_one_open_proposal(desk):
    looking.proposed(desk.kim)
    with pytest.raises(Refused, match="loopt al een voorstel"):
        looking.proposed(desk.femke)


def test_a_proposal_is_of_an_organisation_and_about_a_published_practice(desk):
    nobody = Actor(user_id=desk.kim.pk)
    with pytest.raises(Refused, match="voor welke organisatie"):
        operations.propose_judgement(make.card("werkproef"), **SAYS, by=nobody, at=AT)
    with pytest.raises(Refused, match="Alleen een gepubliceerde aanpak"):
        operations.propose_judgement(make.card("taaleis"), **SAYS, by=looking.by(desk.kim), at=AT)


def test_saving_counts_and_saving_the_same_does_not(desk):
    one = looking.proposed(desk.kim)
    by = looking.by(desk.kees)
    operations.save_judgement(one, **SAYS, revision=1, by=by, at=SOON)
    assert (one.revision, one.saved_by) == (1, desk.kim)
    operations.save_judgement(one, **(SAYS | {"start": 5}), revision=1, by=by, at=SOON)
    assert (one.revision, one.start, one.saved_by) == (2, 5, desk.kees)
    with pytest.raises(Overtaken, match="Iemand anders heeft dit voorstel"):
        operations.save_judgement(one, **(SAYS | {"start": 4}), revision=1, by=by, at=SOON)
    operations.hand_in_judgement(one, by=by, at=SOON)
    with pytest.raises(Refused, match="Haal het terug"):
        operations.save_judgement(one, **(SAYS | {"start": 4}), revision=2, by=by, at=SOON)


def test_a_verb_that_cannot_happen_now_is_refused(desk):
    one = looking.proposed(desk.kim)
    by = looking.by(desk.kim)
    with pytest.raises(Refused):
        operations.take_back_judgement(one, by=by, at=SOON)
    operations.drop_judgement(one, by=by, at=SOON)
    for verb in (operations.hand_in_judgement, operations.drop_judgement):
        with pytest.raises(Refused):
            verb(one, by=by, at=SOON)
    assert looking.proposed(desk.femke).pk != one.pk


def test_the_seed_verdict_stays_in_the_history_on_the_card(desk, client):
    given(desk, looking.ready(desk.kim, desk.kees, desk.noor))
    page = read(client.get("/praktijken/werkproef/"))
    [judged] = [part for part in page.section("geschiedenis").iter("ul") if part.get("class") == "lines"]
    told = sorted(words(row) for row in judged)
    assert len(told) == 2
    assert [("bewijsbank" in row, "Bond" in row, "Noor" in row) for row in told if "Bond" in row] == [
        (False, True, False)
    ]


# The pages


def test_a_knowledge_partner_fills_in_the_rubric_and_the_sum_is_made(desk):
    browser = make.browser(desk.kim)
    response = browser.post(NEW, SENT, follow=True)
    one = Judgement.objects.get()
    assert response.redirect_chain == [(f"/redactie/oordelen/{one.pk}/", 302)]
    assert {name: getattr(one, name) for name in SAYS} == SAYS
    assert (one.organisation, one.author) == (desk.know, desk.kim)
    page = read(response)
    assert "Samen 2 van 5." in page.text


@pytest.mark.parametrize(("asked", "rows"), [("reken", 1), ("rij", 2)])
def test_adding_up_and_a_row_more_keep_what_was_typed_and_save_nothing(desk, asked, rows):
    sent = {name: value for name, value in SENT.items() if name not in ("basis", "context")} | {"doe": asked}
    response = make.browser(desk.kim).post(NEW, sent)
    page = read(response)
    assert (page.texts("ul", "errorlist"), "Samen 2 van 5." in page.text) == ([], True)
    assert [field.get("value") for field in page.all("input") if field.get("name") == "rijen"] == [str(rows)]
    typed = {field.get("name"): field.get("value") for field in page.all("input")}
    assert (typed["bron0-title"], typed["why_I"]) == ("Nieuwe studie", "gemeten met een test")
    assert Judgement.objects.count() == 0


def test_htmx_gets_only_the_sum(desk):
    browser = make.browser(desk.kim)
    headers = {"HX-Request": "true", "HX-Target": "div#sum"}
    part = browser.post(NEW, SENT | {"doe": "reken"}, headers=headers).content.decode()
    whole = browser.post(NEW, SENT | {"doe": "reken"}).content.decode()
    assert (part.startswith('<div id="sum"'), part in whole, "Samen 2 van 5." in part) == (True, True, True)


def test_nothing_chosen_is_no_sum(desk):
    page = read(make.browser(desk.kim).get(NEW))
    assert "Kies eerst hoe het is onderzocht." in page.text


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"start": ""}, "Kies wat het beste past."),
        ({"start": "9"}, "Kies wat het beste past."),
        ({"why_I": "  "}, "Schrijf waarom dit punt eraf gaat."),
        ({"interests": ""}, "Schrijf welke belangen u of uw organisatie heeft, of ‘geen’."),
        ({"bron0-doi": "11.1000/abc"}, "Een DOI begint met 10. en heeft een schuine streep, zoals 10.1000/abc."),
        ({"bron0-doi": "", "bron0-url": ""}, "Schrijf een webadres of een DOI. Anders kan niemand het nalezen."),
        ({"bron0-url": "http://"}, "Dit webadres klopt niet. Begin met https://."),
        ({"bron0-year": "26"}, "Na 1900."),
        ({"bron0-title": ""}, "Schrijf de titel van deze bron."),
        ({"bron0-read": ""}, "Kies hoe ver u deze bron las."),
        ({"basis": ""}, "Schrijf op welk onderzoek dit rust."),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost(desk, wrong, told):
    response = make.browser(desk.kim).post(NEW, SENT | wrong)
    page = read(response)
    assert told in page.texts("ul", "errorlist")
    assert "Nederland" in page.text
    assert Judgement.objects.count() == 0


def test_without_a_source_it_is_a_claim(desk):
    none = {name: "" for name in SENT if name.startswith("bron0-")}
    page = read(make.browser(desk.kim).post(NEW, SENT | none))
    assert page.texts("ul", "errorlist") == [
        "Noem minstens één bron. Zonder bron is het een bewering, en dan is de startscore 0."
    ]
    make.browser(desk.kim).post(NEW, SENT | none | {"start": "0"})
    assert Judgement.objects.get().sources == []


@pytest.mark.parametrize("rows", ["", "-1", "²", "99999", "0", "12x"])
def test_an_odd_number_of_rows_is_harmless(desk, rows):
    assert make.browser(desk.kim).post(NEW, SENT | {"rijen": rows, "doe": "rij"}).status_code == 200


def test_who_comes_second_is_led_to_what_is_running(desk):
    one = looking.proposed(desk.kim)
    address = f"/redactie/oordelen/{one.pk}/"
    page = read(make.browser(desk.kees).get(NEW))
    assert address in [url for _, url in page.links()]
    assert "Er loopt al een voorstel voor deze aanpak." in read(make.browser(desk.kees).post(NEW, SENT)).text
    operations.drop_judgement(one, by=looking.by(desk.kim), at=SOON)
    other = looking.proposed(desk.femke)
    page = read(make.browser(desk.kees).get(NEW))
    assert ("Redactie werkt aan een oordeel" in page.text, f"/redactie/oordelen/{other.pk}/" in str(page.links())) == (
        True,
        False,
    )


def test_a_proposal_is_changed_as_it_was_seen(desk):
    one = looking.proposed(desk.kim)
    browser, address = make.browser(desk.kees), f"/redactie/oordelen/{one.pk}/schrijven/"
    page = read(browser.get(address))
    typed = {field.get("name"): field.get("value") for field in page.all("input")}
    assert (typed["bron0-doi"], typed["revision"], "Samen 2 van 5." in page.text) == ("10.1000/abc", "1", True)
    sent = SENT | {"revision": "1", "start": "5", "off_T": "on", "why_T": "alleen vrouwen"}
    assert browser.post(address, sent).status_code == 302
    one.refresh_from_db()
    assert (one.start, one.revision, queries.letters(one), one.saved_by) == (5, 2, ["I", "T"], desk.kees)
    page = read(browser.post(address, sent | {"start": "4"}))
    assert "Iemand anders heeft dit voorstel intussen bewaard." in page.text
    assert browser.post(address, sent | {"doe": "reken"}).status_code == 200


def test_buttons_move_a_proposal_along(desk, django_assert_max_num_queries):
    one = looking.proposed(desk.kim)
    browser, home = make.browser(desk.kim), f"/redactie/oordelen/{one.pk}/"

    def press(verb):
        return read(browser.post(f"{home}{verb}/", follow=True)).texts("p", "message")

    assert press("aanbieden") == ["Uw voorstel is aangeboden. Vraag nu twee mensen."]
    assert press("aanbieden") == ["Dit concept is al aangeboden of afgerond."]
    assert press("terughalen") == ["U kunt weer verder schrijven."]
    press("aanbieden")
    one.refresh_from_db()
    looking.agreed(one, desk.kees, desk.noor, asker=desk.kim)
    with django_assert_max_num_queries(12):
        assert "Genoeg mensen zijn akkoord. Een redacteur geeft het oordeel." in read(browser.get(home)).text
    response = make.browser(desk.femke).post(f"{home}geven/", follow=True)
    assert response.redirect_chain == [("/praktijken/werkproef/", 302)]
    assert "2 van 5" in response.content.decode()
    response = make.browser(desk.femke).post(f"{home}geven/", follow=True)
    assert "nog niet klaar" in response.content.decode()
    assert "Dit oordeel staat op de kaart" in read(browser.get(home)).text
    assert "afgerond" in press("intrekken")[0]


def test_a_proposal_can_be_dropped(desk):
    one = looking.proposed(desk.kim)
    page = read(make.browser(desk.kim).post(f"/redactie/oordelen/{one.pk}/intrekken/", follow=True))
    assert page.texts("p", "message") == ["Het voorstel is ingetrokken. De kaart is niet veranderd."]


def test_the_list_shows_open_proposals_and_what_ends_first(desk, tmp_path, django_assert_max_num_queries):
    one = looking.proposed(desk.kim)
    browser = make.browser(desk.kim)
    with django_assert_max_num_queries(12):
        page = read(browser.get("/redactie/oordelen/"))
    assert [url for _, url in page.links(page.section("voorstellen"))] == [f"/redactie/oordelen/{one.pk}/"]
    assert [url for _, url in page.links(page.section("nieuw"))] == [NEW]
    assert queries.judgement_of(one.card_id) == one


def test_proposals_of_others_are_not_there(desk):
    one = looking.proposed(desk.femke)
    address = f"/redactie/oordelen/{one.pk}/"
    for who, status in ((desk.kim, 404), (desk.petra, 404), (desk.anna, 404), (desk.gijs, 200)):
        assert make.browser(who).get(address).status_code == status
    for who in (desk.petra, desk.anna):
        assert make.browser(who).get(NEW).status_code == 404
        assert make.browser(who).get("/redactie/oordelen/").status_code == 404
    assert make.browser(desk.kim).get("/redactie/oordelen/nieuw/taaleis/").status_code == 404


def test_a_button_on_the_card_leads_here_for_who_may(desk):
    assert NEW in make.browser(desk.kim).get("/praktijken/werkproef/").content.decode()
    assert NEW not in make.browser(desk.petra).get("/praktijken/werkproef/").content.decode()
    assert NEW not in make.browser(desk.kim).get("/antwoorden/taaleis/").content.decode()


def test_a_source_without_an_address_shows_its_title(desk):
    one = looking.proposed(desk.kim, sources=[looking.SOURCE | {"url": "", "doi": "", "maryland": None, "read": ""}])
    assert queries.told(one)["sources"][0]["address"] == ""


@pytest.mark.parametrize("wrong", [{"start": 6}, {"interests": ""}, {"state": "published"}, {"state": "geheim"}])
def test_the_database_keeps_proposals_whole(desk, wrong):
    one = looking.proposed(desk.kim)
    with pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.filter(pk=one.pk).update(**wrong)


def test_a_later_load_of_files_only_offers(desk):
    given(desk, looking.ready(desk.kim, desk.kees, desk.noor))
    cards.practice(desk.folder, stappen=["Iets anders."])
    assert cards.load(desk.folder, at=SOON + timedelta(days=1)).offered == ["praktijken/werkproef.yaml"]
    assert Practice.objects.get(card__slug="werkproef").direction == "gemengd"
    assert journal.newest("catalogue.ChangeOffered") is not None
