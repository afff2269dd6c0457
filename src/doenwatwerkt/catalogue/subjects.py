"""How cards are shown in a history, and what happens to them in words."""

from datetime import date

from django.utils.formats import date_format

from doenwatwerkt.catalogue import facts
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.rules import State
from doenwatwerkt.journal.subjects import Shown, says, shows
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.people import access as people
from doenwatwerkt.people.access import Permission


@shows("catalogue.Card", street="kaart", unseen="een kaart")
def cards(pks: list[int], by: Actor) -> dict[int, Shown]:
    """Published cards for everybody; others, and the history of all, for who may see it and for the owner's people."""
    shown = {}
    for card in Card.objects.filter(pk__in=pks).select_related("owner").order_by("pk"):
        inside = people.may(by, Permission.SEE_HISTORY) or people.own(by, card.owner)
        if inside or card.state == State.PUBLISHED:
            shown[card.pk] = Shown(card.title, card.get_absolute_url(), history=inside)
    return shown


def _day(iso: str) -> str:
    return date_format(date.fromisoformat(iso), "j F Y")


says(facts.CardAdded, "voegde deze kaart toe")
says(facts.CardChanged, "wijzigde deze kaart (versie {version})")
says(facts.ChangeOffered, "bood een wijziging aan, omdat het bestand en de kaart van elkaar verschillen")
says(facts.VerdictGiven, "gaf een oordeel over het bewijs: zekerheid {certainty} van 5, geldig tot {valid_until}",
     valid_until=_day)  # fmt: skip
says("catalogue.CardRetired", "haalde deze kaart weg (versie {version})")
says("catalogue.OfferSettled", "{accepted} de wijziging uit het bestand",
     accepted=lambda accepted: "nam over:" if accepted else "liet liggen:")  # fmt: skip
says("catalogue.CardConfirmed", "keek deze kaart na (versie {version}); zij klopt nog")
says("catalogue.LegalFactConfirmed", "keek een rechtsfeit na; het klopt nog")
says(
    facts.FeedbackGiven, "vond dat versie {version} {helped}", helped=lambda helped: "hielp" if helped else "niet hielp"
)
