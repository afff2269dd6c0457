"""Signing in: an address, the code that was mailed there, a second step for who has one. Door, input, act, answer."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from doenwatwerkt.keys import access, forms, operations, queries, rules
from doenwatwerkt.keys.access import CODE, NEXT, PROVED, STEPPED, TO
from doenwatwerkt.keys.adapter.factors import STRONG
from doenwatwerkt.keys.models import Code
from doenwatwerkt.keys.rules import Purpose
from doenwatwerkt.keys.views.entering import attempt, browser_of, enter, going_to
from doenwatwerkt.people.access import SECOND_FACTOR
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages
from doenwatwerkt.ui.forms import Input

WRONG = "Deze code klopt niet. Kijk de cijfers nog eens na."


@login_not_required
def sign_in(request: HouseRequest) -> HttpResponse:
    going = going_to(request, request.POST.get("next") or request.GET.get("next", ""))
    if request.actor.is_known:
        return redirect(going or settings.LOGIN_REDIRECT_URL)
    form = forms.SignIn(request.POST if request.method == "POST" else None)
    code = attempt(form, "", operations.send_code, browser=browser_of(request), by=request.actor, at=now())
    if code:
        return _sent(request, code, going)
    return pages.show(request, "keys/sign_in.html", form=form, going=going, elsewhere=settings.OIDC.get("name", ""))


@login_not_required
def sign_up(request: HouseRequest) -> HttpResponse:
    if request.actor.is_known:
        return redirect(settings.LOGIN_REDIRECT_URL)
    form = forms.SignUp(request.POST if request.method == "POST" else None)
    code = attempt(form, "", operations.sign_up, browser=browser_of(request), by=request.actor, at=now())
    if code:
        return _sent(request, code, "")
    return pages.show(request, "keys/sign_up.html", form=form)


def _sent(request: HouseRequest, code: Code, going: str) -> HttpResponse:
    """From here on there is a session: it knows which code is asked, and where somebody was going."""
    request.session.update({CODE: code.pk, TO: request.POST.get("email", "")[:254], NEXT: going})
    return redirect("keys:enter_code")


@login_not_required
def enter_code(request: HouseRequest) -> HttpResponse:
    code = access.open_code(request.session)
    if code is None or (request.actor.is_known and code.purpose != Purpose.AGAIN):
        return redirect("keys:sign_in")
    form = forms.EnterCode(request.POST if request.method == "POST" else None)
    user = attempt(form, WRONG, operations.try_code, code, by=request.actor, at=now())
    if user:
        return _proved(request) if code.purpose == Purpose.AGAIN else enter(request, user)
    is_open = rules.is_open(made_at=code.made_at, tries=code.tries, used_at=code.used_at, at=now())
    left = rules.TRIES - code.tries
    again = code.purpose == Purpose.AGAIN
    return pages.show(
        request,
        "keys/enter_code.html",
        form=form,
        to=request.session.get(TO, ""),
        is_open=is_open,
        left=left,
        again=again,
    )


def _proved(request: HouseRequest, kind: str = "") -> HttpResponse:
    """Somebody who is signed in showed that it is still them."""
    request.session[PROVED] = now().timestamp()
    request.session.pop(CODE, None)
    if kind:
        request.session[STEPPED] = True
    if kind in STRONG:
        request.session[SECOND_FACTOR] = True
    return redirect(request.session.pop(NEXT, "") or "keys:security")


@login_not_required
def second_step(request: HouseRequest) -> HttpResponse:
    """The second step of who just showed a code, or of who is signed in and must show that it is still them."""
    waiting = access.open_waiting(request.session, now())
    if waiting is None and not request.actor.is_known:
        return redirect("keys:sign_in")
    user = waiting or access.open_person(request.actor)
    if not queries.has_second_step(user):
        return redirect("keys:security")
    form = forms.SecondStep(request.POST if request.method == "POST" else None)
    kind = attempt(form, WRONG, operations.take_step, user, browser=browser_of(request), by=request.actor, at=now())
    if kind:
        return enter(request, user, stepped=True, strong=kind in STRONG) if waiting else _proved(request, kind)
    return pages.show(request, "keys/second_step.html", form=form, going="", has_app=queries.app_of(user) is not None)


def confirm_again(request: HouseRequest) -> HttpResponse:
    """Ask somebody who is signed in to show that it is still them: with their second step, or else with a code by mail."""
    user = access.open_person(request.actor)
    going = going_to(request, request.POST.get("next") or request.GET.get("next", ""))
    form = Input(request.POST if request.method == "POST" else None)
    if request.method == "POST" and queries.has_second_step(user):
        request.session[NEXT] = going
        return redirect("keys:second_step")
    code = attempt(form, "", operations.send_code_again, user, browser=browser_of(request), by=request.actor, at=now())
    if code:
        request.session.update({CODE: code.pk, TO: user.email, NEXT: going})
        return redirect("keys:enter_code")
    stepped = queries.has_second_step(user)
    return pages.show(request, "keys/confirm_again.html", form=form, going=going, stepped=stepped, to=user.email)
