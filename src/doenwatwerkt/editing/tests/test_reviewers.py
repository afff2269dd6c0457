"""The pages of looking at each other's work: reviews, review, reviewers, ask_colleague, ask_by_link, and their buttons."""

from datetime import timedelta

import pytest

from doenwatwerkt.editing import operations
from doenwatwerkt.editing.models import Draft, Judgement, Review
from doenwatwerkt.editing.tests import desk as make
from doenwatwerkt.editing.tests import looking
from doenwatwerkt.editing.tests.looking import AT
from doenwatwerkt.ui.tests.reading import read


@pytest.fixture
def desk(db, tmp_path):
    return looking.opened(tmp_path)


@pytest.fixture(params=["draft", "judgement"])
def it(desk, request):
    return (looking.offered_draft if request.param == "draft" else looking.offered)(desk.femke)


def test_what_waits_for_me_stands_on_one_page(desk, it, django_assert_max_num_queries):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    browser = make.browser(desk.noor)
    with django_assert_max_num_queries(12):
        page = read(browser.get("/redactie/nakijken/"))
    assert [url for _, url in page.links(page.section("wacht"))] == [f"/redactie/nakijken/{review.pk}/"]
    looking.says(review, who=desk.noor)
    page = read(browser.get("/redactie/nakijken/"))
    assert page.said("wacht") == "Er wacht niets op u."
    assert [url for _, url in page.links(page.section("gedaan"))] == [f"/redactie/nakijken/{review.pk}/"]


def test_a_reviewer_looks_and_agrees_on_the_page(desk, it, django_assert_max_num_queries):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    browser, address = make.browser(desk.noor), f"/redactie/nakijken/{review.pk}/"
    with django_assert_max_num_queries(12):
        page = read(browser.get(address))
    assert ("Klein effect" if isinstance(it, Judgement) else "hetzelfde echte werk") in page.text
    sent = {"revision": it.revision, "outcome": "bezwaar", "remark": "", "interests": ""}
    page = read(browser.post(address, sent))
    assert page.texts("ul", "errorlist") == [
        "Schrijf wat er anders moet. Dan kan de schrijver ermee verder.", "Schrijf welke belangen u heeft, of ‘geen’.",
    ]  # fmt: skip
    response = browser.post(address, sent | {"remark": "De bron is oud.", "interests": "geen"}, follow=True)
    assert read(response).texts("p", "message") == ["Dank u. Wat u vindt, is bewaard."]
    assert "Nog niet akkoord" in browser.get(address).content.decode()
    assert Review.objects.get().remark == "De bron is oud."


def test_a_page_that_was_open_too_long_is_refused_and_shows_the_text_of_now(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    type(it).objects.filter(pk=it.pk).update(revision=2)
    sent = {"revision": 1, "outcome": "akkoord", "remark": "", "interests": "geen"}
    page = make.browser(desk.noor).post(f"/redactie/nakijken/{review.pk}/", sent).content.decode()
    assert "De tekst is intussen gewijzigd" in page


def test_what_was_taken_back_shows_no_buttons(desk):
    one = looking.offered(desk.kim)
    review = looking.asked(one, desk.noor, asker=desk.kim)
    operations.take_back_judgement(one, by=looking.by(desk.kim), at=AT)
    browser = make.browser(desk.noor)
    assert read(browser.get("/redactie/nakijken/")).said("wacht") == "Er wacht niets op u."
    page = browser.get(f"/redactie/nakijken/{review.pk}/").content.decode()
    assert ("Nu niet na te kijken" in page, "Bewaar wat ik vind" in page) == (True, False)


def test_declining_is_a_button(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    browser, address = make.browser(desk.noor), f"/redactie/nakijken/{review.pk}/afzien/"
    assert browser.get(address).status_code == 405
    looking.says(review, who=desk.noor)
    response = browser.post(address, follow=True)
    assert "heeft intussen iets gezegd" in response.content.decode()
    other = looking.asked(it, desk.omar, asker=desk.femke)
    response = make.browser(desk.omar).post(f"/redactie/nakijken/{other.pk}/afzien/", follow=True)
    assert read(response).texts("p", "message") == ["U hoeft dit niet na te kijken."]


def test_whoever_works_on_it_asks_reminds_and_removes(desk, it, django_assert_max_num_queries):
    thing = "concept" if isinstance(it, Draft) else "oordeel"
    browser, home = make.browser(desk.femke), f"/redactie/nakijkers/{thing}/{it.pk}/"
    with django_assert_max_num_queries(12):
        assert "Er is nog niemand gevraagd." in browser.get(home).content.decode()
    assert "Kies iemand." in browser.post(f"{home}collega/", {"colleague": ""}).content.decode()
    sent = {"colleague": f"{desk.noor.pk}-{desk.union.pk}"}
    assert "krijgt een brief" in browser.post(f"{home}collega/", sent, follow=True).content.decode()
    page = browser.post(f"{home}link/", {"name": "Iris", "organisation_id": desk.college.pk, "email": "geen adres"})
    assert "Dit adres klopt niet" in page.content.decode()
    sent = {"name": "Iris", "organisation_id": desk.college.pk, "email": "iris@buiten.test"}
    assert "De link werkt twee weken" in browser.post(f"{home}link/", sent, follow=True).content.decode()
    review = Review.objects.get(reviewer=desk.noor)
    response = browser.post(f"/redactie/nakijken/{review.pk}/herinneren/", follow=True)
    assert "kreeg vandaag al een brief" in response.content.decode()
    Review.objects.filter(pk=review.pk).update(asked_at=AT - timedelta(days=400))
    response = browser.post(f"/redactie/nakijken/{review.pk}/herinneren/", follow=True)
    assert "Er gaat een nieuwe brief weg." in response.content.decode()
    response = browser.post(f"/redactie/nakijken/{review.pk}/weghalen/", follow=True)
    assert "Deze nakijker is weggehaald." in response.content.decode()
    looking.agreed(it, desk.noor, asker=desk.femke)
    said = Review.objects.get(reviewer=desk.noor)
    response = browser.post(f"/redactie/nakijken/{said.pk}/weghalen/", follow=True)
    assert "Alleen een redacteur die hier niet zelf aan schreef" in response.content.decode()


@pytest.mark.parametrize("who", ["anna", "pim"])
def test_for_others_none_of_it_exists(desk, it, who):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    thing = "concept" if isinstance(it, Draft) else "oordeel"
    browser = make.browser(getattr(desk, who))
    for url in (
        f"/redactie/nakijken/{review.pk}/",
        f"/redactie/nakijkers/{thing}/{it.pk}/",
        "/redactie/nakijkers/iets/1/",
    ):
        assert browser.get(url).status_code == 404
    for url in (f"/redactie/nakijken/{review.pk}/weghalen/", "/redactie/nakijken/999/weghalen/"):
        assert browser.post(url).status_code == 404


def test_employers_see_no_page_about_looking(desk):
    assert make.browser(desk.anna).get("/redactie/nakijken/").status_code == 404
