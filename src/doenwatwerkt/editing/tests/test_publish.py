"""From a whole draft to a public card: hand_in, take_back, drop, schedule, publish; show, difference and what others did."""

from datetime import timedelta

import pytest
from django.utils.timezone import localtime, now

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.catalogue.models import Card, CardVersion
from doenwatwerkt.editing import operations, queries, rules, tasks
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.tests import desk
from doenwatwerkt.journal.models import Cause, Entry
from doenwatwerkt.lib.actor import WORKER
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people.tests import make as people
from doenwatwerkt.search import queries as search
from doenwatwerkt.ui.tests.reading import read

NEW = {"maandag": "Iets nieuws.", "samenvatting": "Laat elke kandidaat een zeppelin vouwen, en geef punten."}


def kept(draft):
    return Draft.objects.get(pk=draft.pk)


def test_an_unfinished_draft_is_not_handed_in_and_says_what_is_missing(it):
    draft, browser = desk.new("antwoord", "Waar meld ik mij?", it.femke), desk.browser(it.femke)
    page = read(browser.get(f"/redactie/{draft.pk}/aanbieden/"))
    assert "Kort antwoord: Vul dit nog in." in page.text
    assert ("Kort antwoord", f"/redactie/{draft.pk}/schrijven/?nakijken=ja#veld-kort") in page.links(page.main)
    answer = browser.post(f"/redactie/{draft.pk}/aanbieden/", {"revision": 1})
    assert "Dit concept is nog niet af." in read(answer).text
    assert kept(draft).state == "writing"


def test_personal_data_is_removed_or_justified_before_anybody_looks(it):
    draft, browser = desk.begun("taaleis", it.femke, maandag="Bel Jan op 06 12345678."), desk.browser(it.femke)
    page = read(browser.get(f"/redactie/{draft.pk}/aanbieden/"))
    assert "telefoonnummer: 06 12345678" in page.text
    refused = read(browser.post(f"/redactie/{draft.pk}/aanbieden/", {"revision": 2}))
    assert "Haal het weg, of zeg waarom het hier hoort." in refused.text
    assert kept(draft).state == "writing"
    browser.post(f"/redactie/{draft.pk}/aanbieden/", {"revision": 2, "personal_why": "Het nummer van een loket."})
    assert (kept(draft).state, kept(draft).personal_why) == ("review", "Het nummer van een loket.")


def test_a_reason_without_personal_data_is_not_kept(it):
    draft, browser = desk.begun("taaleis", it.femke, maandag="Vraag het na."), desk.browser(it.femke)
    browser.post(f"/redactie/{draft.pk}/aanbieden/", {"revision": 2, "personal_why": "Zomaar."})
    assert (kept(draft).state, kept(draft).personal_why) == ("review", "")


@pytest.mark.parametrize(
    ("data", "found"),
    [({"url": "https://x.example/06-12345678"}, []), ({"stappen": ["Mail a@b.nl", 3, None]}, ["a@b.nl"]),
     ({"bronnen": [{"titel": "BSN 111222333", "url": "http://x.example/a@b.nl"}]}, ["111222333"])],
)  # fmt: skip
def test_texts_are_looked_at_and_addresses_of_pages_are_not(data, found):
    assert [one.text for one in rules.personal_in(data)] == found


def test_a_whole_draft_is_handed_in_taken_back_and_dropped(it):
    draft, browser = desk.begun("taaleis", it.femke, maandag="Vraag het na."), desk.browser(it.femke)
    browser.post(f"/redactie/{draft.pk}/aanbieden/", {"revision": 2})
    assert kept(draft).state == "review"
    page = read(browser.get(f"/redactie/{draft.pk}/aanbieden/"))
    assert "Dit concept is al aangeboden of afgerond." in page.text
    browser.post(f"/redactie/{draft.pk}/terughalen/")
    assert kept(draft).state == "writing"
    assert (
        "Dit concept wordt niet nagekeken" in read(browser.post(f"/redactie/{draft.pk}/terughalen/", follow=True)).text
    )
    assert browser.get(f"/redactie/{draft.pk}/intrekken/").status_code == 200
    assert browser.post(f"/redactie/{draft.pk}/intrekken/").headers["Location"] == "/redactie/"
    assert kept(draft).state == "dropped"
    assert "Dit concept is al afgerond." in read(browser.post(f"/redactie/{draft.pk}/intrekken/")).text
    told = [words for words, _ in queries.history(draft)]
    assert told == ["Ingetrokken", "Teruggehaald", "Aangeboden om na te kijken", "Concept begonnen"]
    assert "Dit concept is ingetrokken." in read(browser.get(f"/redactie/{draft.pk}/")).text
    assert Draft.objects.filter(slug="taaleis").count() == 1
    assert desk.begun("taaleis", it.gijs) != draft


