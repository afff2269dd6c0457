"""Whatever happens in any room is told in words, and only to who may read it."""

from importlib import import_module

from django.conf import settings

from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.editing.models import Draft, Judgement
from doenwatwerkt.journal import reactions, subjects
from doenwatwerkt.journal.facts import Fact
from doenwatwerkt.journal.models import Entry
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


def test_what_people_still_write_is_told_to_the_redactie_and_to_who_proposes_it(client, cast, tmp_path):
    loading.load(at=AT, cards_from=site.three(tmp_path))
    card, bakery = Card.objects.order_by("pk")[0], Organisation.objects.get(slug="bakkerij-noord")
    same = {"organisation": bakery, "begun_at": AT, "saved_at": AT}
    draft = Draft.objects.create(kind="praktijk", slug="nieuw", data={"titel": "Iets nieuws"}, **same)
    judgement = Judgement.objects.create(card=card, start=3, interests="geen", **same)
    femke = make.person("femke", make.organisation("Redactie"), "redacteur")
    people = {"femke": femke, "anna": cast.anna, "carla": cast.carla, "dirk": cast.dirk}
    for kind, pk in (("concept", draft.pk), ("oordeel", judgement.pk)):
        url = f"/geschiedenis/{kind}/{pk}/"
        met = {who: make.sign_in(client, one).get(url).status_code for who, one in people.items()}
        assert met == {"femke": 200, "anna": 200, "carla": 404, "dirk": 404}
    assert subjects.one("editing.Draft", draft.pk, make.actor(femke)).title == "Concept: Iets nieuws"


def test_reviews_and_plans_read_as_sentences(db):
    party = make.organisation("Molen")
    told = [
        ("editing.DraftScheduled", {"publish_at": "2026-12-01T08:00:00+00:00"}, "plande de uitgave op 1 december 2026, 09:00 uur"),
        ("editing.DraftScheduled", {"publish_at": "straks"}, "plande de uitgave op straks uur"),
        ("editing.ReviewDecided", {"organisation_id": party.pk, "outcome": "akkoord"}, "keek na namens Molen: akkoord"),
        ("catalogue.OfferSettled", {"accepted": True}, "nam over: de wijziging uit het bestand"),
        ("catalogue.VerdictGiven", {"certainty": 3, "valid_until": "2029-11-27"},
         "gaf een oordeel over het bewijs: zekerheid 3 van 5, geldig tot 27 november 2029"),
        ("catalogue.FeedbackGiven", {"version": 2, "helped": False}, "vond dat versie 2 niet hielp"),
        ("catalogue.CardRetired", {}, "haalde deze kaart weg (versie onbekend)"),
    ]  # fmt: skip
    entries = [Entry(kind=kind, at=AT, via="page", subject="x.X:1", data=data) for kind, data, _ in told]
    assert [line.what for line in subjects.tell(entries, Actor())] == [words for _, _, words in told]
