"""One person in several organisations works for one at a time, and sees for which."""

import pytest
from django.template.loader import render_to_string

from doenwatwerkt.lib.actor import LOADER, VISITOR
from doenwatwerkt.people import operations
from doenwatwerkt.people.models import Organisation
from doenwatwerkt.people.tests import make
from doenwatwerkt.ui.tests.reading import Page, read


@pytest.fixture
def garage(cast):
    garage = Organisation.objects.get(slug="garage-zuid")
    operations.join(cast.anna, organisation=garage, role="hr-professional", by=LOADER, at=make.AT)
    return garage


def bar(actor, rf):
    request = rf.get("/")
    request.actor = actor
    return render_to_string("people/_acting.html", request=request)


def test_somebody_switches_to_their_other_organisation(client, cast, garage):
    make.sign_in(client, cast.anna)
    page = client.post("/namens/", {"organisation": garage.pk}, follow=True)
    assert read(page).texts("p", "message") == ["U werkt nu voor Garage Zuid."]
    assert (page.wsgi_request.actor.organisation_id, page.wsgi_request.actor.roles) == (garage.pk, {"hr-professional"})
    assert client.get("/organisaties/garage-zuid/beheer/").status_code == 200
    assert client.get("/organisaties/bakkerij-noord/beheer/").status_code == 404


@pytest.mark.parametrize("sent", ["", "x", "-1", "9" * 30, "²"])
def test_nobody_works_for_an_organisation_that_is_not_theirs(client, cast, garage, sent):
    make.sign_in(client, cast.bram)
    for number in (sent, garage.pk):
        page = client.post("/namens/", {"organisation": number}, follow=True)
        assert read(page).texts("p", "message") == ["U hoort niet (meer) bij deze organisatie."]
    assert page.wsgi_request.actor.organisation == "Bakkerij Noord"


def test_switching_is_no_link(client, cast):
    make.sign_in(client, cast.anna)
    assert client.get("/namens/").status_code == 405


def test_who_left_the_organisation_they_worked_for_works_for_the_other(client, cast, garage):
    make.sign_in(client, cast.anna)
    client.post("/namens/", {"organisation": garage.pk})
    operations.leave(cast.anna, organisation=garage, by=make.actor(cast.anna), at=make.AT)
    assert client.get("/over/").wsgi_request.actor.organisation == "Bakkerij Noord"


def test_the_bar_says_for_whom_and_offers_the_other(rf, cast, garage):
    """act_for stands in the bar of every page (people/_acting.html)."""
    page = Page(bar(make.actor(cast.anna), rf))
    assert page.text == "U werkt nu voor Bakkerij Noord. Naar Garage Zuid"
    assert [one.get("value") for one in page.root.iter("button")] == [str(garage.pk)]
    assert Page(bar(make.actor(cast.bram), rf)).text == "U werkt nu voor Bakkerij Noord."
    assert bar(VISITOR, rf).strip() == ""
