"""How organisations and people are shown in a history, and what happens to them in words."""

from doenwatwerkt.journal.subjects import PARTY, PERSON, Shown, says, shows
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.people import access, facts
from doenwatwerkt.people.models import Organisation, User
from doenwatwerkt.people.rules import OrganisationKind, Permission, Role

FIELDS = {
    "name": "naam", "note": "toelichting", "url": "website", "size": "omvang", "sector": "bedrijfstak", "region": "regio",
    "kvk": "KvK-nummer", "vestiging": "vestigingsnummer", "rsin": "RSIN", "kind": "soort", "listed": "openbaar vermeld",
    "commercial": "commercieel aanbod",
}  # fmt: skip


@shows(PARTY, street="organisatie", unseen="een organisatie")
def organisations(pks: list[int], by: Actor) -> dict[int, Shown]:
    """Public ones for everybody, others for their own people and the redactie. Their history only for these two."""
    shown = {}
    for one in Organisation.objects.filter(pk__in=pks).order_by("pk"):
        inside = access.own(by, one) or access.may(by, Permission.MERGE_ORGANISATIONS)
        if inside or access.is_visible(by, one):
            shown[one.pk] = Shown(one.name, f"/organisaties/{one.slug}/", history=inside)
    return shown


@shows(PERSON, street="persoon", unseen="iemand")
def people(pks: list[int], by: Actor) -> dict[int, Shown]:
    """Names of people are for the redactie only. Nobody's history has a page."""
    if not access.may(by, Permission.EDIT_CARDS):
        return {}
    return {one.pk: Shown(str(one)) for one in User.objects.filter(pk__in=pks).order_by("pk")}


def _role(value: str) -> str:
    return str(Role(value).label)


def _roles(values: list[str]) -> str:
    return ", ".join(_role(value) for value in values)


def _fields(names: list[str]) -> str:
    return ", ".join(FIELDS.get(name, name) for name in names) or "niets"


says("people.AccountMade", "maakte een account")
says("people.AccountClosed", "sloot het account")
says(facts.OrganisationsLoaded, "bracht de lijst met organisaties bij: {added} nieuw, {changed} gewijzigd")
says(facts.OrganisationRegistered, "meldde deze organisatie aan als {kind}",
     kind=lambda value: str(OrganisationKind(value).label).lower())  # fmt: skip
says(facts.OrganisationChanged, "veranderde: {fields}", fields=_fields)
says(facts.AliasAdded, "voegde een schrijfwijze van de naam toe")
says(facts.AliasRemoved, "haalde een schrijfwijze van de naam weg")
says(facts.OrganisationMerged, "voegde deze organisatie samen met {into_id}", into_id=PARTY)
says(facts.MergeUndone, "maakte deze organisatie weer los van {from_id}", from_id=PARTY)
says(facts.MemberInvited, "nodigde iemand uit voor de rol ‘{role}’", role=_role)
says(facts.InvitationWithdrawn, "trok een uitnodiging in voor de rol ‘{role}’", role=_role)
says(facts.MemberJoined, "zorgde voor een rol: {user_id} is nu ‘{role}’", user_id=PERSON, role=_role)
says(facts.MemberLeft, "vertrok, met de rol ‘{roles}’", roles=_roles)
says(facts.RoleTaken, "nam {user_id} de rol ‘{role}’ af", user_id=PERSON, role=_role)
says(facts.RoleHandedOver, "droeg de rol ‘{role}’ over aan {to_id}", role=_role, to_id=PERSON)
says(facts.AccountMade, "maakte een account")
says(facts.AccountClosed, "verwijderde de account")
