"""The rubric: how research was done, what goes off and why, and what it rests on. The certainty is no field."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing.models import Judgement
from doenwatwerkt.editing.queries import FIGURES
from doenwatwerkt.lib.codes import Direction, Magnitude, ReadLevel
from doenwatwerkt.ui.forms import Input

MOST_ROWS = 12
KEEP, ADD, COUNT = "bewaar", "rij", "reken"
"""What a button asks: keep it, one more source, or only add up."""

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_BEFORE_DOI = re.compile(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def _words(label: str, most: int, rows: int, needed: str) -> forms.CharField:
    told = {"required": needed, "max_length": f"Hoogstens {most} tekens."}
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea({"rows": rows}), error_messages=told)


def _one(label: str, choices: list[tuple[Any, str]], needed: str) -> forms.ChoiceField:
    told = {"required": needed, "invalid_choice": needed}
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=told)


class Study(Input):
    """One source. A row in which nothing was typed is no source."""

    title = forms.CharField(
        required=False, max_length=400, label="Titel", error_messages={"max_length": "Hoogstens 400 tekens."}
    )
    url = forms.URLField(
        required=False, max_length=500, label="Webadres", assume_scheme="https",
        error_messages={"invalid": "Dit webadres klopt niet. Begin met https://."},
    )  # fmt: skip
    doi = forms.CharField(required=False, max_length=200, label="DOI")
    year = forms.IntegerField(
        required=False, min_value=1900, max_value=2100, label="Jaar",
        error_messages={"invalid": "Schrijf vier cijfers.", "min_value": "Na 1900.", "max_value": "Vóór 2100."},
    )  # fmt: skip
    maryland = forms.TypedChoiceField(
        required=False, coerce=int, empty_value=None, label="Opzet (schaal van Maryland)",
        choices=[("", "Nog niet bepaald"), *catalogue.MARYLAND.items()],
    )  # fmt: skip
    population = forms.CharField(required=False, max_length=300, label="Waar en bij wie")
    read = forms.ChoiceField(
        required=False, label="Hoe ver gelezen", choices=[("", "Kies"), *ReadLevel.choices]
    )  # fmt: skip

    def clean_doi(self) -> str:
        doi = _BEFORE_DOI.sub("", str(self.cleaned_data["doi"]).strip())
        if doi and not _DOI.fullmatch(doi):
            raise forms.ValidationError("Een DOI begint met 10. en heeft een schuine streep, zoals 10.1000/abc.")
        return doi

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if any(told.values()) and not self.errors:
            if not told["title"]:
                self.add_error("title", "Schrijf de titel van deze bron.")
            if not told["url"] and not told["doi"]:
                self.add_error("url", "Schrijf een webadres of een DOI. Anders kan niemand het nalezen.")
            if not told["read"]:
                self.add_error("read", "Kies hoe ver u deze bron las.")
        return told


class JudgementForm(Input):
    """A proposed verdict. `studies` are the rows of sources; `revision` is 0 for a new proposal."""

    start = _one("Hoe is het onderzocht?", list(catalogue.STARTS.items()), "Kies wat het beste past.")
    direction = _one("Welke kant werkt het op?", list(Direction.choices), "Kies een richting.")
    size = _one("Hoe groot is het effect?", list(Magnitude.choices), "Kies een grootte, of ‘nog onbekend’.")
    basis = _words("Waarop het rust", 4000, 4, "Schrijf op welk onderzoek dit rust.")
    context = _words("Waar en bij wie onderzocht", 4000, 3, "Schrijf waar en bij wie het is onderzocht.")
    figures_seen = _one("Zag u de getallen zelf?", list(FIGURES), "Kies of u de getallen zelf zag.")
    interests = _words("Uw belangen", 1000, 2, "Schrijf welke belangen u of uw organisatie heeft, of ‘geen’.")

    def __init__(self, *args: Any, studies: list[Study], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.studies = studies
        for letter, why in catalogue.DEDUCTIONS.items():
            self.fields[f"off_{letter}"] = forms.BooleanField(required=False, label=why)
            self.fields[f"why_{letter}"] = forms.CharField(required=False, max_length=600, label="Waarom")

    def off(self) -> list[tuple[Any, Any]]:
        """The deductions, each with its reason."""
        return [(self[f"off_{letter}"], self[f"why_{letter}"]) for letter in catalogue.DEDUCTIONS]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        deductions = []
        for letter in catalogue.DEDUCTIONS:
            off, why = told.pop(f"off_{letter}", False), str(told.pop(f"why_{letter}", "")).strip()
            if off and not why:
                self.add_error(f"why_{letter}", "Schrijf waarom dit punt eraf gaat.")
            if off:
                deductions.append({"letter": letter, "reason": why})
        sources = [row.cleaned_data for row in self.studies if row.is_valid() and any(row.cleaned_data.values())]
        if not all(row.is_valid() for row in self.studies):
            self.add_error(None, "Kijk bij de bronnen: daar klopt nog iets niet.")
        elif not sources and told.get("start") not in (None, "", "0"):
            self.add_error(None, "Noem minstens één bron. Zonder bron is het een bewering, en dan is de startscore 0.")
        start = {"start": int(told["start"])} if "start" in told else {}
        return told | start | {"deductions": deductions, "sources": sources}

    def sum(self, today: date) -> catalogue.Sum | None:
        """What comes out, as far as it was filled in. None while nothing was chosen to start with."""
        start = str(self["start"].value() or "")
        if start not in {str(score) for score in catalogue.STARTS}:
            return None
        off = [letter for letter in catalogue.DEDUCTIONS if self[f"off_{letter}"].value()]
        return catalogue.added_up(int(start), off, today)


class SaveJudgement(JudgementForm):
    """The same, of a proposal that is there: as it was seen."""

    revision = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


def read_judgement(sent: QueryDict | None, *, known: Judgement | None = None) -> tuple[JudgementForm, str]:
    """The form and what the button asked. Only keeping checks it; adding up and adding a row keep what was typed."""
    shape = SaveJudgement if known else JudgementForm
    if sent is None:
        return _shown(shape, _of(known) if known else {}, known), ""
    asked = sent.get("doe", KEEP)
    if asked == KEEP:
        rows = range(_rows(sent))
        return shape(sent, studies=[Study(sent, prefix=f"bron{n}") for n in rows]), asked
    return _shown(shape, sent.dict(), known, rows=_rows(sent) + (asked == ADD)), asked


def _rows(sent: QueryDict) -> int:
    told = sent.get("rijen", "1")
    return min(MOST_ROWS, max(1, int(told))) if told.isascii() and told.isdigit() and len(told) < 4 else 1


def _shown(
    shape: type[JudgementForm], told: Mapping[str, Any], known: Judgement | None, *, rows: int = 0
) -> JudgementForm:
    rows = min(MOST_ROWS, rows or max(1, len(known.sources) if known else 0))
    studies = []
    for n in range(rows):
        start = f"bron{n}-"
        initial = {name.removeprefix(start): value for name, value in told.items() if name.startswith(start)}
        studies.append(Study(prefix=f"bron{n}", initial=initial))
    return shape(initial=dict(told), studies=studies)


def _of(known: Judgement) -> dict[str, Any]:
    """A proposal as its form would have sent it."""
    plain = ("start", "direction", "size", "basis", "context", "figures_seen", "interests", "revision")
    told: dict[str, Any] = {name: getattr(known, name) for name in plain}
    for one in known.deductions:
        told |= {f"off_{one['letter']}": True, f"why_{one['letter']}": one["reason"]}
    for n, row in enumerate(known.sources):
        told |= {f"bron{n}-{name}": value for name, value in row.items()}
    return told
