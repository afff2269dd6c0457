"""The components: the gallery shows them all, each sign has words, and nothing that is not in a list is drawn."""

from copy import copy

import pytest

from doenwatwerkt.lib.codes import Cost, Direction, Effort, LegalStatus
from doenwatwerkt.ui import signs
from doenwatwerkt.ui.templatetags import cards, ui
from doenwatwerkt.ui.tests.reading import Page, read, words
from doenwatwerkt.ui.views import FACES


def sign(html):
    return Page(f"<main>{html}</main>")


def test_the_gallery_shows_every_component(client, db):
    page = read(client.get("/ui/"))
    shown = {one.get("class", "").split()[0] for one in page.main.iter("svg")}
    assert shown == {"layers", "arrow", "euros", "clock", "icon"}
    assert [words(one) for one in page.all("ul", "pills")[0]] == list(signs.ICONS)
    assert client.post("/ui/").status_code == 405


@pytest.mark.parametrize("score", range(6))
def test_certainty_is_a_shape_and_words_never_colour_alone(score):
    drawn = sign(ui.certainty(score, "Redelijk zeker"))
    assert words(drawn.main) == f"Zekerheid: Redelijk zeker {score} van 5"
    filled = [one.get("d").count("M") for one in drawn.main.iter("path") if one.get("class") != "o"]
    empty = [one.get("d").count("M") for one in drawn.main.iter("path") if one.get("class") == "o"]
    assert (sum(filled), sum(empty)) == (score, 5 - score)


def test_an_expired_verdict_is_grey_and_says_so():
    drawn = sign(ui.certainty(3, "Redelijk zeker", True))
    assert words(drawn.main) == "Zekerheid: Redelijk zeker 3 van 5, oordeel verlopen"
    assert drawn.all("span", "expired") != []


@pytest.mark.parametrize(
    ("tag", "choices", "before"),
    [(ui.direction, Direction, "Effect"), (ui.cost, Cost, "Kosten"), (ui.effort, Effort, "Moeite")],
)
def test_every_value_has_a_sign_of_its_own_with_its_words(tag, choices, before):
    drawn = [str(tag(value)) for value in choices.values]
    assert [words(sign(one).main) for one in drawn] == [f"{before}: {label}" for label in choices.labels]
    assert len({one.split("</svg>")[0] for one in drawn}) == len(drawn)


@pytest.mark.parametrize("status", LegalStatus)
def test_every_status_of_a_rule_is_told_in_words(status):
    assert words(sign(ui.law(status.value)).main) == status.label


@pytest.mark.parametrize("tag", [ui.direction, ui.law, ui.icon])
def test_what_is_not_in_the_list_is_not_drawn(tag):
    with pytest.raises((ValueError, KeyError)):
        tag("verzonnen")


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (["klein", "midden", "groot"], "Elke omvang"),
        (["groot", "klein"], "Groot (250 of meer), Klein (minder dan 50)"),
        ([], ""),
    ],
)
def test_sizes_are_told_in_words(values, told):
    assert ui.scales(values) == told


@pytest.mark.parametrize("kind", range(3))
def test_a_card_is_written_once_and_again_when_anything_that_it_shows_changes(kind):
    """Each value that a face has is changed in turn: where that changes the card, what was written before is not shown."""
    face = FACES[kind]
    first = cards.card(face)
    assert cards.card(copy(face)) is first
    for name, value in vars(face).items():
        other = copy(face)
        changed = {"certainty": 1, "cost": 3, "effort": 3, "direction": "negatief", "kind": value, "url": "/elders/"}
        setattr(other, name, changed.get(name, not value if isinstance(value, bool) else f"{value}!"))
        assert cards.card(other) == cards._written(other, "h3", "")
    assert cards.card(face, "h2") != first
    assert cards.cards([face, face], "two") == f'<ul class="cards two"><li>{first}</li><li>{first}</li></ul>'


def test_a_glance_tells_five_things_and_an_expired_verdict_too():
    face = copy(FACES[1])
    shown = sign(cards.at_a_glance(face, ["klein"])).pairs()
    assert shown["Voor wie past het?"] == "Klein (minder dan 50)" and len(shown) == 5
    face.expired = True
    assert "oordeel verlopen" in sign(cards.at_a_glance(face, ["klein"])).pairs()["Hoe zeker weten we dat?"]
    face.certainty = None
    assert sign(cards.at_a_glance(face, [])).pairs()["Hoe zeker weten we dat?"] == "Nog niet beoordeeld"


def test_a_component_never_lets_a_title_become_markup():
    nasty = "<b>x</b>"
    drawn = [ui.pill(nasty), ui.outside("https://example.org", nasty), ui.certainty(1, nasty), ui.glance("", nasty)]
    assert [html for html in map(str, drawn) if "<b>x</b>" in html] == []


@pytest.mark.parametrize(("before", "after", "told"), [
    ("", "", ""), ("?a=1&b=2", "", "Vorige Pagina 2 van 3"), ("", "?c", "Pagina 2 van 3 Volgende"),
])  # fmt: skip
def test_a_list_is_turned_where_there_is_more(before, after, told):
    turn = sign(ui.turn({"previous": before, "next": after, "number": 2, "last": 3}))
    assert words(turn.main) == told
    assert [one.get("href") for one in turn.main.iter("a")] == [way for way in (before, after) if way]


@pytest.mark.parametrize(
    ("text", "told"), [("kort", "kort"), ("x" * 8, "x" * 8), ("zeven lange", "zeven l…"), ("zeven  lang", "zeven…")]
)
def test_a_long_text_is_shortened_and_says_so(text, told):
    assert ui.shortened(text, 8) == told
