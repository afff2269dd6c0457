"""Made-up cards to grow the index with, and questions to ask of it: Zipf over real words, the same every run."""

import bisect
import itertools
import random
from collections.abc import Iterator

from doenwatwerkt.search.pages import Page

LENGTHS = (2, 3, 5, 8, 12, 20, 30, 40)


class Language:
    """Words of the real cards and then of the lexicon, drawn as people use them: few often, most seldom."""

    def __init__(self, real: list[Page], lexicon: list[str], seed: int = 2026) -> None:
        self.chance = random.Random(seed)
        texts = " ".join(f"{page.title} {page.summary} {page.body}" for page in real).lower().split()
        known = sorted({word for word in texts if word.isalpha()})
        self.chance.shuffle(known)
        self.words = known + self.chance.sample(lexicon, min(30_000, len(lexicon)))
        self.sums = list(itertools.accumulate(1 / (rank + 3) ** 0.9 for rank in range(len(self.words))))

    def text(self, length: int) -> str:
        """`length` words."""
        draws = (self.chance.random() * self.sums[-1] for _ in range(length))
        return " ".join(self.words[bisect.bisect(self.sums, draw)] for draw in draws)

    def cards(self, number: int, *, like: list[Page], first: int = 0) -> Iterator[Page]:
        """Cards of 40 words with the facets of real ones."""
        for ref in range(first, first + number):
            yield Page(
                kind="gemaakt", ref=ref, title=self.text(6), url=f"/gemaakt/{ref}", asked=(self.text(8),),
                summary=self.text(14), body=self.text(12), facets=self.chance.choice(like).facets,
            )  # fmt: skip

    def questions(self, times: int) -> list[str]:
        """`times` questions of every length from 2 to 40 words."""
        return [self.text(length) for _ in range(times) for length in LENGTHS]
