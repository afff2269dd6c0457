"""The index: documents, tokens and postings; and the questions that found nothing."""

from django.db import models


class Document(models.Model):
    """One thing that can be found, with what a result list shows of it. Rebuilt from its room at any time."""

    kind = models.CharField("soort", max_length=20)
    ref = models.BigIntegerField("nummer in zijn kamer")
    title = models.CharField("titel", max_length=300)
    url = models.CharField("adres", max_length=300)
    asked = models.TextField("vragen", help_text="een vraag per regel")
    summary = models.TextField("samenvatting")
    body = models.TextField("tekst")
    facets = models.TextField("kenmerken", help_text="een per regel: fase:werven")
    on = models.DateField("dag", null=True, help_text="waarop nieuw op oud wordt geordend")

    class Privacy:
        keep = "zolang de pagina bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "vindbare pagina"
        constraints = [models.UniqueConstraint(fields=["kind", "ref"], name="document_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref} {self.title}"


class Token(models.Model):
    """One token and in how many documents it occurs. The empty token counts all documents."""

    token = models.CharField("token", max_length=120, unique=True)
    documents = models.IntegerField("aantal pagina's", default=0)

    class Privacy:
        keep = "zolang de pagina's bestaan waar het in staat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "token"
        constraints = [models.CheckConstraint(name="token_not_negative", condition=models.Q(documents__gte=0))]

    def __str__(self) -> str:
        return f"{self.token} ({self.documents})"


class Word(models.Model):
    """A word as people write it, and its token: the vocabulary for "bedoelde u" and for completing a word."""

    word = models.CharField("woord", max_length=80, unique=True)
    token = models.ForeignKey(Token, on_delete=models.CASCADE, related_name="+")

    class Privacy:
        keep = "zolang de pagina's bestaan waar het in staat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "woord"

    def __str__(self) -> str:
        return self.word


class Posting(models.Model):
    """How much one token says about one document: impact 0 (a facet) to 200."""

    # No constraint in the database: tens of thousands of deferred checks a load, for rows that only the index writes.
    token = models.ForeignKey(Token, on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+", db_constraint=False)
    impact = models.SmallIntegerField("gewicht")

    class Privacy:
        keep = "zolang de pagina bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "vermelding"
        # Covers the one hot query: it never visits the table itself.
        indexes = [models.Index(fields=["token", "document", "impact"], name="posting_covering")]

    def __str__(self) -> str:
        return f"{self.token_id} in {self.document_id}: {self.impact}"


class Facet(models.Model):
    """Which pages have one value of a filter: a bit a page, in order of title. Written anew with every change."""

    name = models.CharField(
        "kenmerk", max_length=120, primary_key=True, help_text="fase:werven; zonder dubbele punt: een volgorde"
    )
    pages = models.BinaryField("pagina's")

    class Privacy:
        keep = "zolang er pagina's zijn die het hebben"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "kenmerk om op te kiezen"

    def __str__(self) -> str:
        return self.name


class Vector(models.Model):
    """The meaning of a page, where the extra is installed: a vector per title, question and summary, packed."""

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField("vingerafdruk van de tekst", max_length=16)
    vectors = models.BinaryField("vectoren")

    class Privacy:
        keep = "zolang de pagina bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "betekenis van een pagina"

    def __str__(self) -> str:
        return f"{self.document_id} {self.digest}"


class Miss(models.Model):
    """A submitted question without a good hit, masked, with how often it was asked that day."""

    text = models.CharField("vraag", max_length=200)
    on = models.DateField("dag")
    times = models.IntegerField("aantal keren", default=1)

    class Privacy:
        keep = "1 jaar"
        personal = ("text",)

    class Meta:
        verbose_name = "gemiste zoekvraag"
        constraints = [models.UniqueConstraint(fields=["text", "on"], name="miss_once_a_day")]

    def __str__(self) -> str:
        return f"{self.on} {self.text} ({self.times})"
