"""Stories that pass through several rooms, on the real programme, with a real worker where one is needed."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.config import schedule
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.journal.tests.make import worker
from doenwatwerkt.lib.report import Report
from doenwatwerkt.search import queries as index
from doenwatwerkt.search.models import Miss
from doenwatwerkt.site import loading
from doenwatwerkt.site.tests import make
from doenwatwerkt.ui.tests.reading import read

QUESTION = "hoe voorkom ik dat ik op mijn gevoel kies bij een sollicitatiegesprek"


@pytest.fixture(scope="module")
def programme(django_db_setup, django_db_blocker):
    """All real content, loaded once for these stories."""
    with make.programme(django_db_blocker) as report:
        yield report


@pytest.fixture(autouse=True)
def story(db, programme):
    """Each story starts at the loaded programme and leaves it as it was."""


def first(page, street):
    """The first link to a card in this street."""
    return next(url for _, url in page.links() if url.startswith(street) and url != street)


def test_a_baker_asks_in_his_own_words_and_reads_on_until_the_source(client):
    [form] = read(client.get("/")).all("form")
    results = read(client.get(form.get("action"), {"q": QUESTION}))
    answer = read(client.get(first(results, "/antwoorden/")))
    assert answer.all("div", "short") != []
    practice = read(client.get(first(answer, "/praktijken/")))
    glance = practice.pairs()
    asked = [
        "Wat doet het met gelijke kansen?",
        "Hoe zeker weten we dat?",
        "Wat kost het? (inschatting)",
        "Wat vraagt het? (inschatting)",
    ]
    assert [question for question in asked if not glance[question]] == []
    assert practice.said("maandag") != ""
    sources = [url for _, url in practice.links(practice.section("bronnen"))]
    assert [url for url in sources if not url.startswith("http")] == []
    assert len(sources) > 0


def test_who_is_short_of_people_finds_a_door_on_the_first_page(client):
    home = read(client.get("/"))
    [door] = [
        url for title, url in home.links(home.section("ingang")) if title == "Ik krijg mijn vacatures niet vervuld"
    ]
    answer = read(client.get(door))
    steps = [url for _, url in answer.links(answer.section("verder"))]
    assert [client.get(url).status_code for url in steps] == [200] * len(steps)
    assert len(steps) in (2, 3)


def test_a_desk_worker_follows_a_promise_to_its_line_and_back(client):
    agenda = read(client.get("/toezeggingen/"))
    line = read(client.get(agenda.links(agenda.section("lijnen"))[0][1]))
    promise = next(url for _, url in line.links() if url.startswith("/toezeggingen/a-"))
    page = read(client.get(promise))
    assert page.pairs()["Wie"] != ""
    assert read(client.get(first(page, "/toezeggingen/"))).h1 == line.h1


def test_loading_the_programme_again_leaves_everything_and_tells_nothing(programme):
    before = Entry.objects.count()
    again = loading.load(at=make.AT + timedelta(days=1))
    assert again == Report(left=again.left)
    assert sorted(again.left) == sorted(programme.added)
    assert Entry.objects.count() == before


def test_every_card_is_on_the_first_page_for_its_own_title():
    titles = dict(Card.objects.order_by("pk").values_list("title", "pk"))
    lost = [
        title
        for title, pk in titles.items()
        if pk not in [hit.ref for hit in index.find(title, limit=12, snippets=False).hits]
    ]
    assert lost == []


def test_a_question_in_vain_reaches_the_editors_after_three_people_asked_it(client):
    for _ in range(2):
        client.get("/zoeken/", {"q": "Zeilboot huren in Zeeland"})
    assert index.misses(since=now().date()) == []
    client.get("/zoeken/", {"q": "zeilboot huren in zeeland"})
    assert [(miss.text, miss.times) for miss in index.misses(since=now().date())] == [("zeilboot huren in zeeland", 3)]


def test_the_worker_forgets_questions_in_vain_after_a_year(client):
    client.get("/zoeken/", {"q": "zeilboot huren"})
    client.get("/zoeken/", {"q": "surfplank huren"})
    Miss.objects.filter(text="zeilboot huren").update(on=now().date() - timedelta(days=366))
    assert "zoekvragen-vergeten" in [name for name, *_ in schedule.JOBS]
    worker().run()
    assert [miss.text for miss in Miss.objects.all()] == ["surfplank huren"]


def test_signed_in_or_not_everybody_reads_the_same_card(client, cast):
    as_guest = read(client.get("/praktijken/werkproef/")).text
    client.force_login(cast.anna)
    assert read(client.get("/praktijken/werkproef/")).text == as_guest
