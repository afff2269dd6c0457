"""What other rooms and our own pages may ask about people and organisations."""

from datetime import datetime

from django.db.models.functions import Lower

from doenwatwerkt.lib.actor import Actor, Via
from doenwatwerkt.people import rules
from doenwatwerkt.people.models import Alias, Membership, Organisation, Region, User


def organisation_ids() -> dict[str, int]:
    """Every organisation's id by slug, for rooms that load content."""
    return dict(Organisation.objects.values_list("slug", "pk"))


def organisation_names() -> dict[str, str]:
    """Every organisation's name by slug, for forms that choose one. Also of merged ones: older texts name them."""
    return dict(Organisation.objects.order_by(Lower("name"), "pk").values_list("slug", "name"))


def named(name: str) -> Organisation | None:
    """The organisation with this name, slug or any other spelling, whatever its case."""
    name = name.strip()
    found = (
        Organisation.objects.filter(slug__iexact=name)
        | Organisation.objects.filter(name__iexact=name)
        | Organisation.objects.filter(aliases__name__iexact=name)
    )
    first = found.order_by("pk").first()
    return first.merged_into or first if first else None


def family(organisation_id: int) -> list[int]:
    """The organisation and all that were merged into it: filter on these, move no foreign key."""
    merged = Organisation.objects.filter(merged_into=organisation_id).order_by("pk").values_list("pk", flat=True)
    return [organisation_id, *merged]


def kin(organisation_id: int) -> list[int]:
    """The family that an organisation belongs to now: its own, or that of the one it was merged into."""
    into = Organisation.objects.filter(pk=organisation_id).values_list("merged_into", flat=True).first()
    return family(into or organisation_id)


def current_organisations() -> list[tuple[int, str]]:
    """(id, name) of every organisation that goes on, for forms that choose one."""
    return list(Organisation.objects.current().order_by(Lower("name"), "pk").values_list("pk", "name"))


def who_may(
    permission: rules.Permission, *, at: datetime, of: list[int] | None = None, user_id: int | None = None
) -> list[Membership]:
    """Who holds a role that opens this now, each once per organisation, by organisation and name.

    A second factor is asked of them when they act, not here."""
    roles = [role for role in rules.Role if permission in rules.GRANTS[role]]
    held = Membership.objects.active(at).filter(role__in=roles, user__is_active=True)
    held = held if of is None else held.filter(organisation__in=of)
    held = held if user_id is None else held.filter(user=user_id)
    rows = held.select_related("user", "organisation").order_by("organisation__name", "user__name", "pk")
    return list({(one.user_id, one.organisation_id): one for one in rows}.values())


def person(pk: int | None) -> User | None:
    return User.objects.filter(pk=pk, is_active=True).first() if pk else None


def person_with(email: str) -> User | None:
    """Whose account has this address, whatever its case."""
    return User.objects.filter(email__iexact=email.strip()).first()


def organisations() -> list[Organisation]:
    return list(
        Organisation.objects.current().filter(demo=False).order_by(Lower("name"), "pk").prefetch_related("aliases")
    )


def regions() -> list[Region]:
    return list(Region.objects.order_by("code"))


def demo_people() -> list[User]:
    """The example people of the demo, with what they may do."""
    people = User.objects.filter(demo=True).order_by("pk")
    return list(people.prefetch_related("memberships__organisation"))


def actor_of(
    user: User, *, at: datetime, acting_for: int | None = None, second_factor: bool = False, via: Via = "page"
) -> Actor:
    """The actor behind a signed-in person: for the organisation they chose, or else their first active membership.

    A privileged role counts only with a second factor; until then it waits (decisions.md 20)."""
    held = list(Membership.objects.active(at).filter(user=user).order_by("since", "pk"))
    theirs = [one.organisation_id for one in held]
    organisation = acting_for if acting_for in theirs else next(iter(theirs), None)
    roles, waiting = rules.active(
        (str(one.role) for one in held if one.organisation_id == organisation), second_factor=second_factor
    )
    return Actor(
        user_id=user.pk, organisation_id=organisation, roles=roles, waiting=waiting, via=via, name=str(user)
    )  # fmt: skip


def helpdesks() -> list[Organisation]:
    """Where an employer can ask: the organisations of the programme that have a helpdesk."""
    known = Organisation.objects.current().filter(demo=False).order_by("name", "pk")
    return [one for one in known if "helpdesk" in one.programme_roles]


def organisations_in(region: Region) -> list[Organisation]:
    """The real organisations of one region, desks included, by name."""
    return list(Organisation.objects.current().filter(demo=False, region=region).order_by(Lower("name"), "pk"))


def spellings(organisation_ids: list[int]) -> list[str]:
    """Other spellings of an organisation's name, also of those that were merged into it: pass family(id)."""
    aliases = Alias.objects.filter(organisation__in=organisation_ids).order_by(Lower("name"), "pk")
    return list(aliases.values_list("name", flat=True))
