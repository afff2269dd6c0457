"""Set-up in the words of this room: a desk with editors and a partner, three cards, and drafts through operations."""

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django.test import Client

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.tests import make as cards
from doenwatwerkt.editing import operations
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.lib.tests.remembered import contents, remembered
from doenwatwerkt.people.models import Organisation
from doenwatwerkt.people.tests import make as people

AT = cards.AT + timedelta(hours=1)
LATER = AT + timedelta(hours=1)


def opened(folder: Path) -> SimpleNamespace:
    """Three cards; femke and gijs are editors, petra brings in material for the College, pim for somebody else."""
    it = remembered(("desk", contents(cards.three(folder))), lambda: _opened(folder))
    it.folder = folder
    return it


def _opened(folder: Path) -> SimpleNamespace:
    cards.load(folder)
    paper = people.organisation("Redactie")
    college = Organisation.objects.get(slug="college")
    other = people.organisation("Kennishuis", kind="kennispartner")
    return SimpleNamespace(
        femke=people.person("femke", paper, "redacteur"), gijs=people.person("gijs", paper, "redacteur"),
        petra=people.person("petra", college, "partnerbeheerder"), pim=people.person("pim", other, "partnerbeheerder"),
        college=college,
    )  # fmt: skip


def card(slug: str) -> Card:
    return Card.objects.select_related("owner").get(slug=slug)


def begun(slug: str, who: Any, **says: Any) -> Draft:
    """A draft of a card, with what somebody changed in it."""
    by = people.actor(who)
    draft = operations.begin(card(slug), by=by, at=AT)
    if says:
        operations.save(draft, data=draft.data | says, revision=draft.revision, by=by, at=AT)
    return draft


def ready(slug: str, who: Any, **says: Any) -> Draft:
    """A draft that two people looked at. The reviewers' own operations belong to another noun; here only the state counts."""
    draft = begun(slug, who, **says)
    operations.hand_in(draft, revision=draft.revision, by=people.actor(who), at=AT)
    Draft.objects.filter(pk=draft.pk).update(state="ready")
    draft.refresh_from_db()
    return draft


def new(kind: str, title: str, who: Any, **says: Any) -> Draft:
    return operations.begin_new(kind, title=title, data=says or None, by=people.actor(who), at=AT)


def browser(who: Any) -> Client:
    return people.sign_in(Client(), who)


def page_of(draft: Draft) -> dict[str, Any]:
    """All that the form of a draft would send, as a browser reads it from the page."""
    from doenwatwerkt.editing import forms

    names = catalogue.names()
    sent: dict[str, Any] = {"revision": draft.revision}
    for step in forms.shown(draft.kind, draft.data, names, fixed=forms.fixed(draft)):
        for field in step.fields:
            sent |= _sent(field)
    return sent


def _sent(field: Any) -> dict[str, Any]:
    if field.fixed:
        return {}
    if field.sort in ("one", "many", "select"):
        return {field.id: [value for value, _, chosen in field.choices if chosen]}
    if field.sort == "picks":
        return {field.id: field.lines}
    if field.sort == "rows":
        return {key: value for row in field.rows for cell in row for key, value in _sent(cell).items()}
    return {field.id: field.value} if field.value or field.sort != "yes" else {}
