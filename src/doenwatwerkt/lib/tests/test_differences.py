"""What differs between two texts, word by word."""

import pytest

from doenwatwerkt.lib.differences import LONGEST, differences


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("", "", []),
        ("Een proef.", "Een proef.", [("same", "Een proef.")]),
        ("", "Nieuw.", [("new", "Nieuw.")]),
        ("Oud.", "", [("gone", "Oud.")]),
        ("Een proef van een uur.", "Een proef van een dag.", [("same", "Een proef van een "), ("gone", "uur."), ("new", "dag.")]),
        ("Kies een taak.\nGeef punten.", "Kies een taak.", [("same", "Kies een taak."), ("gone", "\nGeef punten.")]),
        ("Iets heel anders.", "Dit gaat nergens over.", [("gone", "Iets heel anders."), ("new", "Dit gaat nergens over.")]),
    ],
)  # fmt: skip
def test_a_reader_sees_what_stayed_what_went_and_what_came(old, new, parts):
    assert differences(old, new) == parts


def test_both_texts_can_be_read_back():
    old, new = (
        "Stel iedereen dezelfde vragen, in vaste volgorde.",
        "Stel elke kandidaat dezelfde vragen, altijd in vaste volgorde.",
    )
    found = differences(old, new)
    assert "".join(part.text for part in found if part.sort != "new") == old
    assert "".join(part.text for part in found if part.sort != "gone") == new


def test_a_very_long_text_is_replaced_whole():
    old = "woord " * LONGEST
    assert differences(old, "kort") == [("gone", old), ("new", "kort")]
