"""Whom to ask to look, and what a reviewer says."""

from typing import Any

from django import forms

from doenwatwerkt.editing.rules import Outcome
from doenwatwerkt.ui.forms import Input

AREA = {"rows": 4}
SAYS = [
    (str(Outcome.APPROVED.value), "Ik ben akkoord"),
    (str(Outcome.OBJECTED.value), "Ik ben nog niet akkoord"),
]


class AskColleague(Input):
    """Somebody with an account, for one of the organisations where they may look."""

    colleague = forms.ChoiceField(label="Collega", error_messages={"required": "Kies iemand."})

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colleague"].choices = [("", "Kies iemand"), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        reviewer, _, organisation = told.get("colleague", "").partition("-")
        return {"reviewer_id": int(reviewer), "organisation_id": int(organisation)} if reviewer else told


class AskByLink(Input):
    """Somebody without an account."""

    name = forms.CharField(max_length=120, label="Naam", error_messages={"required": "Schrijf wie u vraagt."})
    organisation_id = forms.TypedChoiceField(
        coerce=int, label="Organisatie", error_messages={"required": "Kies de organisatie waarvoor deze persoon kijkt."}
    )
    email = forms.EmailField(
        label="E-mailadres",
        error_messages={
            "required": "Schrijf het adres.",
            "invalid": "Dit adres klopt niet. Voorbeeld: naam@organisatie.nl.",
        },
    )

    def __init__(self, *args: Any, choices: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation_id"].choices = [("", "Kies een organisatie"), *choices]  # type: ignore[attr-defined]


class Decide(Input):
    """Agree or not, with a reason, about the text as it was shown."""

    revision = forms.IntegerField(
        min_value=1, widget=forms.HiddenInput, error_messages={"required": "Ververs de pagina en kies opnieuw."}
    )
    outcome = forms.ChoiceField(
        choices=SAYS, widget=forms.RadioSelect, label="Wat vindt u?", error_messages={"required": "Kies of u akkoord bent."}
    )  # fmt: skip
    remark = forms.CharField(
        required=False, max_length=4000, widget=forms.Textarea(AREA), label="Opmerking",
        error_messages={"max_length": "Hoogstens 4000 tekens."},
    )  # fmt: skip
    interests = forms.CharField(
        max_length=1000, widget=forms.Textarea({"rows": 2}), label="Uw belangen",
        error_messages={"required": "Schrijf welke belangen u heeft, of ‘geen’.", "max_length": "Hoogstens 1000 tekens."},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("outcome") == Outcome.OBJECTED and not told.get("remark", "").strip():
            self.add_error("remark", "Schrijf wat er anders moet. Dan kan de schrijver ermee verder.")
        return told