def test_what_changed_since_it_was_seen_is_not_handed_in(it):
    draft = desk.begun("taaleis", it.femke, maandag="Nieuw.")
    with pytest.raises(Refused, match="Iemand anders"):
        operations.hand_in(draft, revision=1, by=people.actor(it.femke), at=desk.AT)


@pytest.mark.parametrize("verb", list(rules.MOVES))
def test_a_verb_happens_only_where_it_may(verb):
    allowed, to = rules.MOVES[verb]
    for state in rules.DraftState:
        if state in allowed:
            assert rules.move(state, verb) == to
        else:
            with pytest.raises(Refused, match="concept"):
                rules.move(state, verb)


def test_publishing_makes_the_next_version_at_once_in_search_and_in_the_journal(it):
    draft, browser = desk.ready("werkproef", it.femke, **NEW), desk.browser(it.gijs)
    page = read(browser.get(f"/redactie/{draft.pk}/uitgeven/"))
    assert "zeppelin" in page.text
    answer = browser.post(f"/redactie/{draft.pk}/uitgeven/")
    assert answer.headers["Location"] == "/praktijken/werkproef/"
    card, version = desk.card("werkproef"), CardVersion.objects.get(card__slug="werkproef", number=2)
    assert (card.version, card.summary, card.monday, card.state) == (
        2,
        NEW["samenvatting"],
        "Iets nieuws.",
        "published",
    )
    assert (card.edited_at is not None, version.by_id, version.via, version.data["maandag"]) == (
        True,
        it.gijs.pk,
        "page",
        "Iets nieuws.",
    )
    assert search.find("zeppelin").hits[0].url == "/praktijken/werkproef/"
    assert (kept(draft).state, kept(draft).became, kept(draft).card) == ("published", 2, card)
    changed = Entry.objects.get(kind="catalogue.CardChanged")
    assert Cause.objects.get(entry=changed).cause.kind == "editing.DraftHandedIn"
    assert Entry.objects.get(kind="editing.DraftPublished").data == {"card_id": card.pk, "version": 2}
    assert "Dit staat nu op de kaart, als versie 2." in read(browser.get(f"/redactie/{draft.pk}/")).text


def test_publishing_gives_no_new_verdict_and_keeps_the_one_of_today(it):
    before = desk.card("werkproef").practice.verdict
    operations.publish(desk.ready("werkproef", it.femke, **NEW), by=people.actor(it.femke), at=desk.AT)
    card = desk.card("werkproef")
    assert (card.practice.verdict, card.review_on) == (before, before.valid_until)
    assert catalogue.said(card)["oordeel"]["start"] == 5
    assert Entry.objects.filter(kind="catalogue.VerdictGiven").count() == 1


def test_a_new_card_is_public_with_all_that_hangs_under_it(it):
    says = desk.begun("taaleis", it.femke).data | {"vraag": "Mag ik een accent afkeuren?"}
    draft = desk.new("antwoord", "Mag ik een accent afkeuren?", it.femke, **says)
    operations.hand_in(draft, revision=1, by=people.actor(it.femke), at=desk.AT)
    Draft.objects.filter(pk=draft.pk).update(state="ready")
    browser = desk.browser(it.femke)
    assert (
        browser.post(f"/redactie/{draft.pk}/uitgeven/").headers["Location"] == "/antwoorden/mag-ik-een-accent-afkeuren/"
    )
    assert browser.get("/antwoorden/mag-ik-een-accent-afkeuren/").status_code == 200
    assert Entry.objects.filter(kind="catalogue.CardAdded").count() == 4
    assert "Mag ik een accent afkeuren?" in read(browser.get("/praktijken/werkproef/")).text


def test_only_what_is_ready_is_published(it):
    draft, browser = desk.begun("werkproef", it.femke), desk.browser(it.femke)
    assert "eerst kijken twee mensen het na" in read(browser.post(f"/redactie/{draft.pk}/uitgeven/")).text
    assert desk.card("werkproef").version == 1


