"""From a partner's folder to the public menukaart: brought in, completed, looked at by two people, public at once."""

import time

import pytest

from tests.browser.looking import sign_in
from tests.browser.test_verdict import accessible, agree, letter_link

TITLE = "Verzonnen praatplaat over taal (voorbeeld)"


def bring_in(page):
    """The partner, without a script and on a phone."""
    page.goto("/redactie/")
    page.get_by_role("link", name="Breng een hulpmiddel in").click()
    page.get_by_label("Hoe heet het materiaal?").fill(TITLE)
    page.get_by_label("Waar staat het?").fill("https://brancheclub.example/praatplaat")
    page.get_by_label("Wat is het, en wat").fill("Een plaat met tien plaatjes. Daarmee praat een team over taal.")
    page.get_by_label("Wat voor materiaal is het?").select_option("folder")
    page.get_by_role("checkbox", name="Taal", exact=True).check()
    page.get_by_role("radio", name="Gratis").check()
    page.get_by_role("radio", name="Nog niet onderzocht").check()
    page.get_by_label("Wanneer kijkt u of het nog klopt?").fill("2027-10-01")
    page.get_by_role("button", name="Inbrengen").click()
    assert "Vul dit in." in page.locator("main").text_content()  # what may be done with it was forgotten
    assert page.get_by_label("Hoe heet het materiaal?").input_value() == TITLE
    page.get_by_role("radio", name="CC BY 4.0").check()
    page.get_by_role("button", name="Inbrengen").click()
    page.get_by_text("Bedankt. Uw materiaal is ingebracht.").wait_for()


def complete(page):
    """The editor: add how people ask for it, offer it, and ask two people. Gives where the draft stands."""
    page.goto("/redactie/")
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Verder schrijven").click()
    page.get_by_label("Zo vragen mensen ernaar").fill("plaat om over taal te praten\nsamen praten over taalverschil")
    page.get_by_role("button", name="Bewaren en aanbieden").click()
    page.get_by_role("button", name="Aanbieden", exact=True).click()
    page.get_by_text("Uw concept is aangeboden.").wait_for()
    home = page.url
    page.get_by_role("link", name="Nakijkers").last.click()
    page.get_by_label("Wie").select_option(label="Hanna Postma (voorbeeld) (Kenniscentrum Voorbeeld (demo))")
    page.get_by_role("button", name="Vraag deze collega").click()
    page.get_by_label("Naam").fill("Joris (voorbeeld)")
    page.get_by_label("Organisatie").select_option(label="Helpdesk Voorbeeld (demo)")
    page.get_by_label("E-mailadres").fill("joris@elders.demo")
    page.get_by_role("button", name="Stuur de link").click()
    page.get_by_text("De link werkt twee weken").wait_for()
    return home


@pytest.mark.browser
def test_from_a_partner_s_material_to_the_public_menukaart(visit):
    bring_in(sign_in(visit("/demo/", width=375, java_script_enabled=False), "Gijs Mulder (voorbeeld)"))
    editor = sign_in(visit("/demo/"), "Femke Smit (voorbeeld)")
    home = complete(editor)
    colleague = sign_in(visit("/demo/"), "Hanna Postma (voorbeeld)")
    colleague.goto("/redactie/nakijken/")
    colleague.get_by_role("link", name=TITLE).click()
    agree(colleague)
    stranger = visit("/demo/", java_script_enabled=False)
    stranger.goto(letter_link(stranger, "joris@elders.demo"))
    agree(stranger)
    assert stranger.locator("h1").text_content() == "Dank u, het is bewaard"
    editor.goto(home)
    editor.get_by_role("link", name="Uitgeven of plannen").click()
    reader = visit("/")  # a new window takes its own time on a busy machine; that is no part of the second
    editor.get_by_role("button", name="Nu uitgeven").click()
    started = time.monotonic()
    reader.goto("/zoeken/?q=samen+praten+over+taalverschil")
    assert TITLE in reader.locator("main").text_content()
    assert time.monotonic() - started < 1
    reader.get_by_role("link", name=TITLE).first.click()
    assert "CC BY 4.0" in reader.locator("main").text_content()
    accessible(reader)
