"""How drafts and proposed verdicts are shown in a history, and what happens to them in words."""

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime

from doenwatwerkt.editing import facts
from doenwatwerkt.editing.models import Draft, Judgement
from doenwatwerkt.editing.rules import Outcome
from doenwatwerkt.journal.subjects import PARTY, Shown, says, shows
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.people import access as people
from doenwatwerkt.people.access import Permission

CARD = "catalogue.Card"


def _inside(by: Actor, one: Draft | Judgement) -> bool:
    """What is not public yet, with its history, is for the redactie and for the organisation that proposes it."""
    return people.may(by, Permission.EDIT_CARDS) or people.own(by, one.organisation)


@shows("editing.Draft", street="concept", unseen="een concept")
def drafts(pks: list[int], by: Actor) -> dict[int, Shown]:
    found = Draft.objects.filter(pk__in=pks).select_related("organisation").order_by("pk")
    return {
        one.pk: Shown(f"Concept: {one.data.get('titel') or one.slug}", history=True)
        for one in found
        if _inside(by, one)
    }


@shows("editing.Judgement", street="oordeel", unseen="een voorgesteld oordeel")
def judgements(pks: list[int], by: Actor) -> dict[int, Shown]:
    found = Judgement.objects.filter(pk__in=pks).select_related("organisation", "card").order_by("pk")
    return {
        one.pk: Shown(f"Voorgesteld oordeel over: {one.card.title}", history=True) for one in found if _inside(by, one)
    }


def _moment(iso: str) -> str:
    when = parse_datetime(iso)
    return date_format(localtime(when), "j F Y, H:i") if when else iso


def _outcome(value: str) -> str:
    return str(Outcome(value).label).lower()


says(facts.DraftBegun, "begon aan een concept")
says("editing.DraftHandedIn", "gaf het concept aan anderen om na te kijken (bewerking {revision})")
says("editing.DraftTakenBack", "nam het concept terug om verder te schrijven")
says("editing.DraftDropped", "trok het concept in")
says("editing.DraftScheduled", "plande de uitgave op {publish_at} uur", publish_at=_moment)
says("editing.DraftHeldBack", "kon de geplande uitgave niet doen; het concept is er nog")
says("editing.DraftPublished", "gaf het concept uit als versie {version} van {card_id}", card_id=CARD)
says("editing.MaterialBroughtIn", "bracht een hulpmiddel in")
says("editing.JudgementProposed", "stelde een oordeel voor over {card_id}", card_id=CARD)
says("editing.JudgementHandedIn", "gaf het oordeel aan anderen om na te kijken (bewerking {revision})")
says("editing.JudgementTakenBack", "nam het oordeel terug om verder te schrijven")
says("editing.JudgementDropped", "trok het oordeel in")
says("editing.JudgementGiven", "maakte het oordeel geldig voor {card_id}", card_id=CARD)
says("editing.ReviewAsked", "vroeg iemand van {organisation_id} om na te kijken", organisation_id=PARTY)
says("editing.ReviewReminded", "herinnerde een nakijker eraan")
says("editing.ReviewDecided", "keek na namens {organisation_id}: {outcome}", organisation_id=PARTY, outcome=_outcome)
says("editing.ReviewDeclined", "liet weten niet te kunnen nakijken")
says("editing.ReviewRemoved", "haalde een nakijkbeurt weg")
says("editing.ReviewsSettled", "stelde vast dat genoeg mensen akkoord zijn (bewerking {revision})")
says("editing.VerdictEndingTold", "liet de eigenaar weten dat het oordeel over {days} dagen verloopt")
