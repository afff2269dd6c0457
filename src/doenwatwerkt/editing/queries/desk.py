"""What lies on the editors' desk: each pile with its number, its day, and the rows behind it."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Count, Q
from django.utils.formats import date_format

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import rules
from doenwatwerkt.editing.models import Draft, Judgement, LinkCheck, Lost
from doenwatwerkt.editing.rules import DraftState, LinkState, Outcome
from doenwatwerkt.search import queries as index

MISSED_FOR = timedelta(days=90)
"""How far back we look at questions without a good hit."""
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One thing on a pile: what it is, where it stands, what is told of it, a reader's own words, and what can be done."""

    title: str
    url: str = ""
    told: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    places: tuple[catalogue.Place, ...] = ()
    verb: str = ""
    pk: int = 0


@dataclass(frozen=True, slots=True)
class Pile:
    """One pile on the desk. `of(today)` gives all its things in order, lazily; `row(thing, today)` shows one of them."""

    key: str
    title: str
    told: str
    of: Callable[[date], Any]
    row: Callable[[Any, date], Row]
    finish: Callable[[list[Row]], list[Row]] = list
    size: Callable[[date], int] | None = None

    def count(self, today: date) -> int:
        if self.size:
            return self.size(today)
        things = self.of(today)
        return len(things) if isinstance(things, list) else things.count()

    def rows(self, today: date, *, page: int) -> list[Row]:
        """The rows of one page, counted from 1."""
        first = (page - 1) * PER_PAGE
        found = [self.row(thing, today) for thing in self.of(today)[first : first + PER_PAGE]]
        return self.finish(found) if found else found


WAITS = Q(state__in=[DraftState.REVIEW, DraftState.READY])
"""Drafts or proposed verdicts that somebody has to look at, or that lie ready."""


def _waiting(today: date) -> list[Draft | Judgement]:
    found: list[Draft | Judgement] = []
    for kind in (Draft, Judgement):
        open_ = kind._default_manager.filter(WAITS).select_related("organisation", "card").order_by("pk")
        found += open_.prefetch_related("reviews__organisation")
    return sorted(found, key=lambda one: (one.saved_at, one._meta.label, one.pk))


def _how_many_wait(today: date) -> int:
    """Counted in one question, without reading them."""
    drafts = Draft.objects.filter(WAITS).order_by().values("state").annotate(many=Count("pk")).values_list("many")
    judged = Judgement.objects.filter(WAITS).order_by().values("state").annotate(many=Count("pk")).values_list("many")
    return sum(many for (many,) in drafts.union(judged, all=True))


def _missed(today: date) -> list[index.Missed]:
    return index.misses(since=today - MISSED_FOR)


def _broken(today: date) -> Any:
    return LinkCheck.objects.exclude(state=LinkState.GOOD).order_by("state", "url")


def _lost(today: date) -> Any:
    return Lost.objects.select_related("card").order_by("card__title", "pk")


def _waiting_row(one: Draft | Judgement, today: date) -> Row:
    """Who it waits for: everybody asked who has not looked, or the editor who may give it out."""
    open_ = [f"{each.organisation.name}" for each in one.reviews.all() if each.outcome == Outcome.OPEN]
    for_whom = ", ".join(sorted(open_)) if open_ else "de redactie"
    title = one.card.title if one.card else str(one)
    title = f"Oordeel: {title}" if isinstance(one, Judgement) else title
    told = (
        one.get_state_display(),
        f"Van {one.organisation.name}",
        f"Wacht op: {for_whom}",
        f"Sinds {_day(one.saved_at)}",
    )
    return Row(title, one.card.get_absolute_url() if one.card else "", told)


def _day(when: Any) -> str:
    return date_format(when, "j F Y")


def _due_row(card: Any, today: date) -> Row:
    late = "Had al gemoeten" if card.review_on <= today else "Binnenkort"
    told = (late, f"Vóór {_day(card.review_on)}", f"Laatst nagekeken op {_day(card.checked_on)}")
    return Row(card.title, card.get_absolute_url(), told, verb="confirm_card", pk=card.pk)


def _expiring_row(practice: Any, today: date) -> Row:
    verdict = practice.verdict
    when = "Verlopen" if verdict.valid_until < today else "Loopt af"
    told = (f"{when} op {_day(verdict.valid_until)}", f"{verdict.certainty} van 5", f"Gegeven door {verdict.assessor}")
    return Row(practice.card.title, practice.card.get_absolute_url(), told)


def _missed_row(missed: index.Missed, today: date) -> Row:
    return Row(missed.text, f"/zoeken/?{urlencode({'q': missed.text})}", (f"{missed.times} keer gevraagd",))


def _unhelped_row(said: Any, today: date) -> Row:
    older = "" if said.card_version == said.card.version else f", nu versie {said.card.version}"
    told = (_day(said.on), f"Versie {said.card_version}{older}")
    return Row(said.card.title, said.card.get_absolute_url(), told, tuple(filter(None, (said.passage, said.why))))


