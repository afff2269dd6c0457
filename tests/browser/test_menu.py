"""On a phone: from everything there is to three practices on paper, and from five answers to a plan."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import COMPARE, MENU

pytestmark = pytest.mark.browser


def tick(page: Page, name: str, value: str) -> None:
    """Choose a value of a filter, as a thumb does, and wait until the results have changed."""
    with page.expect_response(lambda answer: f"{name}={value}" in answer.url and MENU in answer.url):
        page.locator(f'#results label:has(input[name="{name}"][value="{value}"])').click()
    expect(page.locator(f'#results input[name="{name}"][value="{value}"]')).to_be_checked()


def paper(page: Page, link: str) -> tuple[str, bytes]:
    """What comes when somebody follows this link to a PDF: its type and how it begins."""
    address = page.get_by_role("link", name=link).get_attribute("href")
    answer = page.request.get(address)
    return answer.headers["content-type"], answer.body()[:5]


def test_an_employer_filters_compares_and_takes_the_comparison_along(visit):
    page = visit(MENU, width=375, height=812)
    page.evaluate("document.querySelector('h1').dataset.untouched = 'ja'")
    page.locator("#keuze > summary").click()
    tick(page, "soort", "praktijk")
    tick(page, "fase", "selecteren")
    expect(page.locator("#said")).to_have_text(re.compile(r"\d+ gevonden"))
    expect(page.get_by_role("list", name="Uw keuze").get_by_role("link")).to_have_count(2)
    assert page.locator("h1").get_attribute("data-untouched") == "ja"
    titles = page.locator("#results .cards h2").all_inner_texts()
    page.reload()
    assert page.locator("#results .cards h2").all_inner_texts() == titles
    page.get_by_role("link", name="Zet er hoogstens drie naast elkaar").click()
    page.wait_for_url(f"**{COMPARE}")
    for number, title in enumerate(titles[:3], 1):
        page.get_by_label(f"Aanpak {number}").select_option(label=title)
    page.get_by_role("button", name="Vergelijk").click()
    page.wait_for_url("**?kaart=*")
    assert page.locator("table.compare thead a").all_inner_texts() == titles[:3]
    assert paper(page, "Download als PDF") == ("application/pdf", b"%PDF-")
    assert page.context.cookies() == []


def test_an_employer_answers_five_questions_and_takes_the_plan_along(visit):
    page = visit("/begin/", width=375, height=812)
    for answer in (
        "10 tot en met 49",
        "Selecteren",
        "Ik kies te veel op gevoel",
        "Wij stellen iedereen dezelfde vragen",
    ):
        page.get_by_text(answer, exact=True).click()
    page.get_by_text("Een paar mensen, enkele maanden", exact=True).click()
    page.get_by_role("button", name="Laat drie aanpakken zien").click()
    page.wait_for_url("**/begin/?*")
    expect(page.locator(".three > *")).to_have_count(3)
    assert page.locator(".three .notice li").count() >= 6
    assert paper(page, "Download als plan (PDF)") == ("application/pdf", b"%PDF-")
    assert page.context.cookies() == []


def test_the_plot_is_walked_with_the_keyboard_on_a_phone(visit):
    page = visit(f"{MENU}?weergave=grafiek&fase=selecteren", width=375, height=812)
    first = page.locator(".plot a").first
    first.focus()
    goal = first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{goal}")
