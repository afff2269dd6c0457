"""Every public template against the rules of axe, on a phone and a desk, by day and by night."""

from pathlib import Path

import pytest

from tests.browser.addresses import BY_LINK, FOR_WHO_IS_IN, KEPT_FOR_TROUBLE, SIGNED_IN, TEMPLATES
from tests.browser.looking import AT_WORK, as_it_is, looked_at, press, sign_in

ROOMS = Path(__file__).parents[2] / "src" / "doenwatwerkt"
SHORTEN = """() => {
  document.querySelectorAll("main ul, main ol, main tbody")
    .forEach(list => [...list.children].slice(3).forEach(one => one.remove()));
  const kind = one => [one.tagName, one.className, ...one.getAttributeNames(), one.getAttribute("type")].join(" ");
  const path = (one, top) => one === top ? kind(one) : `${path(one.parentElement, top)} > ${kind(one)}`;
  for (const group of document.querySelectorAll("main div, main section")) {
    const [seen, pieces] = [new Map(), [...group.children].filter(one => one.matches("article, section, details"))];
    for (const one of pieces.length > 6 ? pieces : []) {
      const known = seen.get(kind(one)) ?? {times: 0, parts: new Set()};
      const parts = [one, ...one.querySelectorAll("*")].map(part => path(part, one));
      if (known.times >= 3 && parts.every(part => known.parts.has(part))) one.remove();
      else seen.set(kind(one), {times: known.times + 1, parts: new Set([...known.parts, ...parts])});
    }
  }
}"""
"""A list of 150 is the same component 150 times: three of each tell as much, far sooner. Of a long row of pieces one goes
when three before it stay, and nothing in it is of a kind, or stands in a place, that those do not have."""
TWICE = """() => [...document.querySelectorAll("[id]")].map(one => one.id)
  .filter((id, place, all) => all.indexOf(id) !== place)"""
"""The one fault that a single component cannot show: an id that two of them have. Asked of the whole page."""
PLANT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`#night, #phone { color: #000; background: #fff }
    #small { width: 12px; height: 12px; min-height: 0; padding: 0; margin: 0 }
    @media (prefers-color-scheme: dark) { #night { color: #222; background: #333 } }
    @media (width < 600px) { #phone { color: #ddd } }`);
  document.adoptedStyleSheets = [sheet];
  document.querySelector("main").insertAdjacentHTML("beforeend",
    "<p id=night>Slecht bij nacht</p><p id=phone>Slecht op een telefoon</p><p><input id=small><button>Naast</button></p>");
}"""
"""Faults on purpose: two that only one theme or one width shows, and two that any sight of all rules shows."""
PLANTED = {
    (375, "light"): ["color-contrast: #phone", "label: #small", "target-size: #small"],
    (375, "dark"): ["color-contrast: #night", "color-contrast: #phone"],
    (1280, "light"): ["label: #small", "target-size: #small"],
    (1280, "dark"): ["color-contrast: #night"],
}


def shortened(page):
    assert page.evaluate(TWICE) == []
    page.evaluate(SHORTEN)
    return page


@pytest.mark.browser
@pytest.mark.parametrize("template", TEMPLATES)
def test_everybody_can_use_the_page(look, template):
    assert looked_at(shortened(look(TEMPLATES[template]))) == {}


@pytest.mark.browser
@pytest.mark.parametrize("template", SIGNED_IN)
def test_everybody_can_use_the_page_behind_a_lock(look, template):
    who, address, link = SIGNED_IN[template]
    page = look(address, who=who)
    if link:
        press(page.get_by_role("link", name=link).first)
    assert looked_at(shortened(page), AT_WORK) == {}
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.browser
def test_everybody_can_use_the_page_when_signed_in(look):
    assert as_it_is(sign_in(look("/demo/"), "Anna Bakker")) == []


@pytest.mark.browser
def test_a_fault_is_found_in_the_sights_that_show_it(look):
    page = look("/over/")
    page.evaluate(PLANT)
    assert {sight: sorted(faults) for sight, faults in looked_at(page).items()} == PLANTED


def test_no_template_is_forgotten():
    pages = {
        str(file.relative_to(file.parents[1]).with_suffix(""))
        for file in ROOMS.glob("*/templates/*/*.html")
        if not file.name.startswith("_")
    }
    seen = {name.partition(" ")[0] for name in TEMPLATES} | set(SIGNED_IN) | BY_LINK | FOR_WHO_IS_IN
    assert seen | KEPT_FOR_TROUBLE == pages
