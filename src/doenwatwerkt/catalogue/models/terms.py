"""Hard words and what they mean."""

from django.db import models


class Term(models.Model):
    """A hard word with its explanation in everyday words, and how else it is written."""

    slug = models.SlugField("sleutel", max_length=80, unique=True)
    word = models.CharField("woord", max_length=80)
    aliases = models.JSONField("ook geschreven als", default=list)
    explanation = models.CharField("uitleg", max_length=300)
    source_title = models.CharField("bron", max_length=300, default="uitleg van de redactie")
    source_url = models.URLField("adres van de bron", max_length=500, blank=True)

    class Privacy:
        keep = "zolang het platform bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "begrip"

    def __str__(self) -> str:
        return self.word
