"""What the three kinds of cards share: the card, its versions, offers, and what hangs together."""

from django.db import models
from django.db.models import F, Q

from doenwatwerkt.catalogue.rules import STREETS, State
from doenwatwerkt.lib.codes import CardKind


class CardQuerySet(models.QuerySet["Card"]):
    def public(self) -> "CardQuerySet":
        return self.filter(state=State.PUBLISHED)

    def of_kind(self, kind: str) -> "CardQuerySet":
        return self.filter(kind=kind)

    def with_faces(self) -> "CardQuerySet":
        """All that a list shows of a card, in the same query."""
        return self.select_related("practice__verdict", "answer__check_with", "material__members_of", "owner")


class Card(models.Model):
    """What the three kinds share: address, words, owner, dates, state. The lifecycle acts on this."""

    kind = models.CharField("soort", max_length=12, choices=CardKind.choices)
    slug = models.SlugField("adres", max_length=80)
    title = models.CharField("titel", max_length=160)
    summary = models.TextField("samenvatting")
    monday = models.TextField("wat u maandag kunt doen", blank=True)
    asked = models.JSONField("zo vragen mensen ernaar", default=list)
    phases = models.JSONField("fasen", default=list)
    themes = models.JSONField("thema's", default=list)
    scales = models.JSONField("omvang", default=list)
    audiences = models.JSONField("doelgroep", default=list)
    state = models.CharField("status", max_length=12, choices=State.choices, default=State.PUBLISHED)
    version = models.PositiveIntegerField("versie", default=1)
    owner = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="eigenaar"
    )
    recommended = models.BooleanField("aangeraden", default=True)
    checked_on = models.DateField("nagekeken op")
    review_on = models.DateField("opnieuw nakijken op")
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="opvolger"
    )
    seed_digest = models.CharField("vingerafdruk van het bestand", max_length=16, blank=True)
    edited_at = models.DateTimeField("bewerkt op", null=True)

    objects = CardQuerySet.as_manager()

    class Privacy:
        keep = "zolang de kaart bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "kaart"
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="card_address_once"),
            models.CheckConstraint(name="card_kind_known", condition=Q(kind__in=CardKind.values)),
            models.CheckConstraint(name="card_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(
                name="card_not_its_own_successor", condition=Q(successor=None) | ~Q(successor=F("id"))
            ),
            models.CheckConstraint(
                name="card_successor_only_when_retired", condition=Q(successor=None) | Q(state=State.RETIRED)
            ),
        ]
        indexes = [models.Index(fields=["kind", "state", "title"], name="card_kind_state_title")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/{STREETS[self.kind]}/{self.slug}/"


class CardVersion(models.Model):
    """The whole card as it was: what the file or form said, as JSON."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField("versie")
    at = models.DateTimeField("wanneer")
    by_id = models.BigIntegerField("door", null=True)
    via = models.CharField("langs welke weg", max_length=8)
    data = models.JSONField("inhoud")

    class Privacy:
        keep = "zolang de kaart bestaat"
        personal: tuple[str, ...] = ("by_id",)

    class Meta:
        verbose_name = "versie van een kaart"
        constraints = [models.UniqueConstraint(fields=["card", "number"], name="cardversion_once")]

    def __str__(self) -> str:
        return f"{self.card_id} v{self.number}"


class Offer(models.Model):
    """A change in a file for a card that people edited: offered with the difference, never applied by itself."""

    card = models.OneToOneField(Card, on_delete=models.CASCADE, related_name="offer")
    at = models.DateTimeField("wanneer")
    digest = models.CharField("vingerafdruk", max_length=16)
    data = models.JSONField("inhoud")
    differences = models.JSONField("verschillen", default=list)

    class Privacy:
        keep = "tot het aanbod is behandeld"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "aangeboden wijziging"

    def __str__(self) -> str:
        return f"aanbod voor {self.card_id}"


class Relation(models.Model):
    """Two cards that belong together: an answer or material hangs under a practice."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="relations")
    other = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="related_from")
    position = models.PositiveSmallIntegerField("volgorde")

    class Privacy:
        keep = "zolang beide kaarten bestaan"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "samenhang"
        constraints = [
            models.UniqueConstraint(fields=["card", "other"], name="relation_once"),
            models.CheckConstraint(name="relation_not_itself", condition=~Q(card=F("other"))),
        ]

    def __str__(self) -> str:
        return f"{self.card_id} -> {self.other_id}"


class Pointer(models.Model):
    """Where to go on: an organisation, for what, and its page."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="pointers")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="+")
    what_for = models.CharField("waarvoor", max_length=300)
    url = models.URLField("adres", max_length=500, blank=True)
    position = models.PositiveSmallIntegerField("volgorde")

    class Privacy:
        keep = "zolang de kaart bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "verwijzing"

    def __str__(self) -> str:
        return f"{self.card_id} -> {self.organisation_id}"
