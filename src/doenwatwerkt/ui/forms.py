"""Base for every form: it parses and validates input, it never saves."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates

from doenwatwerkt.lib.refusal import Refused


class HouseRenderer(DjangoTemplates):
    """Draws a field the way of the house: {{ form.title.as_field_group }}, or {{ form }} for all of them."""

    field_template_name = "ui/field.html"


class Input(forms.Form):
    """One form. Its fields are drawn with templates/ui/field.html: {{ form.title.as_field_group }}."""

    default_renderer = HouseRenderer

    refusal: Refused | None = None
    outcome: Any = None
    """What the operation returned, once it is done: the address of what is new, for instance."""

    def attempt(self, operation: Callable[..., Any], *subject: Any, **given: Any) -> bool:
        """Validate, call the operation with the cleaned input, and turn a Refused into a form error. True when done."""
        if not self.is_bound or not self.is_valid():
            return False
        try:
            self.outcome = operation(*subject, **self.cleaned_data, **given)
        except Refused as no:
            self.refusal = no
            self.add_error(None, str(no))
            return False
        return True
