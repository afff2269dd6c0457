"""Kinds of organisations and the roles people can hold (domain.md, appendix D). Pure."""

from collections.abc import Iterable

from django.db.models import TextChoices


class OrganisationKind(TextChoices):
    MINISTRY = "ministerie", "Ministerie"
    SUPERVISOR = "toezichthouder", "Toezichthouder"
    EMPLOYERS = "werkgeversorganisatie", "Werkgeversorganisatie"
    UNION = "vakbond", "Vakbond"
    KNOWLEDGE = "kennispartner", "Kennispartner"
    BRANCH = "branche", "Brancheorganisatie"
    COMPANY = "bedrijf", "Bedrijf"
    DESK = "inclusiedesk", "Inclusiedesk"
    NETWORK = "netwerk", "Netwerk van werkgevers"
    PROFESSION = "beroepsvereniging", "Beroepsvereniging"
    EDUCATION = "onderwijs", "Onderwijs"
    SOCIAL = "maatschappelijk", "Maatschappelijke organisatie"
    GOVERNMENT = "overheid", "Overheid"
    STATISTICS = "statistiek", "Statistiek"


class Role(TextChoices):
    """What somebody may do for an organisation. What each may and may not see stands in domain.md, appendix D."""

    EMPLOYER = "werkgever", "Contactpersoon van een werkgever"
    PROFESSIONAL = "hr-professional", "HR-professional of recruiter"
    FIRST_LINE = "eerste-lijn", "Adviseur bij een helpdesk"
    DIB_ADVISER = "dib-adviseur", "Adviseur bij SER Diversiteit in Bedrijf"
    REGIONAL_DESK = "regiodesk", "Adviseur bij een regionale desk"
    FACILITATOR = "netwerkbegeleider", "Begeleider van een doe-netwerk"
    PARTNER = "partnerbeheerder", "Beheerder bij een partner"
    PROGRAMME = "programmabureau", "Programmabureau"
    INSPECTORATE = "inspectie", "Arbeidsinspectie"
    KNOWLEDGE = "kennispartner", "Kennispartner"
    EDITOR = "redacteur", "Redacteur"


CASE_ROLES = frozenset({Role.EMPLOYER, Role.FIRST_LINE, Role.DIB_ADVISER, Role.REGIONAL_DESK, Role.FACILITATOR})
"""Roles that reach cases of employers. Never for people of a ministry or a supervisor: a wall, not a setting."""

WALLED = frozenset({OrganisationKind.MINISTRY, OrganisationKind.SUPERVISOR})


def may_hold(role: str, kind: str) -> bool:
    """Whether somebody of an organisation of this kind may hold this role."""
    return not (kind in WALLED and role in CASE_ROLES)


PRIVILEGED = frozenset(Role) - {Role.EMPLOYER, Role.PROFESSIONAL}
"""Roles that count only after a second factor in this session (decisions.md 20)."""


class Permission(TextChoices):
    """What a role opens. Rooms ask for these in their access.py; who has which is the table GRANTS."""

    EDIT_CARDS = "kaarten-bewerken", "Kaarten schrijven, uitgeven en laten vervallen"
    BRING_IN = "materiaal-inbrengen", "Materiaal van de eigen organisatie inbrengen"
    JUDGE = "bewijs-beoordelen", "Een bewijsoordeel voorstellen"
    REVIEW = "nakijken", "Kaarten en oordelen van anderen nakijken"
    MANAGE_MEMBERS = "leden-beheren", "Leden en gegevens van de eigen organisatie beheren"
    MERGE_ORGANISATIONS = "organisaties-samenvoegen", "Organisaties aanmaken, verbeteren en samenvoegen"
    SEE_HISTORY = "geschiedenis-zien", "Zien wie wat wanneer aan een kaart deed"


GRANTS: dict[Role, frozenset[Permission]] = {
    Role.EMPLOYER: frozenset({Permission.MANAGE_MEMBERS}),
    Role.PROFESSIONAL: frozenset(),
    Role.FIRST_LINE: frozenset({Permission.REVIEW}),
    Role.DIB_ADVISER: frozenset({Permission.REVIEW}),
    Role.REGIONAL_DESK: frozenset({Permission.REVIEW}),
    Role.FACILITATOR: frozenset(),
    Role.PARTNER: frozenset({Permission.BRING_IN, Permission.REVIEW, Permission.MANAGE_MEMBERS}),
    Role.PROGRAMME: frozenset({Permission.SEE_HISTORY}),
    Role.INSPECTORATE: frozenset(),
    Role.KNOWLEDGE: frozenset({Permission.BRING_IN, Permission.JUDGE, Permission.REVIEW, Permission.SEE_HISTORY}),
    Role.EDITOR: frozenset(Permission) - {Permission.MANAGE_MEMBERS},
}
"""Who may do what beyond reading what is public (domain.md, appendix D). What is not named here is not allowed."""


def may(roles: Iterable[str], permission: Permission) -> bool:
    """Whether one of these roles opens this. A role that is not ours opens nothing."""
    return any(permission in GRANTS[Role(role)] for role in roles if role in Role.values)


def active(roles: Iterable[str], *, second_factor: bool) -> tuple[frozenset[str], frozenset[str]]:
    """(the roles that count now, those that wait for a second factor)."""
    held = frozenset(roles)
    waiting = frozenset() if second_factor else held & {str(role) for role in PRIVILEGED}
    return held - waiting, waiting
