"""What readers say of a card: whether it helped, without who they are."""

from django.db import models

from doenwatwerkt.catalogue.rules import LONGEST_PASSAGE, LONGEST_WHY


class Feedback(models.Model):
    """One reader's answer to "Hielp dit?". No person, no address, no time of day; texts are masked before they come here."""

    card = models.ForeignKey("catalogue.Card", on_delete=models.CASCADE, related_name="feedback")
    on = models.DateField("gegeven op")
    helped = models.BooleanField("het hielp")
    why = models.CharField("waarom", max_length=LONGEST_WHY, blank=True)
    passage = models.CharField("wat onduidelijk was", max_length=LONGEST_PASSAGE, blank=True)
    card_version = models.PositiveIntegerField("versie van de kaart")

    class Privacy:
        keep = "1 jaar"
        personal: tuple[str, ...] = ("why", "passage")

    class Meta:
        verbose_name = "reactie op een kaart"
        indexes = [models.Index(fields=["on"], name="feedback_on")]

    def __str__(self) -> str:
        return f"{self.card_id}: {'hielp' if self.helped else 'hielp niet'} ({self.on})"
