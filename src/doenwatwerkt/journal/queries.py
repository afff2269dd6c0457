"""What other rooms may ask of the journal."""

from datetime import datetime

from django.db.models import Model

from doenwatwerkt.journal.models import Entry


def entry(pk: int) -> Entry:
    return Entry.objects.get(pk=pk)


def count(kind: str, since: datetime, until: datetime) -> int:
    return Entry.objects.filter(kind=kind, at__gte=since, at__lt=until).count()


def subject(about: Model) -> str:
    """How the journal names a row: "catalogue.Card:42"."""
    return f"{about._meta.label}:{about.pk}"


def about(subject: str) -> list[Entry]:
    """The history of one thing, newest first: about("catalogue.Card:42")."""
    return list(Entry.objects.filter(subject=subject).order_by("-at", "-pk"))


def latest(subject: str) -> Entry:
    return Entry.objects.filter(subject=subject).latest("at", "pk")


def newest(kind: str = "") -> Entry | None:
    """The last thing that happened, or the last of one kind: what a reader's copy is compared with."""
    entries = Entry.objects.filter(kind=kind) if kind else Entry.objects.all()
    return entries.order_by("-pk").first()


def last(subject: str, kind: str) -> Entry | None:
    """The last thing of one kind that happened to one thing."""
    return Entry.objects.filter(subject=subject, kind=kind).order_by("-at", "-pk").first()


def page(subject: str, *, first: int, most: int) -> list[Entry]:
    """A stretch of the history of one thing, newest first."""
    return list(Entry.objects.filter(subject=subject).order_by("-at", "-pk")[first : first + most])
