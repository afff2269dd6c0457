"""How sure we are, how long that holds, and what may be shown and recommended. Pure: no database, request or clock."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

from doenwatwerkt.lib.codes import Advice, CardKind, Direction, LegalStatus, Magnitude, Phase, Scale

STREETS: dict[str, str] = {
    CardKind.PRACTICE: "praktijken",
    CardKind.ANSWER: "antwoorden",
    CardKind.MATERIAL: "materialen",
}
"""Where each kind of card lives: /praktijken/<slug>/."""


LONGEST_WHY, LONGEST_PASSAGE = 600, 300
"""Characters that a reader may use to say why a card helped or not, and which passage was not clear."""


class State(TextChoices):
    DRAFT = "draft", "Concept"
    PUBLISHED = "published", "Gepubliceerd"
    RETIRED = "retired", "Vervallen"


MOVES: dict[str, tuple[set[State], State]] = {
    "publish": ({State.DRAFT, State.RETIRED}, State.PUBLISHED),
    "retire": ({State.PUBLISHED}, State.RETIRED),
}


class Availability(TextChoices):
    AVAILABLE = "beschikbaar", "Beschikbaar"
    ANNOUNCED = "aangekondigd", "Aangekondigd"
    STALE = "niet-meer-bijgewerkt", "Niet meer bijgewerkt"


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder of certainty: its number, words, the Dutch recognition ladder, and why."""

    number: int
    words: str
    ladder: str
    meaning: str


RUNGS: tuple[Rung, ...] = (
    Rung(0, "Niet onderbouwd", "niet beoordeeld", "Er zijn alleen beweringen, geen onderzoek."),
    Rung(1, "Heel onzeker", "beschreven", "Experts of voorbeelden uit de praktijk wijzen deze kant op. Gemeten is het niet."),
    Rung(2, "Onzeker", "onderbouwd", "Er is een klein of zwak onderzoek, of de uitkomst past maar deels bij gelijke kansen op het werk."),
    Rung(3, "Redelijk zeker", "veelbelovend", "Er is een goed onderzoek, maar nog te weinig om het overal te verwachten."),
    Rung(4, "Zeker", "bewezen", "Er is sterk onderzoek in de praktijk en ander onderzoek dat het steunt."),
    Rung(5, "Heel zeker", "bewezen", "Veel goede onderzoeken wijzen dezelfde kant op."),
)  # fmt: skip
"""The one fixed table of decisions.md 9 (ADR 0005). Certainty is not effect: we can be sure that something backfires."""

STARTS: dict[int, str] = {
    5: "een overzicht van vooral echte experimenten, of minstens drie veldexperimenten die dezelfde kant op wijzen",
    4: "minstens één sterk veldexperiment met een echte uitkomst en steunend onderzoek, of een grote meta-analyse",
    3: "één veldexperiment met loting, een goede vergelijkende studie, of minstens drie labexperimenten",
    2: "een of twee labexperimenten, een meting zonder vergelijking, een zwakke pilot of een vragenlijst",
    1: "het oordeel van experts, interviews of voorbeelden uit de praktijk",
    0: "alleen beweringen",
}
"""Start score by the design of the research (evidence.md 1.1)."""

DEDUCTIONS: dict[str, str] = {
    "I": "de uitkomst is indirect gemeten (houding, voornemen, test of eigen verhaal)",
    "T": "het onderzoek gaat over een andere groep dan mensen met een migratieachtergrond",
    "O": "het onderzoek is buiten het werk gedaan of slecht naar Nederland over te zetten",
    "C": "onderzoeken spreken elkaar tegen of het bewijs is omstreden",
}
"""Reasons to take a point off, two at most (evidence.md 1.1)."""

MOST_DEDUCTIONS = 2

MARYLAND: dict[int, str] = {
    1: "1: een vergelijking op één moment, of voor en na zonder vergelijking",
    2: "2: hetzelfde, maar gecorrigeerd voor bekende verschillen",
    3: "3: voor en na, vergeleken met een groep die het niet kreeg",
    4: "4: een natuurlijk experiment",
    5: "5: een experiment met loting",
}
"""How strong the design of one study is, on the scale of Maryland (anchors.md 4)."""


def certainty(start: int, deductions: list[str]) -> int:
    """0-5: the start score less one point per deduction, two at most, never below zero."""
    return max(0, start - min(MOST_DEDUCTIONS, len(deductions)))


def valid_until(given: date, certainty: int) -> date:
    """A verdict holds three years, or five when certainty is 4 or 5 (decisions.md 9)."""
    years = 5 if certainty >= 4 else 3
    try:
        return given.replace(year=given.year + years)
    except ValueError:  # 29 February
        return given.replace(year=given.year + years, day=28)


