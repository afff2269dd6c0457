"""Text to comparable text: one way to write every letter, whatever was typed."""

import re
import unicodedata

# A finished token carries this mark in front and is never changed again: stemmers are not idempotent.
MARK = "¤"
# Words may hold & (W&S, RI&E) and an apostrophe (foto's, zzp'er); anything else ends them.
WORD = re.compile(rf"{MARK}[^\W_]+(?:&[^\W_]+)*|[^\W_]+(?:&[^\W_]+)*(?:['’‘`][^\W_]+)*")
_ENDING = re.compile(r"['’‘`](?:s|er|ers|tje|tjes|en|n|t)$")
_APOSTROPHE = re.compile(r"['’‘`]")
LONGEST_WORD = 60


def storable(text: str) -> str:
    """Text that every database and every page takes: no NUL, no half characters."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def fold(word: str) -> str:
    """Lower case, without accents: "Coördinatie" -> "coordinatie"."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).casefold())
    return unicodedata.normalize("NFKC", "".join(sign for sign in plain if not unicodedata.combining(sign)))


def words(text: str) -> list[str]:
    """The words of a text, folded, in order: "Foto's van zzp'ers" -> foto, van, zzp."""
    return [folded for match in WORD.finditer(unicodedata.normalize("NFKC", text)) if (folded := word(match.group()))]


def word(raw: str) -> str:
    """One matched word, folded, without an apostrophe and what hangs behind it."""
    return _APOSTROPHE.sub("", _ENDING.sub("", fold(raw)))[:LONGEST_WORD]
