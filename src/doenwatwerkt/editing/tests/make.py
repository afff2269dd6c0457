"""Set-up in the words of this room. Goes through operations, so state is always real."""

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

from doenwatwerkt.catalogue.models import Offer
from doenwatwerkt.catalogue.tests import make as cards
from doenwatwerkt.editing.models import Draft, Judgement, Review
from doenwatwerkt.people.models import User
from doenwatwerkt.people.tests import make as people

AT = datetime(2026, 11, 27, 9, tzinfo=UTC)


def shelf(folder: Path) -> None:
    """Three published cards: werkproef, taaleis, vacaturecheck. Fetch one with cards.card(slug)."""
    cards.stocked(cards.three(folder))


def editor(name: str = "femke", of: str = "Redactie") -> User:
    return people.person(name, people.organisation(of, kind="kennispartner"), "redacteur")


def behind_locks(scene: SimpleNamespace) -> None:
    """A draft of a material and a proposed verdict of one organisation, and reviewers, for the test of doors."""
    told = {"organisation": scene.here, "begun_at": AT, "saved_at": AT}
    vacaturecheck, werkproef = cards.card("vacaturecheck"), cards.card("werkproef")
    data = vacaturecheck.versions.get().data
    Offer.objects.create(card=vacaturecheck, at=AT, digest="x", data=data, differences=[])
    scene.draft = Draft.objects.create(kind="materiaal", slug="nieuw-hulpmiddel", data=data, **told)
    scene.judgement = Judgement.objects.create(
        card=werkproef, start=3, direction="positief", size="klein", basis="x", context="x", figures_seen="ja", interests="geen", **told
    )  # fmt: skip
    scene.review = Review.objects.create(draft=scene.draft, name="Jo", organisation=scene.elsewhere, asked_at=AT)
    scene.who = None
    scene.asked = lambda: Review.objects.create(
        draft=scene.draft, name="Wie", reviewer=scene.who, organisation=scene.elsewhere, asked_at=AT
    )  # fmt: skip
