"""Who lives and works here: regions, organisations, people and what they may do for whom."""

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.http import HttpRequest

from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.codes import SizeClass
from doenwatwerkt.people.rules import OrganisationKind, Role


class Region(models.Model):
    """An arbeidsmarktregio. Codes are not contiguous; names have several spellings."""

    code = models.CharField("code", max_length=4, unique=True)
    name = models.CharField("naam", max_length=80)
    aliases = models.JSONField("andere namen", default=list)

    class Privacy:
        keep = "zolang de regio bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "arbeidsmarktregio"

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def current(self) -> "OrganisationQuerySet":
        return self.filter(merged_into=None)

    def public(self) -> "OrganisationQuerySet":
        """What everybody may see: real, of today, and not a firm that only registered itself."""
        return self.current().filter(demo=False, listed=True)


class Organisation(models.Model):
    """One organisation. `merged_into` keeps history when two turn out to be the same.

    Numbers are text and none is needed. A KvK number stands for a firm and a vestigingsnummer for one of its places, so a
    KvK number is unique among firms as a whole and may come back with another vestigingsnummer for each place. An RSIN is
    of the legal person: only a firm as a whole has it."""

    slug = models.SlugField("adres", max_length=60, unique=True)
    name = models.CharField("naam", max_length=200)
    kind = models.CharField("soort", max_length=24, choices=OrganisationKind.choices)
    note = models.TextField("toelichting", blank=True)
    url = models.URLField("website", max_length=300, blank=True)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="regio")
    programme_roles = models.JSONField("rollen in het programma", default=list)
    commercial = models.BooleanField("commercieel aanbod", default=False)
    kvk = models.CharField("KvK-nummer", max_length=8, blank=True)
    vestiging = models.CharField("vestigingsnummer", max_length=12, blank=True)
    rsin = models.CharField("RSIN", max_length=9, blank=True)
    size = models.CharField("omvang", max_length=8, choices=SizeClass.choices, blank=True)
    sector = models.CharField("bedrijfstak", max_length=1, blank=True, help_text="the letter of content/sbi.tsv")
    listed = models.BooleanField("openbaar vermeld", default=True)
    revision = models.PositiveIntegerField("keer gewijzigd", default=0)
    edited_at = models.DateTimeField("bewerkt op", null=True)
    demo = models.BooleanField("voorbeeldgegevens", default=False)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")

    objects = OrganisationQuerySet.as_manager()

    class Privacy:
        keep = "zolang de organisatie meedoet"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "organisatie"
        constraints = [
            models.CheckConstraint(name="organisation_kind_known", condition=Q(kind__in=OrganisationKind.values)),
            models.CheckConstraint(
                name="organisation_not_into_itself",
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")),
            ),
            models.CheckConstraint(name="organisation_kvk_of_8", condition=Q(kvk="") | Q(kvk__regex=r"^[0-9]{8}$")),
            models.CheckConstraint(
                name="organisation_vestiging_under_its_kvk",
                condition=Q(vestiging="") | (~Q(kvk="") & Q(vestiging__regex=r"^[0-9]{12}$")),
            ),
            models.CheckConstraint(
                name="organisation_rsin_of_the_whole",
                condition=Q(rsin="") | (Q(vestiging="") & Q(rsin__regex=r"^[0-9]{9}$")),
            ),
            models.CheckConstraint(name="organisation_size_known", condition=Q(size="") | Q(size__in=SizeClass.values)),
            models.CheckConstraint(
                name="organisation_sector_known", condition=Q(sector="") | Q(sector__regex=r"^[A-U]$")
            ),
            models.UniqueConstraint(
                fields=["kvk"],
                name="organisation_kvk_once",
                condition=Q(merged_into=None) & Q(vestiging="") & ~Q(kvk=""),
            ),
            models.UniqueConstraint(
                fields=["vestiging"],
                name="organisation_vestiging_once",
                condition=Q(merged_into=None) & ~Q(vestiging=""),
            ),
            models.UniqueConstraint(
                fields=["rsin"], name="organisation_rsin_once", condition=Q(merged_into=None) & ~Q(rsin="")
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Alias(models.Model):
    """Another spelling of an organisation's name: AWWN and AAVN are the AWVN."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField("andere schrijfwijze", max_length=200)

    class Privacy:
        keep = "zolang de organisatie meedoet"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "andere schrijfwijze"
        constraints = [models.UniqueConstraint(Lower("name"), "organisation", name="alias_once")]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Finding people by e-mail address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person with an e-mail address and no user name. What they may do stands in their memberships."""

    email = models.EmailField("e-mailadres", unique=True)
    name = models.CharField("naam", max_length=120)
    is_active = models.BooleanField("actief", default=True)
    demo = models.BooleanField("voorbeeldpersoon", default=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Privacy:
        keep = "tot twee jaar na de laatste keer aanmelden"
        personal: tuple[str, ...] = ("email", "name")

    class Meta:
        verbose_name = "persoon"
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_once")]

    def __str__(self) -> str:
        return self.name or self.email


class MembershipQuerySet(models.QuerySet["Membership"]):
    def active(self, at: datetime) -> "MembershipQuerySet":
        return self.filter(Q(until=None) | Q(until__gt=at), since__lte=at)


class Membership(models.Model):
    """A person holds a role for an organisation, from and until."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    organisation_kind = models.CharField(
        "soort organisatie", max_length=24, choices=OrganisationKind.choices,
        help_text="kept beside the foreign key, so that the database itself can keep the wall",
    )  # fmt: skip
    role = models.CharField("rol", max_length=24, choices=Role.choices)
    since = models.DateTimeField("vanaf")
    until = models.DateTimeField("tot", null=True)

    objects = MembershipQuerySet.as_manager()

    class Privacy:
        keep = "tot twee jaar na het einde"
        personal: tuple[str, ...] = ("user",)

    class Meta:
        verbose_name = "lidmaatschap"
        constraints = [
            models.CheckConstraint(name="membership_role_known", condition=Q(role__in=Role.values)),
            models.CheckConstraint(name="membership_in_order", condition=Q(until=None) | Q(until__gt=F("since"))),
            models.CheckConstraint(
                name="membership_ministry_holds_no_case_role",
                condition=~Q(
                    organisation_kind__in=["ministerie", "toezichthouder"],
                    role__in=["werkgever", "eerste-lijn", "dib-adviseur", "regiodesk", "netwerkbegeleider"],
                ),
            ),
            models.UniqueConstraint(
                fields=["user", "organisation", "role"], condition=Q(until=None), name="membership_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.organisation_id}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self, at: datetime) -> "InvitationQuerySet":
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=at)


class Invitation(models.Model):
    """A role that waits for whoever holds the link. The link itself is kept nowhere, only its digest."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="invitations")
    role = models.CharField("rol", max_length=24, choices=Role.choices)
    email = models.EmailField("e-mailadres", blank=True)
    digest = models.CharField("vingerafdruk van de link", max_length=64, unique=True)
    invited_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", verbose_name="uitgenodigd door")
    sent_at = models.DateTimeField("verstuurd op")
    expires_at = models.DateTimeField("geldig tot")
    accepted_at = models.DateTimeField("aangenomen op", null=True)
    accepted_by = models.ForeignKey(
        User, on_delete=models.CASCADE, null=True, related_name="+", verbose_name="aangenomen door"
    )
    withdrawn_at = models.DateTimeField("ingetrokken op", null=True)

    objects = InvitationQuerySet.as_manager()

    class Privacy:
        keep = "het e-mailadres tot de uitnodiging is aangenomen, ingetrokken of verlopen; de rest twee jaar"
        personal: tuple[str, ...] = ("email", "invited_by", "accepted_by")

    class Meta:
        verbose_name = "uitnodiging"
        constraints = [
            models.CheckConstraint(name="invitation_role_known", condition=Q(role__in=Role.values)),
            models.CheckConstraint(name="invitation_in_order", condition=Q(expires_at__gt=F("sent_at"))),
            models.CheckConstraint(
                name="invitation_accepted_by_somebody",
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
            ),
            models.CheckConstraint(
                name="invitation_ends_in_one_way", condition=Q(accepted_at=None) | Q(withdrawn_at=None)
            ),
            models.CheckConstraint(
                name="invitation_address_forgotten_at_the_end",
                condition=Q(accepted_at=None, withdrawn_at=None) | Q(email=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.organisation_id}"


class HouseRequest(HttpRequest):
    """What every view receives: a request with the actor behind it. `preview`: the way back, where a page is shown as it may become."""

    actor: Actor
    preview: str = ""