def holds(valid_until: date, today: date) -> bool:
    """Whether a verdict still holds: on its last day it does, the day after it does not."""
    return today <= valid_until


def shown_size(direction: str, size: str, certainty: int) -> str | None:
    """The size of the effect, or None where showing it would claim too much (decisions.md 9)."""
    if direction == Direction.NONE or certainty <= 1 or size == Magnitude.UNKNOWN:
        return None
    return size


LAPSED = frozenset({LegalStatus.REJECTED, LegalStatus.LAPSED})
AMBER, WITHDRAWN = timedelta(days=365), timedelta(days=548)
"""A legal fact checked longer ago than 12 months is amber, than 18 months no longer shown as a fact (domain.md 17)."""


def freshness(checked: date, today: date) -> str:
    """How fresh a legal fact is: "vers", "nakijken" (over 12 months) or "verlopen" (over 18)."""
    age = today - checked
    return "verlopen" if age > WITHDRAWN else "nakijken" if age > AMBER else "vers"


def may_recommend(leans_on: list[str]) -> bool:
    """False for a card that leans on a rejected or lapsed rule: it can be found, but is not recommended."""
    return not any(status in LAPSED for status in leans_on)


def arithmetic(start: int, deductions: list[str]) -> str:
    """The sum behind a certainty, in words: "begint op 4, min 1 omdat …, is 3"."""
    parts = [f"Begint op {start}: {STARTS[start]}."]
    parts += [f"Min 1: {DEDUCTIONS[letter]}." for letter in deductions[:MOST_DEDUCTIONS]]
    return " ".join([*parts, f"Samen {certainty(start, deductions)} van 5."])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A practice that could be one of the three to start with."""

    slug: str
    phases: tuple[str, ...]
    themes: tuple[str, ...]
    scales: tuple[str, ...]
    direction: str
    advice: str
    certainty: int
    cost: int
    effort: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What an employer told us: empty where nothing was told. `time` is the most effort that fits, 1 to 3."""

    scale: str = ""
    phase: str = ""
    theme: str = ""
    time: int = 3
    already: frozenset[str] = frozenset()


def fits(one: Candidate, wish: Wish) -> bool:
    """Whether this may be advised at all: it helps or may help, fits the time, and is not done already."""
    helps = one.advice != Advice.AVOID and one.direction in (Direction.POSITIVE, Direction.MIXED)
    return helps and one.effort <= wish.time and one.slug not in wish.already


def points(one: Candidate, wish: Wish) -> int:
    """How well it fits: the problem counts most, then the phase, the size, how sure we are and how easy it is."""
    score = 12 * (wish.theme in one.themes) + 8 * (wish.phase in one.phases) + 4 * (wish.scale in one.scales)
    score += 2 * one.certainty - one.effort - one.cost
    return score + (3 if one.advice == Advice.DO else -3 if one.advice == Advice.EXPERIMENT else 0)


def start_with_three(candidates: list[Candidate], wish: Wish) -> list[tuple[Candidate, list[str]]]:
    """The three best to start with, each with the reasons in words. Fewer when fewer fit. The same every time."""
    fitting = sorted((one for one in candidates if fits(one, wish)), key=lambda one: (-points(one, wish), one.slug))
    return [(one, reasons(one, wish)) for one in fitting[:3]]


_ELSEWHERE: dict[str, str] = {
    Scale.SMALL: "Het is vooral bij grotere bedrijven gedaan.",
    Scale.MEDIUM: "Het is vooral bij bedrijven van een andere omvang gedaan.",
    Scale.LARGE: "Het is vooral bij kleinere bedrijven gedaan.",
}


def reasons(one: Candidate, wish: Wish) -> list[str]:
    """Why this one, in sentences that follow from the answers and from what we know."""
    told = []
    if wish.theme and wish.theme in one.themes:
        told.append("Het gaat over wat u noemde.")
    if wish.phase and wish.phase in one.phases:
        told.append(f"Het hoort bij {Phase(wish.phase).label.lower()}.")
    if wish.scale and one.scales:
        fit = wish.scale in one.scales
        told.append("Het past bij een bedrijf van uw omvang." if fit else _ELSEWHERE[wish.scale])
    if one.certainty:
        told.append(f"Wij zijn {RUNGS[one.certainty].words.lower()} over het effect ({one.certainty} van 5).")
    else:
        told.append("Het effect is nog niet onderbouwd (0 van 5).")
    if one.effort == 1:
        told.append("Eén persoon kan het binnen een maand invoeren.")
    if one.advice == Advice.CONDITIONS:
        told.append("Let op de voorwaarden op de kaart.")
    if one.advice == Advice.EXPERIMENT:
        told.append("Er is nog weinig bewijs: probeer het klein en meet het.")
    return told
