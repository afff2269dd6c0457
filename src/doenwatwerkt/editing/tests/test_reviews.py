"""Looking at each other's work: asked with an account, what counts, what falls back, and what nobody may do."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from doenwatwerkt.editing import operations, queries
from doenwatwerkt.editing.models import Draft, Review
from doenwatwerkt.editing.tests import desk as make
from doenwatwerkt.editing.tests import looking
from doenwatwerkt.editing.tests.looking import AT, SOON
from doenwatwerkt.journal import queries as journal
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people.models import Membership, Organisation
from doenwatwerkt.people.tests import make as people
from doenwatwerkt.post.models import Letter


@pytest.fixture
def desk(db, tmp_path):
    return looking.opened(tmp_path)


@pytest.fixture(params=["draft", "judgement"])
def it(desk, request):
    """A draft and a proposed verdict go the same way. Both are of the writer femke, of the Redactie."""
    return (looking.offered_draft if request.param == "draft" else looking.offered)(desk.femke)


def test_two_who_agree_one_from_outside_make_it_ready(desk, it):
    looking.says(looking.asked(it, desk.gijs, asker=desk.femke), who=desk.gijs)
    it.refresh_from_db()
    assert (it.state, queries.lacking(it)) == ("review", [
        "Er moet nog één persoon akkoord geven.", "Minstens één akkoord moet van buiten de organisatie komen die dit voorstelt.",
    ])  # fmt: skip
    looking.says(looking.asked(it, desk.noor, asker=desk.femke), who=desk.noor)
    it.refresh_from_db()
    assert (it.state, queries.lacking(it)) == ("ready", [])
    kinds = [one.kind for one in journal.about(f"{it._meta.label}:{it.pk}")]
    assert kinds.count("editing.ReviewsSettled") == 1
    assert {one.name for one in queries.approvals(it)} == {"Gijs", "Noor"}


def test_two_of_the_same_house_are_not_enough_also_after_a_merger(desk, it):
    merged = people.organisation("Oude redactie")
    Organisation.objects.filter(pk=merged.pk).update(merged_into=it.organisation)
    hans = people.person("hans", merged, "redacteur")
    looking.agreed(it, desk.gijs, hans, asker=desk.femke)
    assert (it.state, len(queries.lacking(it))) == ("review", 1)


def test_when_the_proposing_organisation_itself_was_merged_the_new_one_is_inside(desk, it):
    looking.agreed(it, desk.gijs, desk.noor, asker=desk.femke)
    Organisation.objects.filter(pk=it.organisation_id).update(merged_into=desk.union)
    assert queries.lacking(it) == ["Minstens één akkoord moet van buiten de organisatie komen die dit voorstelt."]


def test_who_wrote_it_cannot_be_asked(desk, it):
    with pytest.raises(Refused, match="zelf aan de tekst schreef"):
        looking.asked(it, desk.femke, asker=desk.femke)
    with pytest.raises(Refused, match="zelf aan de tekst schreef"):
        looking.invited(it, asker=desk.femke, email=desk.femke.email.upper())


def test_who_saved_it_after_being_asked_does_not_count(desk):
    one = looking.offered(desk.kim)
    review = looking.asked(one, desk.kees, asker=desk.kim)
    operations.take_back_judgement(one, by=looking.by(desk.kim), at=AT)
    said = looking.SAYS | {"basis": "twee veldexperimenten"}
    operations.save_judgement(one, **said, revision=1, by=looking.by(desk.kees), at=AT)
    operations.hand_in_judgement(one, by=looking.by(desk.kim), at=AT)
    with pytest.raises(Refused, match="zelf aan de tekst schreef"):
        looking.says(review, who=desk.kees)


def test_nobody_is_asked_twice(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    with pytest.raises(Refused, match="al gevraagd"):
        looking.asked(it, desk.noor, asker=desk.gijs)
    looking.says(review, who=desk.noor)
    with pytest.raises(Refused, match="is al akkoord"):
        looking.asked(it, desk.noor, asker=desk.femke)
    assert Review.objects.count() == 1


def test_who_may_not_look_cannot_be_asked(desk, it):
    with pytest.raises(Refused, match="niet nakijken"):
        looking.asked(it, desk.anna, asker=desk.femke)


def test_nobody_is_asked_about_what_is_being_written(desk):
    one = looking.proposed(desk.kim)
    with pytest.raises(Refused, match="Bied het eerst aan"):
        looking.asked(one, desk.noor, asker=desk.kim)
    with pytest.raises(Refused, match="Bied het eerst aan"):
        looking.invited(one, asker=desk.kim)


def test_a_colleague_gets_a_letter_that_says_where(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    letter = Letter.objects.get(kind="review_asked")
    assert (letter.to, f"/redactie/nakijken/{review.pk}/" in letter.text, queries.title(it) in letter.subject) == (
        desk.noor.email, True, True,
    )  # fmt: skip


def test_an_objection_stands_until_who_made_it_agrees(desk, it):
    looking.agreed(it, desk.gijs, desk.noor, asker=desk.femke)
    assert it.state == "ready"
    third = looking.asked(it, desk.omar, asker=desk.femke)
    looking.says(third, "bezwaar", who=desk.omar, remark="Dit klopt niet.")
    it.refresh_from_db()
    assert (it.state, queries.lacking(it)) == ("review", ["Er staat nog een bezwaar open."])
    looking.says(looking.asked(it, desk.omar, asker=desk.femke, at=SOON), who=desk.omar, at=SOON + timedelta(hours=1))
    it.refresh_from_db()
    assert it.state == "ready"
    assert [one.outcome for one in queries.last_looks(queries.reviews(it)) if one.reviewer == desk.omar] == ["akkoord"]


def test_the_author_hears_of_an_objection_and_when_it_is_ready(desk, it):
    looking.says(looking.asked(it, desk.omar, asker=desk.femke), "bezwaar", who=desk.omar, remark="Nee.")
    [letter] = Letter.objects.filter(kind="review_told")
    assert (letter.to, letter.subject.startswith("Iemand is nog niet akkoord")) == (desk.femke.email, True)
    assert "Nee." not in letter.text
    operations.remove_review(Review.objects.get(), by=looking.by(desk.gijs), at=SOON)
    looking.agreed(it, desk.gijs, desk.noor, asker=desk.femke)
    assert Letter.objects.filter(kind="review_told").latest("pk").subject.startswith("Klaar")


def test_a_letter_needs_an_author_who_is_still_there(desk, it):
    desk.femke.is_active = False
    desk.femke.save()
    looking.agreed(it, desk.gijs, desk.noor, asker=desk.gijs)
    assert (it.state, Letter.objects.filter(kind="review_told").count()) == ("ready", 0)


def test_a_change_asks_for_a_new_look_and_no_change_does_not(desk):
    one = looking.ready(desk.kim, desk.kees, desk.noor)
    me = looking.by(desk.kim)
    operations.take_back_judgement(one, by=me, at=SOON)
    operations.hand_in_judgement(one, by=me, at=SOON)
    assert one.state == "ready"
    operations.take_back_judgement(one, by=me, at=SOON)
    operations.save_judgement(one, **(looking.SAYS | {"start": 5}), revision=one.revision, by=me, at=SOON)
    operations.hand_in_judgement(one, by=me, at=SOON)
    assert (one.state, one.revision, len(queries.lacking(one))) == ("review", 2, 2)
    assert queries.approvals(one) == []


def test_a_draft_that_was_taken_back_unchanged_is_ready_again_at_once(desk):
    draft = looking.offered_draft(desk.femke)
    looking.agreed(draft, desk.gijs, desk.noor, asker=desk.femke)
    me = looking.by(desk.femke)
    operations.take_back(draft, by=me, at=SOON)
    operations.hand_in(draft, revision=draft.revision, by=me, at=SOON)
    assert Draft.objects.get().state == "ready"


def test_what_changed_since_it_was_seen_is_refused(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    type(it).objects.filter(pk=it.pk).update(revision=9)
    with pytest.raises(Refused, match="intussen gewijzigd"):
        looking.says(review, who=desk.noor, revision=1)
    assert Review.objects.get().outcome == "open"


def test_what_was_taken_back_is_refused(desk):
    one = looking.offered(desk.kim)
    review = looking.asked(one, desk.noor, asker=desk.kim)
    operations.take_back_judgement(one, by=looking.by(desk.kim), at=AT)
    with pytest.raises(Refused, match="teruggehaald"):
        looking.says(review, who=desk.noor)


def test_somebody_says_something_once(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    looking.says(review, who=desk.noor)
    with pytest.raises(Refused, match="één keer"):
        looking.says(review, "bezwaar", who=desk.noor, remark="Toch niet.")


def test_only_who_was_asked_says_something(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    for other in (desk.omar, desk.gijs, None):
        with pytest.raises(Refused, match="Iemand anders is gevraagd"):
            looking.says(review, who=other)


def test_who_left_or_lost_the_role_meanwhile_says_nothing(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    Membership.objects.filter(user=desk.noor).update(until=AT - timedelta(days=99), since=AT - timedelta(days=200))
    with pytest.raises(Refused, match="een rol heeft om na te kijken"):
        looking.says(review, who=desk.noor)
    assert make.browser(desk.noor).get(f"/redactie/nakijken/{review.pk}/").status_code == 404


def test_who_acts_for_another_organisation_now_says_nothing(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    Membership.objects.filter(user=desk.noor).update(organisation=desk.know)
    with pytest.raises(Refused, match="U kijkt dit na voor Bond"):
        looking.says(review, who=desk.noor)


def test_without_a_second_factor_nobody_looks(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    browser = people.sign_in(make.browser(desk.noor), desk.noor, second_factor=False)
    assert browser.get(f"/redactie/nakijken/{review.pk}/").status_code == 404


def test_an_approval_stays_when_its_reviewer_leaves_later(desk, it):
    looking.agreed(it, desk.gijs, desk.noor, asker=desk.femke)
    desk.noor.delete()
    assert (queries.lacking(it), it.state) == ([], "ready")


def test_who_cannot_look_says_so_and_can_be_asked_later(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    with pytest.raises(Refused, match="Iemand anders"):
        operations.decline_review(review, by=looking.by(desk.omar), at=AT)
    operations.decline_review(review, by=looking.by(desk.noor), at=AT)
    assert Review.objects.count() == 0
    looking.says(looking.asked(it, desk.noor, asker=desk.femke), who=desk.noor)
    with pytest.raises(Refused, match="net weggehaald of heeft intussen iets gezegd"):
        operations.decline_review(Review.objects.get(), by=looking.by(desk.noor), at=AT)


def test_the_writer_takes_away_who_said_nothing_yet_and_nothing_else(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    operations.remove_review(review, by=looking.by(desk.femke), at=AT)
    looking.says(looking.asked(it, desk.noor, asker=desk.femke), "bezwaar", who=desk.noor, remark="Nee.")
    with pytest.raises(Refused, match="niet zelf aan schreef"):
        operations.remove_review(Review.objects.get(), by=looking.by(desk.femke), at=AT)
    with pytest.raises(Refused, match="Alleen een redacteur"):
        operations.remove_review(Review.objects.get(), by=looking.by(desk.kim), at=AT)
    operations.remove_review(Review.objects.get(), by=looking.by(desk.gijs), at=AT)
    assert Review.objects.count() == 0


def test_setting_an_approval_aside_takes_ready_back(desk, it):
    looking.agreed(it, desk.gijs, desk.noor, asker=desk.femke)
    operations.remove_review(Review.objects.get(reviewer=desk.noor), by=looking.by(desk.gijs), at=SOON)
    it.refresh_from_db()
    assert it.state == "review"


def test_of_what_is_finished_what_was_said_stays(desk, it):
    looking.agreed(it, desk.gijs, desk.noor, asker=desk.femke)
    operation = operations.drop if isinstance(it, Draft) else operations.drop_judgement
    operation(it, by=looking.by(desk.femke), at=SOON)
    with pytest.raises(Refused, match="al afgerond"):
        operations.remove_review(Review.objects.get(reviewer=desk.noor), by=looking.by(desk.gijs), at=SOON)


def test_a_reminder_goes_once_a_day(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    with pytest.raises(Refused, match="vandaag al een brief"):
        operations.remind_review(review, by=looking.by(desk.femke), at=SOON)
    operations.remind_review(review, by=looking.by(desk.femke), at=AT + timedelta(days=1))
    assert Letter.objects.filter(kind="review_asked", to=desk.noor.email).count() == 2
    stale = Review.objects.get()
    looking.says(stale, who=desk.noor)
    with pytest.raises(Refused, match="Iemand anders heeft dit net gewijzigd"):
        operations.remind_review(stale, by=looking.by(desk.femke), at=AT + timedelta(days=3))


def test_a_reviewer_whose_account_is_gone_gets_no_letter(desk, it):
    review = looking.asked(it, desk.noor, asker=desk.femke)
    desk.noor.delete()
    operations.remind_review(Review.objects.get(pk=review.pk), by=looking.by(desk.femke), at=AT + timedelta(days=1))
    assert Letter.objects.filter(kind="review_asked").count() == 1


def test_settling_again_changes_and_tells_nothing(desk, it):
    looking.agreed(it, desk.gijs, desk.noor, asker=desk.femke)
    before = Entry.objects.count()
    assert operations.settle(it, by=looking.by(desk.gijs), at=SOON) is False
    assert Entry.objects.count() == before


def test_the_journal_holds_no_names_and_no_words(desk, it):
    looking.says(looking.asked(it, desk.noor, asker=desk.femke), "bezwaar", who=desk.noor, remark="Geheim woord.")
    told = str([one.data for one in Entry.objects.order_by("pk")])
    assert ("Geheim" in told, "Noor" in told, desk.noor.email in told) == (False, False, False)


@pytest.mark.parametrize(
    "wrong",
    [{"outcome": "raar"}, {"outcome": "akkoord"}, {"draft": None, "judgement": None}, {"token_digest": "x"}],
)
def test_the_database_keeps_reviews_whole(desk, it, wrong):
    fields = {
        "draft" if isinstance(it, Draft) else "judgement": it,
        "organisation": desk.union,
        "asked_at": AT,
        "name": "X",
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.create(**(fields | wrong))
