"""The working agenda from its file: 75 commitments with one owner each, and what changed since."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from doenwatwerkt.commitments import content, queries
from doenwatwerkt.commitments.models import ActionLine, Agenda, Commitment, Goal, Idea
from doenwatwerkt.commitments.tests import make
from doenwatwerkt.journal.models import Entry
from doenwatwerkt.lib.actor import LOADER
from doenwatwerkt.lib.content import ContentError
from doenwatwerkt.lib.report import Report
from doenwatwerkt.people import content as folks
from doenwatwerkt.people import operations as people

BOTH = ["toezegging A-01", "toezegging B-01"]


def test_a_new_agenda_is_added_with_its_goals_lines_and_ideas(db):
    assert make.load() == Report(added=BOTH)
    assert [str(goal) for goal in queries.goals()] == ["1. Meer kennis"]
    assert [(line.letter, goals, promised) for line, goals, promised in queries.lines()] == [
        ("A", queries.goals(), 1), ("B", None, 1),
    ]  # fmt: skip
    assert [(idea.what, str(idea.suggested_line)) for idea in queries.ideas()] == [
        ("Een film maken.", "A. Voorbeelden verzamelen")
    ]
    assert [(agenda.title, agenda.source) for agenda in queries.agendas()] == [
        ("Tweede agenda", "Werkagenda (2025-01-30)")
    ]
    entry = Entry.objects.get()
    assert (entry.kind, entry.data) == ("commitments.AgendaLoaded", {"added": 2, "changed": 0})


def test_a_commitment_keeps_what_the_source_says_about_it(db):
    make.load()
    one = Commitment.objects.get(ref="B-01")
    assert (one.owner.slug, [partner.slug for partner in one.partners.all()]) == ("dib", ["awvn"])
    assert (one.strength, one.condition, one.due) == ("voorwaardelijk", "als er geld is", date(2025, 6, 30))
    assert (one.status, one.figures) == ("toegezegd", {"gesprekken": 10, "extra_fte": 2})


def test_the_same_file_again_changes_nothing(db):
    make.load()
    assert make.load() == Report(left=BOTH)
    assert Entry.objects.count() == 1


def test_a_changed_row_is_changed_and_its_stand_is_kept(db):
    make.load()
    Commitment.objects.filter(ref="A-01").update(status="in-uitvoering")
    report = make.load(
        make.agenda(make.PROMISE | {"wat": "AWVN haalt twaalf voorbeelden op.", "met": ["dib"]}, make.OTHER)
    )
    assert report == Report(changed=BOTH[:1], left=BOTH[1:])
    one = Commitment.objects.get(ref="A-01")
    assert (one.what, one.status, one.partners.count()) == ("AWVN haalt twaalf voorbeelden op.", "in-uitvoering", 1)


def test_a_row_that_left_the_file_is_told_and_stays(db):
    make.load()
    assert make.load(make.agenda(make.PROMISE)) == Report(left=BOTH[:1], gone=BOTH[1:])
    assert Commitment.objects.count() == 2


@pytest.mark.parametrize("who", [{"door": "niemand"}, {"met": ["awvn", "niemand"]}])
def test_an_organisation_that_does_not_exist_changes_nothing(db, who):
    with pytest.raises(ContentError) as caught:
        make.load(make.agenda(make.OTHER, make.PROMISE | who))
    assert str(caught.value) == "werkagenda.yaml: toezeggingen.A-01: organisatie niemand staat niet in de lijst"
    assert (Commitment.objects.count(), Goal.objects.count(), Entry.objects.count()) == (0, 0, 0)


def test_the_real_agenda_holds_75_commitments_on_seven_lines_for_three_goals(db):
    people.load(folks.organisations(), regions=folks.regions(), by=LOADER, at=make.AT)
    report = make.load(content.agenda())
    assert (len(report.added), Commitment.objects.count()) == (75, 75)
    assert [line.letter for line, _, _ in queries.lines()] == list("ABCDEFG")
    assert [goal.number for goal in queries.goals()] == [1, 2, 3]
    assert sum(promised for *_, promised in queries.lines()) == 75
    assert make.load(content.agenda()) == Report(left=report.added)


@pytest.mark.parametrize(
    ("was", "becomes", "error"),
    [
        ("lijn: voorbeelden", "lijn: verzonnen", "toezeggingen.A-01.lijn: actielijn verzonnen bestaat niet"),
        ("id: B-01", "id: A-01", "toezeggingen.A-01: staat er twee keer"),
        ("doelen: [1]", "doelen: [1, 9]", "actielijnen.voorbeelden.doelen: doel 9 bestaat niet"),
        ("id: B-01", "id: B-1", "toezeggingen.2.id: heeft niet de goede vorm: ^[A-Z]-\\d\\d$"),
        ("spoor: gesprek", "spoor: gesprek, kleur: rood", "toezeggingen.2.kleur: onbekende sleutel; kijk in docs/inhoud.md welke er zijn"),
    ],
)  # fmt: skip
def test_a_broken_agenda_names_what_is_wrong(tmp_path, was, becomes, error):
    text = FILE.replace(was, becomes, 1)
    (tmp_path / "werkagenda.yaml").write_text(text)
    with pytest.raises(ContentError) as caught:
        content.agenda(tmp_path)
    assert str(caught.value) == f"werkagenda.yaml: {error}"


FILE = """
programma: {id: werkagenda, titel: Werkagenda, datum: 2025-01-30, bron: {document: Werkagenda}}
agendas: [{id: tweede, titel: Tweede, begint: 2025-01-30, bron: {document: Werkagenda, datum: 2025-01-30}}]
doelen: [{id: kennis, nummer: 1, titel: Meer kennis, bron: {document: Werkagenda}}]
verwachte_effecten: []
actielijnen:
- {id: voorbeelden, letter: A, titel: Voorbeelden, doelen: [1], betekenis: Wij laten zien wat werkt.}
toezeggingen:
- {id: A-01, lijn: voorbeelden, spoor: ophalen, door: awvn, wat: Iets doen.}
- {id: B-01, lijn: voorbeelden, spoor: gesprek, door: awvn, wat: Nog iets doen.}
ideeen: []
"""


def test_a_small_agenda_that_is_right_is_read(tmp_path):
    (tmp_path / "werkagenda.yaml").write_text(FILE)
    found = content.agenda(tmp_path)
    assert [promise.id for promise in found.toezeggingen] == ["A-01", "B-01"]
    assert (str(found.agendas[0].bron), str(found.doelen[0].bron)) == ("Werkagenda (2025-01-30)", "Werkagenda")


def refused(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        change()
    return True


@pytest.mark.parametrize(
    ("model", "wrong"),
    [
        (Commitment, {"strength": "misschien"}), (Commitment, {"status": "bijna"}), (Commitment, {"ref": "C-09"}),
        (Commitment, {"strength": "voorwaardelijk", "condition": ""}), (ActionLine, {"letter": "C"}), (ActionLine, {"slug": "zelfde"}),
    ],
)  # fmt: skip
def test_the_database_refuses(db, model, wrong):
    make.load()
    assert refused(lambda: model.objects.all().update(**wrong))


@pytest.mark.parametrize(("model", "same"), [(Goal, "number"), (Goal, "slug"), (Agenda, "slug"), (Idea, "slug")])
def test_the_database_refuses_the_same_twice(db, model, same):
    make.load()
    row = model.objects.get()
    row.pk = None
    for unique in {"number", "slug"} - {same} & {field.name for field in model._meta.fields}:
        setattr(row, unique, 2 if unique == "number" else "ander")
    assert refused(row.save)


def test_the_commitments_of_an_organisation_are_found_through_its_family(db):
    make.load()
    owner = Commitment.objects.get(ref="A-01").owner_id
    assert [one.ref for one in Commitment.objects.of([owner]).order_by("ref")] == ["A-01"]
