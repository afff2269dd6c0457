"""A verdict that ended, as a reader sees it: grey by itself, said in words, and no longer among what we advise."""

from datetime import date

import pytest

from doenwatwerkt.catalogue.tests import make
from tests.browser.looking import as_it_is

COLOUR = "sign => getComputedStyle(sign.querySelector('svg')).color"
LONG_AGO = date(2019, 1, 1)


@pytest.fixture
def shelf(transactional_db, tmp_path):
    """Two practices that are the same, but for the day on which somebody judged them."""
    make.practice(make.shelf(tmp_path), "vers", titel="Vers beoordeeld", moeite=1)
    make.practice(tmp_path, "oud", titel="Lang geleden beoordeeld", moeite=1, nagekeken_op=LONG_AGO)
    make.load(tmp_path)


@pytest.fixture
def page(shelf, live_server, chromium):
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 375, "height": 860}, locale="nl-NL")
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_an_expired_rating_is_grey_on_the_card_and_says_why(page):
    page.goto("/praktijken/vers/")
    fresh = page.locator(".glance .sign-certainty").evaluate(COLOUR)
    page.goto("/praktijken/oud/")
    sign = page.locator(".glance .sign-certainty")
    assert sign.evaluate(COLOUR) != fresh
    assert "oordeel verlopen" in sign.text_content()
    assert page.get_by_text("Dit oordeel is verlopen").is_visible()
    assert as_it_is(page) == []


@pytest.mark.browser
@pytest.mark.parametrize(
    "address", ["/menukaart/", "/insluiten/praktijken/oud/", "/menukaart/vergelijken/?kaart=oud&kaart=vers"]
)
def test_it_is_grey_wherever_it_is_shown(page, address):
    page.goto(address)
    told = [one for one in page.locator(".expired").all_text_contents() if "oordeel verlopen" in one]
    assert len(told) == 1


@pytest.mark.browser
def test_it_is_not_among_what_works_nor_among_the_three_to_start_with(page):
    for address in ("/", "/begin/?omvang=10-49&fase=selecteren&probleem=selectie&tijd=3"):
        page.goto(address)
        titles = page.locator("main").text_content()
        assert ("Vers beoordeeld" in titles, "Lang geleden beoordeeld" in titles) == (True, False), address


@pytest.mark.browser
def test_in_the_plot_it_has_a_broken_line(page):
    page.goto("/menukaart/?weergave=grafiek")
    assert page.locator(".dot-late").count() == 1
    assert page.locator("a[aria-label*='oordeel verlopen']").count() == 1
