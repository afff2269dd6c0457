"""How rooms show what is theirs, and what their facts are in words: filled at start-up, so that nobody imports upward.

A room's subjects.py says `@shows("people.Organisation", street="organisatie", unseen="een organisatie")` above a function
that names many of them at once, and `says(facts.MemberJoined, "gaf {user_id} de rol ‘{role}’", user_id=PERSON, role=…)`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from doenwatwerkt.journal.facts import Fact
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.journal.reactions import name_of
from doenwatwerkt.lib.actor import Actor, Via

PERSON, PARTY = "people.User", "people.Organisation"
"""Who acts and for whom: ids of these stand in every line of the journal."""

WAYS: dict[Via, str] = {
    "page": "Iemand", "api": "Een ander systeem", "link": "Iemand met een link", "mail": "Iemand per e-mail",
    "task": "De website zelf", "load": "Het inlezen van de inhoud",
}  # fmt: skip
"""Who did it, when no name may be shown."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing as this actor may see it: its title, its page, and whether they may read its history."""

    title: str
    url: str = ""
    history: bool = False


type Show = Callable[[list[int], Actor], Mapping[int, Shown]]
"""Many of one kind at once: who is not in the answer may not be seen, or is gone."""


@dataclass(frozen=True, slots=True)
class Subject:
    label: str
    street: str
    unseen: str
    show: Show


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a fact is in words. A field is the label of a subject (its title is shown), or a function that words the value."""

    words: str
    fields: Mapping[str, str | Callable[[Any], str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a history: when, who, what."""

    at: datetime
    who: str
    what: str


_subjects: dict[str, Subject] = {}
_sentences: dict[str, Sentence] = {}


def shows(label: str, *, street: str, unseen: str) -> Callable[[Show], Show]:
    """Say how things of this model are shown; `street` is their word in /geschiedenis/<street>/<pk>/."""

    def register(show: Show) -> Show:
        _subjects[label] = Subject(label, street, unseen, show)
        return show

    return register


def says(fact: type[Fact] | str, words: str, **fields: str | Callable[[Any], str]) -> None:
    """The sentence of a fact, after the name of who did it: "voegde deze kaart toe". By its name in the journal
    ("catalogue.CardAdded") where the journal knows a fact that the code of this room does not: lines outlive code."""
    _sentences[fact if isinstance(fact, str) else name_of(fact)] = Sentence(words, fields)


def worded() -> set[str]:
    """Every fact that has a sentence, for the test that none is forgotten."""
    return set(_sentences)


def on_street(street: str) -> Subject | None:
    """The kind of thing whose history lives under this word."""
    return next((one for one in _subjects.values() if one.street == street), None)


def one(label: str, pk: int, by: Actor) -> Shown | None:
    """One thing, if this actor may see it."""
    return _subjects[label].show([pk], by).get(pk)


def tell(entries: Iterable[Entry], by: Actor) -> list[Line]:
    """These lines of the journal in words for this actor. As many queries as there are kinds of things, however long."""
    entries = list(entries)
    seen = _seen(entries, by)
    return [Line(entry.at, _who(entry, seen), _what(entry, seen)) for entry in entries]


type _Seen = Mapping[str, Mapping[int, Shown]]


def _seen(entries: list[Entry], by: Actor) -> _Seen:
    """All that these lines name, asked of each room once."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        wanted[PERSON] |= {entry.by_id} if entry.by_id else set()
        wanted[PARTY] |= {entry.of_id} if entry.of_id else set()
        for name, label in _labels(entry):
            wanted[label].add(entry.data[name])
    return {label: _subjects[label].show(sorted(pks), by) if pks else {} for label, pks in wanted.items()}


def _labels(entry: Entry) -> list[tuple[str, str]]:
    """(field, model) of what a line names by its id."""
    sentence = _sentences.get(entry.kind)
    fields = sentence.fields if sentence else {}
    return [(name, how) for name, how in fields.items() if isinstance(how, str) and name in entry.data]


def _who(entry: Entry, seen: _Seen) -> str:
    person, party = seen[PERSON].get(entry.by_id or 0), seen[PARTY].get(entry.of_id or 0)
    if person and party:
        return f"{person.title} ({party.title})"
    known = person or party
    return known.title if known else WAYS.get(entry.via, WAYS["page"])  # type: ignore[call-overload]


def _what(entry: Entry, seen: _Seen) -> str:
    sentence = _sentences.get(entry.kind)
    if sentence is None:
        return f"deed iets waarvoor wij nog geen woorden hebben ({entry.kind})"
    told = {name: str(value) for name, value in entry.data.items()}
    for name in sentence.fields.keys() & entry.data.keys():
        how, value = sentence.fields[name], entry.data[name]
        told[name] = how(value) if callable(how) else _title(how, value, seen)
    return sentence.words.format_map(defaultdict(lambda: "onbekend", told))


def _title(label: str, pk: int, seen: _Seen) -> str:
    found = seen[label].get(pk)
    return found.title if found else _subjects[label].unseen
