"""Kinds of organisations and the roles people can hold (domain.md, appendix D). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

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


NEVER_CASES = frozenset({Role.PROGRAMME, Role.INSPECTORATE})
"""Whoever acts in one of these roles stays outside every room with cases, whatever else they hold."""


def reaches_cases(roles: Iterable[str]) -> bool:
    """Whether these roles may come near cases of employers at all. Which cases, the room itself decides."""
    held = set(roles)
    return bool(held & CASE_ROLES) and not held & NEVER_CASES


def may_hold(role: str, kind: str) -> bool:
    """Whether somebody of an organisation of this kind may hold this role."""
    return not (kind in WALLED and role in CASE_ROLES)


def may_become_one(kind: str, into: str) -> bool:
    """Whether organisations of these kinds can be one: never across the wall, or a firm's people would stand behind it."""
    return (kind in WALLED) == (into in WALLED)


PRIVILEGED = frozenset(Role) - {Role.EMPLOYER, Role.PROFESSIONAL}
"""Roles that count only after a second factor in this session (decisions.md 20)."""


class Permission(TextChoices):
    """What a role opens. Rooms ask for these in their access.py; who has which is the table GRANTS."""

    EDIT_CARDS = "kaarten-bewerken", "Kaarten schrijven, uitgeven en laten vervallen"
    BRING_IN = "materiaal-inbrengen", "Materiaal van de eigen organisatie inbrengen"
    JUDGE = "bewijs-beoordelen", "Een bewijsoordeel voorstellen"
    REVIEW = "nakijken", "Kaarten en oordelen van anderen nakijken"
    MANAGE_MEMBERS = "leden-beheren", "Leden en gegevens van de eigen organisatie beheren"
    MERGE_ORGANISATIONS = "organisaties-samenvoegen", "Alle organisaties aanmaken, verbeteren en samenvoegen"
    GIVE_ROLES = "rollen-geven", "Rollen van het programma geven en afnemen"
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


@dataclass(frozen=True)
class Sight:
    """What a role may see and what stays closed to it (domain.md, appendix D), as sentences for a reader."""

    sees: tuple[str, ...]
    never: tuple[str, ...]


SIGHTS: dict[Role, Sight] = {
    Role.EMPLOYER: Sight(
        ("De vragen, het plan, de netwerken en de hulpmiddelen van de eigen organisatie.",),
        ("Gegevens van andere werkgevers.",),
    ),
    Role.PROFESSIONAL: Sight(
        ("Hulpmiddelen, e-learning en eigen concepten.",),
        ("De vragen die de werkgever stelde, tenzij iemand daarvoor een eigen rol heeft.",),
    ),
    Role.FIRST_LINE: Sight(
        ("De vragen die bij de eigen helpdesk binnenkwamen, en hoe het daarmee staat na het overdragen.",),
        ("Het antwoord van een ander, tenzij die het deelt.",),
    ),
    Role.DIB_ADVISER: Sight(
        ("Vragen die aan SER Diversiteit in Bedrijf zijn aangeboden of daar zijn aangenomen, en het profiel van die werkgever.",),
        ("Meldingen bij een meldpunt waar namen in staan.",),
    ),
    Role.REGIONAL_DESK: Sight(
        ("Werkgevers in de eigen regio die een vraag of een traject hebben.",),
        ("Werkgevers en trajecten in andere regio's.",),
    ),
    Role.FACILITATOR: Sight(
        ("Het eigen doe-netwerk, met de logboeken op het niveau van de groep.",),
        ("Vragen die werkgevers aan een helpdesk stelden.",),
    ),
    Role.PARTNER: Sight(
        ("De eigen toezeggingen en de eigen cijfers.",),
        ("Ruwe gegevens van andere partners.",),
    ),
    Role.PROGRAMME: Sight(
        ("Opgetelde cijfers van ten minste 10, toezeggingen, en alles wat openbaar is.",),
        ("Vragen van werkgevers, logboeken, meldingen en het verslag van één organisatie.",),
    ),
    Role.INSPECTORATE: Sight(
        ("Wat openbaar is, de eigen folders en de eigen bijdrage.",),
        ("Al het andere. Ook niet welke werkgever wat vroeg.",),
    ),
    Role.KNOWLEDGE: Sight(
        ("Gegevens zonder namen, als daarover een afspraak is gemaakt.",),
        ("Wie de mensen en organisaties in die gegevens zijn.",),
    ),
    Role.EDITOR: Sight(
        ("Hulpmiddelen, voorbeelden en rechtsfeiten.",),
        ("Vragen van werkgevers.",),
    ),
}  # fmt: skip

