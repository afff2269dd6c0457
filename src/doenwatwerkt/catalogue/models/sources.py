"""What cards rest on: sources and legal facts."""

from django.db import models
from django.db.models import Q

from doenwatwerkt.catalogue.rules import MARYLAND
from doenwatwerkt.lib.codes import LegalStatus, ReadLevel


class Source(models.Model):
    """A study or page that a card rests on, with how far we read it ourselves."""

    key = models.CharField("sleutel", max_length=40, unique=True)
    authors = models.CharField("auteurs", max_length=300, blank=True)
    year = models.PositiveSmallIntegerField("jaar", null=True)
    title = models.CharField("titel", max_length=400)
    publication = models.CharField("uitgave", max_length=300, blank=True)
    url = models.URLField("adres", max_length=500, blank=True)
    read_level = models.CharField("hoe ver gelezen", max_length=20, choices=ReadLevel.choices, blank=True)
    read_where = models.CharField("waar gelezen", max_length=300, blank=True)
    seen = models.BooleanField("zelf gezien", default=True)
    link_seen = models.BooleanField("link zelf gezien", default=True)
    note = models.TextField("opmerking", blank=True)
    doi = models.CharField("DOI", max_length=200, blank=True)
    maryland = models.PositiveSmallIntegerField("sterkte van de opzet (Maryland)", null=True)
    population = models.CharField("waar en bij wie", max_length=300, blank=True)
    correction = models.CharField("intrekking of verbetering", max_length=300, blank=True)

    class Privacy:
        keep = "zolang een kaart ernaar verwijst"
        personal: tuple[str, ...] = ("authors",)

    class Meta:
        verbose_name = "bron"
        constraints = [
            models.CheckConstraint(
                name="source_maryland_known", condition=Q(maryland=None) | Q(maryland__in=list(MARYLAND))
            )
        ]

    def __str__(self) -> str:
        return f"{self.authors} ({self.year}) {self.title}"


class Citation(models.Model):
    """A card rests on a source."""

    card = models.ForeignKey("catalogue.Card", on_delete=models.CASCADE, related_name="citations")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations")
    position = models.PositiveSmallIntegerField("volgorde")

    class Privacy:
        keep = "zolang de kaart bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "bronvermelding"
        constraints = [models.UniqueConstraint(fields=["card", "source"], name="citation_once")]

    def __str__(self) -> str:
        return f"{self.card_id} -> {self.source_id}"


class LegalFact(models.Model):
    """What the law says, where that stands and when somebody last looked."""

    slug = models.SlugField("sleutel", max_length=80, unique=True)
    subject = models.CharField("onderwerp", max_length=200)
    statement = models.TextField("wat er geldt")
    status = models.CharField("status", max_length=12, choices=LegalStatus.choices)
    since = models.DateField("sinds", null=True)
    source_title = models.CharField("bron", max_length=300)
    source_url = models.URLField("adres van de bron", max_length=500)
    checked_on = models.DateField("nagekeken op")

    class Privacy:
        keep = "zolang een kaart ernaar verwijst"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "rechtsfeit"
        constraints = [
            models.CheckConstraint(name="legalfact_status_known", condition=Q(status__in=LegalStatus.values))
        ]

    def __str__(self) -> str:
        return self.subject


class LegalBasis(models.Model):
    """A card explains a legal fact, or leans on it."""

    card = models.ForeignKey("catalogue.Card", on_delete=models.CASCADE, related_name="legal_bases")
    fact = models.ForeignKey(LegalFact, on_delete=models.PROTECT, related_name="+")
    leans = models.BooleanField("steunt erop")

    class Privacy:
        keep = "zolang de kaart bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "juridische basis"
        constraints = [models.UniqueConstraint(fields=["card", "fact"], name="legalbasis_once")]

    def __str__(self) -> str:
        return f"{self.card_id} -> {self.fact_id}"
