"""Letters on their way: written in the transaction that gives the reason, sent later, and then forgotten but for the day."""

from django.db import models
from django.db.models import Q


class Letter(models.Model):
    """One e-mail. Once sent, only its kind and the time are left: no address, no words, no link."""

    kind = models.CharField("soort brief", max_length=40)
    to = models.EmailField("aan", blank=True)
    subject = models.CharField("onderwerp", max_length=200, blank=True)
    text = models.TextField("tekst", blank=True)
    written_at = models.DateTimeField("geschreven op")
    sent_at = models.DateTimeField("verstuurd op", null=True)

    class Privacy:
        keep = "tot de brief is verstuurd; daarna alleen soort en tijd"
        personal: tuple[str, ...] = ("to", "text", "subject")

    class Meta:
        verbose_name = "brief"
        constraints = [
            models.CheckConstraint(
                name="letter_forgotten_once_sent", condition=Q(sent_at=None) | Q(to="", subject="", text="")
            ),
            models.CheckConstraint(name="letter_has_an_address_until_sent", condition=~Q(sent_at=None) | ~Q(to="")),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
