"""One demo and one Chromium for all browser tests: the real server with the real content, as a visitor meets it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, sync_playwright

from tests.browser.looking import sign_in
from tools import browser as machine
from tools.screenshots import demo

OURS_ALONE = ("DWW_DEBUG", "DWW_DEMO", "DWW_SEMANTIC", "DWW_DATABASE_URL", "DWW_SECRET_KEY", "DWW_ALLOWED_HOSTS")
"""What the test rig or a developer set for themselves; the demo starts as it does for somebody who just cloned."""


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a demo with fresh data."""
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patch:
            for name in OURS_ALONE:
                patch.delenv(name, raising=False)
            address = stack.enter_context(demo())
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium. Playwright keeps an event loop in this thread; Django's own tests go on beside it."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        started = playwright.chromium.launch(executable_path=machine.chromium(), args=machine.ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def visit(site: str, chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address as a new visitor: visit("/over/", width=375, color_scheme="dark"). Afterwards nothing may have
    been said on the console (a refused script or style is), thrown, failed, or asked of anybody else's computer."""
    with ExitStack() as stack:
        trouble: list[str] = []

        def go(address: str, *, width: int = 1280, height: int = 860, **who: Any) -> Page:
            page = window(chromium, site, trouble, viewport={"width": width, "height": height}, **who)
            stack.callback(page.context.close)
            page.goto(address)
            return page

        yield go
        assert trouble == []


@pytest.fixture(scope="session")
def open_window(site: str, chromium: Browser) -> Iterator[tuple[Page, list[str], dict[str, Any]]]:
    """One window that stays open, the trouble it had, and the cookies of who signed in there. Axe in a window of its
    own costs three times as much: every one is a process that has yet to learn the half megabyte of axe."""
    trouble: list[str] = []
    page = window(chromium, site, trouble)
    yield page, trouble, {}
    page.context.close()


@pytest.fixture
def look(open_window: tuple[Page, list[str], dict[str, Any]]) -> Iterator[Callable[..., Page]]:
    """Open an address to look and touch nothing, as a visitor or as somebody of the demo: look("/redactie/tafel/",
    who="Femke Smit"). As strict as `visit`, in the window that stays open; it remembers nothing of the test before."""
    page, trouble, cookies = open_window
    trouble.clear()

    def go(address: str, *, width: int = 1280, who: str = "") -> Page:
        page.context.clear_cookies()
        page.set_viewport_size({"width": width, "height": 860})
        page.emulate_media(color_scheme="light")
        if who and who not in cookies:
            cookies[who] = sign_in(page, who).context.cookies()
        elif who:
            page.context.add_cookies(cookies[who])
        page.goto(address)
        return page

    yield go
    page.goto("about:blank")
    assert trouble == []


def window(chromium: Browser, site: str, trouble: list[str], **how: Any) -> Page:
    """A window of somebody who was never here."""
    page = chromium.new_context(base_url=site, locale="nl-NL", reduced_motion="reduce", **how).new_page()
    watch(page, site, trouble)
    return page


def watch(page: Page, site: str, trouble: list[str]) -> None:
    """Note in `trouble` whatever should not happen on this page."""
    page.on("console", lambda said: trouble.append(said.text) if is_trouble(said.type, said.text) else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda asked: trouble.append(asked.url) if not asked.url.startswith((site, "data:")) else None)
    page.on("response", lambda answer: trouble.append(answer.url) if is_failure(answer) else None)


def is_trouble(kind: str, text: str) -> bool:
    """Warnings count too. A missing page is told by its response, which says whether somebody went there on purpose."""
    return kind in ("error", "warning") and not text.startswith("Failed to load resource")


def is_failure(answer: Response) -> bool:
    return answer.status >= 400 and not answer.request.is_navigation_request()
