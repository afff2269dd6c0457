"""What people may send us about themselves. Parses, never saves."""

import json
from typing import Any

from django import forms
from django.core import signing

from doenwatwerkt.keys.adapter import factors
from doenwatwerkt.people.models import User
from doenwatwerkt.ui.forms import Input

SECRET, HALF_AN_HOUR = "keys.app", 1800


class _Email(forms.EmailField):
    """An address, asked for and refused in our words."""

    default_error_messages = {
        "required": "Vul uw e-mailadres in.",
        "invalid": "Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.nl.",
    }

    def __init__(self) -> None:
        super().__init__(
            max_length=254,
            widget=forms.EmailInput({"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}),
        )


class _Code(forms.CharField):
    """A code, with or without spaces."""

    default_error_messages = {"required": "Vul de code in."}

    def __init__(self) -> None:
        super().__init__(
            max_length=40,
            widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}),
        )


class SignIn(Input):
    email = _Email()


class SignUp(Input):
    name = forms.CharField(
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": "Vul uw naam in."},
    )
    email = _Email()


class EnterCode(Input):
    typed = _Code()


class SecondStep(Input):
    code = _Code()


class _Credential(forms.Field):
    """What the browser says about a passkey: an object in JSON."""

    default_error_messages = {"required": "De passkey is niet gelukt. Probeer het opnieuw; er is niets veranderd."}

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput())

    def to_python(self, value: Any) -> Any:
        try:
            told = json.loads(value or "null")
        except (ValueError, RecursionError):
            told = None
        return told if isinstance(told, dict) else None


class Passkey(Input):
    credential = _Credential()


class AddPasskey(Input):
    name = forms.CharField(
        max_length=60,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": "Geef de passkey een naam waaraan u het apparaat herkent."},
    )
    credential = _Credential()


class AddApp(Input):
    """The secret travels with the form, signed for this person, so that showing the page keeps nothing."""

    secret = forms.CharField(widget=forms.HiddenInput())
    code = _Code()

    def __init__(self, data: Any = None, *, user: User) -> None:
        self.user = user
        given = self._given(data.get("secret", "")) if data is not None else ""
        self.stale, self.plain = data is not None and not given, given or factors.new_secret()
        signed = {"secret": signing.dumps([user.pk, self.plain], salt=SECRET)}
        super().__init__(None if data is None else {"code": data.get("code", "")} | signed, initial=signed)

    def _given(self, signed: str) -> str:
        try:
            pk, secret = signing.loads(signed, salt=SECRET, max_age=HALF_AN_HOUR)
        except (signing.BadSignature, ValueError):
            return ""
        return str(secret) if pk == self.user.pk else ""

    def clean_secret(self) -> str:
        if self.stale:
            raise forms.ValidationError("De pagina stond te lang open. Scan de nieuwe code die hieronder staat.")
        return self.plain


class Close(Input):
    sure = forms.BooleanField(error_messages={"required": "Kruis aan dat u het zeker weet."})

    def clean(self) -> dict[str, Any]:
        """Being sure is all; the operation needs no more."""
        return {}
