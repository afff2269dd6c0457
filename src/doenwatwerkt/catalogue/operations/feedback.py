"""What readers tell us about a card: kept without who they are, forgotten after a year."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import facts, rules
from doenwatwerkt.catalogue.models import Card, Feedback
from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.personal import mask
from doenwatwerkt.lib.refusal import Refused


@transaction.atomic
def note_feedback(card: Card, *, helped: bool, why: str, passage: str, by: Actor, at: datetime) -> None:
    """Keep whether a card helped, with masked texts. Refuses a card that is not published. Announces FeedbackGiven.

    A mark can be longer than what it hides; then the end of the text goes. Whoever is signed in stays out of it: the
    journal gets the way they came in, not the person."""
    if card.state != rules.State.PUBLISHED:
        raise Refused("Deze kaart is niet (meer) gepubliceerd.")
    Feedback.objects.create(
        card=card, on=localdate(at), helped=helped, card_version=card.version,
        why=mask(why)[: rules.LONGEST_WHY], passage=mask(passage)[: rules.LONGEST_PASSAGE],
    )  # fmt: skip
    record(facts.FeedbackGiven(by=Actor(via=by.via), at=at, helped=helped, version=card.version), about=card)


@transaction.atomic
def forget_feedback(*, before: date, by: Actor, at: datetime) -> int:
    """Forget what was said before a day. Silent: nothing is left to tell about. Returns how many answers went."""
    return Feedback.objects.filter(on__lt=before).delete()[0]
