"""The pages of this room. Door, input, act, answer."""

from doenwatwerkt.catalogue.views.cards import (
    answer,
    answers,
    certainty,
    material,
    materials,
    practice,
    practices,
    terms,
)
from doenwatwerkt.catalogue.views.feedback import helped, thanks
from doenwatwerkt.catalogue.views.menu import compare, menu, start, stops
from doenwatwerkt.catalogue.views.paper import answer_pdf, compare_pdf, material_pdf, plan_pdf, practice_pdf

__all__ = [
    "answer", "answers", "certainty", "compare", "material", "materials", "menu", "practice", "practices", "start", "stops",
    "answer_pdf", "compare_pdf", "helped", "material_pdf", "plan_pdf", "practice_pdf", "terms", "thanks",
]  # fmt: skip
