"""What stands on the picture of a card for who shares it elsewhere, in words. It is drawn in pictures.py."""

import hashlib
from dataclasses import astuple, dataclass
from typing import Any

from doenwatwerkt.ui import signs

WIDTH, HEIGHT = 1200, 630
LOOK = 1
"""Goes up when ui/typst/social.typ changes, so that nobody keeps an old picture."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands on it. `score`: 0-5 where we judged how sure we are; `words` say it, `after` what it does."""

    kind: str
    title: str
    words: str = ""
    after: str = ""
    score: int | None = None

    @property
    def edition(self) -> str:
        """Another one for every picture that looks different."""
        return hashlib.blake2b(repr((LOOK, astuple(self))).encode(), digest_size=8).hexdigest()

    @property
    def alt(self) -> str:
        """The same for who can't see it."""
        told = [f"{self.kind}: {self.title}", self.words, self.after, "Doen Wat Werkt"]
        return " ".join(one if one.endswith((".", "?", "!")) else f"{one}." for one in told if one)


def of_face(face: Any) -> Picture:
    """The picture of a card as its face tells of it."""
    if face.kind == "praktijk":
        sure = f"Zekerheid: {face.rung_words.lower()}, {face.certainty} van {signs.TOP}"
        if face.certainty is None:
            sure = "Nog niet beoordeeld"
        elif face.expired:
            sure += ", oordeel verlopen"
        return Picture(face.kind_label, face.title, sure, face.direction_label, face.certainty)
    if face.kind == "materiaal":
        return Picture(face.kind_label, face.title, face.basis_label, face.sort_label)
    return Picture(face.kind_label, face.title, "De bron is zeker" if face.sure else "Laat dit nakijken")
