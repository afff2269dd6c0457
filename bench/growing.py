"""Grows the real library to any size: whole cards copied with all their rows, under made-up words, and indexed."""

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from datetime import UTC, datetime
from itertools import batched, cycle, islice
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

from bench.cards import Language
from doenwatwerkt.catalogue import queries
from doenwatwerkt.catalogue.models import (
    Answer,
    Card,
    CardVersion,
    Citation,
    LegalBasis,
    Material,
    Pointer,
    Practice,
    Relation,
    Verdict,
)  # fmt: skip
from doenwatwerkt.catalogue.operations import finish_cards
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.search import operations as search

UNDER = ((Answer, "card_id"), (Material, "card_id"), (CardVersion, "card_id"), (Citation, "card_id"),
         (LegalBasis, "card_id"), (Pointer, "card_id"))  # fmt: skip
"""Rows that only point at their card."""


class Grower:
    """Knows the real cards; every round of copies is as connected as they are."""

    def __init__(self) -> None:
        self.cards = list(Card.objects.public().order_by("pk"))
        self.language = Language(list(queries.pages([card.pk for card in self.cards])), lexicon=[])
        self.size = len(self.cards)

    def to(self, size: int) -> None:
        """Add copies until there are `size` cards."""
        models = islice(cycle(self.cards), max(0, size - self.size))
        for number, batch in enumerate(batched(models, len(self.cards))):
            with transaction.atomic():
                self._copy(batch, suffix=f"{self.size}-{number}")
        finish_cards(everything=False, by=LOADER, at=datetime.now(UTC))
        self.size = max(self.size, size)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _copy(self, models: Iterable[Card], suffix: str) -> None:
        texts = [self.language.text(40).split() for _ in models]
        made = [
            _new(card, slug=f"{card.slug[:60]}-{suffix}", title=" ".join(words[:7]), summary=" ".join(words[7:25]),
                 asked=[" ".join(words[25:])])
            for card, words in zip(models, texts, strict=True)
        ]  # fmt: skip
        Card.objects.bulk_create(made)
        born = {model.pk: card.pk for model, card in zip(models, made, strict=True)}
        self._copy_practices(born)
        for kind, field in UNDER:
            rows = kind._default_manager.filter(**{f"{field}__in": born}).order_by("pk")
            kind._default_manager.bulk_create([_new(row, **{field: born[getattr(row, field)]}) for row in rows])
        pairs = Relation.objects.filter(card__in=born, other__in=born).order_by("pk")
        Relation.objects.bulk_create(_new(row, card_id=born[row.card_id], other_id=born[row.other_id]) for row in pairs)
        search.index(replace(page, body=self.language.text(20)) for page in queries.pages(born.values()))

    def _copy_practices(self, born: dict[int, int]) -> None:
        """Practices and their verdicts, which point at each other."""
        models = list(Practice.objects.filter(pk__in=born).order_by("pk"))
        practices = [_new(row, card_id=born[row.pk], verdict_id=None) for row in models]
        Practice.objects.bulk_create(practices)
        verdicts = [_new(row, practice_id=born[row.practice_id]) for row in Verdict.objects.filter(practice__in=born)]
        Verdict.objects.bulk_create(verdicts)
        standing = {row.practice_id: row for row in verdicts}
        for practice in practices:
            practice.verdict = standing[practice.pk]
        Practice.objects.bulk_update(practices, ["verdict"], batch_size=200)


def _new(row: Any, **changes: Any) -> Any:
    """An unsaved copy of a row with some fields changed."""
    made: Model = copy(row)
    made._state = copy(row._state)
    made._state.adding, made._state.fields_cache = True, {}
    if not row._meta.pk.remote_field:
        made.pk = None
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def shrink(keep: int) -> None:
    """Leave `keep` cards, the ones around the best connected practice first; for use inside a transaction that is undone."""
    first = Card.objects.public().of_kind("praktijk").order_by("pk")[0]
    _, others = queries.around(first, first.checked_on)
    wanted = [first.pk, *(face.pk for faces in others.values() for face in faces)]
    wanted += Card.objects.public().exclude(pk__in=wanted).order_by("-kind", "pk").values_list("pk", flat=True)[:keep]
    gone = Card.objects.exclude(pk__in=wanted[:keep])
    search.forget([(card.kind, card.pk) for card in gone.order_by("pk")])
    Practice.objects.filter(card__in=gone).update(verdict=None)
    gone.delete()
