"""The main job from question to next step: with the keyboard alone, and without any script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import HOME, MISSING, QUESTION

pytestmark = pytest.mark.browser

ANSWERS = "#keuze input[name=soort][value=antwoord]"

FOCUS_SHOWS = """() => {
  for (let one = document.activeElement; one && one !== document.body; one = one.parentElement) {
    const style = getComputedStyle(one);
    if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) return true;
  }
  return false;
}"""
IN_SIGHT = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}"""


def tab_to(page: Page, selector: str, most: int = 90) -> None:
    """Press Tab until the focus is on something that matches. At every stop the focus is seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        where = page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        assert page.evaluate(FOCUS_SHOWS), f"no visible focus on {where}"
        assert page.evaluate(IN_SIGHT), f"focus out of sight on {where}"
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not within {most} presses of Tab")


@pytest.mark.parametrize("width", [375, 1280])
def test_a_visitor_without_a_mouse_goes_from_question_to_next_step(visit, width):
    page = visit(HOME, width=width)
    tab_to(page, "#q")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=*")
    title = page.locator("#results .cards a").first.inner_text()
    tab_to(page, "#results .cards li:first-child a")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(praktijken|antwoorden|materialen)/[a-z0-9-]+/$"))
    assert page.locator("h1").inner_text() == title
    tab_to(page, ".next a")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/zoeken/" not in address)
    expect(page.locator("h1")).to_be_visible()


def test_a_visitor_without_a_mouse_skips_the_menu(visit):
    page = visit(HOME)
    tab_to(page, ".skip")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    tab_to(page, "#q", most=1)


@pytest.mark.parametrize("width", [375, 1280])
def test_a_visitor_without_a_mouse_narrows_a_search(visit, width):
    page = visit(f"/zoeken/?q={QUESTION}", width=width)
    if width == 375:  # on a desk the choices always stand open
        tab_to(page, "#keuze > summary")
        page.keyboard.press("Enter")
    tab_to(page, ANSWERS)
    with page.expect_response(lambda answer: "soort=antwoord" in answer.url):
        page.keyboard.press("Space")
    expect(page.get_by_role("list", name="Uw keuze")).to_contain_text("Antwoord")
    expect(page.locator(ANSWERS)).to_be_focused()
    expect(page.locator(ANSWERS)).to_be_checked()


def test_a_visitor_without_javascript_goes_the_same_way(visit):
    page = visit(HOME, java_script_enabled=False)
    page.locator("#q").fill(QUESTION)
    page.locator("#q").press("Enter")
    page.wait_for_url("**/zoeken/?q=*")
    first = page.locator("#results .cards a").first
    title = first.inner_text()
    first.click()
    page.wait_for_url(re.compile(r"/(praktijken|antwoorden|materialen)/[a-z0-9-]+/$"))
    assert page.locator("h1").inner_text() == title
    step = page.locator(".next a").first
    goal = step.get_attribute("href")
    step.click()
    page.wait_for_url(f"**{goal}")


def test_a_visitor_without_javascript_narrows_and_turns_pages(visit):
    page = visit("/zoeken/?q=discriminatie", width=375, java_script_enabled=False)
    page.locator("#keuze > summary").click()
    page.locator(ANSWERS).check()
    page.get_by_role("button", name="Toon de keuze").click()
    page.wait_for_url("**soort=antwoord**")
    expect(page.get_by_role("list", name="Uw keuze")).to_contain_text("Antwoord")
    page.get_by_role("link", name="Volgende").click()
    page.wait_for_url("**pagina=2")
    expect(page.locator("#results .cards > li").first).to_be_visible()


def test_who_takes_a_wrong_turn_finds_the_way_from_there(visit):
    page = visit(MISSING)
    assert page.locator("h1").inner_text() == "Deze pagina is er niet"
    assert page.locator("#q").input_value() == "bestaat echt niet"
    page.locator("#q").fill(QUESTION)
    page.locator("#q").press("Enter")
    page.wait_for_url("**/zoeken/?q=*")
    expect(page.locator("#results .cards > li").first).to_be_visible()
