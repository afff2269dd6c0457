"""Passkeys: what the browser must answer (asked by our script), and its answer. Door, input, act, answer."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from doenwatwerkt.keys import access, forms, operations
from doenwatwerkt.keys.access import NEXT
from doenwatwerkt.keys.adapter import factors
from doenwatwerkt.keys.views.entering import attempt, enter, fresh, going_to
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui.limits import limited


@login_not_required
@require_POST
@limited("passkey", per_minute=30)
def passkey_options(request: HouseRequest) -> HttpResponse:
    return JsonResponse(_plain(factors.ask_passkey()))


@require_POST
@fresh
def new_passkey_options(request: HouseRequest) -> HttpResponse:
    return JsonResponse(_plain(factors.ask_new_passkey(access.open_person(request.actor))))


def _plain(asked: dict[str, Any]) -> dict[str, Any]:
    """What allauth asks, as plain JSON."""
    return {"publicKey": dict(asked["publicKey"])}


@login_not_required
@require_POST
@limited("passkey", per_minute=30)
def passkey(request: HouseRequest) -> HttpResponse:
    """Come in with a passkey, which is both steps at once; or show with it that it is still you."""
    form = forms.Passkey(request.POST)
    user = attempt(form, "", operations.use_passkey, by=request.actor, at=now())
    mine = not request.actor.is_known or (user and user.pk == request.actor.user_id)
    if user is None or not mine:
        messages.error(
            request, "De passkey is niet gelukt. Probeer het opnieuw, of meld u aan met een code per e-mail."
        )
        return redirect("keys:second_step" if request.actor.is_known else "keys:sign_in")
    if going := going_to(request, request.POST.get("next", "")):
        request.session[NEXT] = going
    return enter(request, user, stepped=True, strong=True)
