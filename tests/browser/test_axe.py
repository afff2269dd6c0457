"""Every public template against the rules of axe, on a phone and a desk, by day and by night."""

from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.addresses import FOR_WHO_IS_IN, KEPT_FOR_TROUBLE, TEMPLATES

ROOMS = Path(__file__).parents[2] / "src" / "doenwatwerkt"
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
EVERYTHING = {"rules": {"target-size": {"enabled": True}}}
SIGHTS = {(375, "light"): EVERYTHING, (375, "dark"): COLOURS, (1280, "light"): EVERYTHING, (1280, "dark"): COLOURS}
"""By night nothing but the colours is different, so only the rules about colours look again."""
ASK = """rules => axe.run(document, {resultTypes: ["violations"], ...rules})
  .then(found => found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target}`)))"""
SHORTEN = """() => document.querySelectorAll("main ul, main ol, main tbody")
  .forEach(list => [...list.children].slice(3).forEach(one => one.remove()))"""
"""A list of 150 is the same component 150 times: three of each tell as much, far sooner."""


@pytest.mark.browser
@pytest.mark.parametrize("template", TEMPLATES)
def test_everybody_can_use_the_page(visit, template):
    page = visit(TEMPLATES[template])
    page.evaluate(SHORTEN)
    page.evaluate(AXE_SCRIPT)
    found = {}
    for (width, theme), rules in SIGHTS.items():
        page.set_viewport_size({"width": width, "height": 860})
        page.emulate_media(color_scheme=theme)
        found[width, theme] = page.evaluate(ASK, rules)
    assert found == dict.fromkeys(SIGHTS, [])


@pytest.mark.browser
def test_everybody_can_use_the_page_when_signed_in(visit):
    page = visit("/demo/")
    page.get_by_role("button", name="Anna").first.click()
    page.get_by_text("U bent nu aangemeld als Anna").wait_for()
    page.evaluate(AXE_SCRIPT)
    assert page.evaluate(ASK, EVERYTHING) == []


def test_no_template_is_forgotten():
    pages = {
        str(file.relative_to(file.parents[1]).with_suffix(""))
        for file in ROOMS.glob("*/templates/*/*.html")
        if not file.name.startswith("_")
    }
    assert {name.partition(" ")[0] for name in TEMPLATES} | KEPT_FOR_TROUBLE | FOR_WHO_IS_IN == pages
