"""Cards of three kinds, the verdicts and sources under them, and what the law says about them."""

from doenwatwerkt.catalogue.models.cards import Card, CardQuerySet, CardVersion, Offer, Pointer, Relation
from doenwatwerkt.catalogue.models.kinds import Answer, Material, Practice, Verdict
from doenwatwerkt.catalogue.models.sources import Citation, LegalBasis, LegalFact, Source

__all__ = [
    "Answer",
    "Card",
    "CardQuerySet",
    "CardVersion",
    "Citation",
    "LegalBasis",
    "LegalFact",
    "Material",
    "Offer",
    "Pointer",
    "Practice",
    "Relation",
    "Source",
    "Verdict",
]
