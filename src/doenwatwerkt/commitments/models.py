"""Agendas, goals, action lines, commitments with one owner each, and ideas that have none yet."""

from django.db import models
from django.db.models import Q

from doenwatwerkt.commitments.rules import Strength
from doenwatwerkt.lib.codes import CommitmentStatus


class Agenda(models.Model):
    """One working agenda. A successor is opened with content, not with code."""

    slug = models.SlugField("adres", max_length=60, unique=True)
    title = models.CharField("titel", max_length=160)
    starts = models.CharField("begint", max_length=10, help_text="2021-09-29, or 2021-12 where the source knows no day")
    ends = models.CharField("eindigt", max_length=80, blank=True)
    target_year = models.PositiveSmallIntegerField("doeljaar", null=True)
    source = models.CharField("bron", max_length=300)

    class Privacy:
        keep = "zolang het platform bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "agenda"

    def __str__(self) -> str:
        return self.title


class Goal(models.Model):
    """One of the three numbered goals that every action line serves."""

    number = models.PositiveSmallIntegerField("nummer", unique=True)
    slug = models.SlugField("adres", max_length=60, unique=True)
    title = models.CharField("titel", max_length=200)
    target = models.TextField("doel", blank=True)
    means = models.JSONField("middelen", default=list)
    source = models.CharField("bron", max_length=300)

    class Privacy:
        keep = "zolang het platform bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "doel"

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class ActionLine(models.Model):
    """One of the seven lines of work, A to G. Where the source leaves its goals out, `goals_known` is false."""

    slug = models.SlugField("adres", max_length=60, unique=True)
    letter = models.CharField("letter", max_length=1, unique=True)
    title = models.CharField("titel", max_length=160)
    meaning = models.TextField("wat we bedoelen")
    existing = models.JSONField("wat er al is", default=list)
    future = models.JSONField("in de toekomst", default=list)
    frequency = models.CharField("hoe vaak", max_length=80, blank=True)
    goals = models.ManyToManyField(Goal, related_name="lines", verbose_name="doelen")
    goals_known = models.BooleanField("de bron noemt de doelen")

    class Privacy:
        keep = "zolang het platform bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "actielijn"

    def __str__(self) -> str:
        return f"{self.letter}. {self.title}"

    def get_absolute_url(self) -> str:
        return f"/toezeggingen/{self.slug}/"


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    def of(self, organisation_ids: list[int]) -> "CommitmentQuerySet":
        """Of an organisation and all that merged into it: pass people.queries.family(id)."""
        return self.filter(owner_id__in=organisation_ids)

    def of_line(self, line: ActionLine) -> "CommitmentQuerySet":
        return self.filter(line=line)


class Commitment(models.Model):
    """Who does what, by when, how sure: one owner a row, with the id of the programme."""

    ref = models.CharField("nummer", max_length=8, unique=True, help_text="A-01")
    line = models.ForeignKey(ActionLine, on_delete=models.PROTECT, related_name="commitments", verbose_name="actielijn")
    strand = models.CharField("spoor", max_length=60)
    owner = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name="eigenaar"
    )
    partners = models.ManyToManyField("people.Organisation", related_name="+", verbose_name="samen met")
    what = models.TextField("toezegging")
    strength = models.CharField("sterkte", max_length=16, choices=Strength.choices)
    condition = models.CharField("voorwaarde", max_length=300, blank=True)
    due = models.DateField("uiterlijk op", null=True)
    period = models.CharField("periode", max_length=20, blank=True)
    figures = models.JSONField("getallen", default=dict)
    status = models.CharField(
        "stand", max_length=16, choices=CommitmentStatus.choices, default=CommitmentStatus.PROMISED
    )
    seed_digest = models.CharField("vingerafdruk van het bestand", max_length=16, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Privacy:
        keep = "zolang het platform bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "toezegging"
        constraints = [
            models.CheckConstraint(name="commitment_strength_known", condition=Q(strength__in=Strength.values)),
            models.CheckConstraint(name="commitment_status_known", condition=Q(status__in=CommitmentStatus.values)),
            models.CheckConstraint(
                name="commitment_condition_named",
                condition=~Q(strength=Strength.CONDITIONAL) | ~Q(condition=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.what}"

    def get_absolute_url(self) -> str:
        return f"/toezeggingen/{self.ref.lower()}/"


class Idea(models.Model):
    """The backlog: people want it, nobody owns it yet. First-class, so that it isn't forgotten."""

    slug = models.SlugField("adres", max_length=60, unique=True)
    what = models.TextField("idee")
    suggested_line = models.ForeignKey(
        ActionLine, on_delete=models.PROTECT, null=True, related_name="ideas", verbose_name="past bij actielijn"
    )

    class Privacy:
        keep = "zolang het platform bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "idee zonder eigenaar"

    def __str__(self) -> str:
        return self.what
