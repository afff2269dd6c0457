"""The pages of this room. Door, input, act, answer."""

from doenwatwerkt.catalogue.views.cards import answer, answers, certainty, material, materials, practice, practices
from doenwatwerkt.catalogue.views.menu import compare, menu, start, stops

__all__ = [
    "answer", "answers", "certainty", "compare", "material", "materials", "menu", "practice", "practices", "start", "stops",
]  # fmt: skip
