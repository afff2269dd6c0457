"""Numbers of the Dutch business register, kept as text: leading zeros count. Pure."""

KVK, VESTIGING, RSIN = 8, 12, 9
"""How many digits each has."""


def digits(typed: str) -> str:
    """What somebody typed, without the spaces, dots and dashes that people put in numbers."""
    return "".join(sign for sign in typed if sign not in " .-\u00a0\t")


def is_number(text: str, length: int) -> bool:
    """Exactly this many plain digits, not all zero."""
    return len(text) == length and text.isascii() and text.isdigit() and any(sign != "0" for sign in text)


def is_rsin(text: str) -> bool:
    """Nine digits that pass the eleven-test: 9a + 8b + … + 2h - i divides by 11."""
    if not is_number(text, RSIN):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(sign) * weight for sign, weight in zip(text, weights, strict=True)) % 11 == 0
