"""A bench that nobody runs rots. Here their parts work on a small shelf; what they measure is told by `./run bench`."""

import json

import pytest

from bench import api, measure, menu
from bench import pdf as paper
from bench.growing import Grower, shrink
from doenwatwerkt.catalogue import queries
from doenwatwerkt.catalogue.models import Card, Relation
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.search import queries as index
from doenwatwerkt.search.models import Document, Posting
from doenwatwerkt.ui import pdf

pytestmark = pytest.mark.usefixtures("shelf")


@pytest.fixture
def shelf(db, tmp_path):
    make.stocked(make.three(tmp_path))


def test_a_card_of_every_kind_is_set_as_the_address_of_its_pdf_sets_it():
    documents = paper._documents()
    assert {kind: len(found) for kind, found in documents.items()} == {"praktijk": 1, "antwoord": 1, "materiaal": 1}
    assert all(pdf.typeset(document).startswith(b"%PDF") for [document] in documents.values())


def test_copies_are_as_connected_as_their_models_and_go_again():
    related = Relation.objects.count()
    Grower().to(9)
    assert (Card.objects.count(), Document.objects.count()) == (9, 9)
    assert (Relation.objects.count(), queries.unfinished()) == (3 * related, [])
    shrink(3)
    assert (Card.objects.count(), Document.objects.count()) == (3, 3)


def test_an_index_can_be_multiplied(monkeypatch):
    monkeypatch.setattr(measure, "_settle", lambda connection: None)  # no VACUUM inside a transaction
    postings = Posting.objects.count()
    measure._multiply(3, [])
    assert (Document.objects.count(), Posting.objects.count()) == (9, 3 * postings)
    assert index.how_many("soort", ["praktijk"]) == {"praktijk": 3}


@pytest.mark.parametrize("look", menu.FILTERS)
def test_every_look_at_the_menukaart_can_be_asked(look):
    assert menu.bare(menu.FILTERS[look])() == b""
    assert b"</html>" in menu._rendered(menu.FILTERS[look])


@pytest.mark.parametrize("name", api.LISTS)
def test_the_bare_list_tells_the_rows_of_the_api(client, name):
    told = client.get(f"/api/v1/{name}").json()["resultaten"]
    assert [one["slug"] for one in json.loads(api.bare(name))] == [one["slug"] for one in told]


@pytest.mark.parametrize("page", ["", "zoeken/?q=taal", "praktijken/werkproef/"])
def test_the_floors_of_the_pages_answer(client, settings, page):
    settings.ROOT_URLCONF, settings.MIDDLEWARE = "bench.bare", []  # as bench/wsgi.py asks them
    assert [client.get(f"/{floor}/{page}").status_code for floor in ("bare", "rendered")] == [200, 200]
