"""Signing in as people do: a code from the demo's mail, an app with codes, a passkey of a (virtual) device."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from doenwatwerkt.keys.tests.make import app_code
from tests.browser.looking import as_it_is, press

pytestmark = pytest.mark.browser

DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


def mailed_code(page: Page, email: str, nth: int = 1) -> str:
    """The nth code for this address, as the demo shows it in another tab. The worker sends the letters."""
    beside = page.context.new_page()
    for _ in range(60):
        beside.goto("/demo/")
        told = [mail.text_content() or "" for mail in beside.locator("section[aria-labelledby=post] li").all()]
        codes = [found.group() for mail in told if email in mail and (found := re.search(r"\d{4} \d{4}", mail))]
        if len(codes) == nth:
            beside.close()
            return codes[0]
        beside.wait_for_timeout(500)
    raise AssertionError(f"no code for {email}")


def add_app(page: Page) -> tuple[str, str]:
    """Make an app the second step. Returns its secret and a recovery code."""
    page.goto("/mijn/beveiliging/app/")
    page.get_by_text("Ik kan niet scannen").click()
    secret = page.locator("ol.steps code").inner_text()
    page.get_by_label("Vul de code in die de app nu toont").fill(app_code(secret))
    page.get_by_role("button", name="Maak dit mijn tweede stap").click()
    expect(page.locator("h1")).to_have_text("Herstelcodes")
    return secret, page.locator(".codes code").first.inner_text()


def make_account(page: Page, name: str) -> str:
    """A new person, signed in with the code that was mailed. Returns the address."""
    email = f"{name.lower()}-{time.time_ns()}@example.org"
    page.goto("/aanmelden/")
    page.get_by_role("link", name="Nog geen account? Maak er een").click()
    page.get_by_label("Uw naam").fill(name)
    page.get_by_label("Uw e-mailadres").fill(email)
    page.get_by_role("button", name="Stuur mij een code").click()
    expect(page.locator("h1")).to_have_text("Vul de code in")
    page.get_by_label("De code", exact=True).fill(mailed_code(page, email))
    page.get_by_role("button", name="Verder").click()
    expect(page.locator("h1")).to_have_text("Mijn pagina")
    return email


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Afmelden", exact=True).click()
    expect(page.get_by_role("link", name="Aanmelden", exact=True)).to_be_visible()


def everybody_can_use(page: Page) -> None:
    assert as_it_is(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page does not scroll sideways"


@pytest.mark.parametrize("width", [320, 1280])
def test_somebody_signs_up_by_mail_and_adds_an_app_without_any_script(visit, width):
    page = visit("/aanmelden/", width=width, java_script_enabled=False)
    assert page.get_by_text("Voor een passkey is JavaScript nodig.").is_visible()
    email = make_account(page, "Noor")
    secret = add_app(page)[0]
    sign_out(page)
    page.goto("/mijn/beveiliging/")
    page.get_by_label("Uw e-mailadres").fill(email)
    page.get_by_role("button", name="Stuur mij een code").click()
    page.get_by_label("De code", exact=True).fill(mailed_code(page, email, 2))
    page.get_by_role("button", name="Verder").click()
    expect(page.locator("h1")).to_have_text("Nog één stap")
    page.get_by_label("De code uit uw app, of een herstelcode").fill(app_code(secret, time.time() + 30))
    page.get_by_role("button", name="Verder").click()
    expect(page.locator("h1")).to_have_text("Beveiliging")


@pytest.mark.parametrize("width", [375, 1280])
def test_somebody_makes_a_passkey_and_comes_in_with_it_alone(visit, width):
    page = visit("/aanmelden/", width=width)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    make_account(page, "Piet")
    page.goto("/mijn/beveiliging/")
    page.get_by_role("link", name="Passkey toevoegen").click()
    page.get_by_label("Een naam voor deze passkey").fill("Telefoon van het werk")
    page.get_by_role("button", name="Maak de passkey").click()
    expect(page.locator("h1")).to_have_text("Herstelcodes")
    everybody_can_use(page)
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    expect(page.get_by_text("Passkey: Telefoon van het werk").first).to_be_visible()
    everybody_can_use(page)
    sign_out(page)
    page.goto("/mijn/beveiliging/")
    page.get_by_role("button", name="Gebruik mijn passkey").click()
    expect(page.locator("h1")).to_have_text("Beveiliging")
    page.get_by_role("link", name=re.compile("Weghalen")).click()
    page.get_by_role("button", name="Ja, haal weg").click()
    expect(page.get_by_text("U heeft nog geen tweede stap.")).to_be_visible()


def test_a_device_without_a_passkey_says_so_and_a_code_still_works(visit):
    page = visit("/aanmelden/")
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    page.get_by_role("button", name="Gebruik mijn passkey").click()
    expect(page.get_by_text("Dat lukte niet. Probeer het opnieuw, of kies een andere manier.")).to_be_visible(
        timeout=90_000
    )
    make_account(page, "Truus")


def test_everybody_can_use_the_pages_of_who_is_signed_in(visit):
    page = visit("/aanmelden/nieuw/", width=375)
    email = make_account(page, "Sanne")
    for address in ("/mijn/", "/mijn/beveiliging/", "/mijn/beveiliging/app/", "/mijn/beveiliging/passkey/",
                    "/mijn/beveiliging/herstelcodes/", "/aanmelden/opnieuw/", "/mijn/account-verwijderen/"):  # fmt: skip
        for width in (375, 1280):
            page.set_viewport_size({"width": width, "height": 860})
            page.goto(address)
            everybody_can_use(page)
    page.set_viewport_size({"width": 375, "height": 860})
    recovery = add_app(page)[1]
    page.goto("/mijn/beveiliging/")
    press(page.get_by_role("link", name=re.compile("Weghalen")))
    everybody_can_use(page)
    sign_out(page)
    page.get_by_role("link", name="Aanmelden", exact=True).click()
    page.get_by_label("Uw e-mailadres").fill(email)
    press(page.get_by_role("button", name="Stuur mij een code"))
    everybody_can_use(page)
    page.get_by_label("De code", exact=True).fill("1234 5678")
    press(page.get_by_role("button", name="Verder"))
    everybody_can_use(page)
    page.get_by_label("De code", exact=True).fill(mailed_code(page, email, 2))
    press(page.get_by_role("button", name="Verder"))
    everybody_can_use(page)
    page.get_by_label("De code uit uw app, of een herstelcode").fill(recovery)
    press(page.get_by_role("button", name="Verder"))
    page.goto("/mijn/account-verwijderen/")
    page.get_by_label("Ik weet het zeker").check()
    page.get_by_role("button", name="Verwijder mijn account").click()
    expect(page.get_by_text("Uw account is verwijderd.")).to_be_visible()
