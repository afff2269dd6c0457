"""How much two names of organisations look alike: legal forms, accents and small typing errors aside. Pure."""

import re
import unicodedata

ALIKE = 0.62
"""From here on a person is asked whether two names mean one organisation."""

_FORMS = re.compile(
    r"\b(b\s?\.?\s?v|n\s?\.?\s?v|v\s?\.?\s?o\s?\.?\s?f|c\s?\.?\s?v|stichting|vereniging|cooperatie|eenmanszaak|de|het)\b\.?"
)
_NO_WORD = re.compile(r"[^a-z0-9]+")


def plain(name: str) -> str:
    """The name as it sounds: no capitals, accents, signs or legal form. A name of nothing else stays what it is."""
    letters = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    short = _NO_WORD.sub(" ", _FORMS.sub(" ", letters)).strip()
    return short or _NO_WORD.sub(" ", letters).strip()


def likeness(one: str, other: str) -> float:
    """0 for names that share nothing, 1 for the same name: the share of three-letter pieces that both have (Dice)."""
    mine, yours = _pieces(plain(one)), _pieces(plain(other))
    if not mine or not yours:
        return 0.0
    return 2 * len(mine & yours) / (len(mine) + len(yours))


def _pieces(name: str) -> set[str]:
    padded = f"  {name} " if name else ""
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
