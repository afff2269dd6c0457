"""Small screens, large letters, thumbs and paper."""

import pytest

from tests.browser.addresses import HOME, PRACTICE, SEARCH, TEMPLATES

pytestmark = pytest.mark.browser

ZOOMS = {"400 %": 320, "200 %": 640}
"""A window of 1280 px seen at this zoom is as wide as this (WCAG 1.4.10)."""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll(
  "button, input:not([type=hidden]), summary, select, .masthead a, .door a, .card :is(h2, h3) a, .pill, .button, .toc a"
)].filter(one => one.checkVisibility() && !one.closest("label") && !one.matches(".hidden")).flatMap(one => {
  const box = one.getBoundingClientRect();
  return box.height < 24 || box.width < 24 ? [`${one.outerHTML.slice(0, 90)} ${box.width} x ${box.height}`] : [];
})"""


def test_nobody_has_to_scroll_sideways(look):
    page = look(HOME)
    too_wide = []
    for template, address in TEMPLATES.items():
        page.goto(address)
        for zoom, width in ZOOMS.items():
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate(SIDEWAYS) > 0:
                too_wide.append((template, zoom))
    assert too_wide == []


@pytest.mark.parametrize("width", [320, 1280])
def test_a_thumb_hits_what_it_aims_at(visit, width):
    page = visit(HOME, width=width)
    small = {}
    for address in (HOME, f"{SEARCH}?q=taal", PRACTICE, "/antwoorden/"):
        page.goto(address)
        small[address] = page.evaluate(SMALL)
    assert small == dict.fromkeys(small, [])


def test_letters_twice_as_large_still_fit(visit):
    page = visit(HOME, width=1280)
    too_wide = []
    for address in (HOME, f"{SEARCH}?q=taal", PRACTICE):
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if page.evaluate(SIDEWAYS) > 0:
            too_wide.append(address)
    assert too_wide == []


def test_on_paper_stands_the_advice_and_not_the_way_around_the_site(visit):
    page = visit(PRACTICE)
    page.emulate_media(media="print")
    for screen_only in (".masthead nav", ".finder", ".crumbs", ".toc", ".next", ".foot nav", ".skip", ".bar"):
        assert not page.locator(screen_only).first.is_visible(), screen_only
    for on_paper in ("h1", ".glance", ".steps", "#bronnen", "#effect"):
        assert page.locator(on_paper).first.is_visible(), on_paper


def test_at_night_the_page_is_dark_and_by_day_it_is_light(visit):
    page = visit(PRACTICE)
    shade = """() => getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).slice(0, 3)
      .reduce((sum, one) => sum + Number(one), 0) / 3"""
    page.emulate_media(color_scheme="light")
    light = page.evaluate(shade)
    page.emulate_media(color_scheme="dark")
    assert light > 200
    assert page.evaluate(shade) < 60
