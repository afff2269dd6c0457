"""The filters and pages of any list: what can still be chosen, what is chosen, where the other pages are."""

from dataclasses import dataclass, field

import pytest

from doenwatwerkt.ui.narrowing import narrowing

CHOICES = {"fase": ("Fase", [("werven", "Werven"), ("behoud", "Behouden")]), "thema": ("Thema", [("geloof", "Geloof")])}


@dataclass
class Look:
    filters: dict[str, set[str]] = field(default_factory=dict)
    page: int = 1

    def address(self, *, without=None, page=1):
        return f"?zonder={without}&pagina={page}"


def test_only_what_leaves_something_is_offered_and_what_is_chosen_always():
    told = narrowing(Look({"fase": {"behoud"}}), CHOICES, {"fase": {"werven": 2}}, total=0, per_page=10)
    assert told["groups"] == [{"name": "fase", "label": "Fase", "options": [
        {"value": "werven", "label": "Werven", "count": 2, "checked": False},
        {"value": "behoud", "label": "Behouden", "count": 0, "checked": True},
    ]}]  # fmt: skip
    assert told["chosen"] == [("Behouden", "?zonder=('fase', 'behoud')&pagina=1")]


@pytest.mark.parametrize(("page", "previous", "following", "beyond"), [
    (1, "", "?zonder=None&pagina=2", False), (2, "?zonder=None&pagina=1", "?zonder=None&pagina=3", False),
    (3, "?zonder=None&pagina=2", "", False), (4, "", "", True),
])  # fmt: skip
def test_pages_lead_on_and_back(page, previous, following, beyond):
    pages = narrowing(Look(page=page), CHOICES, {}, total=21, per_page=10)["pages"]
    assert (pages["previous"], pages["next"], pages["beyond"]) == (previous, following, beyond)
    assert (pages["number"], pages["last"], pages["first"]) == (page, 3, "?zonder=None&pagina=1")