def _link_row(link: LinkCheck, today: date) -> Row:
    answer = f"Antwoordcode {link.status}" if link.status else "Geen antwoord"
    return Row(link.url, link.url, (link.get_state_display(), answer, f"Nagekeken op {_day(link.checked_on)}"))


def _with_places(rows: list[Row]) -> list[Row]:
    """The same rows with the cards that name each address, looked up once for all of them."""
    used = used_addresses()
    return [replace(row, places=tuple(used.get(row.url, []))) for row in rows]


def _lost_row(lost: Any, today: date) -> Row:
    return Row(lost.card.title, lost.card.get_absolute_url(), (f"{lost.asked} vragen gesteld op {_day(lost.on)}",))


def _fact_row(fact: Any, today: date) -> Row:
    old = "Staat niet meer in antwoorden" if catalogue.freshness(fact, today) == "verlopen" else "Nakijken"
    return Row(fact.subject, fact.source_url, (old, f"Laatst nagekeken op {_day(fact.checked_on)}", fact.get_status_display()),
               (fact.statement,), verb="confirm_fact", pk=fact.pk)  # fmt: skip


def _offer_row(offer: Any, today: date) -> Row:
    keys = ", ".join(one["sleutel"] for one in offer.differences)
    return Row(offer.card.title, offer.card.get_absolute_url(), (f"Aangeboden op {_day(offer.at)}", f"Anders: {keys}"))


PILES: tuple[Pile, ...] = (
    Pile("wacht", "Wacht op iemand", "Concepten en voorgestelde oordelen die worden nagekeken of klaarliggen om uit te geven.",
         _waiting, _waiting_row, size=_how_many_wait),
    Pile("nakijken", "Opnieuw nakijken", "Kaarten waarvan de datum binnen 30 dagen komt, of al voorbij is.",
         catalogue.due, _due_row),
    Pile("oordelen", "Oordelen die aflopen", "Bewijsoordelen die zijn verlopen, of dat binnen 90 dagen doen.",
         catalogue.expiring, _expiring_row),
    Pile("gemist", "Vragen zonder goed antwoord",
         "Wat mensen in de laatste 90 dagen minstens drie keer zochten zonder goede treffer. Zonder namen.", _missed, _missed_row),
    Pile("niet-geholpen", "Hielp dit? Nee", "Wat lezers schreven die niets aan een kaart hadden. Zonder namen, hoogstens een jaar oud.",
         lambda today: catalogue.unhelped(), _unhelped_row),
    Pile("links", "Links die niet goed antwoorden", "Adressen buiten deze site die zijn verhuisd of niet meer werken.",
         _broken, _link_row, _with_places),
    Pile("onvindbaar", "Kaarten die niemand vindt",
         f"Geen van hun eigen vragen brengt ze in ons zoeken bij de eerste {rules.FOUND}.", _lost, _lost_row),
    Pile("rechtsfeiten", "Oude rechtsfeiten",
         "Langer dan 12 maanden niet nagekeken. Na 18 maanden staan ze niet meer in antwoorden.", catalogue.aging, _fact_row),
    Pile("aangeboden", "Aangeboden wijzigingen", "Nieuwe tekst in een bestand, voor een kaart die mensen hebben bewerkt.",
         lambda today: catalogue.offers(), _offer_row),
)  # fmt: skip
"""In the order in which an editor works them down."""


def pile(key: str) -> Pile | None:
    return next((one for one in PILES if one.key == key), None)


def used_addresses() -> dict[str, list[catalogue.Place]]:
    """Every address outside this site that a card or legal fact names, with where."""
    return catalogue.outside()


def links_due(urls: Iterable[str], *, today: date) -> list[str]:
    """Those of these addresses that were never asked or are due, the longest waiting first."""
    known = dict(LinkCheck.objects.filter(url__in=list(urls)).values_list("url", "again_on"))
    due = [(known.get(url, date.min), url) for url in urls if known.get(url, date.min) <= today]
    return [url for _, url in sorted(due)]


def public_cards() -> list[int]:
    """Every card that can be found."""
    return [card.pk for card, _ in catalogue.questions()]


def lost_cards(among: Collection[int]) -> dict[int, int]:
    """Those of these cards that none of their own questions brings among the first: {card: questions asked}."""
    lost: dict[int, int] = {}
    for card, asked in catalogue.questions(among):
        if not any(card.pk in _brought_up(text) for text in asked):
            lost[card.pk] = len(asked)
    return lost


def _brought_up(text: str) -> set[int]:
    return {hit.ref for hit in index.find(text, limit=rules.FOUND, snippets=False).hits}


def links_are_asked() -> bool:
    """Whether addresses outside this site are looked at here: without a list of hosts nobody is asked."""
    return bool(settings.LINK_HOSTS)
