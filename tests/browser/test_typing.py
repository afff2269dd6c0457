"""Results and suggestions while somebody types: only that part of the page moves, and the address follows."""

import re
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import HOME, SEARCH

pytestmark = pytest.mark.browser


def type_slowly(page, text):
    """As a person does, key by key. Gives the answer to the whole text."""
    whole = f"q={quote_plus(text)}"
    with page.expect_response(
        lambda answer: answer.request.headers.get("hx-request") and whole in answer.url
    ) as answered:
        page.locator("#q").press_sequentially(text, delay=15)
    return answered.value


def test_only_the_results_are_replaced_and_the_address_follows(visit):
    page = visit(SEARCH)
    page.evaluate("document.querySelector('h1').dataset.untouched = 'ja'")
    answer = type_slowly(page, "proefopdracht")
    assert answer.text().lstrip().startswith('<div id="results"')
    assert re.search(r"#results$|^results$", answer.request.headers["hx-target"])
    page.wait_for_url("**/zoeken/?q=proefopdracht")
    expect(page.locator("#results .cards > li").first).to_be_visible()
    assert page.locator("h1").get_attribute("data-untouched") == "ja"
    assert page.evaluate("document.activeElement.id") == "q"
    assert page.locator("#results").count() == 1


def test_a_visitor_who_listens_hears_how_many_there_are(visit):
    page = visit(SEARCH)
    type_slowly(page, "hoofddoek")
    expect(page.locator("#said")).to_have_text(re.compile(r"\d+ gevonden"))


def test_what_was_typed_shows_the_same_as_the_address_that_it_left(visit):
    page = visit(SEARCH)
    type_slowly(page, "taaleis")
    page.wait_for_url("**/zoeken/?q=taaleis")
    titles = page.locator("#results .cards a").all_inner_texts()
    page.reload()
    assert page.locator("#results .cards a").all_inner_texts() == titles
    assert page.locator("#q").input_value() == "taaleis"


def test_the_back_button_returns_to_the_search_before(visit):
    page = visit(f"{SEARCH}?q=hoofddoek")
    before = page.locator("#results .cards a").all_inner_texts()
    page.locator("#q").fill("")
    type_slowly(page, "taaleis")
    page.wait_for_url("**/zoeken/?q=taaleis")
    while "hoofddoek" not in page.url:
        page.go_back()
    expect(page.locator("#results .cards a").first).to_have_text(before[0])
    assert page.locator("#results .cards a").all_inner_texts() == before
    assert page.locator("#q").input_value() == "hoofddoek"


def test_the_home_page_suggests_while_typing(visit):
    page = visit(HOME)
    type_slowly(page, "taal")
    page.wait_for_function("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")
    suggestions = page.get_by_role("list", name="Voorstellen")
    expect(suggestions.get_by_role("link").first).to_be_visible()
    text = suggestions.get_by_role("link").first.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == text
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=*")
    assert page.locator("#q").input_value() == text
