"""Work on cards before the public sees it: drafts, proposed verdicts, and what reviewers say of them."""

from django.db import models
from django.db.models import Q

from doenwatwerkt.editing.rules import AHEAD, OPEN, DraftState, LinkState, Outcome
from doenwatwerkt.lib.codes import CardKind, Direction, Magnitude

_OPEN = [str(state) for state in DraftState if state in OPEN]


class Draft(models.Model):
    """What a card is going to say: the same keys as its content file, whole or not yet. One open draft per card."""

    card = models.ForeignKey(
        "catalogue.Card", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="kaart",
        help_text="empty while the card is new",
    )  # fmt: skip
    kind = models.CharField("soort", max_length=12, choices=CardKind.choices)
    slug = models.SlugField("adres", max_length=80)
    base_version = models.PositiveIntegerField("gemaakt op versie", default=0)
    data = models.JSONField("inhoud", default=dict)
    revision = models.PositiveIntegerField("bewerking", default=1, help_text="the edit lock: every save adds one")
    state = models.CharField("status", max_length=12, choices=DraftState.choices, default=DraftState.WRITING)
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name="voorgesteld door"
    )
    author = models.ForeignKey(
        "people.User", on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="begonnen door"
    )
    saved_by = models.ForeignKey(
        "people.User", on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="laatst bewaard door"
    )
    begun_at = models.DateTimeField("begonnen op")
    saved_at = models.DateTimeField("laatst bewaard op")
    personal_why = models.CharField("waarom er persoonsgegevens in staan", max_length=300, blank=True)
    publish_at = models.DateTimeField("uitgeven op", null=True)
    became = models.PositiveIntegerField("werd versie", null=True)

    class Privacy:
        keep = "tot een jaar na uitgeven of intrekken"
        personal: tuple[str, ...] = ("author", "saved_by")

    class Meta:
        verbose_name = "concept"
        constraints = [
            models.CheckConstraint(name="draft_state_known", condition=Q(state__in=DraftState.values)),
            models.CheckConstraint(name="draft_kind_known", condition=Q(kind__in=CardKind.values)),
            models.CheckConstraint(
                name="draft_published_has_version",
                condition=Q(state=DraftState.PUBLISHED, became__isnull=False)
                | (~Q(state=DraftState.PUBLISHED) & Q(became=None)),
            ),
            models.UniqueConstraint(
                fields=["kind", "slug"], condition=Q(state__in=_OPEN), name="draft_one_open_per_address"
            ),
        ]
        indexes = [models.Index(fields=["state", "saved_at"], name="draft_state_saved")]

    def __str__(self) -> str:
        return f"concept {self.kind}/{self.slug}"


class Judgement(models.Model):
    """A proposed verdict on the evidence of a practice. The score is computed from start and deductions, never typed."""

    card = models.ForeignKey("catalogue.Card", on_delete=models.PROTECT, related_name="+", verbose_name="aanpak")
    state = models.CharField("status", max_length=12, choices=DraftState.choices, default=DraftState.WRITING)
    revision = models.PositiveIntegerField("bewerking", default=1)
    start = models.PositiveSmallIntegerField("startscore")
    deductions = models.JSONField("aftrek", default=list, help_text='[{"letter": "I", "reason": "..."}]')
    direction = models.CharField("richting", max_length=10, choices=Direction.choices)
    size = models.CharField("grootte", max_length=10, choices=Magnitude.choices)
    basis = models.TextField("waarop het rust")
    context = models.TextField("waar en bij wie onderzocht")
    figures_seen = models.CharField("getallen zelf gezien", max_length=10)
    sources = models.JSONField(
        "bronnen", default=list, help_text="title, url, doi, year, maryland 1-5, population, read"
    )
    interests = models.TextField("belangen", help_text='declared interests; "geen" is an answer, empty is not')
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name="voorgesteld door"
    )
    author = models.ForeignKey(
        "people.User", on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="voorgesteld door persoon"
    )
    saved_by = models.ForeignKey(
        "people.User", on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="laatst bewaard door"
    )
    begun_at = models.DateTimeField("begonnen op")
    saved_at = models.DateTimeField("laatst bewaard op")
    verdict = models.ForeignKey(
        "catalogue.Verdict", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="werd oordeel"
    )

    class Privacy:
        keep = "zolang het oordeel geldt, en een jaar daarna"
        personal: tuple[str, ...] = ("author", "saved_by", "interests")

    class Meta:
        verbose_name = "voorgesteld oordeel"
        constraints = [
            models.CheckConstraint(name="judgement_state_known", condition=Q(state__in=DraftState.values)),
            models.CheckConstraint(name="judgement_start_known", condition=Q(start__lte=5)),
            models.CheckConstraint(name="judgement_declares_interests", condition=~Q(interests="")),
            models.CheckConstraint(
                name="judgement_published_has_verdict",
                condition=Q(state=DraftState.PUBLISHED, verdict__isnull=False)
                | (~Q(state=DraftState.PUBLISHED) & Q(verdict=None)),
            ),
            models.UniqueConstraint(fields=["card"], condition=Q(state__in=_OPEN), name="judgement_one_open_per_card"),
        ]

    def __str__(self) -> str:
        return f"oordeel over {self.card_id} ({self.state})"


