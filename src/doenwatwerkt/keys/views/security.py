"""What keeps an account safe: second steps, recovery codes, where somebody is signed in. Door, input, act, answer."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from doenwatwerkt.keys import access, forms, operations, queries
from doenwatwerkt.keys.access import STEPPED
from doenwatwerkt.keys.adapter import factors
from doenwatwerkt.keys.views.entering import fresh
from doenwatwerkt.people.access import SECOND_FACTOR
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages
from doenwatwerkt.ui.forms import Input


def security(request: HouseRequest) -> HttpResponse:
    user = access.open_person(request.actor)
    steps = [(one.pk, queries.name_of(one), one.created_at, one.last_used_at) for one in queries.factors(user)]
    visits = [(one, one.session_key == request.session.session_key) for one in queries.visits(user, now())]
    return pages.show(
        request, "keys/security.html", steps=steps, visits=visits, has_app=queries.app_of(user) is not None,
        recovery=len(queries.recovery_left(user)),
    )  # fmt: skip


def _stepped(request: HouseRequest, message: str) -> HttpResponse:
    """A second step that was just made was just used too: waiting roles count from here on."""
    request.session.update({STEPPED: True, SECOND_FACTOR: True})
    return pages.done(request, "keys:recovery_codes", message)


@fresh
def add_app(request: HouseRequest) -> HttpResponse:
    user = access.open_person(request.actor)
    form = forms.AddApp(request.POST if request.method == "POST" else None, user=user)
    if form.attempt(operations.add_app, user, by=request.actor, at=now()):
        return _stepped(request, "De app is nu uw tweede stap. Bewaar ook de herstelcodes hieronder.")
    return pages.show(
        request, "keys/add_app.html", form=form, picture=factors.picture(user, form.plain), secret=form.plain
    )


@fresh
def add_passkey(request: HouseRequest) -> HttpResponse:
    user = access.open_person(request.actor)
    form = forms.AddPasskey(request.POST if request.method == "POST" else None)
    if form.attempt(operations.add_passkey, user, by=request.actor, at=now()):
        return _stepped(request, "De passkey is nu uw tweede stap. Bewaar ook de herstelcodes hieronder.")
    return pages.show(request, "keys/add_passkey.html", form=form)


@fresh
def remove_factor(request: HouseRequest, pk: int) -> HttpResponse:
    factor = access.open_factor(request.actor, pk)
    form = Input(request.POST if request.method == "POST" else None)
    if form.attempt(operations.remove_factor, factor, by=request.actor, at=now()):
        if not queries.has_second_step(access.open_person(request.actor)):
            request.session.update({STEPPED: False, SECOND_FACTOR: False})
        return pages.done(request, "keys:security", "De tweede stap is weggehaald.")
    return pages.show(request, "keys/remove_factor.html", form=form, name=queries.name_of(factor))


@fresh
def recovery_codes(request: HouseRequest) -> HttpResponse:
    user = access.open_person(request.actor)
    form = Input(request.POST if request.method == "POST" else None)
    if form.attempt(operations.renew_recovery_codes, user, by=request.actor, at=now()):
        return pages.done(request, "keys:recovery_codes", "Dit zijn uw nieuwe herstelcodes. De oude werken niet meer.")
    codes, made = queries.recovery_left(user), queries.recovery_of(user) is not None
    return pages.show(request, "keys/recovery_codes.html", form=form, codes=codes, made=made)


@require_POST
def end_visit(request: HouseRequest, pk: int) -> HttpResponse:
    operations.end_visit(access.open_visit(request.actor, pk), by=request.actor, at=now())
    return pages.done(request, "keys:security", "Daar bent u nu afgemeld.")


@require_POST
def end_others(request: HouseRequest) -> HttpResponse:
    user, here = access.open_person(request.actor), request.session.session_key or ""
    ended = operations.end_others(user, but=here, by=request.actor, at=now())
    return pages.done(request, "keys:security", f"Overal afgemeld, behalve hier: {ended} keer.")


@fresh
def close(request: HouseRequest) -> HttpResponse:
    user = access.open_person(request.actor)
    form = forms.Close(request.POST if request.method == "POST" else None)
    if form.attempt(operations.close, user, by=request.actor, at=now()):
        logout(request)
        messages.success(request, "Uw account is verwijderd. Bedankt dat u er was.")
        return redirect("site:home")
    return pages.show(request, "keys/close.html", form=form)
