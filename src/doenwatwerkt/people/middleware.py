"""Builds request.actor: the one answer to "who acts here", resolved before the GET guard closes the database."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now

from doenwatwerkt.lib.actor import VISITOR
from doenwatwerkt.people import queries
from doenwatwerkt.people.access import ACTING_FOR, SECOND_FACTOR
from doenwatwerkt.people.models import User


def who_acts(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A visitor without a session cookie costs no query and gets no cookie."""

    def middleware(request: HttpRequest) -> HttpResponse:
        actor = VISITOR
        if settings.SESSION_COOKIE_NAME in request.COOKIES and isinstance(request.user, User):
            kept = request.session
            actor = queries.actor_of(
                request.user, at=now(), acting_for=kept.get(ACTING_FOR), second_factor=bool(kept.get(SECOND_FACTOR))
            )
        request.actor = actor  # type: ignore[attr-defined]
        return get_response(request)

    return middleware
