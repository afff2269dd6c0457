""" "Hielp dit?": a reader says so in one step, nobody is recognised, and after a year it is forgotten."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import operations, queries, tasks
from doenwatwerkt.catalogue.models import Card, Feedback
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.lib.actor import VISITOR, Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.ui.tests.reading import read, words

CARD = "/praktijken/werkproef/"
URL, THANKS = f"{CARD}hielp-dit/", f"{CARD}hielp-dit/bedankt/"


@pytest.fixture
def shelved(db, tmp_path):
    make.stocked(make.three(tmp_path))


def tell(card, *, times=1, helped=True, why="", passage="", by=VISITOR, at=make.AT):
    for _ in range(times):
        operations.note_feedback(card, helped=helped, why=why, passage=passage, by=by, at=at)


def told():
    return list(Feedback.objects.order_by("pk").values_list("helped", "why", "passage", "card_version"))


@pytest.mark.parametrize("url", [CARD, "/antwoorden/taaleis/", "/materialen/vacaturecheck/"])
def test_every_card_links_to_the_question_and_holds_no_form_or_cookie_itself(client, shelved, url):
    response = client.get(url)
    page = read(response)
    assert [to for text, to in page.links() if text == "Hielp dit?"] == [f"{url}hielp-dit/"]
    assert page.all("form") == [] and not response.cookies
    assert read(client.get(f"{url}hielp-dit/")).h1 == "Hielp dit?"


def test_a_reader_says_it_helped_and_reads_how_to_go_on(client, shelved):
    response = client.post(URL, {"helped": "ja", "why": "Kort en\r\nduidelijk."})
    assert (response.status_code, response.headers["Location"]) == (302, THANKS)
    assert told() == [(True, "Kort en\nduidelijk.", "", 1)]
    page = read(client.get(THANKS))
    assert page.h1 == "Bedankt voor uw antwoord"
    assert ("Stel uw eigen vraag", "/zoeken/") in page.links()


def test_one_word_is_enough(client, shelved):
    client.post(URL, {"helped": "nee"})
    assert told() == [(False, "", "", 1)]


def test_who_forgets_to_choose_reads_so_at_the_question_and_loses_nothing(client, shelved):
    page = read(client.post(URL, {"why": "Te <b>lang</b>", "passage": "Zin twee."}))
    [question] = page.all("fieldset")
    assert "Kies ja of nee." in words(question)
    assert question.get("aria-describedby") == "id_helped_error"
    assert page.texts("textarea") == ["Te <b>lang</b>", "Zin twee."]
    assert told() == []


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"helped": "misschien"}, "Kies ja of nee."),
        ({"helped": "ja", "why": "x" * 601}, "Dit zijn 601 tekens. Er passen er 600. Maak het iets korter."),
        ({"helped": "ja", "passage": "x" * 301}, "Dit zijn 301 tekens. Er passen er 300. Maak het iets korter."),
        ({"helped": "ja", "why": "nul\0teken"}, "Null-tekens zijn niet toegestaan."),
    ],
    ids=["unknown", "long why", "long passage", "nul"],
)
def test_wrong_input_is_told_at_its_question(client, shelved, sent, said):
    page = read(client.post(URL, sent))
    assert [words(one) for one in page.all("ul", "errorlist")] == [said]
    assert page.notices()[0] == "Wij konden uw antwoord nog niet bewaren"
    assert told() == []


def test_lines_count_as_the_browser_counts_them(client, shelved):
    client.post(URL, {"helped": "ja", "why": "\r\n".join(["regel"] * 100)})
    assert [len(why) for _, why, _, _ in told()] == [599]


def test_personal_data_is_masked_before_it_is_kept_and_the_page_says_so(client, shelved):
    assert "halen wij dat weg voor wij het bewaren" in read(client.get(URL)).text
    client.post(URL, {"helped": "nee", "why": "Mail jan@bakker.nl", "passage": "Bel 06-12345678"})
    assert told() == [(False, "Mail [verwijderd]", "Bel [verwijderd]", 1)]


def test_a_text_that_grows_by_masking_still_fits(shelved):
    tell(make.card("werkproef"), why="a@b.nl " * 85, passage="a@b.nl " * 42)
    [(_, why, passage, _)] = told()
    assert (len(why), len(passage)) == (600, 300)
    assert "@" not in why + passage


def test_not_even_who_is_signed_in_is_kept_and_no_text_reaches_the_journal(client, shelved, cast):
    client.force_login(cast.anna)
    client.post(URL, {"helped": "nee", "why": "Te lang.", "passage": "Zin twee."})
    entry = Entry.objects.get(kind="catalogue.FeedbackGiven")
    assert (entry.by_id, entry.of_id, entry.via) == (None, None, "page")
    assert entry.subject == f"catalogue.Card:{make.card('werkproef').pk}"
    assert entry.data == {"helped": False, "version": 1}
    assert {field.name for field in Feedback._meta.concrete_fields} == {
        "id", "card", "on", "helped", "why", "passage", "card_version",
    }  # fmt: skip


def test_who_sends_answer_after_answer_is_asked_to_wait(client, shelved):
    met = [client.post(URL, {"helped": "ja"}).status_code for _ in range(21)]
    assert met == [302] * 20 + [429]
    assert len(told()) == 20


def test_a_forged_answer_is_refused(client, shelved):
    client.handler.enforce_csrf_checks = True
    assert client.post(URL, {"helped": "ja"}).status_code == 403
    assert told() == []


def test_a_card_that_is_not_published_takes_no_answers(client, shelved):
    Card.objects.filter(slug="werkproef").update(state="draft")
    assert client.get(URL).status_code == client.post(URL, {"helped": "ja"}).status_code == 404
    with pytest.raises(Refused, match="niet \\(meer\\) gepubliceerd"):
        tell(make.card("werkproef"))
    assert told() == []


def test_a_card_that_is_retired_while_somebody_answers_says_so_and_loses_nothing(client, shelved, monkeypatch):
    Card.objects.filter(slug="werkproef").update(state="retired")
    monkeypatch.setattr("doenwatwerkt.catalogue.access.open_card", lambda by, kind, slug: make.card(slug))
    page = read(client.post(URL, {"helped": "ja", "why": "Fijn."}))
    assert "Deze kaart is niet (meer) gepubliceerd." in page.text
    assert page.texts("textarea") == ["Fijn.", ""]


@pytest.mark.parametrize("name", ["helped", "thanks"])
def test_a_retired_card_sends_its_readers_on(client, db, tmp_path, name):
    make.practice(make.three(tmp_path), "opvolger")
    make.load(tmp_path)
    Card.objects.filter(slug="werkproef").update(state="retired", successor=make.card("opvolger"))
    response = client.get({"helped": URL, "thanks": THANKS}[name])
    if name == "helped":
        assert (response.status_code, response.headers["Location"]) == (301, "/praktijken/opvolger/hielp-dit/")
    else:
        assert response.status_code == 200


def test_fewer_than_ten_answers_are_told_to_nobody(client, shelved):
    card = make.card("werkproef")
    tell(card, times=7)
    tell(card, times=2, helped=False)
    tell(make.card("taaleis"), times=3)
    assert queries.helped(card) is None
    assert "lezers" not in read(client.get(CARD)).said("geschiedenis")
    tell(card, helped=False)
    assert queries.helped(card) == (7, 10)
    said = "Van de 10 lezers die het ons vertelden, hadden 7 iets aan deze kaart."
    assert said in read(client.get(CARD)).said("geschiedenis")


def test_one_reader_is_one_reader(client, shelved):
    tell(make.card("werkproef"))
    tell(make.card("werkproef"), times=9, helped=False)
    assert "had 1 iets aan deze kaart" in read(client.get(CARD)).said("geschiedenis")


def test_the_worker_forgets_answers_after_a_year(shelved):
    card = make.card("werkproef")
    tell(card, times=2)
    Feedback.objects.filter(pk=Feedback.objects.order_by("pk")[0].pk).update(on=localdate() - timedelta(days=366))
    Feedback.objects.filter(on=make.AT.date()).update(on=localdate() - timedelta(days=365))
    tasks.forget_old_feedback.call()
    assert Feedback.objects.count() == 1
    before = localdate() + timedelta(days=1)
    assert operations.forget_feedback(before=before, by=Actor(via="task"), at=make.AT) == 1
