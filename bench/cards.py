"""The real cards as pages, straight from their content files, and made-up cards to grow the index with."""

import bisect
import itertools
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from doenwatwerkt.lib.text import to_plain
from doenwatwerkt.search.pages import Page

CONTENT = Path(__file__).parents[1] / "src/doenwatwerkt/catalogue/content"
FOLDERS = {"praktijken": "praktijk", "antwoorden": "antwoord", "materialen": "materiaal"}
_BODY = (
    "stappen",
    "voorwaarden",
    "risicos",
    "effect",
    "juridisch",
    "waarom",
    "wanneer_niet",
    "maandag",
    "bewijs_uitleg",
)


def real() -> list[Page]:
    """Every card with text, as a page; its address ends in its slug."""
    found = []
    for folder, kind in FOLDERS.items():
        for file in sorted((CONTENT / folder).glob("*.yaml")):
            card = yaml.safe_load(file.read_text(encoding="utf-8"))
            if "titel" in card or "vraag" in card:
                found.append(_page(card, kind, file.stem, len(found) + 1))
    return found


def _page(card: dict[str, Any], kind: str, slug: str, number: int) -> Page:
    parts = [card.get(key) for key in _BODY]
    body = "\n".join("\n".join(part) if isinstance(part, list) else part for part in parts if part)
    where = "\n".join(f"{each['organisatie']} {each['waarvoor']}" for each in card.get("waarheen") or [])
    facets = {"fase": "fasen", "thema": "themas", "omvang": "omvang", "doelgroep": "doelgroep"}
    return Page(
        kind=kind, ref=number, title=card.get("titel") or card["vraag"], url=f"/{kind}/{slug}",
        asked=tuple(card.get("varianten") or ()), summary=to_plain(card.get("samenvatting") or card.get("kort") or ""),
        body=to_plain(f"{body}\n{where}"),
        facets={facet: tuple(card.get(key) or ()) for facet, key in facets.items()},
        weight=0.8 if card.get("advies") == "vermijden" else 1.0,
    )  # fmt: skip


def made_up(number: int, *, like: list[Page], lexicon: list[str], seed: int = 2026) -> Iterator[Page]:
    """`number` cards of about 60 words: Zipf over the words of the real cards, then the lexicon."""
    chance = random.Random(seed)
    words = sorted({word for page in like for word in f"{page.title} {page.summary}".lower().split() if word.isalpha()})
    chance.shuffle(words)
    words += chance.sample(lexicon, min(30_000, len(lexicon)))
    sums = list(itertools.accumulate(1 / (rank + 3) ** 0.9 for rank in range(len(words))))

    def text(length: int) -> str:
        return " ".join(words[bisect.bisect(sums, chance.random() * sums[-1])] for _ in range(length))

    for count in range(number):
        model = chance.choice(like)
        yield Page(
            kind="gemaakt", ref=count, title=text(7), url=f"/gemaakt/{count}", asked=(text(8), text(8)),
            summary=text(20), body=text(25), facets=model.facets,
        )  # fmt: skip
