"""From a partner's folder to the public menukaart: brought in, completed, looked at by two people, public at once."""

import pytest

from tests.browser.looking import press, sign_in
from tests.browser.test_verdict import accessible, agree, letter_link

TITLE = "Verzonnen praatplaat over taal (voorbeeld)"


def bring_in(page):
    """The partner, without a script and on a phone."""
    page.goto("/redactie/")
    press(page.get_by_role("link", name="Breng een hulpmiddel in"))
    page.get_by_label("Hoe heet het materiaal?").fill(TITLE)
    page.get_by_label("Waar staat het?").fill("https://brancheclub.example/praatplaat")
    page.get_by_label("Wat is het, en wat").fill("Een plaat met tien plaatjes. Daarmee praat een team over taal.")
    page.get_by_label("Wat voor materiaal is het?").select_option("folder")
    page.get_by_role("checkbox", name="Taal", exact=True).check()
    page.get_by_role("radio", name="Gratis").check()
    page.get_by_role("radio", name="Nog niet onderzocht").check()
    page.get_by_label("Wanneer kijkt u of het nog klopt?").fill("2027-10-01")
    press(page.get_by_role("button", name="Inbrengen"))
    assert "Vul dit in." in page.locator("main").text_content()  # what may be done with it was forgotten
    assert page.get_by_label("Hoe heet het materiaal?").input_value() == TITLE
    page.get_by_role("radio", name="CC BY 4.0").check()
    press(page.get_by_role("button", name="Inbrengen"))
    page.get_by_text("Bedankt. Uw materiaal is ingebracht.").wait_for()


def complete(page):
    """The editor: add how people ask for it, offer it, and ask two people. Gives where the draft stands."""
    page.goto("/redactie/")
    press(page.get_by_role("link", name=TITLE))
    press(page.get_by_role("link", name="Verder schrijven"))
    page.get_by_label("Zo vragen mensen ernaar").fill("plaat om over taal te praten\nsamen praten over taalverschil")
    press(page.get_by_role("button", name="Bewaren en aanbieden"))
    press(page.get_by_role("button", name="Aanbieden", exact=True))
    page.get_by_text("Uw concept is aangeboden.").wait_for()
    home = page.url
    press(page.get_by_role("link", name="Nakijkers").last)
    page.get_by_label("Wie").select_option(label="Hanna Postma (voorbeeld) (Kenniscentrum Voorbeeld (demo))")
    press(page.get_by_role("button", name="Vraag deze collega"))
    page.get_by_label("Naam").fill("Joris (voorbeeld)")
    page.get_by_label("Organisatie").select_option(label="Helpdesk Voorbeeld (demo)")
    page.get_by_label("E-mailadres").fill("joris@elders.demo")
    press(page.get_by_role("button", name="Stuur de link"))
    page.get_by_text("De link werkt twee weken").wait_for()
    return home


@pytest.mark.browser
def test_from_a_partner_s_material_to_the_public_menukaart(visit):
    bring_in(sign_in(visit("/demo/", width=375, java_script_enabled=False), "Gijs Mulder (voorbeeld)"))
    editor = sign_in(visit("/demo/"), "Femke Smit (voorbeeld)")
    home = complete(editor)
    colleague = sign_in(visit("/demo/"), "Hanna Postma (voorbeeld)")
    colleague.goto("/redactie/nakijken/")
    press(colleague.get_by_role("link", name=TITLE))
    agree(colleague)
    stranger = visit("/demo/", java_script_enabled=False)
    stranger.goto(letter_link(stranger, "joris@elders.demo"))
    agree(stranger)
    assert stranger.locator("h1").text_content() == "Dank u, het is bewaard"
    editor.goto(home)
    press(editor.get_by_role("link", name="Uitgeven of plannen"))
    press(editor.get_by_role("button", name="Nu uitgeven"))
    reader = visit("/zoeken/?q=samen+praten+over+taalverschil")  # the very first question after it finds it
    assert TITLE in reader.locator("main").text_content()
    press(reader.get_by_role("link", name=TITLE).first)
    assert "CC BY 4.0" in reader.locator("main").text_content()
    accessible(reader)
