"""Numbers of the business register and names that mean one organisation."""

import pytest

from doenwatwerkt.lib import numbers
from doenwatwerkt.lib.likeness import ALIKE, likeness, plain


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("12 34 56 78", "12345678"), ("0012.345-6", "00123456"), ("1234\u00a05678", "12345678"), ("a1", "a1")],
)
def test_a_number_may_be_typed_with_spaces_and_keeps_its_zeros(typed, kept):
    assert numbers.digits(typed) == kept


@pytest.mark.parametrize("wrong", ["", "1234567", "123456789", "1234567a", "００１２３４５６", "00000000", "²2345678"])
def test_a_kvk_number_has_eight_plain_digits(wrong):
    assert numbers.is_number("00123456", numbers.KVK) is True
    assert numbers.is_number(wrong, numbers.KVK) is False


@pytest.mark.parametrize(("number", "right"), [
    ("123456782", True), ("123456783", False), ("000000000", False), ("12345678", False), ("12345678x", False),
])  # fmt: skip
def test_an_rsin_passes_the_eleven_test(number, right):
    assert numbers.is_rsin(number) is right


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bakkerij Noord B.V.", "bakkerij noord"), ("Stichting Café Zuid", "Cafe Zuid"), ("Bakkerij Noord", "Bakkerij Nord"),
     ("Garage de Boer BV", "Garage Boer")],
)  # fmt: skip
def test_one_organisation_written_in_two_ways_looks_alike(one, other):
    assert likeness(one, other) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"), [("Bakkerij Noord", "Garage Zuid"), ("", "Bakkerij"), ("!!!", "Bakkerij"), ("Bakkerij", "")]
)
def test_two_organisations_do_not_look_alike(one, other):
    assert likeness(one, other) < ALIKE


def test_a_name_of_legal_form_only_keeps_its_letters():
    assert (plain("BV"), plain("B.V. Stichting"), plain("De Bakker N.V.")) == ("bv", "b v stichting", "bakker")
