"""What a partner tells us about a material of their own: a few questions, three minutes."""

from datetime import date
from typing import Any

from django import forms

from doenwatwerkt.lib.codes import Audience, MaterialKind, Scale, Theme
from doenwatwerkt.ui.forms import Input

LICENCES = [
    ("CC BY 4.0", "Iedereen mag het delen en aanpassen, met onze naam erbij (CC BY 4.0)"),
    ("CC BY-SA 4.0", "Iedereen mag het delen en aanpassen, onder dezelfde voorwaarden (CC BY-SA 4.0)"),
    ("CC BY-NC-ND 4.0", "Iedereen mag het delen, maar niet aanpassen of verkopen (CC BY-NC-ND 4.0)"),
    ("CC0 1.0", "Iedereen mag er alles mee (CC0)"),
    ("Alle rechten voorbehouden", "Alle rechten voorbehouden: naar ons materiaal verwijzen mag wel"),
]
ACCESSIBLE = [
    ("Onderzocht, voldoet aan WCAG 2.2 AA", "Onderzocht: iedereen kan het gebruiken (WCAG 2.2 AA)"),
    ("Onderzocht, voldoet nog niet helemaal", "Onderzocht: het voldoet nog niet helemaal"),
    ("Nog niet onderzocht", "Nog niet onderzocht"),
]
PRICES = [("gratis", "Gratis"), ("leden", "Alleen voor onze leden"), ("betaald", "Betaald")]
WHAT = {"required": "Vul dit in.", "invalid_choice": "Kies een van de antwoorden."}


def _line(label: str, most: int, least: int = 3, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, min_length=least, max_length=most, error_messages=WHAT, **more)


class BringIn(Input):
    """A material of one's own organisation. Becomes a draft: an editor completes it, two people look at it."""

    titel = _line("Hoe heet het materiaal?", 160)
    url = forms.URLField(
        label="Waar staat het?", max_length=500, assume_scheme="https", help_text="Het adres van de pagina, zoals https://www.voorbeeld.nl/folder.",
        error_messages={"required": "Vul het adres in.", "invalid": "Dit is geen webadres. Een adres begint met https://."},
    )  # fmt: skip
    samenvatting = _line(
        "Wat is het, en wat heeft een kleine werkgever eraan?", 420, 20, widget=forms.Textarea({"rows": 4}),
        help_text="Twee of drie korte zinnen.",
    )  # fmt: skip
    soort = forms.ChoiceField(label="Wat voor materiaal is het?", choices=MaterialKind.choices, error_messages=WHAT)
    themas = forms.MultipleChoiceField(
        label="Waar gaat het over?", choices=Theme.choices, widget=forms.CheckboxSelectMultiple,
        error_messages=WHAT | {"required": "Kies minstens één onderwerp."},
    )  # fmt: skip
    doelgroep = forms.MultipleChoiceField(
        label="Voor wie is het?", choices=Audience.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    omvang = forms.MultipleChoiceField(
        label="Bij welke bedrijven past het?",
        choices=Scale.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    tijd = _line("Hoeveel tijd kost het?", 120, 1, required=False, help_text="Bijvoorbeeld: 20 minuten lezen.")
    kosten = forms.ChoiceField(label="Wat kost het?", choices=PRICES, widget=forms.RadioSelect, error_messages=WHAT)
    hoe_te_krijgen = _line(
        "Hoe komt iemand eraan?", 400, 5, required=False, widget=forms.Textarea({"rows": 2}),
        help_text="Nodig als het alleen voor leden is: de kaart staat openbaar, met hoe u eraan komt.",
    )  # fmt: skip
    commercieel = forms.BooleanField(
        label="Dit is een commercieel aanbod", required=False, help_text="Dat mag. De kaart zegt het er dan bij."
    )  # fmt: skip
    licentie = forms.ChoiceField(
        label="Wat mag iemand ermee doen?", choices=LICENCES, widget=forms.RadioSelect, error_messages=WHAT
    )
    toegankelijkheid = forms.ChoiceField(
        label="Is het toegankelijk voor iedereen?", choices=ACCESSIBLE, widget=forms.RadioSelect, error_messages=WHAT
    )
    opnieuw_nakijken_op = forms.DateField(
        label="Wanneer kijkt u of het nog klopt?", widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text="Uiterlijk over twee jaar. De redactie ziet het dan op haar tafel liggen.",
        error_messages={"required": "Vul een datum in.", "invalid": "Dit is geen datum. Schrijf bijvoorbeeld 31-12-2027."},
    )  # fmt: skip
    is_anders = forms.BooleanField(label="Ik heb gekeken: mijn materiaal is iets anders", required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_opnieuw_nakijken_op(self) -> date:
        day: date = self.cleaned_data["opnieuw_nakijken_op"]
        if not self.today < day <= date(self.today.year + 2, self.today.month, min(self.today.day, 28)):
            raise forms.ValidationError("Kies een dag na vandaag en uiterlijk over twee jaar.")
        return day

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("kosten") == "leden" and not told.get("hoe_te_krijgen"):
            self.add_error("hoe_te_krijgen", "Zeg hoe iemand eraan komt, want het is alleen voor leden.")
        return told
