"""Set-up for looking at each other's work: who may look, what waits to be looked at, and links out of letters."""

import re
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from doenwatwerkt.catalogue.tests import make as cards
from doenwatwerkt.editing import operations
from doenwatwerkt.editing.models import Draft, Judgement, Review
from doenwatwerkt.editing.tests import desk as make
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.tests.remembered import contents, remembered
from doenwatwerkt.people.models import Organisation
from doenwatwerkt.people.tests import make as people
from doenwatwerkt.post.models import Letter

AT = make.LATER
SOON = AT + timedelta(hours=1)
LINK = Actor(via="link")
SOURCE = {
    "title": "Nieuwe studie", "url": "https://example.org/nieuw", "doi": "10.1000/abc", "year": 2026, "maryland": 5,
    "population": "Nederland", "read": "samenvatting",
}  # fmt: skip
SAYS = {
    "start": 3, "deductions": [{"letter": "I", "reason": "gemeten met een test"}], "direction": "gemengd", "size": "klein",
    "basis": "een veldexperiment", "context": "Nederland", "figures_seen": "deels", "sources": [SOURCE], "interests": "geen",
}  # fmt: skip


def opened(folder: Path) -> SimpleNamespace:
    """The desk, with kim who judges for a knowledge partner, noor and omar who look for others, and anna who may not."""
    found = remembered(("looking", contents(cards.three(folder))), lambda: _opened(folder))
    found.folder = folder
    return found


def _opened(folder: Path) -> SimpleNamespace:
    found = make.opened(folder)
    know, union = people.organisation("Kennis", kind="kennispartner"), people.organisation("Bond", kind="vakbond")
    found.know, found.union = know, union
    found.kim, found.kees = people.person("kim", know, "kennispartner"), people.person("kees", know, "kennispartner")
    found.noor, found.omar = (
        people.person("noor", union, "partnerbeheerder"),
        people.person("omar", union, "partnerbeheerder"),
    )
    found.anna = people.person("anna", people.organisation("Bakkerij Noord"), "werkgever")
    return found


def by(who: Any) -> Actor:
    return people.actor(who)


def proposed(who: Any, **says: Any) -> Judgement:
    """A proposed verdict on the practice, not yet offered."""
    return operations.propose_judgement(make.card("werkproef"), **(SAYS | says), by=by(who), at=AT)


def offered(who: Any, **says: Any) -> Judgement:
    """A proposed verdict that waits for reviewers."""
    one = proposed(who, **says)
    operations.hand_in_judgement(one, by=by(who), at=AT)
    return one


def offered_draft(who: Any, **says: Any) -> Draft:
    """A draft of the practice that waits for reviewers."""
    draft = make.begun("werkproef", who, **({"samenvatting": "Laat elke kandidaat hetzelfde echte werk doen."} | says))
    operations.hand_in(draft, revision=draft.revision, by=by(who), at=AT)
    return draft


def asked(subject: Any, whom: Any, *, asker: Any, at: Any = AT) -> Review:
    """A colleague who was asked to look."""
    of = whom.memberships.get().organisation_id
    return operations.ask_colleague(subject, reviewer_id=whom.pk, organisation_id=of, by=by(asker), at=at)


def invited(
    subject: Any, *, asker: Any, name: str = "Iris", email: str = "iris@buiten.test", of: Organisation | None = None, at: Any = AT
) -> tuple[Review, str]:  # fmt: skip
    """Somebody without an account who was asked, and the token in the letter."""
    of = of or Organisation.objects.get(slug="college")
    one = operations.ask_by_link(subject, name=name, organisation_id=of.pk, email=email, by=by(asker), at=at)
    return one, token_in(Letter.objects.filter(kind="review_by_link").latest("pk"))


def token_in(letter: Letter) -> str:
    """The token of the link in a letter that still waits to be sent."""
    return re.search(r"/nakijken/([^/\s]+)/", letter.text).group(1)


def says(
    review: Review,
    outcome: str = "akkoord",
    *,
    who: Any = None,
    at: Any = SOON,
    revision: int | None = None,
    **told: Any,
) -> None:
    """What a reviewer decides, with an account or (nobody) by the link."""
    review = Review.objects.get(pk=review.pk)
    it = review.draft or review.judgement
    said = {"outcome": outcome, "remark": "", "interests": "geen", "revision": revision or it.revision} | told
    operations.decide(review, **said, by=by(who) if who else LINK, at=at)


def agreed(subject: Any, *whom: Any, asker: Any) -> None:
    """These people were asked and agree."""
    for one in whom:
        says(asked(subject, one, asker=asker), who=one)
    subject.refresh_from_db()


def ready(who: Any, *whom: Any, **words: Any) -> Judgement:
    """A proposed verdict that enough people agreed on."""
    one = offered(who, **words)
    agreed(one, *whom, asker=who)
    return one
