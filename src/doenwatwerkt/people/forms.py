"""What people may send to this room: parses and checks, never saves. Whatever is wrong is said at the field."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from doenwatwerkt.lib import numbers
from doenwatwerkt.lib.codes import SizeClass
from doenwatwerkt.people import content, queries, rules
from doenwatwerkt.people.models import Organisation
from doenwatwerkt.people.rules import OrganisationKind, Role
from doenwatwerkt.ui.forms import Input

type Choices = list[tuple[str, str]]

CHOOSE = {"required": "Kies een van de mogelijkheden.", "invalid_choice": "Kies een van de mogelijkheden."}
LAST_PAGE = 2000
UNKNOWN = ("", "Weet ik niet, of zeg ik liever niet")


def _long(most: int) -> dict[str, str]:
    return {"max_length": f"Dit zijn %(show_value)s tekens. Er passen er {most}."}


class _Name(forms.CharField):
    """The name of an organisation: no address of a website or mailbox, because it stands in letters to others."""

    def __init__(self, label: str = "Naam", **given: Any) -> None:
        errors = {"required": "Vul een naam in.", "min_length": "Een naam heeft ten minste twee tekens."} | _long(200)
        super().__init__(label=label, min_length=2, max_length=200, error_messages=errors, **given)

    def validate(self, value: str) -> None:
        super().validate(value)
        if any(sign in value.casefold() for sign in ("://", "www.", "@", "\n")):
            raise ValidationError("Vul een naam in, geen webadres of e-mailadres.")


class _Number(forms.CharField):
    """A number of the business register: spaces and dots are welcome, zeros in front are kept."""

    def __init__(self, label: str, length: int, help_text: str) -> None:
        super().__init__(label=label, required=False, max_length=40, help_text=help_text, error_messages=_long(40),
                         widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}))  # fmt: skip
        self.length = length

    def to_python(self, value: Any) -> str:
        return numbers.digits(super().to_python(value) or "")

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not numbers.is_number(value, self.length):
            raise ValidationError(f"Een {self.label} heeft {self.length} cijfers. Laat het leeg als u het niet weet.")


def _choice(label: str, choices: Choices | Callable[[], Choices] = (), **given: Any) -> forms.ChoiceField:  # type: ignore[assignment]
    return forms.ChoiceField(label=label, choices=choices, error_messages=CHOOSE, **given)


class _Details(Input):
    """What registering and changing share. None of the numbers is needed."""

    name = _Name()
    size = _choice("Hoeveel mensen werken er?", [UNKNOWN, *SizeClass.choices], required=False)
    sector = _choice("Bedrijfstak", lambda: [UNKNOWN, *content.sectors()], required=False)
    region = _choice("Arbeidsmarktregio", required=False)
    kvk = _Number("KvK-nummer", numbers.KVK, "Acht cijfers. Ook nullen vooraan tellen mee.")
    vestiging = _Number(
        "vestigingsnummer", numbers.VESTIGING, "Twaalf cijfers. Alleen als dit één vestiging is van een groter bedrijf."
    )
    rsin = _Number(
        "RSIN",
        numbers.RSIN,
        "Negen cijfers. Een eenmanszaak heeft dit niet. Vul hier nooit een burgerservicenummer in.",
    )

    def __init__(self, data: Any = None, *, regions: Choices, **given: Any) -> None:
        super().__init__(data, **given)
        self._choose("region", [UNKNOWN, *regions])

    def _choose(self, name: str, choices: Choices) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        kvk, vestiging, rsin = (typed.get(name, "") for name in ("kvk", "vestiging", "rsin"))
        if vestiging and not kvk and "kvk" not in self.errors:
            self.add_error("vestiging", "Een vestigingsnummer hoort bij een KvK-nummer. Vul dat ook in.")
        if rsin and not numbers.is_rsin(rsin):
            self.add_error("rsin", "Dit RSIN klopt niet: er zit een cijfer verkeerd.")
        elif rsin and vestiging:
            self.add_error("rsin", "Een RSIN is van het hele bedrijf, niet van één vestiging. Vul een van de twee in.")
        return typed


class Register(_Details):
    """An organisation that is new here."""

    kind = _choice("Wat voor organisatie is het?")
    different = forms.BooleanField(label="Nee, mijn organisatie staat er niet bij", required=False)
    field_order = ["name", "kind"]

    def __init__(self, data: Any = None, *, regions: Choices, every_kind: bool, **given: Any) -> None:
        super().__init__(data, regions=regions, **given)
        self._choose("kind", [(kind, label) for kind, label in OrganisationKind.choices
                              if every_kind or kind in rules.FOR_ITSELF])  # fmt: skip


class ChangeOrganisation(_Details):
    """What is known of an organisation, by its own people. `revision` is what they saw."""

    note = forms.CharField(
        label="Wat doet de organisatie?", required=False, max_length=600, error_messages=_long(600),
        widget=forms.Textarea({"rows": 4}),
    )  # fmt: skip
    url = forms.URLField(
        label="Website", required=False, max_length=300, assume_scheme="https",
        widget=forms.TextInput({"inputmode": "url"}),
        error_messages={"invalid": "Vul een webadres in, bijvoorbeeld https://www.voorbeeld.nl."} | _long(300),
    )  # fmt: skip
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    field_order = ["name", "note", "url"]


class ChangeEverything(ChangeOrganisation):
    """The same, with what only the redactie decides."""

    kind = _choice("Soort organisatie", list(OrganisationKind.choices))
    listed = forms.BooleanField(label="Staat in de openbare lijst van organisaties", required=False)
    commercial = forms.BooleanField(label="Verkoopt hulp (commercieel aanbod)", required=False)
    field_order = ["name", "kind", "note", "url"]


class AddAlias(Input):
    """Another spelling of the name."""

    name = _Name("Andere schrijfwijze")


class Merge(Input):
    """Which organisation it is the same as: a name, a spelling, or the last part of its address."""

    into = forms.CharField(
        label="Samenvoegen met", max_length=200, error_messages={"required": "Vul een naam in."} | _long(200)
    )

    def clean_into(self) -> Organisation:
        found = queries.named(self.cleaned_data["into"])
        if found is None:
            raise ValidationError("Wij kennen geen organisatie met deze naam. Typ de naam zoals die in de lijst staat.")
        return found


class Invite(Input):
    """Whom to invite, for which role."""

    email = forms.EmailField(label="E-mailadres", max_length=254, widget=forms.EmailInput({"autocomplete": "off"}), error_messages={
        "required": "Vul een e-mailadres in.", "invalid": "Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.",
    } | _long(254))  # fmt: skip
    role = _choice("Rol", widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, roles: Iterable[Role]) -> None:
        super().__init__(data)
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]


class HandOver(Input):
    """Who takes over."""

    to = forms.TypedChoiceField(label="Aan wie?", coerce=int, widget=forms.RadioSelect, error_messages=CHOOSE)

    def __init__(self, data: Any = None, *, members: Choices) -> None:
        super().__init__(data)
        self.fields["to"].choices = members  # type: ignore[attr-defined]


class ActFor(Input):
    """For which of their organisations somebody works now."""

    organisation = forms.TypedChoiceField(coerce=int, error_messages=CHOOSE)

    def __init__(self, data: Any = None, *, choices: Iterable[tuple[int, str]]) -> None:
        super().__init__(data)
        self.fields["organisation"].choices = [(str(pk), name) for pk, name in choices]  # type: ignore[attr-defined]


class Yes(Input):
    """A button: nothing to fill in."""


def of_organisation(one: Organisation) -> dict[str, Any]:
    """What is known of an organisation, as its form starts."""
    kept = (
        "name",
        "note",
        "url",
        "size",
        "sector",
        "kvk",
        "vestiging",
        "rsin",
        "revision",
        "kind",
        "listed",
        "commercial",
    )
    return {name: getattr(one, name) for name in kept} | {"region": one.region.code if one.region else ""}


def read_search(sent: QueryDict) -> tuple[str, int]:
    """The words and the page of a list. Whatever is sent, this is sound."""
    return sent.get("q", "").replace("\x00", "").strip()[:200], read_page(sent)


def read_page(sent: QueryDict) -> int:
    number = sent.get("pagina", "1")
    page = int(number[:6]) if number.isascii() and number.isdigit() else 1
    return min(max(page, 1), LAST_PAGE)


def read_alike(sent: QueryDict) -> tuple[str, str]:
    """A name and a KvK-nummer as far as they are typed, to look for organisations that are the same."""
    name, kvk = (sent.get(key, "").replace("\x00", "")[:200] for key in ("name", "kvk"))
    kvk = numbers.digits(kvk)
    return name, kvk if numbers.is_number(kvk, numbers.KVK) else ""
