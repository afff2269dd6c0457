"""Masking of personal data in free text: e-mail, phone, citizen service number, bank account, home address. Pure.

Rules only, no names: what a machine cannot know for sure, a person confirms (stack.md, masking).
"""

import re
from collections.abc import Callable
from typing import NamedTuple

MASK = "[verwijderd]"

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", re.IGNORECASE)
_NUMBER = r"(?:[ ,]{0,3}(?:huisnummer|nr\.?|nummer)?[ ,]{0,3}\d{1,5} ?-?[a-z]{0,2}\b)?"
_ADDRESS = re.compile(rf"\b[1-9]\d{{3}} ?[A-Z]{{2}}\b{_NUMBER}", re.IGNORECASE)
_HOUSE = re.compile(r"\b\d{1,5} ?[a-z]?[ ,]{1,3}[1-9]\d{3} ?[A-Z]{2}\b", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}")
_DIGITS = re.compile(r"(?<![\w€])(?:\+|\(0)?\d(?:[ ().-]{0,2}\d){7,14}(?!\w)")


class Found(NamedTuple):
    """One piece of personal data in a text: what it is and how it stands there."""

    sort: str
    text: str


def mask(text: str) -> str:
    """The text with every e-mail address, phone number, BSN, IBAN and postcode with number replaced by a mark."""
    return _go_over(text)[0]


def spot(text: str) -> list[Found]:
    """What looks like personal data, in the order of the rules, for a person to remove or to justify."""
    return _go_over(text)[1]


def _go_over(text: str) -> tuple[str, list[Found]]:
    found: list[Found] = []
    for pattern, sort_of in _RULES:

        def marked(match: re.Match[str], sort_of: Callable[[str], str] = sort_of) -> str:
            sort = sort_of(match.group())
            if not sort:
                return match.group()
            found.append(Found(sort, match.group()))
            return MASK

        text = pattern.sub(marked, text)
    return text, found


def _number(text: str) -> str:
    if _DATE.fullmatch(text):
        return ""
    return "telefoonnummer" if is_phone(text) else "burgerservicenummer" if is_bsn(text) else ""


def _home(text: str) -> str:
    return "woonadres" if _has_letters_of_postcode(text) else ""


def is_bsn(text: str) -> bool:
    """Eight or nine digits that pass the eleven-test: 9a + 8b + ... + 2h - i divides by 11 (logisch ontwerp BSN)."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    if not 8 <= len(digits) <= 9 or not any(digits):
        return False
    digits = [0] * (9 - len(digits)) + digits
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0


def is_phone(text: str) -> bool:
    """A Dutch number (ten digits from 0, or after +31 or 0031), or any number with an international prefix."""
    digits = "".join(sign for sign in text if sign.isdigit())
    if text.startswith("+") or (digits.startswith("00") and digits[2:3] != "0"):
        return 9 <= len(digits) <= 15
    return len(digits) == 10 and digits.startswith("0") and digits[1] != "0"


def is_iban(text: str) -> bool:
    """An account number whose check digits are right (ISO 13616, mod 97)."""
    plain = text.replace(" ", "").upper()
    if not 15 <= len(plain) <= 34:
        return False
    return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1


def _has_letters_of_postcode(text: str) -> bool:
    """Four digits and two letters are a postcode, unless the letters are a small word: "2026 in", "1500 op"."""
    letters = re.findall(r"[1-9]\d{3}( ?)([A-Za-z]{2})\b", text)
    return any(pair.upper() not in _SMALL_WORDS or pair.isupper() or not space for space, pair in letters)


_SMALL = "AL BV DE EN ER EU HR IK IN IS JA JE ME NA NU NV OF OM OP OR SA SD SS TE TV UW WE WW ZE ZO"
_SMALL_WORDS = frozenset(_SMALL.split())

_RULES: list[tuple[re.Pattern[str], Callable[[str], str]]] = [
    (_EMAIL, lambda text: "e-mailadres"),
    (_IBAN, lambda text: "rekeningnummer" if is_iban(text) else ""),
    (_HOUSE, _home),
    (_ADDRESS, _home),
    (_DIGITS, _number),
]
"""Each pattern with what a match is, or nothing when it only looks like it. In this order: a mark hides it from the next."""
