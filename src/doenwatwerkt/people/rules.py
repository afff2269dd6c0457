"""Kinds of organisations and the roles people can hold (domain.md, appendix D). Pure."""

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
