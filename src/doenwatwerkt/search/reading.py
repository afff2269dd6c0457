"""Reading a question: which tokens to look for, what each weighs, and what a page must speak to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import connection

from doenwatwerkt.search import analyser, lexicon, ranking, retrieval, spelling, thesaurus
from doenwatwerkt.search.models import Token

LONGEST_TEXT = 2_000
MOST_WORDS = 48
# A bit a token in one 64-bit sum: more tokens than this are not looked for.
MOST_TOKENS = 60
# Postings that choose the pages, at most: a share of all pages, and always enough for a small index.
SHARE, FLOOR = 0.2, 2_500
# The idf of a token on a third of all pages: words that are more common tell nothing to a reader.
TELLING = 1.0


@dataclass(slots=True)
class Slot:
    """One word of a question: its alternatives (token -> how well it stands for the word) and what it is worth."""

    word: str
    tokens: dict[str, float]
    worth: float = 0.0

    def offer(self, token: str, weight: float) -> None:
        self.tokens[token] = max(weight, self.tokens.get(token, 0.0))


@dataclass(slots=True)
class Reading:
    """A question ready to be looked up: (token id, weight) from rare to common; bit n is the nth of `order`.

    `leading` tokens choose the pages; `following` ones are too common for that and only score what was chosen: they are
    on `common` pages, all together. `facets`: per chosen facet the ids of its values.
    """

    slots: list[Slot]
    leading: list[tuple[int, int]] = field(default_factory=list)
    following: list[tuple[int, int]] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    common: int = 0
    facets: list[list[int]] = field(default_factory=list)
    corrected: str | None = None

    @property
    def worth(self) -> float:
        return sum(slot.worth for slot in self.slots)

    def coverages(self, masks: Iterable[int]) -> dict[int, float]:
        """Per mask the part of the question's worth that a page with those tokens speaks to, 0 to 1."""
        bits = {token: 1 << bit for bit, token in enumerate(self.order)}
        slots = [
            (slot.worth, sorted(((weight, bits[token]) for token, weight in slot.tokens.items() if token in bits), reverse=True))
            for slot in self.slots if slot.worth
        ]  # fmt: skip
        found, worth_of_all = {}, self.worth
        for mask in set(masks):
            got = 0.0
            for worth, alternatives in slots:
                for weight, bit in alternatives:
                    if mask & bit:
                        got += worth * weight
                        break
            found[mask] = round(got / worth_of_all, 4) if worth_of_all else 0.0
        return found

    @property
    def telling(self) -> list[Slot]:
        """The words that tell something: not on every other page. All of them when there are no such words."""
        return [slot for slot in self.slots if slot.worth >= TELLING] or self.slots

    def wanted(self) -> dict[str, float]:
        """Per token of the telling words what it is worth, for choosing and marking a piece of text."""
        worth: dict[str, float] = {}
        for slot in self.telling:
            for token, weight in slot.tokens.items():
                worth[token] = max(worth.get(token, 0.0), weight * slot.worth)
        return worth


def slots_of(text: str) -> list[Slot]:
    """The words of a text that matter, each once, with their parts and their words of the trade."""
    words = analyser.words(text[:LONGEST_TEXT])[: 4 * MOST_WORDS]
    slots: dict[str, Slot] = {}
    at: dict[int, Slot] = {}
    for place, word in enumerate(words):
        term = analyser.term(word)
        if term is None or (term.token not in slots and len(slots) >= MOST_WORDS):
            continue
        slot = slots.setdefault(term.token, Slot(word, {}))
        slot.offer(term.token, 1.0)
        for part in term.parts:
            slot.offer(part, ranking.PART)
        at[place] = slot
    for stretch, phrases in thesaurus.expansions(words):
        slot_here = next((at[place] for place in stretch if place in at), None)
        if slot_here is not None:
            _expand(slot_here, phrases)
    return list(slots.values())