class Review(models.Model):
    """One reviewer's look at a draft or a proposed verdict: somebody with an account, or with a link from a letter."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, null=True, related_name="reviews")
    judgement = models.ForeignKey(Judgement, on_delete=models.CASCADE, null=True, related_name="reviews")
    reviewer = models.ForeignKey(
        "people.User", on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="nakijker"
    )
    name = models.CharField("naam van de nakijker", max_length=120)
    email = models.EmailField("e-mailadres van de nakijker", blank=True)
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name="organisatie van de nakijker"
    )
    token_digest = models.CharField("vingerafdruk van de link", max_length=64, blank=True)
    asked_at = models.DateTimeField("gevraagd op")
    expires_at = models.DateTimeField("link werkt tot", null=True)
    outcome = models.CharField("uitkomst", max_length=8, choices=Outcome.choices, default=Outcome.OPEN)
    of_revision = models.PositiveIntegerField("over bewerking", null=True)
    remark = models.TextField("opmerking", blank=True)
    interests = models.TextField("belangen", blank=True)
    decided_at = models.DateTimeField("bekeken op", null=True)

    class Privacy:
        keep = "tot een jaar na uitgeven of intrekken; het e-mailadres tot er is beslist"
        personal: tuple[str, ...] = ("reviewer", "name", "email", "remark", "interests")

    class Meta:
        verbose_name = "nakijkbeurt"
        constraints = [
            models.CheckConstraint(name="review_outcome_known", condition=Q(outcome__in=Outcome.values)),
            models.CheckConstraint(
                name="review_of_one_thing",
                condition=Q(draft__isnull=False, judgement=None) | Q(draft=None, judgement__isnull=False),
            ),
            models.CheckConstraint(
                name="review_decided_is_whole",
                condition=Q(outcome=Outcome.OPEN, decided_at=None, of_revision=None)
                | (~Q(outcome=Outcome.OPEN) & Q(decided_at__isnull=False, of_revision__isnull=False)),
            ),
            models.CheckConstraint(
                name="review_link_expires", condition=Q(token_digest="") | Q(expires_at__isnull=False)
            ),
            models.UniqueConstraint(fields=["token_digest"], condition=~Q(token_digest=""), name="review_link_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.outcome}"


class LinkCheck(models.Model):
    """How one address outside this site answered when we last asked. Only hosts on our own list are asked."""

    url = models.URLField("adres", max_length=500, unique=True)
    state = models.CharField("status", max_length=8, choices=LinkState.choices)
    status = models.PositiveSmallIntegerField("antwoordcode", null=True, help_text="empty: no answer at all")
    failures = models.PositiveSmallIntegerField("keer achter elkaar mis", default=0)
    checked_on = models.DateField("nagekeken op")
    again_on = models.DateField("opnieuw nakijken op")

    class Privacy:
        keep = "zolang een kaart het adres noemt"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "controle van een link"
        constraints = [
            models.CheckConstraint(name="linkcheck_state_known", condition=Q(state__in=LinkState.values)),
            models.CheckConstraint(name="linkcheck_asks_later", condition=Q(again_on__gt=models.F("checked_on"))),
        ]
        indexes = [models.Index(fields=["state", "checked_on"], name="linkcheck_state")]

    def __str__(self) -> str:
        return f"{self.url} {self.state}"


class Lost(models.Model):
    """A card that our own search does not show for any of its own questions."""

    card = models.OneToOneField("catalogue.Card", on_delete=models.CASCADE, related_name="+")
    asked = models.PositiveSmallIntegerField("eigen vragen gesteld")
    on = models.DateField("nagezocht op")

    class Privacy:
        keep = "tot de kaart weer te vinden is"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "onvindbare kaart"

    def __str__(self) -> str:
        return f"kaart {self.card_id} ({self.on})"


class Notice(models.Model):
    """The owner was told that a verdict ends in so many days: once, however many workers there are."""

    verdict = models.ForeignKey(
        "catalogue.Verdict", on_delete=models.CASCADE, related_name="+", verbose_name="bewijsoordeel"
    )
    days = models.PositiveSmallIntegerField("dagen vooraf")
    at = models.DateTimeField("verteld op")

    class Privacy:
        keep = "zolang het oordeel bestaat"
        personal: tuple[str, ...] = ()

    class Meta:
        verbose_name = "bericht dat een oordeel afloopt"
        constraints = [
            models.UniqueConstraint(fields=["verdict", "days"], name="notice_once"),
            models.CheckConstraint(name="notice_days_known", condition=Q(days__in=list(AHEAD))),
        ]

    def __str__(self) -> str:
        return f"{self.verdict_id}: {self.days} dagen"
