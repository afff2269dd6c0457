"""Two organisations turn out to be one, or turn out not to be. No foreign key moves (decisions.md 6)."""

from datetime import datetime

from django.db import IntegrityError, transaction

from doenwatwerkt.journal import queries as journal
from doenwatwerkt.journal.operations import record
from doenwatwerkt.journal.reactions import name_of
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.lib.rows import change
from doenwatwerkt.people import facts, rules
from doenwatwerkt.people.models import Organisation


@transaction.atomic
def merge(organisation: Organisation, *, into: Organisation, by: Actor, at: datetime) -> None:
    """Say that `organisation` is the same as `into`. What was merged into it before comes along, so no chain grows.

    Refuses itself, one that is part of another already (also when somebody merges them the other way round at this
    moment), and two on either side of the wall. Announces OrganisationMerged."""
    held = _hold(organisation, into)
    if organisation.pk == into.pk:
        raise Refused("Dit is dezelfde organisatie.")
    for one in held:
        if one.merged_into_id:
            raise Refused(f"{one.name} is al samengevoegd. Ververs de pagina.")
    if not rules.may_become_one(organisation.kind, into.kind):
        raise Refused("Een ministerie of toezichthouder kan niet worden samengevoegd met een ander soort organisatie.")
    along = list(Organisation.objects.filter(merged_into=organisation).order_by("pk").values_list("pk", flat=True))
    Organisation.objects.filter(pk__in=along).update(merged_into=into)
    change(organisation, only_if={"merged_into": None}, merged_into=into)
    record(facts.OrganisationMerged(by=by, at=at, into_id=into.pk, along=along), about=organisation)


@transaction.atomic
def undo_merge(organisation: Organisation, *, by: Actor, at: datetime) -> None:
    """Say that it is an organisation of its own after all, with what came along at the time.

    Refuses one that is not merged, and when its number was given to another meanwhile. Announces MergeUndone."""
    into = organisation.merged_into
    if into is None:
        raise Refused("Deze organisatie is niet samengevoegd.")
    told = journal.last(journal.subject(organisation), name_of(facts.OrganisationMerged))
    try:
        with transaction.atomic():
            change(organisation, only_if={"merged_into": into}, merged_into=None)
    except IntegrityError:
        raise Refused(
            f"Een nummer van {organisation.name} is intussen van een andere organisatie. Haal het daar eerst weg."
        )
    along = told.data["along"] if told else []
    Organisation.objects.filter(pk__in=along, merged_into=into).update(merged_into=organisation)
    record(facts.MergeUndone(by=by, at=at, from_id=into.pk), about=organisation)


def _hold(*organisations: Organisation) -> list[Organisation]:
    """The rows as they are now, kept from others until this is done: always in the same order, so nobody waits in a ring."""
    pks = [one.pk for one in organisations]
    return list(Organisation.objects.select_for_update().filter(pk__in=pks).order_by("pk"))
