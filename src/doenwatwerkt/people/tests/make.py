"""Set-up in the words of the domain. Goes through operations, so state is always real."""

from datetime import UTC, datetime
from types import SimpleNamespace

from django.utils.text import slugify

from doenwatwerkt.lib.actor import LOADER, Actor
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
