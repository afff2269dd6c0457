"""The picture of a card: as large as others ask for, with words for who can't see it, drawn once."""

from struct import unpack

import pytest
from django.test import RequestFactory

from doenwatwerkt.ui import pictures, social
from doenwatwerkt.ui.tests.leaves import face


def picture(**says):
    return social.of_face(face(**({"kind_label": "Aanpak"} | says)))


@pytest.mark.parametrize(
    "title", ["Kort", "Een heel lange titel die maar doorgaat " * 8, "\U0001f680 #eval(1) *vet* $x$", "x" * 300]
)
def test_a_picture_has_the_size_that_others_ask_for_whatever_the_title(title):
    png = pictures.drawn(picture(title=title))
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert unpack(">II", png[16:24]) == (social.WIDTH, social.HEIGHT) == (1200, 630)
    assert len(png) < 300_000


def test_the_same_words_give_the_same_picture_and_other_words_another_address():
    assert pictures.drawn(picture()) == pictures.drawn.__wrapped__(picture())
    assert picture().edition == picture().edition != picture(certainty=3).edition


@pytest.mark.parametrize(
    ("says", "alt"),
    [
        ({}, "Aanpak: Laat mensen een werkproef doen. Zekerheid: zeker, 4 van 5. Helpt."),
        ({"expired": True}, "Aanpak: Laat mensen een werkproef doen. Zekerheid: zeker, 4 van 5, oordeel verlopen. Helpt."),
        ({"certainty": None}, "Aanpak: Laat mensen een werkproef doen. Nog niet beoordeeld. Helpt."),
        ({"kind": "materiaal", "kind_label": "Hulpmiddel", "title": "Check"}, "Hulpmiddel: Check. Praktijkervaring. Checklist."),
        ({"kind": "antwoord", "kind_label": "Antwoord", "title": "Mag het?"}, "Antwoord: Mag het? De bron is zeker."),
        ({"kind": "antwoord", "kind_label": "Antwoord", "title": "Mag het?", "sure": False}, "Antwoord: Mag het? Laat dit nakijken."),
    ],
)  # fmt: skip
def test_who_cannot_see_the_picture_hears_the_same(says, alt):
    assert picture(**says).alt == f"{alt} Doen Wat Werkt."


def test_who_has_the_picture_already_gets_nothing_drawn(monkeypatch):
    ask = RequestFactory().get
    first = pictures.serve(ask("/x.png"), picture())
    assert (first.status_code, first.headers["Content-Type"], first.headers["Cache-Control"]) == (
        200,
        "image/png",
        "public, max-age=3600",
    )
    monkeypatch.setattr(pictures, "drawn", None)
    tags = f'"oud", W/{first.headers["ETag"]}'
    again = pictures.serve(ask("/x.png", headers={"If-None-Match": tags}), picture())
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