def test_who_published_meanwhile_is_not_overwritten_and_the_difference_is_shown(it):
    draft = desk.ready("werkproef", it.femke, **NEW)
    from doenwatwerkt.catalogue import operations as cards

    other = catalogue.said(desk.card("werkproef")) | {"risicos": ["Een haastige redacteur."]}
    cards.publish_card(other, kind="praktijk", slug="werkproef", base_version=1, by=people.actor(it.gijs), at=desk.AT)
    browser = desk.browser(it.femke)
    page = read(browser.post(f"/redactie/{draft.pk}/uitgeven/"))
    assert "Iemand anders heeft deze kaart intussen gewijzigd." in page.text
    assert (kept(draft).state, desk.card("werkproef").version) == ("ready", 2)
    page = read(browser.get(f"/redactie/{draft.pk}/verschil/"))
    assert "Een haastige redacteur." in page.text and "Haal het concept eerst terug." in page.text
    assert "Haal het terug" in read(browser.post(f"/redactie/{draft.pk}/bijwerken/", {"version": 2})).text
    browser.post(f"/redactie/{draft.pk}/terughalen/")
    assert "opnieuw gewijzigd" in read(browser.post(f"/redactie/{draft.pk}/bijwerken/", {"version": 1})).text
    browser.post(f"/redactie/{draft.pk}/bijwerken/", {"version": 2})
    assert (kept(draft).base_version, kept(draft).revision, kept(draft).data["maandag"]) == (2, 3, "Iets nieuws.")
    assert "U kunt" not in read(browser.get(f"/redactie/{draft.pk}/verschil/")).text


def test_what_is_behind_is_not_handed_in_before_it_has_caught_up(it):
    draft, browser = desk.begun("werkproef", it.femke, **NEW), desk.browser(it.femke)
    Card.objects.filter(slug="werkproef").update(version=2)
    page = read(browser.post(f"/redactie/{draft.pk}/aanbieden/", {"revision": 2}))
    assert "Iemand anders heeft de kaart intussen gewijzigd." in page.text
    assert ("Bekijk het verschil", f"/redactie/{draft.pk}/verschil/") in page.links(page.main)
    browser.post(f"/redactie/{draft.pk}/bijwerken/", {"version": 2})
    browser.post(f"/redactie/{draft.pk}/aanbieden/", {"revision": 3})
    assert kept(draft).state == "review"


def test_a_new_card_has_nothing_to_catch_up_with(it):
    draft = desk.new("antwoord", "Waar meld ik mij?", it.femke)
    with pytest.raises(Refused, match="opnieuw gewijzigd"):
        operations.catch_up(draft, version=1, by=people.actor(it.femke), at=desk.AT)


def plan(browser, draft, when):
    told = localtime(when)
    return browser.post(f"/redactie/{draft.pk}/plannen/", {"day": f"{told:%Y-%m-%d}", "hour": f"{told:%H:%M}"})


def test_a_draft_goes_out_at_the_moment_that_was_chosen_once(it):
    draft, browser = desk.ready("werkproef", it.femke, **NEW), desk.browser(it.femke)
    soon = now() + timedelta(hours=2)
    assert plan(browser, draft, soon).headers["Location"] == f"/redactie/{draft.pk}/"
    assert "Wordt uitgegeven op" in read(browser.get(f"/redactie/{draft.pk}/")).text
    assert "wordt uitgegeven op" in read(browser.get("/redactie/")).text
    tasks.publish_due.func()
    assert desk.card("werkproef").version == 1
    Draft.objects.filter(pk=draft.pk).update(publish_at=now() - timedelta(minutes=1))
    [due] = queries.due(now())
    [same] = queries.due(now())
    assert operations.publish_due(due, by=WORKER, at=now())
    assert not operations.publish_due(same, by=WORKER, at=now())
    tasks.publish_due.func()
    assert (desk.card("werkproef").version, kept(draft).state, kept(draft).publish_at) == (2, "published", None)
    assert not Entry.objects.filter(kind="editing.DraftHeldBack").exists()
    assert "op een gekozen moment" in read(browser.get("/praktijken/werkproef/")).text


