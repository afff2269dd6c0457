"""The editors' desk: what is due, what waits for whom, what nobody found, and who may see it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from django_tasks_db.models import DBTaskResult

from doenwatwerkt.catalogue import operations as catalogue
from doenwatwerkt.catalogue.models import Card, LegalFact, Offer, Verdict
from doenwatwerkt.catalogue.tests import make as cards
from doenwatwerkt.editing import operations, queries, tasks
from doenwatwerkt.editing.models import Draft, Judgement, LinkCheck, Lost
from doenwatwerkt.editing.tests import make
from doenwatwerkt.lib.actor import LOADER, VISITOR
from doenwatwerkt.people.tests import make as people
from doenwatwerkt.search.models import Miss

TODAY = localdate()


@pytest.fixture
def femke(db, client, tmp_path):
    """The browser of an editor, with three cards on the shelf."""
    make.shelf(tmp_path)
    return people.sign_in(client, make.editor())


def pile(client, key, **query):
    response = client.get(reverse("editing:desk_pile", args=[key], query=query))
    assert response.status_code == 200
    return response.context["rows"]


def counts(client):
    return {one.key: number for one, number in client.get(reverse("editing:desk")).context["piles"]}


def test_an_empty_desk_says_so_and_says_that_no_links_are_asked(femke):
    assert set(counts(femke).values()) == {0}
    page = femke.get(reverse("editing:desk")).content.decode()
    assert "Leeg betekent dus niet dat alles werkt." in page
    assert "Hier ligt niets" in femke.get(reverse("editing:desk_pile", args=["links"])).content.decode()


@pytest.mark.parametrize("role", ["werkgever", "programmabureau", "inspectie", "partnerbeheerder", "kennispartner"])
def test_the_desk_is_for_editors(db, client, role):
    kind = "ministerie" if role in ("programmabureau", "inspectie") else "kennispartner"
    people.sign_in(client, people.person("ander", people.organisation("Elders", kind=kind), role))
    assert client.get(reverse("editing:desk")).status_code == 404
    assert client.get(reverse("editing:desk_pile", args=["gemist"])).status_code == 404


def test_an_editor_without_a_second_factor_waits(db, client):
    people.sign_in(client, make.editor(), second_factor=False)
    assert client.get(reverse("editing:desk")).status_code == 404


def test_a_pile_that_does_not_exist(femke):
    assert femke.get(reverse("editing:desk_pile", args=["goud"])).status_code == 404


def test_a_card_that_is_due_is_confirmed_for_a_year(femke):
    card = cards.card("taaleis")
    Card.objects.filter(pk=card.pk).update(review_on=TODAY)
    Card.objects.exclude(pk=card.pk).update(review_on=TODAY + timedelta(days=31))
    (row,) = pile(femke, "nakijken")
    assert (row.title, row.told[0], row.verb, row.pk) == (card.title, "Had al gemoeten", "confirm_card", card.pk)
    response = femke.post(reverse("editing:confirm_card", args=[card.pk]), follow=True)
    assert f"‘{card.title}’ is vandaag nagekeken." in response.content.decode()
    card.refresh_from_db()
    assert (card.checked_on, card.review_on, card.version) == (TODAY, TODAY + timedelta(days=365), 1)
    assert pile(femke, "nakijken") == []


def test_a_card_that_soon_is_due_is_not_late(femke):
    Card.objects.update(review_on=TODAY + timedelta(days=30))
    assert {row.told[0] for row in pile(femke, "nakijken")} == {"Binnenkort"}


def test_a_card_that_changed_meanwhile_is_not_confirmed(femke):
    card = cards.card("taaleis")
    Card.objects.filter(pk=card.pk).update(version=2)
    with pytest.raises(catalogue.caring.Refused):
        catalogue.confirm_card(card, by=LOADER, at=make.AT)
    card.state = "retired"
    with pytest.raises(catalogue.caring.Refused, match="niet \\(meer\\) gepubliceerd"):
        catalogue.confirm_card(card, by=LOADER, at=make.AT)
    assert femke.post(reverse("editing:confirm_card", args=[card.pk + 1000])).status_code == 404


def test_who_was_second_is_told(femke, monkeypatch):
    card, fact = cards.card("taaleis"), LegalFact.objects.get(slug="awgb")

    def too_late(*args, **given):
        raise catalogue.caring.Refused("Te laat.")

    monkeypatch.setattr(catalogue, "confirm_card", too_late)
    monkeypatch.setattr(catalogue, "confirm_fact", too_late)
    for name, pk in (("confirm_card", card.pk), ("confirm_fact", fact.pk)):
        page = femke.post(reverse(f"editing:{name}", args=[pk]), follow=True).content.decode()
        assert "Iemand anders was u voor." in page


def test_old_law_is_amber_then_gone_from_answers_until_somebody_looks(femke, tmp_path):
    LegalFact.objects.filter(slug="awgb").update(checked_on=TODAY - timedelta(days=366))
    LegalFact.objects.filter(slug="wet-toezicht").update(checked_on=TODAY - timedelta(days=600))
    old, amber = pile(femke, "rechtsfeiten")
    assert (old.title, old.told[0]) == ("Wet toezicht gelijke kansen", "Staat niet meer in antwoorden")
    assert (amber.title, amber.told[0], amber.verb) == ("Algemene wet gelijke behandeling", "Nakijken", "confirm_fact")
    femke.post(reverse("editing:confirm_fact", args=[amber.pk]))
    assert [row.title for row in pile(femke, "rechtsfeiten")] == [old.title]
    assert femke.post(reverse("editing:confirm_fact", args=[amber.pk + 1000])).status_code == 404


def test_a_later_check_survives_the_next_load_unless_the_law_changed(femke, tmp_path):
    fact = LegalFact.objects.get(slug="awgb")
    later = TODAY + timedelta(days=100)
    LegalFact.objects.filter(pk=fact.pk).update(checked_on=later)
    cards.load(cards.three(tmp_path))
    fact.refresh_from_db()
    assert fact.checked_on == later
    cards.write(tmp_path / "rechtsfeiten.yaml", [cards.FACTS[0] | {"stelling": "Er is iets nieuws."}, cards.FACTS[1]])
    cards.load(tmp_path)
    fact.refresh_from_db()
    assert (fact.statement, fact.checked_on) == ("Er is iets nieuws.", cards.CHECKED)


def test_a_verdict_that_expires_is_named_ninety_days_before(femke):
    Verdict.objects.update(given_on=TODAY - timedelta(days=800), valid_until=TODAY + timedelta(days=91))
    assert pile(femke, "oordelen") == []
    Verdict.objects.update(valid_until=TODAY + timedelta(days=90))
    assert pile(femke, "oordelen")[0].told[0].startswith("Loopt af op ")
    Verdict.objects.update(valid_until=TODAY - timedelta(days=1))
    assert pile(femke, "oordelen")[0].told[0].startswith("Verlopen op ")


def test_a_question_that_found_nothing_three_times(femke):
    Miss.objects.create(text="mag ik een hond", on=TODAY, times=3)
    Miss.objects.create(text="van één iemand", on=TODAY, times=2)
    (row,) = pile(femke, "gemist")
    assert (row.title, row.url, row.told) == ("mag ik een hond", "/zoeken/?q=mag+ik+een+hond", ("3 keer gevraagd",))


def test_what_readers_said_who_were_not_helped(femke):
    card = cards.card("taaleis")
    catalogue.note_feedback(card, helped=False, why="Te kort", passage="echt nodig", by=VISITOR, at=make.AT)
    catalogue.note_feedback(card, helped=True, why="Fijn", passage="", by=VISITOR, at=make.AT)
    Card.objects.filter(pk=card.pk).update(version=2)
    (row,) = pile(femke, "niet-geholpen")
    assert (row.quotes, row.told[1]) == (("echt nodig", "Te kort"), "Versie 1, nu versie 2")


def test_what_a_file_offers_for_an_edited_card(femke):
    card = cards.card("taaleis")
    Offer.objects.create(card=card, at=make.AT, digest="x", data={}, differences=[{"sleutel": "kort"}])
    (row,) = pile(femke, "aangeboden")
    assert (row.title, row.told[1]) == (card.title, "Anders: kort")


def test_a_draft_that_waits_says_for_whom(femke):
    card, redactie = cards.card("taaleis"), people.organisation("NBBU")
    draft = Draft.objects.create(card=card, kind=card.kind, slug=card.slug, organisation=redactie, begun_at=make.AT,
                                 saved_at=make.AT, state="review")  # fmt: skip
    assert pile(femke, "wacht")[0].told == (
        "Wordt nagekeken",
        "Van NBBU",
        "Wacht op: de redactie",
        "Sinds 27 november 2026",
    )
    draft.reviews.create(name="Jo", organisation=people.organisation("ABU"), asked_at=make.AT)
    assert pile(femke, "wacht")[0].told[2] == "Wacht op: ABU"
    werkproef = cards.card("werkproef")
    Judgement.objects.create(card=werkproef, state="ready", start=3, direction="positief", size="klein", basis="x",
                             context="x", figures_seen="ja", interests="geen", organisation=redactie, begun_at=make.AT,
                             saved_at=make.AT)  # fmt: skip
    assert [row.title for row in pile(femke, "wacht")] == [card.title, f"Oordeel: {werkproef.title}"]
    assert counts(femke)["wacht"] == 2
    Draft.objects.filter(pk=draft.pk).update(card=None, slug="nieuw")
    Judgement.objects.all().delete()
    (row,) = pile(femke, "wacht")
    assert (row.title, row.url) == (f"concept {card.kind}/nieuw", "")


def look_for_all():
    """The round, and the tasks that it leaves for later."""
    DBTaskResult.objects.all().delete()
    tasks.look_for_cards.func()
    for left in DBTaskResult.objects.order_by("pk"):
        tasks.look_for.func(*left.args_kwargs["args"])


def test_a_card_that_is_not_public_any_more_is_not_lost(femke):
    card = cards.card("taaleis")
    operations.note_lost([card.pk], lost={card.pk: 4}, by=LOADER, at=make.AT)
    Card.objects.filter(pk=card.pk).update(state="draft")
    look_for_all()
    assert Lost.objects.count() == 0


def test_a_card_that_none_of_its_questions_brings_up_is_lost_until_it_is_found(femke, monkeypatch):
    card = cards.card("taaleis")
    look_for_all()
    assert pile(femke, "onvindbaar") == []
    monkeypatch.setattr(queries.desk.index, "find", lambda text, **how: queries.desk.index.Found())
    look_for_all()
    assert [row.title for row in pile(femke, "onvindbaar")] == [one.title for one in Card.objects.order_by("title")]
    Lost.objects.all().delete()
    operations.note_lost([card.pk], lost={card.pk: 4}, by=LOADER, at=make.AT)
    (row,) = pile(femke, "onvindbaar")
    assert (row.title, row.told) == (card.title, ("4 vragen gesteld op 27 november 2026",))


def test_pages_of_a_long_pile(femke):
    for n in range(queries.PER_PAGE + 1):
        LinkCheck.objects.create(
            url=f"https://x.example/{n:03}", state="kapot", checked_on=TODAY, again_on=TODAY + timedelta(days=1)
        )
    assert len(pile(femke, "links")) == queries.PER_PAGE
    second = femke.get(reverse("editing:desk_pile", args=["links"], query={"pagina": 2}))
    assert ([row.title for row in second.context["rows"]], second.context["page"].previous) == (
        ["https://x.example/050"],
        1,
    )
    assert second.context["page"].next is None
    beyond = femke.get(reverse("editing:desk_pile", args=["links"], query={"pagina": "9"})).content.decode()
    assert "Zo veel pagina’s zijn er niet." in beyond
    assert len(pile(femke, "links", pagina="-4")) == queries.PER_PAGE


@pytest.mark.parametrize("many", [1, 3])
def test_the_desk_asks_as_much_for_one_as_for_three(femke, django_assert_max_num_queries, many):
    card = cards.card("taaleis")
    for n in range(many):
        catalogue.note_feedback(card, helped=False, why="x", passage="", by=VISITOR, at=make.AT)
        LinkCheck.objects.create(
            url=f"https://x.example/{n}", state="kapot", checked_on=TODAY, again_on=TODAY + timedelta(days=1)
        )
    with django_assert_max_num_queries(12):
        femke.get(reverse("editing:desk"))
    for key in ("niet-geholpen", "links", "wacht", "nakijken"):
        with django_assert_max_num_queries(12):
            femke.get(reverse("editing:desk_pile", args=[key]))
