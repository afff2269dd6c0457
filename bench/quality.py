"""How often the right card is on top: labelled questions and the usual figures over them."""

from collections.abc import Callable
from dataclasses import dataclass
from math import log2
from pathlib import Path

HERE = Path(__file__).parent
SETS = {"vragen": HERE / "questions.tsv", "parafrasen": HERE / "paraphrases.tsv"}

type Ranker = Callable[[str], list[str]]
"""A question in, slugs of cards out, best first."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question and the slugs of the cards that answer it, best first. `split`: tune or report."""

    question: str
    cards: tuple[str, ...]
    split: str


def read(file: Path) -> list[Labelled]:
    """The rows of a label file. Without a column `split` the odd rows are for tuning, the even ones for reporting."""
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    header, found = rows[0], []
    for number, cells in enumerate(rows[1:]):
        row = dict(zip(header, cells, strict=False))
        split = row.get("split") or ("report" if number % 2 else "tune")
        found.append(Labelled(row["question"], tuple(row["cards"].split()), split))
    return found


def unknown(labels: list[Labelled], slugs: set[str]) -> list[str]:
    """Complaints about labels that name a card that is not there."""
    return [f"{card} (bij: {row.question[:60]})" for row in labels for card in row.cards if card not in slugs]


def figures(labels: list[Labelled], ranker: Ranker) -> dict[str, float]:
    """success@1, success@3, MRR and nDCG@10 (first label counts double), as the mean over the questions."""
    total = {"success@1": 0.0, "success@3": 0.0, "MRR": 0.0, "nDCG@10": 0.0}
    for row in labels:
        ranks = {slug: rank for rank, slug in reversed(list(enumerate(ranker(row.question)[:10], 1)))}
        best = min((ranks[card] for card in row.cards if card in ranks), default=0)
        total["success@1"] += best == 1
        total["success@3"] += 0 < best <= 3
        total["MRR"] += 1 / best if best else 0
        total["nDCG@10"] += _gain(row.cards, ranks)
    return {name: value / max(1, len(labels)) for name, value in total.items()}


def _gain(cards: tuple[str, ...], ranks: dict[str, int]) -> float:
    worth = {card: 2.0 if place == 0 else 1.0 for place, card in enumerate(cards)}
    got = sum(value / log2(ranks[card] + 1) for card, value in worth.items() if card in ranks)
    ideal = sum(value / log2(place + 2) for place, value in enumerate(list(worth.values())[:10]))
    return got / ideal
