"""The page that shows every component with its name and an example."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from doenwatwerkt.lib.codes import Cost, Direction, Effort, LegalStatus
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
TONES = ("plain", "strong", "warm", "quiet")


@login_not_required
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    return show(
        request, "ui/gallery.html",
        ladder=LADDER, directions=Direction.values, costs=Cost.values, efforts=Effort.values, laws=LegalStatus.values,
        tones=TONES, icons=signs.ICONS,
    )  # fmt: skip
