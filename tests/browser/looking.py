"""Looking at a page with the rules of axe: on a phone and a desk, by day and by night."""

from collections.abc import Iterable
from typing import Any
from weakref import WeakKeyDictionary

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import CDPSession, Locator, Page

type Sight = tuple[int, str]

COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
EVERYTHING = {"rules": {"target-size": {"enabled": True}}}
SIGHTS: dict[Sight, dict[str, Any]] = {
    (375, "light"): EVERYTHING, (375, "dark"): COLOURS, (1280, "light"): EVERYTHING, (1280, "dark"): COLOURS,
}  # fmt: skip
"""By night nothing but the colours is different, so only the rules about colours look again."""
BY_DAY = ((375, "light"), (1280, "light"))
AT_WORK = (*BY_DAY, (1280, "dark"))
"""For pages behind a lock: one look by night."""
ASK = """rules => axe.run(document, {resultTypes: ["violations"], ...rules})
  .then(found => found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target}`)))"""

WIRES: WeakKeyDictionary[Page, CDPSession] = WeakKeyDictionary()


def looked_at(page: Page, sights: Iterable[Sight] = SIGHTS) -> dict[Sight, list[str]]:
    """What axe finds on this page in each of these widths and themes; nothing where it finds nothing."""
    bring_axe(page)
    found = {}
    for width, theme in sights:
        page.set_viewport_size({"width": width, "height": 860})
        page.emulate_media(color_scheme=theme)
        found[width, theme] = page.evaluate(ASK, SIGHTS[width, theme])
    return {sight: faults for sight, faults in found.items() if faults}


def as_it_is(page: Page) -> list[str]:
    """What axe finds at the width and in the theme that the page has now."""
    bring_axe(page)
    found: list[str] = page.evaluate(ASK, EVERYTHING)
    return found


def press(link: Locator) -> None:
    """Press what leads to another page, and be there. A click alone says nothing about where the window is now."""
    with link.page.expect_navigation():
        link.click()


def bring_axe(page: Page) -> None:
    """Half a megabyte of script, handed to the browser as it is: page.evaluate would read it as a function first.
    The wire stays: to take it away would also take away the passkeys of a device that a test has made."""
    page.wait_for_load_state()
    wire = WIRES.get(page) or WIRES.setdefault(page, page.context.new_cdp_session(page))
    told = wire.send("Runtime.evaluate", {"expression": f"{AXE_SCRIPT};0"})
    assert "exceptionDetails" not in told


def sign_in(page: Page, who: str) -> Page:
    """Become one of the people of the demo, from its page."""
    page.goto("/demo/")
    page.get_by_role("button", name=who).first.click()
    page.get_by_text(f"U bent nu aangemeld als {who}").wait_for()
    return page
