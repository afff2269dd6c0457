"""What of the page of a card was finished when the card changed, so that no reader waits for it."""

from django.db import models


class Finished(models.Model):
    """The parts of a page that only change when the card does, as HTML. `made_from` says of what: code, version, verdict."""

    card = models.OneToOneField("catalogue.Card", on_delete=models.CASCADE, primary_key=True, related_name="finished")
    made_from = models.CharField("gemaakt van", max_length=80)
    judgement = models.TextField("oordeel als HTML", editable=False, blank=True)
    how = models.TextField("aanpak als HTML", editable=False, blank=True)
    costs = models.TextField("kosten als HTML", editable=False, blank=True)
    sources = models.TextField("bronnen als HTML", editable=False, blank=True)
    verdicts = models.TextField("eerdere oordelen als HTML", editable=False, blank=True)

    class Privacy:
        keep = "zolang de kaart bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "afgemaakte bladzijde"

    def __str__(self) -> str:
        return f"{self.card_id} ({self.made_from})"
