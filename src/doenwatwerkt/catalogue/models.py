"""Cards of three kinds, the verdicts and sources under them, and what the law says about them."""

from django.db import models
from django.db.models import F, Q

from doenwatwerkt.catalogue.rules import MOST_DEDUCTIONS, STREETS, Availability, State
from doenwatwerkt.lib.codes import (
    Advice,
    Basis,
    CardKind,
    Cost,
    Direction,
    Effort,
    LegalStatus,
    Magnitude,
    MaterialKind,
    Price,
    ReadLevel,
)  # fmt: skip


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


class Practice(models.Model):
    """What you do. Only an action has evidence."""

    card = models.OneToOneField(Card, on_delete=models.CASCADE, primary_key=True, related_name="practice")
    title_en = models.CharField("titel in het Engels", max_length=160)
    steps = models.JSONField("stappen", default=list)
    conditions = models.JSONField("voorwaarden", default=list)
    risks = models.JSONField("risico's", default=list)
    groups = models.JSONField("voor wie het is onderzocht", default=list)
    mechanism = models.TextField("hoe het werkt", blank=True)
    effect = models.TextField("effect")
    effect_html = models.TextField("effect als HTML", editable=False)
    legal_html = models.TextField("juridisch als HTML", editable=False, blank=True)
    sides = models.JSONField("twee kanten", default=list, help_text="where research and experts contradict each other")
    direction = models.CharField("richting", max_length=10, choices=Direction.choices)
    size = models.CharField("grootte", max_length=10, choices=Magnitude.choices)
    advice = models.CharField("advies", max_length=24, choices=Advice.choices)
    cost = models.PositiveSmallIntegerField("kosten", choices=Cost.choices)
    effort = models.PositiveSmallIntegerField("moeite", choices=Effort.choices)
    verdict = models.ForeignKey(
        "Verdict", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="geldend bewijsoordeel"
    )

    class Privacy:
        keep = "zolang de kaart bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "praktijk"
        constraints = [
            models.CheckConstraint(name="practice_direction_known", condition=Q(direction__in=Direction.values)),
            models.CheckConstraint(name="practice_size_known", condition=Q(size__in=Magnitude.values)),
            models.CheckConstraint(name="practice_advice_known", condition=Q(advice__in=Advice.values)),
            models.CheckConstraint(
                name="practice_cost_effort_known", condition=Q(cost__in=Cost.values, effort__in=Effort.values)
            ),
        ]

    def __str__(self) -> str:
        return self.title_en


class Verdict(models.Model):
    """How sure we are that a practice works, who judged it and until when. Never changed, only followed by a new one."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="verdicts")
    given_on = models.DateField("gegeven op")
    valid_until = models.DateField("geldig tot")
    start = models.PositiveSmallIntegerField("startscore")
    deductions = models.JSONField("aftrek", default=list)
    certainty = models.PositiveSmallIntegerField("zekerheid")
    basis = models.TextField("waarop het rust")
    context = models.TextField("waar en bij wie onderzocht")
    figures_seen = models.CharField("getallen zelf gezien", max_length=10)
    assessor = models.CharField("beoordelaar", max_length=120)
    standing = models.CharField("status van het oordeel", max_length=120)

    class Privacy:
        keep = "zolang de kaart bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "bewijsoordeel"
        constraints = [
            models.CheckConstraint(
                name="verdict_certainty_follows_from_start",
                condition=Q(start__lte=5, certainty__lte=F("start"), certainty__gte=F("start") - MOST_DEDUCTIONS)
                | Q(start__lte=MOST_DEDUCTIONS, certainty=0),
            ),
            models.CheckConstraint(name="verdict_in_order", condition=Q(valid_until__gt=F("given_on"))),
        ]

    def __str__(self) -> str:
        return f"{self.practice_id}: {self.certainty} ({self.given_on})"


class Answer(models.Model):
    """A short answer to what an employer asks. The question is the title of the card."""

    card = models.OneToOneField(Card, on_delete=models.CASCADE, primary_key=True, related_name="answer")
    short_html = models.TextField("kort antwoord als HTML", editable=False)
    why_html = models.TextField("waarom als HTML", editable=False, blank=True)
    not_when_html = models.TextField("wanneer niet als HTML", editable=False, blank=True)
    sure = models.BooleanField("de bron is zeker", default=True)
    check_with = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="laat nakijken bij"
    )

    class Privacy:
        keep = "zolang de kaart bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "antwoord"
        constraints = [
            models.CheckConstraint(
                name="answer_unsure_says_where", condition=Q(sure=True) | Q(check_with__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"antwoord {self.pk}"


class Material(models.Model):
    """What you use. A material has quality; only an action has evidence."""

    card = models.OneToOneField(Card, on_delete=models.CASCADE, primary_key=True, related_name="material")
    sort = models.CharField("soort hulpmiddel", max_length=12, choices=MaterialKind.choices)
    url = models.URLField("adres", max_length=300, blank=True)
    time_needed = models.CharField("tijd", max_length=120, blank=True)
    price = models.CharField("kosten", max_length=10, choices=Price.choices)
    commercial = models.BooleanField("commercieel aanbod", default=False)
    members_of = models.ForeignKey(
        "people.Organisation",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="alleen voor leden van",
    )
    how_to_get = models.TextField("hoe u eraan komt", blank=True)
    basis = models.CharField("bewijs", max_length=24, choices=Basis.choices)
    basis_note = models.TextField("waar dat op rust", blank=True)
    language_level = models.CharField("taalniveau", max_length=10, blank=True)
    accessibility = models.CharField("toegankelijkheid", max_length=200, blank=True)
    licence = models.CharField("licentie", max_length=120, blank=True)
    year = models.PositiveSmallIntegerField("jaar", null=True)
    availability = models.CharField("beschikbaarheid", max_length=24, choices=Availability.choices)

    class Privacy:
        keep = "zolang de kaart bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "materiaal"
        constraints = [
            models.CheckConstraint(name="material_sort_known", condition=Q(sort__in=MaterialKind.values)),
            models.CheckConstraint(name="material_price_known", condition=Q(price__in=Price.values)),
            models.CheckConstraint(name="material_basis_known", condition=Q(basis__in=Basis.values)),
            models.CheckConstraint(
                name="material_availability_known", condition=Q(availability__in=Availability.values)
            ),
        ]

    def __str__(self) -> str:
        return f"materiaal {self.pk}"


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

    class Privacy:
        keep = "zolang een kaart ernaar verwijst"
        personal: tuple[str, ...] = ("authors",)

    class Meta:
        verbose_name = "bron"

    def __str__(self) -> str:
        return f"{self.authors} ({self.year}) {self.title}"


class Citation(models.Model):
    """A card rests on a source."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="citations")
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

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="legal_bases")
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
