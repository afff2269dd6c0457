"""A verdict from the rubric to the public card, as people meet it: a knowledge partner, a colleague, a link, an editor."""

import re
import time

import pytest

from tests.browser.looking import as_it_is, press, sign_in

CARD = "/praktijken/gestructureerd-interview/"


def accessible(page):
    assert as_it_is(page) == []


def fill_in(page):
    """The rubric, with JavaScript off or on: buttons and fields only."""
    page.get_by_role("radio", name=re.compile("^3: ")).check()
    page.get_by_role("checkbox", name=re.compile("^De uitkomst is indirect")).check()
    page.locator("#id_why_I").fill("Gemeten met een vragenlijst (voorbeeld).")
    page.get_by_role("radio", name="Wisselend").check()
    page.get_by_role("radio", name="Klein effect").check()
    page.locator("#id_basis").fill("Een verzonnen onderzoek, alleen voor dit voorbeeld.")
    page.locator("#id_context").fill("De voorbeeldomgeving.")
    page.get_by_role("radio", name="Deels").check()
    page.get_by_label("Titel").fill("Verzonnen studie (voorbeeld)")
    page.get_by_label("DOI").fill("10.0000/voorbeeld")
    page.get_by_label("Hoe ver gelezen").select_option("samenvatting")
    page.locator("#id_interests").fill("geen")


def letter_link(page, subject):
    """The link in the newest letter on the page with the demo's mail; the worker sends it in a moment."""
    for _ in range(100):
        page.goto("/demo/")
        for letter in page.locator("section[aria-labelledby=post] li").all():
            text = letter.text_content()
            if subject in text and (found := re.search(r"/nakijken/[\w-]{20,}/", text)):
                return found.group()
        time.sleep(0.2)
    raise AssertionError("the letter did not come")


def agree(page):
    page.get_by_role("radio", name="Ik ben akkoord", exact=True).check()
    page.locator("#id_interests").fill("geen")
    press(page.get_by_role("button", name="Bewaar wat ik vind"))


def propose(page):
    """The knowledge partner: from the button on the card to two people who were asked. Gives where it stands."""
    page.goto(CARD)
    press(page.get_by_role("link", name="Stel een oordeel voor"))
    accessible(page)
    fill_in(page)
    page.get_by_text("Samen 2 van 5.").wait_for()  # htmx adds up while typing
    press(page.get_by_role("button", name="Bewaar het voorstel"))
    page.get_by_text("Uw voorstel is bewaard.").wait_for()
    accessible(page)
    press(page.get_by_role("button", name="Aanbieden"))
    home = page.url
    press(page.get_by_role("link", name="Nakijkers").first)
    page.get_by_label("Wie").select_option(label="Gijs Mulder (voorbeeld) (Brancheclub Voorbeeld (demo))")
    press(page.get_by_role("button", name="Vraag deze collega"))
    page.get_by_label("Naam").fill("Iris (voorbeeld)")
    page.get_by_label("Organisatie").select_option(label="Helpdesk Voorbeeld (demo)")
    page.get_by_label("E-mailadres").fill("iris@elders.demo")
    press(page.get_by_role("button", name="Stuur de link"))
    page.get_by_text("De link werkt twee weken").wait_for()
    accessible(page)
    page.goto("/redactie/oordelen/")
    accessible(page)
    return home


def look_with_an_account(page):
    press(page.get_by_role("link", name="Nakijken"))
    accessible(page)
    press(page.locator("main .lines a").first)
    accessible(page)
    agree(page)
    page.get_by_text("Dank u. Wat u vindt, is bewaard.").wait_for()


def look_by_link(visit):
    """Without an account and without JavaScript. Opening it, also twice, changes nothing."""
    page = visit("/demo/", java_script_enabled=False)
    link = letter_link(page, "iris@elders.demo")
    accessible(visit(link))
    page.goto(link)
    page.reload()
    agree(page)
    assert page.locator("h1").text_content() == "Dank u, het is bewaard"
    return link


@pytest.mark.browser
def test_from_new_research_to_the_public_card(visit):
    home = propose(sign_in(visit("/demo/"), "Hanna Postma (voorbeeld)"))
    look_with_an_account(sign_in(visit("/demo/"), "Gijs Mulder (voorbeeld)"))
    link = look_by_link(visit)
    accessible(visit(link))
    editor, reader = sign_in(visit("/demo/"), "Femke Smit (voorbeeld)"), visit(CARD)
    editor.goto(home)
    press(editor.get_by_role("button", name="Geef dit oordeel"))
    reader.reload()  # the very first look after it: nothing stands in between that could keep the old page
    assert "2 van 5" in reader.locator(".glance").text_content()
    told = reader.locator("section[aria-labelledby=geschiedenis]").text_content()
    assert "Brancheclub Voorbeeld (demo), Helpdesk Voorbeeld (demo)" in told
    assert ("Iris" in told, "bewijsbank" in told) == (False, True)
    accessible(reader)


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 375, 1280])
def test_the_rubric_works_without_javascript_and_fits_every_screen(visit, width):
    page = sign_in(visit("/demo/", width=width, java_script_enabled=False), "Hanna Postma (voorbeeld)")
    page.goto("/redactie/oordelen/nieuw/werkproef/")
    page.get_by_role("radio", name=re.compile("^5: ")).check()
    press(page.get_by_role("button", name="Reken na"))
    assert "Samen 5 van 5." in page.locator("#sum").text_content()
    press(page.get_by_role("button", name="Nog een bron"))
    assert page.get_by_label("DOI").count() == 2
    wide = page.locator("html").evaluate("html => html.scrollWidth")
    assert wide <= width


@pytest.mark.browser
@pytest.mark.parametrize("address", ["/nakijken/geen-echte-link/", "/nakijken/" + "a" * 43 + "/"])
def test_a_dead_link_is_a_page_for_everybody(look, address):
    page = look(address, width=375)
    assert page.locator("h1").text_content() == "Deze link kennen wij niet"
    accessible(page)
