"""Set-up in the words of the domain. Goes through operations, so state is always real."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.utils.text import slugify

from doenwatwerkt.lib.actor import LOADER, Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people import access, operations, queries
from doenwatwerkt.people.models import Alias, Invitation, Membership, Organisation, User

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def organisation(name: str, *, kind: str = "bedrijf") -> Organisation:
    return Organisation.objects.create(slug=slugify(name), name=name, kind=kind)


def person(name: str, of: Organisation, role: str) -> User:
    user = User.objects.create(email=f"{name}@{of.slug}.test", name=name.title())
    operations.join(user, organisation=of, role=role, by=LOADER, at=AT)
    return user


def actor(user: User) -> Actor:
    """This person as the one who acts, second factor given."""
    return queries.actor_of(user, at=AT, second_factor=True)


def sign_in(client, user: User, *, second_factor: bool = True):
    """The browser of this person, signed in with or without a second factor."""
    client.force_login(user)
    session = client.session
    session[access.SECOND_FACTOR] = second_factor
    session.save()
    return client


def invitation(token: str, *, of: Organisation | None = None, role: str = "hr-professional") -> Invitation:
    """An invitation whose link is known, open for a long time."""
    of = of or organisation("Uitnodigers")
    host = User.objects.create(email=f"gastvrouw@{of.slug}.test", name="Gastvrouw")
    return Invitation.objects.create(
        organisation=of, role=role, email="noor@voorbeeld.test", digest=queries.digest(token), invited_by=host,
        sent_at=AT, expires_at=datetime(2099, 1, 1, tzinfo=UTC),
    )  # fmt: skip


def scene() -> SimpleNamespace:
    """An organisation with a colleague, an alias and an open invitation, and another one elsewhere."""
    here, elsewhere = organisation("Hier", kind="branche"), organisation("Elders", kind="branche")
    colleague = person("collega", here, "hr-professional")
    return SimpleNamespace(
        here=here, elsewhere=elsewhere, slug=here.slug, organisation=here.pk,
        alias=Alias.objects.create(organisation=here, name="Hierzo").pk, invitation=invitation("x", of=here).pk,
        membership=Membership.objects.get(user=colleague).pk,
    )  # fmt: skip


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """Do these at the same moment, each over a connection of its own, and return what came of each (or its Refused).
    SQLite in memory has one connection: there they follow each other, which is what its write lock makes of them."""

    def attempt(work: Callable[[], Any]) -> Any:
        try:
            return work()
        except Refused as no:
            return no

    def alone(work: Callable[[], Any]) -> Any:
        start.wait(timeout=10)
        try:
            return attempt(work)
        finally:
            connection.close()

    if connection.vendor != "postgresql":
        return [attempt(work) for work in works]
    start = Barrier(len(works))
    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(alone, works))
