"""Register an organisation, change what we know of it, and its other spellings."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.lib.rows import change
from doenwatwerkt.people import facts, queries, rules
from doenwatwerkt.people.models import Alias, Organisation, Region, User
from doenwatwerkt.people.operations.people import join
from doenwatwerkt.people.rules import OrganisationKind, Permission, Role

TAKEN = {
    "organisation_kvk_once": "Dit KvK-nummer is al van een andere organisatie op deze website. "
    "Is het een van uw vestigingen? Vul dan ook het vestigingsnummer in.",
    "organisation_vestiging_once": "Dit vestigingsnummer is al van een andere organisatie op deze website.",
    "organisation_rsin_once": "Dit RSIN is al van een andere organisatie op deze website.",
}
"""What a reader is told when a number is taken, by the constraint that says so (SQLite names the column)."""
ALIKE = "Er staat al een organisatie die hierop lijkt. Kijk hieronder of het dezelfde is."
MERGED = "Deze organisatie is intussen samengevoegd met {into}. Wat u typte staat er nog: neem het over bij {into}."


@transaction.atomic
def register(
    user: User, *, name: str, kind: str, different: bool, size: str = "", sector: str = "", region: str = "",
    kvk: str = "", vestiging: str = "", rsin: str = "", by: Actor, at: datetime,
) -> Organisation:  # fmt: skip
    """Register an organisation. Who does so for themselves becomes its contact; an editor registers it for others.

    Refuses one that looks like another until the asker says it is `different`, a number that is taken, and a kind that only
    the redactie registers. Not in public lists until an editor says so. Announces OrganisationRegistered."""
    editor = rules.may(by.roles, Permission.MERGE_ORGANISATIONS)
    if not editor and kind not in rules.FOR_ITSELF:
        raise Refused("Zo'n organisatie meldt de redactie aan. Vraag het ons via de pagina Over deze website.")
    if not different and queries.alike(name, everything=editor):
        raise Refused(ALIKE)
    organisation = Organisation(
        slug=_free_slug(name), name=name, kind=kind, size=size, sector=sector, region=_region(region), kvk=kvk,
        vestiging=vestiging, rsin=rsin, listed=editor, demo=user.demo, edited_at=at,
    )  # fmt: skip
    _keep(organisation.save)
    record(facts.OrganisationRegistered(by=by, at=at, kind=kind), about=organisation)
    if not editor:
        join(user, organisation=organisation, role=Role.EMPLOYER, by=by, at=at)
    return organisation


@transaction.atomic
def change_organisation(
    organisation: Organisation, *, revision: int, name: str, note: str, url: str, size: str, sector: str, region: str,
    kvk: str, vestiging: str, rsin: str, kind: str | None = None, listed: bool | None = None,
    commercial: bool | None = None, by: Actor, at: datetime,
) -> None:  # fmt: skip
    """Change what we know of an organisation; `revision` is the one that the changer saw. None leaves a value as it is.

    Refuses when somebody else changed it since, when it was merged meanwhile, when a number is taken, and a kind that would
    stand across the wall from the roles its people hold. Announces OrganisationChanged."""
    _not_merged(organisation)
    asked: dict[str, Any] = {
        "name": name, "note": note, "url": url, "size": size, "sector": sector, "region": _region(region), "kvk": kvk,
        "vestiging": vestiging, "rsin": rsin, "kind": kind, "listed": listed, "commercial": commercial,
    }  # fmt: skip
    new = {key: value for key, value in asked.items() if value is not None or key == "region"}
    changed = sorted(key for key, value in new.items() if getattr(organisation, key) != value)
    if kind is not None and kind != organisation.kind:
        _move_kind(organisation, kind)
    seen = {"revision": revision, "merged_into": None}
    _keep(lambda: change(organisation, only_if=seen, revision=revision + 1, edited_at=at, **new))
    record(facts.OrganisationChanged(by=by, at=at, fields=changed), about=organisation)


def _not_merged(organisation: Organisation) -> None:
    into = Organisation.objects.filter(merged__pk=organisation.pk).first()
    if into:
        raise Refused(MERGED.format(into=into.name))


def _move_kind(organisation: Organisation, kind: str) -> None:
    """The kind stands beside every membership too, so that the database can keep the wall."""
    held = organisation.memberships.order_by("pk")
    if any(not rules.may_hold(role, kind) for role in held.values_list("role", flat=True)):
        raise Refused("Mensen van deze organisatie hebben of hadden rollen die bij dat soort organisatie niet mogen.")
    held.update(organisation_kind=OrganisationKind(kind))


def _keep(write: Callable[[], object]) -> None:
    """Save, and say in words which number is taken. The database is asked, so two at once cannot both have it."""
    try:
        with transaction.atomic():
            write()
    except IntegrityError as taken:
        told = str(taken)
        for constraint, words in TAKEN.items():
            column = constraint.split("_")[1]
            if constraint in told or f"organisation.{column}" in told:
                raise Refused(words)
        raise


def _region(code: str) -> Region | None:
    return Region.objects.get(code=code) if code else None


def _free_slug(name: str) -> str:
    """An address that nobody has: the name, with a number behind it where needed."""
    stem = slugify(name)[:50].strip("-") or "organisatie"
    taken = set(Organisation.objects.filter(slug__startswith=stem).values_list("slug", flat=True)) | rules.RESERVED
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(slug for slug in numbered if slug not in taken)


@transaction.atomic
def add_alias(organisation: Organisation, *, name: str, by: Actor, at: datetime) -> None:
    """Remember another spelling of the name. Refuses one that is known, or a merged organisation. Announces AliasAdded."""
    _not_merged(organisation)
    if name.casefold() == organisation.name.casefold() or organisation.aliases.filter(name__iexact=name).exists():
        raise Refused("Deze schrijfwijze kennen wij al.")
    alias = Alias.objects.create(organisation=organisation, name=name)
    change(organisation, only_if={"merged_into": None}, edited_at=at)
    record(facts.AliasAdded(by=by, at=at, alias_id=alias.pk), about=organisation)


@transaction.atomic
def remove_alias(alias: Alias, *, by: Actor, at: datetime) -> None:
    """Forget a spelling. Refuses nothing: gone is gone. Announces AliasRemoved."""
    organisation, alias_id = alias.organisation, alias.pk
    alias.delete()
    Organisation.objects.filter(pk=organisation.pk).update(edited_at=at)
    record(facts.AliasRemoved(by=by, at=at, alias_id=alias_id), about=organisation)
