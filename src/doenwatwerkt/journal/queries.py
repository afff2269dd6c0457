"""What other rooms may ask of the journal."""

from datetime import datetime

from doenwatwerkt.journal.models import Entry


def entry(pk: int) -> Entry:
    return Entry.objects.get(pk=pk)


def count(kind: str, since: datetime, until: datetime) -> int:
    return Entry.objects.filter(kind=kind, at__gte=since, at__lt=until).count()


def about(subject: str) -> list[Entry]:
    """The history of one thing, newest first: about("catalogue.Card:42")."""
    return list(Entry.objects.filter(subject=subject).order_by("-at", "-pk"))


def latest(subject: str) -> Entry:
    return Entry.objects.filter(subject=subject).latest("at", "pk")


def newest(kind: str = "") -> Entry | None:
    """The last thing that happened, or the last of one kind: what a reader's copy is compared with."""
    entries = Entry.objects.filter(kind=kind) if kind else Entry.objects.all()
    return entries.order_by("-pk").first()
