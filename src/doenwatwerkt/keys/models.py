"""Codes under way, how often was tried, and where people are signed in. Second factors are rows of django-allauth."""

from django.db import models
from django.db.models import Q

from doenwatwerkt.keys.rules import Purpose


class Code(models.Model):
    """A code that was mailed. Kept as a digest and tied to the browser that asked; one for an address that nobody has fits nobody."""

    user = models.ForeignKey(
        "people.User", on_delete=models.CASCADE, null=True, related_name="+", verbose_name="persoon"
    )
    purpose = models.CharField("waarvoor", max_length=16, choices=Purpose.choices)
    email = models.EmailField("e-mailadres", blank=True)
    name = models.CharField("naam", max_length=120, blank=True)
    digest = models.CharField("afdruk van de code", max_length=64, blank=True)
    made_at = models.DateTimeField("gemaakt op")
    tries = models.PositiveSmallIntegerField("pogingen", default=0)
    used_at = models.DateTimeField("gebruikt op", null=True)

    class Privacy:
        keep = "een dag"
        personal: tuple[str, ...] = ("user", "email", "name")

    class Meta:
        verbose_name = "aanmeldcode"
        constraints = [
            models.CheckConstraint(name="code_purpose_known", condition=Q(purpose__in=Purpose.values)),
            models.CheckConstraint(
                name="code_forgotten_once_used", condition=Q(used_at=None) | Q(email="", name="", digest="")
            ),
            models.CheckConstraint(
                name="code_for_a_new_account_has_an_address",
                condition=~Q(purpose=Purpose.SIGN_UP, used_at=None) | ~Q(email=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"


class Tally(models.Model):
    """How often something was tried in one period. The key is a digest: it tells nobody who or where."""

    key = models.CharField("sleutel", max_length=64, unique=True)
    times = models.PositiveIntegerField("keren")
    until = models.DateTimeField("tot")

    class Privacy:
        keep = "tot een dag na het einde van de periode"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "telling"

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.times}"


class Visit(models.Model):
    """A browser in which somebody is signed in, as its owner would recognise it."""

    user = models.ForeignKey("people.User", on_delete=models.CASCADE, related_name="+", verbose_name="persoon")
    session_key = models.CharField("sessie", max_length=40, unique=True)
    device = models.CharField("apparaat", max_length=60)
    since = models.DateTimeField("sinds")

    class Privacy:
        keep = "zolang iemand daar is aangemeld, en een dag daarna"
        personal: tuple[str, ...] = ("user", "device")

    class Meta:
        verbose_name = "aangemeld apparaat"

    def __str__(self) -> str:
        return f"{self.user_id} {self.device}"
