"""An editor at work: writing that is kept by itself, two people on one card, everything without a script, and axe on the way."""

import pytest
from playwright.sync_api import Page, expect

from doenwatwerkt.catalogue.tests import make as cards
from doenwatwerkt.editing import operations
from doenwatwerkt.editing.tests import desk
from doenwatwerkt.people.tests import make as people
from tests.browser import looking

pytestmark = pytest.mark.browser

CARD = "/redactie/kaarten/{}/"


def sign_in(page: Page) -> Page:
    """As Femke, an editor of the demo."""
    return looking.sign_in(page, "Femke")


def begin(page: Page, card: str) -> str:
    """Write on a card: the address of its draft. Who comes second lands in the same one."""
    page.goto(CARD.format(card))
    start = page.get_by_role("button", name="Begin een concept")
    if start.count():
        start.click()
    else:
        page.get_by_role("link", name="Naar het concept").click()
        page.get_by_role("link", name="Verder schrijven").click()
    page.wait_for_url("**/schrijven/")
    return page.url.removesuffix("schrijven/")


def save(page: Page) -> None:
    page.get_by_role("button", name="Bewaren", exact=True).last.click()


def everybody_can_use(page: Page) -> None:
    """By the rules of axe, on a phone and a desk, by day and by night, without scrolling sideways."""
    assert looking.looked_at(page, looking.AT_WORK) == {}
    page.set_viewport_size({"width": 320, "height": 860})
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.set_viewport_size({"width": 1280, "height": 860})


def test_everybody_can_use_the_pages_of_the_desk(visit):
    page = sign_in(visit("/"))
    draft = begin(page, "praktijken/werkproef")
    for address in (
        "/redactie/", "/redactie/nieuw/antwoorden/", CARD.format("praktijken/werkproef"),
        f"{CARD.format('praktijken/werkproef')}vervallen/",
        draft, f"{draft}schrijven/?nakijken=ja", f"{draft}verschil/", f"{draft}aanbieden/", f"{draft}uitgeven/", f"{draft}intrekken/",
    ):  # fmt: skip
        page.goto(address)
        everybody_can_use(page)


@pytest.mark.parametrize("card", ["antwoorden/klant-wil-geen-buitenlanders", "materialen/werving-en-selectiegids"])
def test_everybody_can_use_the_form_of_every_kind(visit, card):
    page = sign_in(visit("/"))
    page.goto(f"{begin(page, card)}schrijven/")
    everybody_can_use(page)


@pytest.mark.django_db
def test_everybody_can_use_what_seldom_happens(visit, tmp_path):
    """Pages that the demo has no reason to show, made by the same views and looked at in the same browser."""
    it = desk.opened(tmp_path)
    operations.publish(desk.ready("werkproef", it.femke, maandag="Van Femke."), by=people.actor(it.femke), at=desk.AT)
    cards.practice(tmp_path, maandag="Uit het bestand.")
    cards.load(tmp_path)
    browser, page = desk.browser(it.femke), visit("/over/")
    for part in ("aanbod/", "versies/1/"):
        page.set_content(
            browser.get(CARD.format("praktijken/werkproef") + part).content.decode(), wait_until="networkidle"
        )
        expect(page.locator("del").first).to_be_visible()
        everybody_can_use(page)


def test_what_an_editor_types_is_kept_by_itself(visit):
    page = sign_in(visit("/"))
    page.clock.install()
    draft = begin(page, "praktijken/anoniem-solliciteren")
    page.locator("#veld-maandag").fill("Dit bewaart zichzelf.")
    with page.expect_response(lambda answer: "vanzelf" in answer.url) as answered:
        page.clock.run_for(10_500)
    assert answered.value.status == 200
    expect(page.locator("#bewaard")).to_contain_text("Vanzelf bewaard om")
    page.clock.run_for(30_000)  # nothing changed: nothing is sent
    page.reload()
    expect(page.locator("#veld-maandag")).to_have_value("Dit bewaart zichzelf.")
    page.locator("#veld-samenvatting").fill("x" * 421)
    expect(page.locator("#samenvatting-teller")).to_have_text("421 van hoogstens 420 tekens")
    save(page)
    page.wait_for_url(f"{draft}schrijven/")


def test_two_people_on_one_card_lose_nothing(visit):
    page = sign_in(visit("/"))
    draft = begin(page, "antwoorden/taaleis-algemeen")
    other = page.context.new_page()
    other.goto(f"{draft}schrijven/")
    page.locator("#veld-maandag").fill("De eerste tekst.")
    save(page)
    expect(page.get_by_text("Uw concept is bewaard.")).to_be_visible()
    other.locator("#veld-maandag").fill("De tweede tekst.")
    save(other)
    expect(other.locator("h1")).to_have_text("Twee teksten: kies wat blijft")
    everybody_can_use(other)
    other.locator(".versus label", has_text="Mijn tekst").first.click()
    other.get_by_role("button", name="Bewaar deze keuze").click()
    expect(other.locator("#veld-maandag")).to_have_value("De tweede tekst.")


def test_autosave_never_overwrites_and_says_what_to_do(site, chromium):
    context = chromium.new_context(base_url=site, locale="nl-NL")
    page = sign_in(context.new_page())
    draft = begin(page, "praktijken/gestructureerd-interview")
    late = context.new_page()
    late.clock.install()
    late.goto(f"{draft}schrijven/")
    page.locator("#veld-maandag").fill("Al bewaard.")
    save(page)
    late.locator("#veld-maandag").fill("Nog niet bewaard.")
    late.clock.run_for(10_500)
    expect(late.get_by_role("alert")).to_contain_text("Klik op Bewaren: u ziet dan beide teksten naast elkaar.")
    expect(late.locator("#veld-maandag")).to_have_value("Nog niet bewaard.")
    save(late)
    expect(late.locator("h1")).to_have_text("Twee teksten: kies wat blijft")
    context.close()


def test_an_editor_without_javascript_writes_adds_lines_looks_and_hands_in(visit):
    page = sign_in(visit("/", java_script_enabled=False))
    draft = begin(page, "antwoorden/vacatures-blijven-open")
    page.locator("#veld-maandag").fill("Zonder script.")
    page.locator("fieldset#veld-bronnen").get_by_role("button", name="Nog meer regels").click()
    page.wait_for_url("**?meer=bronnen#veld-bronnen")
    expect(page.locator("#veld-maandag")).to_have_value("Zonder script.")
    rows = page.locator("fieldset#veld-bronnen .row")
    rows.nth(rows.count() - 1).get_by_label("Titel").fill("Een nieuwe bron")
    save(page)
    expect(page.get_by_text("Uw concept is bewaard.")).to_be_visible()
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Voorbeeld").click()
    expect(opened.value.get_by_text("Zo ziet een lezer deze kaart straks.")).to_be_visible()
    expect(opened.value.get_by_text("Zonder script.")).to_be_visible()
    page.get_by_role("button", name="Bewaren en aanbieden").click()
    page.wait_for_url(f"{draft}aanbieden/")
    page.get_by_role("button", name="Aanbieden", exact=True).click()
    expect(page.get_by_text("Uw concept is aangeboden.")).to_be_visible()
