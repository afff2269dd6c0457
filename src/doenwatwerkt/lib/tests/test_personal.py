"""What identifies a person goes; what does not stays."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doenwatwerkt.lib.personal import MASK, is_bsn, is_iban, mask


@pytest.mark.parametrize("text", [
    "jan.de-boer+werk@bakkerij.co.nl", "06-12345678", "06 12 34 56 78", "0612345678", "010-1234567", "(010) 1234567",
    "+31 6 12345678", "0031612345678", "+32 475 12 34 56", "111222333", "1112.22.333", "NL91ABNA0417164300",
    "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "1234 AB 12", "1234ab 12-a", "1234 AB", "12a, 1234 AB",
])  # fmt: skip
def test_masked(text):
    assert mask(text) == MASK
    assert mask(f"bel {text}, graag") == f"bel {MASK}, graag"


@pytest.mark.parametrize("text", [
    "in 2026 moet het", "artikel 1 lid 2", "35673", "€ 12.500 per jaar", "2026 in zicht", "123456789", "2026-11-22",
    "NL00ABNA0417164300", "de 250 grootste werkgevers", "1500 op de 2000", "000000000", "1234 kandidaten", "a@b",
])  # fmt: skip
def test_left_alone(text):
    assert mask(text) == text


def test_several_at_once():
    assert mask("Jan (jan@x.nl, 0612345678) woont op 1234 AB 5") == f"Jan ({MASK}, {MASK}) woont op {MASK}"


@pytest.mark.parametrize(
    ("number", "right"), [("111222333", True), ("111222334", False), ("12345678", False), ("1", False)]
)
def test_eleven_test(number, right):
    assert is_bsn(number) is right


def test_too_short_for_an_account():
    assert is_iban("NL91") is False


@given(st.text())
@settings(max_examples=150, deadline=None)
def test_never_raises_and_masking_again_changes_nothing(text):
    assert mask(mask(text)) == mask(text)


@pytest.mark.parametrize("piece", ["a", "1 ", "a@", "1234 AB ", "AA11 ", "+("])
def test_text_that_is_eight_times_as_long_takes_no_sixty_four_times_as_long(piece):
    """A pattern that goes back and forth would. Processor time beside processor time, on the same machine."""

    def spent(times):
        start = time.process_time()
        mask(piece * times)
        return time.process_time() - start

    few, many = (min(spent(times) for _ in range(3)) for times in (10_000, 80_000))
    assert many < 24 * few
