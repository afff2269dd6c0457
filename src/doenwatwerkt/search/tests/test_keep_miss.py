"""A question that found nothing is kept without who asked it, and seen when more people asked it."""

from datetime import date

import pytest

from doenwatwerkt.search import operations, queries
from doenwatwerkt.search.models import Miss

pytestmark = pytest.mark.django_db
DAY, NEXT = date(2026, 11, 23), date(2026, 11, 24)


def test_keep_miss_counts_per_day():
    for day in (DAY, DAY, NEXT):
        operations.keep_miss("  Asbest   Saneren ", on=day)
    assert list(Miss.objects.order_by("on").values_list("text", "on", "times")) == [
        ("asbest saneren", DAY, 2), ("asbest saneren", NEXT, 1),
    ]  # fmt: skip


def test_personal_data_is_not_kept():
    operations.keep_miss("mail jan@bakker.nl of bel 06-12345678", on=DAY)
    assert Miss.objects.get().text == "mail [verwijderd] of bel [verwijderd]"


@pytest.mark.parametrize("text", ["", "  ", "\0"])
def test_nothing_is_kept_of_nothing(text):
    operations.keep_miss(text, on=DAY)
    assert not Miss.objects.exists()


def test_long_ones_are_cut():
    operations.keep_miss("lang " * 200, on=DAY)
    assert len(Miss.objects.get().text) <= 200


def test_misses_are_seen_from_three():
    for text, times in (("zelden", 2), ("vaker", 3), ("vaakst", 5)):
        for _ in range(times):
            operations.keep_miss(text, on=DAY)
    assert [(m.text, m.times) for m in queries.misses(since=DAY)] == [("vaakst", 5), ("vaker", 3)]
    assert queries.misses(since=NEXT) == []


def test_forget_misses():
    operations.keep_miss("oud", on=DAY)
    operations.keep_miss("nieuw", on=NEXT)
    assert operations.forget_misses(before=NEXT) == 1
    assert Miss.objects.get().text == "nieuw"
