"""A look without an account: opening changes nothing, the button counts once, and every dead link says what to do."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from doenwatwerkt.editing import operations, queries
from doenwatwerkt.editing.models import Draft, Judgement, Review
from doenwatwerkt.editing.tests import desk as make
from doenwatwerkt.editing.tests import looking
from doenwatwerkt.editing.tests.looking import AT
from doenwatwerkt.editing.views.reviews import PER_MINUTE
from doenwatwerkt.journal import queries as journal
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people.models import Organisation
from doenwatwerkt.people.tests import make as people
from doenwatwerkt.post.models import Letter
from doenwatwerkt.ui.tests.reading import read

YES = {"outcome": "akkoord", "remark": "", "interests": "geen", "revision": 1}


@pytest.fixture
def desk(db, tmp_path):
    return looking.opened(tmp_path)


@pytest.fixture(params=["draft", "judgement"])
def it(desk, request):
    return (looking.offered_draft if request.param == "draft" else looking.offered)(desk.femke)


@pytest.fixture
def link(desk, it):
    """The address in the letter, sent just now."""
    _, token = looking.invited(it, asker=desk.femke, at=now())
    return f"/nakijken/{token}/"


def yes(it):
    return YES | {"revision": it.revision}


def test_the_letter_holds_the_link_and_the_database_only_its_digest(desk, it):
    review, token = looking.invited(it, asker=desk.femke)
    assert (len(token) >= 43, token in str(Review.objects.values().get())) == (True, False)
    assert (review.token_digest, review.expires_at) == (operations.reviews.digest(token), AT + timedelta(days=14))
    letter = Letter.objects.get(kind="review_by_link")
    assert (letter.to, "Iris" in letter.text, queries.title(it) in letter.text) == ("iris@buiten.test", True, True)


def test_opening_the_link_shows_what_is_asked_and_changes_nothing(it, link, django_assert_max_num_queries):
    before = (Review.objects.values().get(), Entry.objects.count())
    scanner = Client()
    for _ in range(3):
        with django_assert_max_num_queries(12):
            response = scanner.get(link)
        scanner.head(link)
    page = read(response)
    assert (response.status_code, page.h1) == (200, "Laat mensen een werkproef doen")
    assert ("Begint op 3" if isinstance(it, Judgement) else "Wat er verandert") in page.text
    assert (Review.objects.values().get(), Entry.objects.count()) == before


def test_whoever_presses_the_button_agrees_once_and_is_forgotten(it, link):
    browser = Client()
    response = browser.post(link, yes(it), follow=True)
    assert (response.redirect_chain, read(response).h1) == ([(link, 302)], "Dank u, het is bewaard")
    review = Review.objects.get()
    assert (review.outcome, review.email, review.of_revision) == ("akkoord", "", it.revision)
    entry = next(one for one in journal.about(f"{it._meta.label}:{it.pk}") if one.kind == "editing.ReviewDecided")
    assert (entry.via, entry.by_id, entry.data["outcome"]) == ("link", None, "akkoord")
    response = browser.post(link, yes(it) | {"outcome": "bezwaar", "remark": "Toch niet."})
    assert (response.status_code, read(response).h1) == (200, "Dank u, het is bewaard")
    assert Review.objects.get().outcome == "akkoord"


def test_a_link_and_a_colleague_together_are_enough(desk, it, link):
    looking.says(looking.asked(it, desk.gijs, asker=desk.femke), who=desk.gijs)
    Client().post(link, yes(it))
    it.refresh_from_db()
    assert it.state == "ready"


def test_what_was_typed_stays_when_something_lacks(it, link):
    page = read(
        Client().post(link, yes(it) | {"outcome": "bezwaar", "remark": "", "interests": "Ik werk voor de maker."})
    )
    assert page.texts("ul", "errorlist") == ["Schrijf wat er anders moet. Dan kan de schrijver ermee verder."]
    assert "Ik werk voor de maker." in page.text
    assert Review.objects.get().outcome == "open"


@pytest.mark.parametrize("field", ["interests", "outcome", "revision"])
def test_every_answer_is_needed(it, link, field):
    response = Client().post(link, {name: value for name, value in yes(it).items() if name != field})
    assert (response.status_code, read(response).texts("ul", "errorlist") != []) == (200, True)
    assert Review.objects.get().outcome == "open"


def test_an_expired_link_says_what_to_do(it, link):
    Review.objects.update(expires_at=now() - timedelta(minutes=1))
    for response in (Client().get(link), Client().post(link, yes(it))):
        page = read(response)
        assert (response.status_code, page.h1) == (410, "Deze link is verlopen")
        assert "nieuwe link" in page.text
    assert Review.objects.get().outcome == "open"


@pytest.mark.parametrize("token", ["geen-echte", "a" * 43, "%00", "é", "x" * 900])
def test_a_wrong_link_says_what_to_do(desk, token):
    response = Client().get(f"/nakijken/{token}/")
    assert (response.status_code, read(response).h1) == (404, "Deze link kennen wij niet")
    assert Client().post(f"/nakijken/{token}/", YES).status_code == 404


def test_guessing_is_slowed_down(desk):
    guesser = Client()
    met = [guesser.get(f"/nakijken/gok-{n}/").status_code for n in range(PER_MINUTE + 2)]
    assert met == [404] * PER_MINUTE + [429, 429]
    assert guesser.post("/nakijken/gok/", YES).status_code == 429


def test_a_text_that_was_taken_back_asks_for_patience_and_comes_again(desk):
    one = looking.offered(desk.kim)
    _, token = looking.invited(one, asker=desk.kim, at=now())
    operations.take_back_judgement(one, by=looking.by(desk.kim), at=AT)
    assert read(Client().get(f"/nakijken/{token}/")).h1 == "De tekst wordt nog gewijzigd"
    assert read(Client().post(f"/nakijken/{token}/", YES)).h1 == "De tekst wordt nog gewijzigd"
    operations.hand_in_judgement(one, by=looking.by(desk.kim), at=AT)
    assert read(Client().get(f"/nakijken/{token}/")).h1 == "Laat mensen een werkproef doen"


def test_a_text_that_changed_while_the_page_was_open_is_not_agreed_to(it, link):
    type(it).objects.filter(pk=it.pk).update(revision=7)
    page = read(Client().post(link, YES))
    assert "De tekst is intussen gewijzigd of teruggehaald." in page.text
    assert Review.objects.get().outcome == "open"


def test_after_a_later_change_the_used_link_says_that_it_changed(it, link):
    Client().post(link, yes(it))
    type(it).objects.filter(pk=it.pk).update(revision=7)
    assert "De tekst is daarna gewijzigd." in read(Client().get(link)).text


def test_a_finished_text_needs_no_look(desk, it, link):
    (operations.drop if isinstance(it, Draft) else operations.drop_judgement)(it, by=looking.by(desk.femke), at=AT)
    response = Client().get(link)
    assert (response.status_code, read(response).h1) == (410, "Dit hoeft niet meer")


def test_a_new_letter_means_a_new_link_and_the_old_one_dies(desk, it):
    review, old = looking.invited(it, asker=desk.femke, at=now() - timedelta(days=2))
    operations.remind_review(review, by=looking.by(desk.femke), at=now())
    new = looking.token_in(Letter.objects.filter(kind="review_by_link").latest("pk"))
    assert (Client().get(f"/nakijken/{old}/").status_code, Client().get(f"/nakijken/{new}/").status_code) == (404, 200)


def test_without_an_address_no_new_link_goes(desk, it):
    review, _ = looking.invited(it, asker=desk.femke)
    review.email = ""
    with pytest.raises(Refused, match="hebben wij niet meer"):
        operations.remind_review(review, by=looking.by(desk.femke), at=AT + timedelta(days=2))


def test_a_link_is_for_who_got_it_not_for_who_is_signed_in(desk, it):
    review, token = looking.invited(it, asker=desk.femke, at=now())
    with pytest.raises(Refused, match="werkt niet meer"):
        looking.says(review, who=desk.noor)
    make.browser(desk.noor).post(f"/nakijken/{token}/", yes(it))
    entry = next(one for one in journal.about(f"{it._meta.label}:{it.pk}") if one.kind == "editing.ReviewDecided")
    assert (entry.via, entry.by_id) == ("link", None)


def test_one_address_is_asked_once_and_only_for_an_organisation_that_goes_on(desk, it):
    looking.invited(it, asker=desk.femke)
    with pytest.raises(Refused, match="al gevraagd"):
        looking.invited(it, asker=desk.femke, name="Iemand anders", email="IRIS@buiten.test")
    with pytest.raises(Refused, match="al gevraagd"):
        looking.invited(it, asker=desk.femke, name=" IRIS ", email="iris@anders.test")
    gone = people.organisation("Weg")
    Organisation.objects.filter(pk=gone.pk).update(merged_into=desk.union)
    with pytest.raises(Refused, match="kennen wij niet"):
        looking.invited(it, asker=desk.femke, email="x@y.test", of=gone)


def test_somebody_with_an_account_elsewhere_may_get_a_link_too(desk, it):
    review, _ = looking.invited(it, asker=desk.femke, email=desk.anna.email)
    assert review.reviewer is None


def test_two_open_links_are_two_people(desk, it):
    for name in ("Iris", "Jan"):
        _, token = looking.invited(it, asker=desk.femke, name=name, email=f"{name}@buiten.test", at=now())
        Client().post(f"/nakijken/{token}/", yes(it))
    it.refresh_from_db()
    assert it.state == "ready"


def test_addresses_are_forgotten_when_nothing_more_can_come_of_them(desk):
    kept, late, done = looking.offered(desk.kim), looking.offered_draft(desk.femke), None
    one, _ = looking.invited(kept, asker=desk.kim, at=AT)
    two, _ = looking.invited(late, asker=desk.femke, at=AT - timedelta(days=60))
    assert operations.forget_addresses(AT, by=looking.by(desk.femke), at=AT) == 1
    assert list(Review.objects.order_by("pk").values_list("pk", "email")) == [
        (one.pk, "iris@buiten.test"),
        (two.pk, ""),
    ]
    operations.drop_judgement(kept, by=looking.by(desk.kim), at=AT)
    assert operations.forget_addresses(AT, by=looking.by(desk.femke), at=AT) == 1
    assert done is None


def test_the_page_is_not_for_search_engines_and_shows_no_menu_of_who_signed_in(it, link):
    html = Client().get(link).content.decode()
    assert ('name="robots" content="noindex"' in html, "Aangemeld als" in html) == (True, False)


def test_a_dead_link_costs_one_query_or_two(desk):
    with CaptureQueriesContext(connection) as asked:
        Client().get("/nakijken/gok/")
    assert len(asked) == 1
