"""The small forms of this room, and the large one: writing on a card."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.timezone import get_current_timezone

from doenwatwerkt.catalogue.queries import Names
from doenwatwerkt.editing.forms.reading import read_data
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.queries import JUDGED, fields_of
from doenwatwerkt.editing.rules import Overtaken
from doenwatwerkt.ui.forms import Input

MINE, THEIRS = "mijn", "hun"


class Plain(Input):
    """A button: nothing but yes."""


class Settle(Input):
    """An answer to what a file offers: which change it is about."""

    digest = forms.CharField(max_length=16)


class CatchUp(Input):
    """Which version of the card was looked at."""

    version = forms.IntegerField(min_value=1)


class HandIn(Input):
    """A draft is offered as it was seen."""

    revision = forms.IntegerField(min_value=0)
    personal_why = forms.CharField(
        label="Waarom horen deze gegevens op de kaart?", required=False, max_length=300, strip=True,
        help_text="Een algemeen nummer van een loket mag bijvoorbeeld. Gegevens van een persoon haalt u liever weg.",
    )  # fmt: skip


class BeginNew(Input):
    """The title of a new card, and whether it is something else than what looks like it."""

    title = forms.CharField(
        max_length=160, label="Titel", error_messages={"required": "Schrijf een titel.", "max_length": "Hoogstens 160 tekens."}
    )  # fmt: skip
    other = forms.BooleanField(required=False, label="Dit is iets anders")


class Retire(Input):
    """Which card takes over, out of a list that the view hands over."""

    successor = forms.ChoiceField(required=False, label="Opvolger")

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].choices = [("", "Geen: de pagina is er dan niet meer"), *choices]  # type: ignore[attr-defined]


class Schedule(Input):
    """A day and an hour; both empty takes the plan away."""

    day = forms.DateField(
        required=False, label="Dag", error_messages={"invalid": "Schrijf een datum, zoals 2026-11-22."}
    )
    hour = forms.TimeField(required=False, label="Tijd", error_messages={"invalid": "Schrijf een tijd, zoals 09:30."})

    def clean(self) -> dict[str, Any]:
        """The moment in the time of the Netherlands."""
        told = super().clean() or {}
        day, hour = told.pop("day", None), told.pop("hour", None)
        if self.errors:
            return told
        if bool(day) != bool(hour):
            raise forms.ValidationError("Kies een dag én een tijd, of laat allebei leeg.")
        moment = datetime.combine(day, hour, tzinfo=get_current_timezone()) if day and hour else None
        return {"publish_at": moment}


class Write(Input):
    """All that was typed on a card. After a conflict also, per field, whose text stays."""

    revision = forms.IntegerField(min_value=0, error_messages={"invalid": "Ververs de pagina en bewaar opnieuw."})

    def __init__(self, sent: QueryDict, *, draft: Draft, names: Names) -> None:
        super().__init__(sent)
        self.sent, without = sent, fixed(draft)
        self.mine = draft.data | read_data(draft.kind, sent, names, without=without)
        self.typed = dict(self.mine)
        for field in fields_of(draft.kind):
            if sent.get(f"kies-{field.key}") == THEIRS and field.key not in without:
                self.typed[field.key] = draft.data.get(field.key)

    def clean(self) -> dict[str, Any]:
        return (super().clean() or {}) | {"data": self.typed}

    @property
    def overtaken(self) -> bool:
        """Whether somebody else saved meanwhile."""
        return isinstance(self.refusal, Overtaken)

    def said(self) -> list[str]:
        """Why this was not saved, in words."""
        return [str(error) for errors in self.errors.values() for error in errors]

    def carried(self) -> list[tuple[str, str]]:
        """Everything that was sent, to send it again from the page where somebody chooses."""
        return [
            (name, value)
            for name, values in self.sent.lists() if name not in ("csrfmiddlewaretoken", "revision") and not name.startswith("kies-")
            for value in values
        ]  # fmt: skip


def fixed(draft: Draft) -> frozenset[str]:
    """What a draft does not change: direction and size of a practice that reviewers judged."""
    return JUDGED if draft.data.get("oordeel") else frozenset()
