"""The door of a view: who stands before it, who gets in, and what the documents say of it."""

import pytest
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from doenwatwerkt.lib.actor import VISITOR, Actor
from doenwatwerkt.people.access import Door, Permission, door_of, opens


def as_(rf, *roles):
    request = rf.get("/")
    request.actor = Actor(user_id=1, roles=frozenset(roles)) if roles else VISITOR
    return request


@opens(Permission.EDIT_CARDS, Permission.JUDGE)
def desk(request, word):
    """The desk."""
    return HttpResponse(word)


@opens()
def hall(request):
    return HttpResponse("hal")


@pytest.mark.parametrize("role", ["redacteur", "kennispartner"])
def test_one_of_the_permissions_opens(rf, role):
    assert desk(as_(rf, role), "ja").content == b"ja"
    assert desk(as_(rf, "werkgever", role), word="ja").content == b"ja"


@pytest.mark.parametrize("roles", [(), ("werkgever",), ("inspectie",), ("koning",)])
def test_not_allowed_looks_like_not_there(rf, roles):
    with pytest.raises(Http404):
        desk(as_(rf, *roles), "nee")


def test_a_role_that_waits_for_a_second_factor_opens_nothing(rf):
    request = as_(rf)
    request.actor = Actor(user_id=1, waiting=frozenset({"redacteur"}))
    with pytest.raises(Http404):
        desk(request, "nee")


def test_a_door_without_permissions_is_for_whoever_signed_in(rf):
    assert hall(as_(rf)).content == b"hal"


def test_a_view_tells_who_may_open_it():
    assert door_of(desk) == Door(frozenset({Permission.EDIT_CARDS, Permission.JUDGE}))
    assert door_of(hall) == Door()
    assert door_of(lambda request: None) == Door()
    assert (desk.__name__, desk.__doc__) == ("desk", "The desk.")


def test_what_stands_around_a_door_does_not_hide_it():
    mine = require_POST(opens(Permission.MANAGE_MEMBERS, own=True, note="of wie uitgenodigd is")(hall))
    assert door_of(mine) == Door(frozenset({Permission.MANAGE_MEMBERS}), True, "of wie uitgenodigd is")
