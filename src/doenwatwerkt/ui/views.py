"""The page that shows every component with its name and an example."""

from datetime import date
from types import SimpleNamespace

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from doenwatwerkt.lib.codes import Cost, Direction, Effort, LegalStatus, Scale
from doenwatwerkt.ui import signs
from doenwatwerkt.ui.pages import show

LADDER = (
    (0, "Niet onderbouwd"),
    (1, "Heel onzeker"),
    (2, "Onzeker"),
    (3, "Redelijk zeker"),
    (4, "Zeker"),
    (5, "Heel zeker"),
)
FACES: tuple[SimpleNamespace, ...] = (
    SimpleNamespace(
        kind="antwoord", kind_label="Antwoord", title="Een vraag als titel?", summary="Het korte antwoord.",
        url="#blokken", recommended=True, sure=False,
    ),
    SimpleNamespace(
        kind="praktijk", kind_label="Aanpak", title="Een aanpak", summary="Wat u doet, in twee zinnen.", url="#blokken",
        recommended=True, certainty=3, rung_words="Redelijk zeker", expired=False, direction="positief",
        size_label="Klein effect", cost=1, effort=2, advice_label="Doen",
    ),
    SimpleNamespace(
        kind="materiaal", kind_label="Hulpmiddel", title="Een hulpmiddel", summary="Waar het bij helpt.", url="#blokken",
        recommended=True, sort_label="Checklist", owner_name="een organisatie", price_label="Gratis",
        basis_label="Praktijkervaring", commercial=True,
    ),
)  # fmt: skip
"""One card of each kind, made up for the page of components."""
TONES = ("plain", "strong", "warm", "quiet")


@login_not_required
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    return show(
        request, "ui/gallery.html",
        ladder=LADDER, directions=Direction.values, costs=Cost.values, efforts=Effort.values, laws=LegalStatus.values,
        tones=TONES, icons=signs.ICONS, faces=FACES, sizes=Scale.values,
        goals=[(1, "Een doel.")], versions=[(2, date(2026, 11, 22), "door een redacteur")],
        ways=[("Titel", "Een zin erbij.", "#blokken")], words=[("Woord", "#blokken")],
        found=[(FACES[0], "")], pages={"previous": "?pagina=1", "next": "?pagina=3", "number": 2, "last": 3},
        group={"name": "keuze", "label": "Kies", "options": [
            {"value": "een", "label": "Een keuze", "count": 12, "checked": True},
        ]},
    )  # fmt: skip