def _expand(slot: Slot, phrases: Iterable[tuple[analyser.Term, ...]]) -> None:
    for phrase in phrases:
        for term in phrase:
            weight = ranking.SYNONYM / len(phrase) ** 0.5
            slot.offer(term.token, weight)


def read(text: str, *, correct: bool = True, facets: Mapping[str, Iterable[str]] | None = None) -> Reading:
    """A question with what the index knows of its tokens; with `correct` unknown words get their nearest known word.

    `facets`: the chosen values per facet, looked up in the same query. A value that no page has gives no token.
    """
    slots = slots_of(text)
    wanted = {facet: sorted(f"{facet}:{value}" for value in values) for facet, values in (facets or {}).items()}
    counts = _counts({token for slot in slots for token in slot.tokens}.union(*wanted.values()))
    chosen = [[counts.pop(token)[0] for token in tokens if token in counts] for tokens in wanted.values()]
    unknown = [slot.word for slot in slots if correct and _is_unknown(slot.word, counts)]
    better = spelling.corrections(unknown)
    if better:
        for slot in slots:
            if known := better.get(slot.word):
                slot.offer(known.token, 0.9)
                counts[known.token] = known.number, known.documents
    reading = Reading(slots=slots, facets=chosen)
    if better:
        reading.corrected = spelling.rewrite(text[:LONGEST_TEXT], better)
    _weigh(reading, counts)
    return reading


def _is_unknown(word: str, counts: dict[str, tuple[int, int]]) -> bool:
    """Whether neither index nor lexicon knows this word; a compound is known by all of its parts."""
    term = analyser.term(word)
    if term is None or term.token in counts or lexicon.knows(word):
        return False
    return not term.parts or not all(part in counts for part in term.parts)


def _counts(tokens: set[str]) -> dict[str, tuple[int, int]]:
    """Per token its id and number of documents, for the tokens that occur; "" counts all documents.

    By hand: it is asked at every question, and building the query took longer than answering it.
    """
    wanted = sorted({"", *tokens})
    marks = ", ".join(["%s"] * len(wanted))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT token, id, documents FROM {Token._meta.db_table} WHERE token IN ({marks}) AND documents > 0",  # noqa: S608 -- own name
            wanted,
        )
        return {token: (pk, documents) for token, pk, documents in cursor.fetchall()}


def _weigh(reading: Reading, counts: dict[str, tuple[int, int]]) -> None:
    """Give every slot its worth, and split its tokens: the rarest choose, until they are many enough."""
    total = counts.get("", (0, 0))[1]
    idfs = {token: ranking.idf(documents, total) for token, (_, documents) in counts.items()}
    weights: dict[str, float] = {}
    for slot in reading.slots:
        known = [idfs[token] for token in slot.tokens if token in idfs]
        own = idfs.get(next(iter(slot.tokens)))
        slot.worth = own if own is not None else max(known, default=ranking.idf(0, total))
        for token, weight in slot.tokens.items():
            if token in idfs:
                found = weight * ranking.telling(counts[token][1], total)
                weights[token] = max(weights.get(token, 0.0), found)
    budget = max(SHARE * total, FLOOR)
    for token in sorted(weights, key=lambda token: (counts[token][1], -weights[token], token))[:MOST_TOKENS]:
        number, documents = counts[token]
        budget -= documents
        follows = bool(reading.leading) and budget < 0
        if follows and len(reading.following) == retrieval.MOST_FOLLOWING:
            break
        reading.common += documents if follows else 0
        wanted = reading.following if follows else reading.leading
        wanted.append((number, max(1, round(100 * weights[token]))))
        reading.order.append(token)
    _pass_over(reading, idfs)


def _pass_over(reading: Reading, idfs: Mapping[str, float]) -> None:
    """A word that was not looked for because it is everywhere asks nothing of a page either."""
    looked_for = set(reading.order)
    for slot in reading.slots:
        if not looked_for & slot.tokens.keys() and any(token in idfs for token in slot.tokens):
            slot.worth = 0.0
