"""Everything that can happen to a card: one verb, one function, one transaction, one fact."""

from doenwatwerkt.catalogue.operations.caring import confirm_card, confirm_fact
from doenwatwerkt.catalogue.operations.feedback import forget_feedback, note_feedback
from doenwatwerkt.catalogue.operations.finishing import finish_cards
from doenwatwerkt.catalogue.operations.judging import Finding, Study, give_verdict
from doenwatwerkt.catalogue.operations.loading import (
    add,
    change_card,
    judge_recommendations,
    load,
    load_legal_facts,
    load_sources,
    load_terms,
    offer,
)
from doenwatwerkt.catalogue.operations.publishing import publish_card, retire, settle_offer, try_out

__all__ = [
    "Finding", "Study", "add", "change_card", "confirm_card", "confirm_fact", "finish_cards", "forget_feedback",
    "give_verdict", "judge_recommendations", "load", "load_legal_facts", "load_sources", "load_terms",
    "note_feedback", "offer", "publish_card", "retire", "settle_offer", "try_out",
]  # fmt: skip
