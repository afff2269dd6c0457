"""Several people at the same moment, each with a connection of their own: what happens, happens once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from doenwatwerkt.catalogue.models import Verdict
from doenwatwerkt.editing import operations
from doenwatwerkt.editing.models import Judgement, Notice, Review
from doenwatwerkt.editing.tests import desk as make
from doenwatwerkt.editing.tests import looking
from doenwatwerkt.editing.tests.looking import SOON
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.lib.actor import WORKER
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.post.models import Letter

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(tmp_path):
    return looking.opened(tmp_path)


def at_once(*deeds):
    """Do all of this at the same moment. Per deed: "done", or why not. A SQLite in memory does not wait, so we try again."""
    start = Barrier(len(deeds))

    def one(deed):
        try:
            start.wait()
            for _ in range(10_000):
                try:
                    deed()
                except OperationalError:
                    continue
                except Refused as no:
                    return str(no)
                return "done"
            return "never"
        finally:
            BaseDatabaseWrapper.close(connections["default"])  # Django keeps one in memory open

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(one, deeds))


def test_reviewers_who_agree_at_the_same_moment_settle_it_exactly_once(desk):
    one = looking.offered(desk.kim)
    people = [desk.kees, desk.noor, desk.omar]
    asked = [(looking.asked(one, who, asker=desk.kim), who) for who in people]
    assert at_once(*[lambda r=r, w=w: looking.says(r, who=w) for r, w in asked]) == ["done"] * 3
    assert Judgement.objects.get().state == "ready"
    assert Entry.objects.filter(kind="editing.ReviewsSettled").count() == 1
    assert Letter.objects.filter(kind="review_told").count() == 1


def test_agreeing_and_objecting_at_the_same_moment_ends_with_the_objection_open(desk):
    one = looking.offered(desk.kim)
    asked = [(looking.asked(one, who, asker=desk.kim), who) for who in (desk.kees, desk.noor, desk.omar)]
    words = [{}, {}, {"outcome": "bezwaar", "remark": "Nee."}]
    deeds = [
        lambda r=r, w=w, told=told: looking.says(r, who=w, **told) for (r, w), told in zip(asked, words, strict=True)
    ]
    assert at_once(*deeds) == ["done"] * 3
    assert Judgement.objects.get().state == "review"


def test_the_same_link_pressed_twice_counts_once(desk):
    one = looking.offered(desk.kim)
    review, _ = looking.invited(one, asker=desk.kim)
    stale = [Review.objects.select_related("judgement").get(pk=review.pk) for _ in range(2)]
    said = {"remark": "x", "interests": "geen", "revision": 1, "by": looking.LINK, "at": SOON}
    told = at_once(
        lambda: operations.decide(stale[0], outcome="akkoord", **said),
        lambda: operations.decide(stale[1], outcome="bezwaar", **said),
    )
    assert sorted(told)[-1] == "done"
    assert sorted(told)[0].startswith("Iemand anders heeft dit net gewijzigd")
    assert Entry.objects.filter(kind="editing.ReviewDecided").count() == 1


def test_the_same_colleague_asked_twice_at_the_same_moment_is_asked_once(desk):
    one = looking.offered(desk.kim)
    told = at_once(*[lambda: looking.asked(one, desk.noor, asker=desk.kim)] * 2)
    assert sorted(told) == ["Deze persoon is al gevraagd, of is al akkoord met deze tekst.", "done"]
    assert (Review.objects.count(), Letter.objects.count()) == (1, 1)


def test_two_editors_who_give_it_at_the_same_moment_give_it_once(desk):
    one = looking.ready(desk.kim, desk.kees, desk.noor)
    deeds = [
        lambda who=who: operations.give_judgement(Judgement.objects.get(pk=one.pk), by=looking.by(who), at=SOON)
        for who in (desk.femke, desk.gijs)
    ]
    told = at_once(*deeds)
    assert (told.count("done"), Verdict.objects.count(), make.card("werkproef").version) == (1, 2, 2)


def test_giving_and_taking_back_at_the_same_moment_leave_no_half(desk):
    one = looking.ready(desk.kim, desk.kees, desk.noor)

    def fresh():
        return Judgement.objects.get(pk=one.pk)

    told = at_once(
        lambda: operations.give_judgement(fresh(), by=looking.by(desk.femke), at=SOON),
        lambda: operations.take_back_judgement(fresh(), by=looking.by(desk.kim), at=SOON),
    )
    assert told.count("done") == 1
    assert (fresh().state, Verdict.objects.count()) == (("published", 2) if told[0] == "done" else ("writing", 1))


def test_two_workers_send_one_letter_about_an_ending(desk):
    verdict = Verdict.objects.get()
    deeds = [lambda: operations.tell_of_ending(Verdict.objects.get(), days=90, by=WORKER, at=SOON)] * 2
    assert at_once(*deeds) == ["done", "done"]
    assert Notice.objects.filter(verdict=verdict).count() == 1
    assert Letter.objects.filter(kind="verdict_ending").count() == 2  # femke and gijs, once each
