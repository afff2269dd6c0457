"""Help with wording, for whoever writes: nothing is kept. Door, input, answer."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from doenwatwerkt.editing import access, forms
from doenwatwerkt.people.access import Permission, opens
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages


@opens(Permission.EDIT_CARDS, Permission.BRING_IN)
@require_POST
def language_help(request: HouseRequest) -> HttpResponse:
    access.open_language_help(request.actor)
    looked_at = forms.read_texts(request.POST)
    return pages.show(request, "editing/language_help.html", parts=("taalhulp",), texts=looked_at)
