"""The three kinds: practice with its verdicts, answer, material."""

from django.db import models
from django.db.models import F, Q

from doenwatwerkt.catalogue.rules import MOST_DEDUCTIONS, Availability
from doenwatwerkt.lib.codes import Advice, Basis, Cost, Direction, Effort, Magnitude, MaterialKind, Price


class Practice(models.Model):
    """What you do. Only an action has evidence."""

    card = models.OneToOneField("catalogue.Card", on_delete=models.CASCADE, primary_key=True, related_name="practice")
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
    reasons = models.JSONField("redenen van aftrek", default=list, help_text="in the order of the deductions")
    interests = models.TextField("belangen van de beoordelaars", blank=True)
    assessor = models.CharField("beoordelaar", max_length=400, help_text="organisations, never people")
    standing = models.CharField("status van het oordeel", max_length=400)

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

    card = models.OneToOneField("catalogue.Card", on_delete=models.CASCADE, primary_key=True, related_name="answer")
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

    card = models.OneToOneField("catalogue.Card", on_delete=models.CASCADE, primary_key=True, related_name="material")
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
