"""Cards of three kinds, their finished pages, the verdicts and sources under them, what the law and readers say of them, and hard words."""

from doenwatwerkt.catalogue.models.cards import Card, CardQuerySet, CardVersion, Offer, Pointer, Relation
from doenwatwerkt.catalogue.models.feedback import Feedback
from doenwatwerkt.catalogue.models.finished import Finished
from doenwatwerkt.catalogue.models.kinds import Answer, Material, Practice, Verdict
from doenwatwerkt.catalogue.models.sources import Citation, LegalBasis, LegalFact, Source
from doenwatwerkt.catalogue.models.terms import Term

__all__ = [
    "Answer",
    "Card",
    "CardQuerySet",
    "CardVersion",
    "Citation",
    "Feedback",
    "Finished",
    "LegalBasis",
    "LegalFact",
    "Material",
    "Offer",
    "Pointer",
    "Practice",
    "Relation",
    "Source",
    "Term",
    "Verdict",
]
