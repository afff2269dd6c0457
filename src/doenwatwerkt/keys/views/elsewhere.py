"""Signing in with an account of somebody's organisation. Exists where it is set up only. Door, input, act, answer."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from doenwatwerkt.keys import access, operations
from doenwatwerkt.keys.access import NEXT
from doenwatwerkt.keys.adapter import elsewhere
from doenwatwerkt.keys.views.entering import enter, going_to
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people.models import HouseRequest

FAILED = "Het aanmelden bij uw organisatie is niet gelukt. Probeer het opnieuw, of meld u aan met een code per e-mail."


@login_not_required
@require_POST
def oidc(request: HouseRequest) -> HttpResponse:
    access.need_elsewhere()
    request.session[NEXT] = going_to(request, request.POST.get("next", ""))
    return elsewhere.go(request) or _failed(request, FAILED)


@login_not_required
def oidc_back(request: HouseRequest) -> HttpResponse:
    access.need_elsewhere()
    stranger = elsewhere.come_back(request)
    if stranger is None:
        return _failed(request, FAILED)
    try:
        user = operations.come_in(stranger, by=request.actor, at=now())
    except Refused as no:
        return _failed(request, str(no))
    return enter(request, user)


def _failed(request: HouseRequest, why: str) -> HttpResponse:
    messages.error(request, why)
    return redirect("keys:sign_in")
