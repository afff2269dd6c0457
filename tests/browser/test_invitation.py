"""A colleague is invited by a letter: a scanner opens the link and nothing happens, the colleague says yes."""

import re

import pytest

from tests.browser.looking import looked_at, sign_in


def letter_to(page, address):
    """The link in the letter to this address, once the worker sent it."""
    for _ in range(40):
        page.goto("/demo/")
        found = re.search(rf"{re.escape(address)}.*?/uitnodiging/([\w-]+)/", page.content(), re.DOTALL)
        if found:
            return f"/uitnodiging/{found.group(1)}/"
        page.wait_for_timeout(500)
    raise AssertionError("the letter did not come")


@pytest.mark.browser
def test_a_colleague_joins_by_the_link_in_a_letter(visit):
    page = visit("/demo/")
    sign_in(page, "Anna Bakker")
    page.goto("/organisaties/demo-bakkerij/uitnodigen/")
    page.get_by_label("E-mailadres").fill("nieuweling@voorbeeld.test")
    page.get_by_label("HR-professional of recruiter").check()
    page.get_by_role("button", name="Uitnodiging sturen").click()
    page.get_by_text("De uitnodiging gaat naar nieuweling@voorbeeld.test.").wait_for()
    link = letter_to(page, "nieuweling@voorbeeld.test")
    scanner = visit(link)
    assert (scanner.context.cookies(), scanner.get_by_role("link", name="Meld u eerst aan").count()) == ([], 1)
    carla = visit("/demo/")
    sign_in(carla, "Carla Visser")
    carla.goto(link)
    assert looked_at(carla) == {}
    carla.get_by_role("button", name="Ja, ik doe mee").click()
    carla.get_by_text("U hoort nu bij Bakkerij Voorbeeld (demo)").wait_for()
    carla.goto(link)
    carla.get_by_text("De uitnodiging is al gebruikt.").wait_for()
