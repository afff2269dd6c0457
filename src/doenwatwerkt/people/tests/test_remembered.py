"""Set-up that is made once a run: it comes back as it was, is nobody else's, and is made where something stands already."""

import pytest

from doenwatwerkt.journal.models import Entry
from doenwatwerkt.lib.tests import remembered, rows
from doenwatwerkt.people.models import Organisation
from doenwatwerkt.people.tests import make


@pytest.fixture
def noor(db, monkeypatch):
    """Somebody who is made at most once, and how often she was made."""
    monkeypatch.setattr(remembered, "_kept", {})
    made = []

    def come():
        made.append("noor")
        return make.person("noor", make.organisation("Bakkerij Noord"), "werkgever")

    return lambda: remembered.remembered("noor", come), made


def test_what_was_made_once_comes_back_as_rows(noor):
    again, made = noor
    first = again()
    told = list(Entry.objects.order_by("pk").values())
    before = rows.taken()
    rows.take_out()
    first.name = "Iemand anders"
    second = again()
    assert (second.pk, second.name, made) == (first.pk, "Noor", ["noor"])
    assert (list(Entry.objects.order_by("pk").values()), rows.taken()) == (told, before)
    assert make.organisation("Later").pk > second.memberships.get().organisation_id


def test_where_something_stands_it_is_made(noor):
    again, made = noor
    make.organisation("Garage Zuid")
    again()
    assert (made, Organisation.objects.count(), remembered._kept) == (["noor"], 2, {})
