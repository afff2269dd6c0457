"""What other rooms and our own pages may ask about people and organisations."""

import hashlib
from datetime import datetime

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from doenwatwerkt.lib.actor import Actor, Via
from doenwatwerkt.lib.likeness import ALIKE, likeness, plain
from doenwatwerkt.people import rules
from doenwatwerkt.people.models import Alias, Invitation, Membership, Organisation, Region, User
from doenwatwerkt.people.rules import Role

MOST_COMPARED, MOST_SHOWN, PER_PAGE = 300, 5, 50
"""Names that are compared at most, and look-alikes that are shown; organisations on one page of the full list."""


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
    return list(Organisation.objects.public().order_by(Lower("name"), "pk").prefetch_related("aliases"))


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
    active = Membership.objects.active(at).filter(user=user).select_related("organisation__merged_into")
    held = [(one, one.organisation.merged_into or one.organisation) for one in active.order_by("since", "pk")]
    mine = {one.pk: one for _, one in held}
    chosen = {one.organisation_id: head.pk for one, head in held}.get(acting_for or 0, acting_for)
    organisation = mine.get(chosen or 0) or next(iter(mine.values()), None)
    roles, waiting = rules.active(
        (str(one.role) for one, head in held if head == organisation), second_factor=second_factor
    )
    return Actor(
        user_id=user.pk, organisation_id=organisation.pk if organisation else None, roles=roles, waiting=waiting, via=via,
        name=str(user), organisation=organisation.name if organisation else "",
        choices=tuple((pk, one.name) for pk, one in mine.items()),
    )  # fmt: skip


def members(organisation_id: int, at: datetime) -> list[Membership]:
    """Who holds which role for an organisation and those merged into it, by name."""
    held = Membership.objects.active(at).filter(organisation__in=family(organisation_id))
    return list(held.select_related("user", "organisation").order_by(Lower("user__name"), "user", "pk"))


def open_invitations(organisation_id: int, at: datetime) -> list[Invitation]:
    """Links that still work, the newest first."""
    waiting = Invitation.objects.open(at).filter(organisation__in=family(organisation_id))
    return list(waiting.order_by("-sent_at", "-pk"))


def givable(by: Actor, organisation: Organisation, at: datetime) -> list[Role]:
    """The roles that this actor may give for an organisation now."""
    managed = any(one.role in rules.MANAGERS for one in members(organisation.pk, at))
    own = by.organisation_id == organisation.pk
    return rules.givable(by.roles, own=own, kind=organisation.kind, managed=managed)


def digest(token: str) -> str:
    """What is kept of a link: enough to recognise it, too little to make it."""
    return hashlib.sha256(token.encode()).hexdigest()


def alike(name: str, *, everything: bool = False) -> list[Organisation]:
    """Organisations whose name or other spelling looks like this one, the likest first. `everything`: also those that the
    public does not see."""
    seen = Organisation.objects.current() if everything else Organisation.objects.public()
    best: dict[int, float] = {}
    for pk, theirs in _candidates(seen, name):
        best[pk] = max(best.get(pk, 0.0), likeness(name, theirs))
    ranked = sorted((-score, pk) for pk, score in best.items() if score >= ALIKE)[:MOST_SHOWN]
    found = Organisation.objects.in_bulk([pk for _, pk in ranked])
    return [found[pk] for _, pk in ranked]


def _candidates(seen: QuerySet[Organisation], name: str) -> list[tuple[int, str]]:
    """Names that share a word, or the first letters of one, with this name: what is worth comparing."""
    words = plain(name).split()
    if not words:
        return []
    named = Q()
    for word in words:
        named |= Q(name__icontains=word[:4])
    names = seen.filter(named).order_by("pk").values_list("pk", "name")[:MOST_COMPARED]
    aliases = Alias.objects.filter(named, organisation__in=seen).order_by("pk")
    return [*names, *aliases.values_list("organisation_id", "name")[:MOST_COMPARED]]


def twins(organisation: Organisation) -> list[Organisation]:
    """Other organisations that may be the same one."""
    return [one for one in alike(organisation.name, everything=True) if one.pk != organisation.pk]


def aliases(organisation_id: int) -> list[Alias]:
    return list(Alias.objects.filter(organisation=organisation_id).order_by(Lower("name"), "pk"))


def other_members(mine: Membership, at: datetime) -> list[tuple[str, str]]:
    """(id, name) of everybody else in the organisation of a membership, each once."""
    held = members(mine.organisation.merged_into_id or mine.organisation_id, at)
    return list({str(one.user_id): str(one.user) for one in held if one.user_id != mine.user_id}.items())


def has_number(*, kvk: str = "", vestiging: str = "", rsin: str = "") -> bool:
    """Whether one of these numbers is known already. Not whose: that a firm is here is not for everybody to know."""
    asked = Q()
    for field, number in (("kvk", kvk), ("vestiging", vestiging), ("rsin", rsin)):
        asked |= Q(**{field: number}) if number else Q()
    return bool(asked) and Organisation.objects.current().filter(asked).exists()


def all_organisations(search: str, *, page: int) -> tuple[list[Organisation], int]:
    """Every organisation of today that has these words in its name, spelling or number, a page at a time; and how many."""
    found = Organisation.objects.current()
    if search:
        numbered = Q(kvk=search) | Q(vestiging=search) | Q(rsin=search)
        spelled = Q(pk__in=Alias.objects.filter(name__icontains=search).values("organisation"))
        found = found.filter(Q(name__icontains=search) | spelled | numbered)
    first = (page - 1) * PER_PAGE
    rows = found.select_related("region").order_by(Lower("name"), "pk")[first : first + PER_PAGE]
    return list(rows), found.count()


def helpdesks() -> list[Organisation]:
    """Where an employer can ask: the organisations of the programme that have a helpdesk."""
    known = Organisation.objects.public().order_by("name", "pk")
    return [one for one in known if "helpdesk" in one.programme_roles]


def organisations_in(region: Region) -> list[Organisation]:
    """The real organisations of one region, desks included, by name."""
    return list(Organisation.objects.public().filter(region=region).order_by(Lower("name"), "pk"))


def spellings(organisation_ids: list[int]) -> list[str]:
    """Other spellings of an organisation's name, also of those that were merged into it: pass family(id)."""
    aliases = Alias.objects.filter(organisation__in=organisation_ids).order_by(Lower("name"), "pk")
    return list(aliases.values_list("name", flat=True))


def memberships(user: User, at: datetime, *, ended: bool = False) -> list[Membership]:
    """What somebody may do for whom, the oldest first; with `ended` also what is over."""
    held = Membership.objects.filter(user=user) if ended else Membership.objects.active(at).filter(user=user)
    return list(held.select_related("organisation").order_by("since", "pk"))
