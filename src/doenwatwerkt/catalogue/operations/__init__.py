"""Everything that can happen to a card: one verb, one function, one transaction, one fact."""

from doenwatwerkt.catalogue.operations.loading import (
    add,
    change_card,
    judge_recommendations,
    load,
    load_legal_facts,
    load_sources,
    offer,
)  # fmt: skip

__all__ = [
    "add", "change_card", "judge_recommendations", "load", "load_legal_facts", "load_sources", "offer",
]  # fmt: skip
