"""Bring organisations up to their files, give people their roles, make the people of the demo."""

from datetime import datetime

from django.db import transaction

from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.content import ContentError
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.lib.report import Report
from doenwatwerkt.people import content, facts, rules
from doenwatwerkt.people.models import Alias, Membership, Organisation, Region, User


@transaction.atomic
def load(
    organisations: list[content.OrganisationFile],
    *,
    regions: list[content.RegionFile],
    by: Actor,
    at: datetime,
) -> Report:
    """Bring organisations and regions up to the files. Refuses an unknown region. Announces OrganisationsLoaded.

    What people changed here stays as it is: the difference is reported as offered."""
    report = Report()
    for row in regions:
        names = [name for name in row.aliassen.split("|") if name]
        Region.objects.update_or_create(code=row.code, defaults={"name": row.naam, "aliases": names})
    region_ids = dict(Region.objects.values_list("code", "pk"))
    for file in organisations:
        if file.regio and file.regio not in region_ids:
            raise ContentError("organisaties.yaml", f"{file.id}.regio", f"regio {file.regio} staat niet in regios.tsv")
        report.note(_load_one(file, region_ids.get(file.regio or "")), f"organisatie {file.id}")
    if report.added or report.changed:
        about = Organisation.objects.order_by("pk")[0]
        fact = facts.OrganisationsLoaded(by=by, at=at, added=len(report.added), changed=len(report.changed))
        record(fact, about=about)
    return report


def _load_one(file: content.OrganisationFile, region_id: int | None) -> str:
    new = {
        "name": file.naam, "kind": str(file.soort), "note": file.toelichting or "", "url": file.url or "",
        "region_id": region_id, "programme_roles": file.rollen, "commercial": file.commercieel,
    }  # fmt: skip
    organisation, added = Organisation.objects.get_or_create(slug=file.id, defaults=new)
    before = set(Alias.objects.filter(organisation=organisation).values_list("name", flat=True))
    names = {name.casefold(): name for name in file.aliassen}.values()  # DiB and DIB are one spelling to a reader
    changed = any(getattr(organisation, name) != value for name, value in new.items()) or before != set(names)
    if changed and organisation.edited_at:
        return "offered"
    if changed:
        Organisation.objects.filter(pk=organisation.pk).update(**new)
        Alias.objects.filter(organisation=organisation).delete()
        Alias.objects.bulk_create(Alias(organisation=organisation, name=name) for name in names)
    return "added" if added else "changed" if changed else "left"


@transaction.atomic
def join(user: User, *, organisation: Organisation, role: str, by: Actor, at: datetime) -> Membership:
    """Give a person a role for an organisation. Refuses a case role at a ministry or supervisor. Announces MemberJoined."""
    if not rules.may_hold(role, organisation.kind):
        raise Refused(
            "Iemand van een ministerie of toezichthouder kan geen rol krijgen waarmee je vragen van werkgevers ziet."
        )
    membership = Membership.objects.create(
        user=user, organisation=organisation, organisation_kind=organisation.kind, role=role, since=at
    )
    record(facts.MemberJoined(by=by, at=at, user_id=user.pk, role=role), about=organisation)
    return membership


@transaction.atomic
def settle_demo(people: list[dict[str, str]], *, by: Actor, at: datetime) -> int:
    """Make the example people of the demo, once. Everything of theirs is marked as demo. Returns how many are new."""
    new = 0
    for person in people:
        user, added = User.objects.get_or_create(email=person["email"], defaults={"name": person["naam"], "demo": True})
        organisation = Organisation.objects.filter(slug=person["organisatie"]).first() or Organisation.objects.create(
            slug=person["organisatie"], name=person["organisatienaam"], demo=True, listed=False,
            kind=person.get("soort", rules.OrganisationKind.COMPANY),
        )  # fmt: skip
        new += added
        if not Membership.objects.filter(user=user, organisation=organisation, role=person["rol"]).exists():
            join(user, organisation=organisation, role=person["rol"], by=by, at=at)
    return new


@transaction.atomic
def make_account(email: str, *, name: str, by: Actor, at: datetime) -> User:
    """Give somebody who showed that this address is theirs an account without any right; who has one keeps it.

    Announces AccountMade for a new one."""
    user, new = User.objects.get_or_create(
        email__iexact=email, defaults={"email": email.lower(), "name": name.strip() or email.partition("@")[0]}
    )
    if new:
        record(facts.AccountMade(by=by, at=at), about=user)
    return user