MANAGERS = frozenset(role for role, granted in GRANTS.items() if Permission.MANAGE_MEMBERS in granted)
"""Roles that look after the members of their organisation: while there are members, somebody holds one."""

GIVES: dict[Role, frozenset[Role]] = {
    Role.EMPLOYER: frozenset({Role.EMPLOYER, Role.PROFESSIONAL}),
    Role.PARTNER: frozenset(
        {Role.PARTNER, Role.PROFESSIONAL, Role.FIRST_LINE, Role.DIB_ADVISER, Role.REGIONAL_DESK, Role.FACILITATOR}
    ),
    Role.EDITOR: frozenset({Role.PARTNER, Role.PROGRAMME, Role.INSPECTORATE, Role.KNOWLEDGE, Role.EDITOR}),
}
"""Who may give which role. The first two only in their own organisation; an editor in every organisation, and never one
that reaches cases, so that no editor can open the way to cases for anybody. See FIRST for the one exception."""

FIRST = Role.EMPLOYER
"""The redactie may also give this role, but only where nobody looks after the organisation yet."""

SUITS: dict[Role, frozenset[OrganisationKind]] = {
    Role.FIRST_LINE: frozenset({OrganisationKind.EMPLOYERS, OrganisationKind.BRANCH, OrganisationKind.GOVERNMENT}),
    Role.DIB_ADVISER: frozenset({OrganisationKind.KNOWLEDGE}),
    Role.REGIONAL_DESK: frozenset({OrganisationKind.DESK}),
    Role.FACILITATOR: frozenset({OrganisationKind.NETWORK, OrganisationKind.EMPLOYERS, OrganisationKind.BRANCH}),
    Role.PROGRAMME: frozenset({OrganisationKind.MINISTRY}),
    Role.INSPECTORATE: frozenset({OrganisationKind.SUPERVISOR}),
}
"""Roles that belong to certain kinds of organisations. A role that is not named here suits every kind."""


def suits(role: str, kind: str) -> bool:
    """Whether this role belongs to organisations of this kind, and the wall lets it."""
    return may_hold(role, kind) and (role not in SUITS or kind in SUITS[Role(role)])


def givable(roles: Iterable[str], *, own: bool, kind: str, managed: bool) -> list[Role]:
    """The roles that somebody with these roles may give: in their own organisation or another, of this kind, with or
    without somebody who looks after it."""
    held, given = set(roles), set[Role]()
    for giver in GIVES:
        if giver in held and (own or giver is Role.EDITOR):
            given |= GIVES[giver]
    if Role.EDITOR in held and not managed:
        given.add(FIRST)
    return [role for role in Role if role in given and suits(role, kind)]


def takeable(roles: Iterable[str], *, own: bool) -> frozenset[Role]:
    """The roles that somebody may take away: an editor every role, a manager those of the own organisation."""
    held = set(roles)
    if Role.EDITOR in held:
        return frozenset(Role)
    return frozenset().union(*(GIVES[giver] for giver in GIVES if giver in held and own))


def may_go(*, manages: bool, other_managers: int, other_members: int) -> bool:
    """Whether somebody can leave: the last who looks after the members hands over first, unless nobody stays behind."""
    return not manages or other_managers > 0 or other_members == 0


FOR_ITSELF = frozenset(
    {OrganisationKind.COMPANY, OrganisationKind.EDUCATION, OrganisationKind.SOCIAL, OrganisationKind.GOVERNMENT}
)
"""Kinds of employers that somebody may register without the redactie."""

INVITATION_LIVES = timedelta(days=14)
MOST_OPEN = 20
"""How long an invitation works, and how many may be open at once per organisation."""

RESERVED = frozenset({"nieuw", "alle"})
"""Addresses under /organisaties/ that are pages of ours."""
