"""The texts of a form that somebody is writing, looked at one by one."""

from dataclasses import dataclass

from django.http import QueryDict

from doenwatwerkt.editing.queries.fields import SECTIONS, fields_of
from doenwatwerkt.lib import language, personal
from doenwatwerkt.lib.language import Reading
from doenwatwerkt.lib.personal import Found

LONGEST, MOST, SHORTEST = 20_000, 40, 20
"""Characters of one text, texts of one form, and characters from which a field counts as a text."""
LABELS = {field.key: field.label for kind in SECTIONS for field in fields_of(kind)}
"""What the form of a card calls a field."""
ON_LAW = ("leunt_op", "gaat_over")
"""Fields in which a card names the legal facts under it."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """One text: the field it stands in, how it reads, and what looks like personal data in it."""

    name: str
    label: str
    reading: Reading
    personal: list[Found]


def read_texts(sent: QueryDict) -> list[LookedAt]:
    """Every text of a form with what there is to say of it. Short fields count only for personal data."""
    law = any(value.strip() for key in sent for value in sent.getlist(key) if key.rpartition("-")[2] in ON_LAW)
    found = []
    for key in sent:
        text = "\n".join(sent.getlist(key))[:LONGEST]
        spotted = personal.spot(text)
        if key != "csrfmiddlewaretoken" and (len(text) >= SHORTEST or spotted):
            found.append(
                LookedAt(key, LABELS.get(key.split("-")[0], key), language.read(text, rests_on_law=law), spotted)
            )
    return found[:MOST]
