"""The journal: one append-only line per thing that happened, written in the transaction that did it."""

from django.db import models
from django.db.models import F, Q


class Entry(models.Model):
    """One fact. No foreign keys out: the journal outlives what it describes and blocks no deletion."""

    kind = models.CharField("gebeurtenis", max_length=80)
    at = models.DateTimeField("wanneer", db_index=True)
    by_id = models.BigIntegerField("door", null=True)
    of_id = models.BigIntegerField("namens", null=True)
    via = models.CharField("langs welke weg", max_length=8)
    subject = models.CharField("waarover", max_length=80, help_text="'catalogue.Card:42'")
    data = models.JSONField("gegevens", default=dict)

    class Privacy:
        keep = "zolang het platform bestaat"
        personal: tuple[str, ...] = ("by_id",)

    class Meta:
        verbose_name = "regel in het journaal"
        indexes = [
            models.Index(fields=["subject", "at"], name="entry_subject_at"),
            models.Index(fields=["kind", "at"], name="entry_kind_at"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.kind} {self.subject}"


class Cause(models.Model):
    """What led to what: the graph behind the "reis" of a question."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="causes")
    cause = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="effects")

    class Privacy:
        keep = "zolang het platform bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "oorzaak"
        constraints = [
            models.UniqueConstraint(fields=["entry", "cause"], name="cause_once"),
            models.CheckConstraint(name="cause_not_itself", condition=~Q(entry=F("cause"))),
        ]

    def __str__(self) -> str:
        return f"{self.cause_id} -> {self.entry_id}"


class Delivery(models.Model):
    """One entry reached one reaction. Written in the reaction's own transaction, so its effect happens once."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="deliveries")
    reaction = models.CharField("reactie", max_length=120)
    at = models.DateTimeField("wanneer")

    class Privacy:
        keep = "zolang het platform bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "bezorging"
        constraints = [models.UniqueConstraint(fields=["entry", "reaction"], name="delivery_once")]

    def __str__(self) -> str:
        return f"{self.entry_id} -> {self.reaction}"


class Job(models.Model):
    """Periodic work: one row a job, claimed by a conditional UPDATE in the worker loop."""

    name = models.CharField("naam", max_length=60, unique=True)
    due_at = models.DateTimeField("eerstvolgende keer")

    class Privacy:
        keep = "zolang het platform bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "periodiek werk"

    def __str__(self) -> str:
        return self.name