def test_the_worker_publishes_what_is_due(it):
    draft = desk.ready("werkproef", it.femke, **NEW)
    Draft.objects.filter(pk=draft.pk).update(publish_at=desk.AT)
    tasks.publish_due.func()
    assert desk.card("werkproef").version == 2


def test_a_plan_that_can_not_be_is_taken_away_and_told(it):
    draft = desk.ready("werkproef", it.femke, **NEW)
    Draft.objects.filter(pk=draft.pk).update(publish_at=desk.AT)
    Card.objects.filter(slug="werkproef").update(version=7)
    [due] = queries.due(desk.LATER)
    assert not operations.publish_due(due, by=WORKER, at=desk.LATER)
    assert (kept(draft).state, kept(draft).publish_at) == ("ready", None)
    assert queries.history(draft)[0][0] == "Uitgeven op het gekozen moment lukte niet"


@pytest.mark.parametrize(
    ("sent", "words"),
    [({"day": "2020-01-01", "hour": "09:00"}, "al voorbij"), ({"day": "2050-01-01", "hour": ""}, "een dag én een tijd"),
     ({"day": "morgen", "hour": "09:00"}, "Schrijf een datum"), ({"day": "2050-01-01", "hour": "laat"}, "Schrijf een tijd")],
)  # fmt: skip
def test_a_moment_that_can_not_be_is_told_and_stays(it, sent, words):
    draft, browser = desk.ready("werkproef", it.femke), desk.browser(it.femke)
    answer = browser.post(f"/redactie/{draft.pk}/plannen/", sent)
    assert words in read(answer).text
    assert f'value="{sent["day"]}"' in answer.content.decode()


def test_a_plan_is_taken_away_again_and_lapses_when_the_draft_is_taken_back(it):
    draft, browser = desk.ready("werkproef", it.femke), desk.browser(it.femke)
    plan(browser, draft, now() + timedelta(days=1))
    assert (
        f'value="{localtime(kept(draft).publish_at):%H:%M}"'
        in browser.get(f"/redactie/{draft.pk}/uitgeven/").content.decode()
    )
    assert "geen moment van uitgeven meer" in read(browser.post(f"/redactie/{draft.pk}/plannen/", follow=True)).text
    plan(browser, draft, now() + timedelta(days=1))
    browser.post(f"/redactie/{draft.pk}/terughalen/")
    assert kept(draft).publish_at is None
    assert "Bied het concept eerst aan." in read(browser.get(f"/redactie/{draft.pk}/uitgeven/")).text
    assert "Bied het concept eerst aan." in read(plan(browser, draft, now() + timedelta(days=1))).text


def test_the_difference_is_told_word_by_word(it):
    draft, browser = (
        desk.begun("werkproef", it.femke, maandag="Bedenk een proef van een dag.", themas=["selectie", "taal"]),
        desk.browser(it.femke),
    )
    answer = browser.get(f"/redactie/{draft.pk}/verschil/").content.decode()
    assert '<del><span class="hidden">Weg: </span>uur.<span class="hidden"> Einde weg. </span></del>' in answer
    assert '<ins><span class="hidden">Nieuw: </span>dag.<span class="hidden"> Einde nieuw. </span></ins>' in answer
    assert "Taal" in answer and "Risico" not in answer


def test_a_closed_draft_is_forgotten_a_year_after_it_was_closed(it):
    open_one, dropped = desk.begun("taaleis", it.femke), desk.begun("vacaturecheck", it.femke)
    operations.drop(dropped, by=people.actor(it.femke), at=desk.AT + timedelta(days=200))
    Draft.objects.update(saved_at=desk.AT)
    for days, left in ((150, [open_one, dropped]), (250, [open_one])):
        operations.forget_drafts(before=desk.AT + timedelta(days=days), by=WORKER, at=desk.LATER)
        assert list(Draft.objects.order_by("pk")) == left
    tasks.forget_old_drafts.func()
    assert Draft.objects.get() == open_one


@pytest.mark.parametrize("part", ["", "verschil/", "aanbieden/", "intrekken/", "uitgeven/"])
def test_no_page_of_a_draft_costs_more_than_twelve_queries(it, part, django_assert_max_num_queries):
    draft, browser = desk.ready("taaleis", it.femke), desk.browser(it.femke)
    with django_assert_max_num_queries(12):
        assert browser.get(f"/redactie/{draft.pk}/{part}").status_code == 200
