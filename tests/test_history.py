"""Whatever happens in any room is told in words, and only to who may read it."""

from importlib import import_module

from django.conf import settings

from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.journal import reactions, subjects
from doenwatwerkt.journal.facts import Fact
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.people.models import Organisation
from doenwatwerkt.people.tests import make
from doenwatwerkt.site import loading
from doenwatwerkt.site.tests import make as site
from doenwatwerkt.ui.tests.reading import read

AT = make.AT


def ours():
    """Every fact of every room."""
    rooms = {path.parent.name for path in settings.ROOT.glob("src/doenwatwerkt/*/facts.py")}
    for room in sorted(rooms):
        import_module(f"doenwatwerkt.{room}.facts")
    names = {reactions.name_of(kind) for kind in Fact.__subclasses__()}
    return {name for name in names if name.split(".")[0] in rooms}


def test_every_fact_has_its_sentence():
    assert ours() - subjects.worded() == set()


def test_the_history_of_a_card_is_for_who_may_see_it_and_for_its_owner(client, cast, tmp_path):
    bakery = Organisation.objects.get(slug="bakkerij-noord")
    loading.load(at=AT, cards_from=site.three(tmp_path))
    card = Card.objects.order_by("pk")[0]
    url = f"/geschiedenis/kaart/{card.pk}/"
    met = {name: make.sign_in(client, getattr(cast, name)).get(url).status_code for name in ("anna", "carla", "dirk")}
    assert met == {"anna": 404, "carla": 404, "dirk": 200}
    Card.objects.filter(pk=card.pk).update(owner=bakery)
    assert make.sign_in(client, cast.anna).get(url).status_code == 200
    assert "Het inlezen van de inhoud voegde deze kaart toe." in read(client.get(url)).text
    Card.objects.filter(pk=card.pk).update(owner=None, state="retired")
    assert subjects.one("catalogue.Card", card.pk, Actor()) is None
