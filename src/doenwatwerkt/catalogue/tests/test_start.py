"""Start with three: five answers, three practices with the reason for each, and nothing stored. The rules as truth tables."""

from dataclasses import replace
from itertools import permutations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doenwatwerkt.catalogue import forms, rules
from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.rules import Candidate, Wish
from doenwatwerkt.catalogue.tests import make
from doenwatwerkt.lib.codes import Theme
from doenwatwerkt.ui.tests.reading import read, words

URL = "/begin/"
FIVE = f"{URL}?omvang=10-49&fase=selecteren&probleem=selectie&tijd=2&al=gestructureerd-interview"
VERDICT = make.PRACTICE["oordeel"]
SURE = "Wij zijn zeker over het effect (4 van 5)."
ONE = Candidate("een", ("selecteren",), ("selectie",), ("klein", "midden"), "positief", "doen", 4, 1, 2)


@pytest.fixture
def shelf(db, tmp_path):
    """Practices that fit more and less, some that may never be advised, and one for who has a year."""
    make.practice(make.three(tmp_path), "gestructureerd-interview", titel="Stel vaste vragen")
    make.practice(tmp_path, "scores", titel="Tel de punten op", moeite=1)
    make.practice(tmp_path, "plekken", titel="Zoek elders", themas=["werving"], fasen=["werven"], omvang=["groot"])
    make.practice(tmp_path, "klik", titel="De klik", richting="negatief", advies="vermijden")
    make.practice(tmp_path, "niets", titel="Iets zonder effect", richting="geen")
    make.practice(tmp_path, "jaar", titel="Een jaar lang", moeite=3)
    make.stocked(tmp_path)
    return tmp_path


def picked(response):
    """What is advised, each with its reasons."""
    page = read(response)
    return [
        (words(next(one.iter("h3"))), [words(why) for why in page.all("div", "notice", within=one)[0].iter("li")])
        for three in page.all("div", "three")
        for one in three
    ]


def names(response):
    return [title for title, _ in picked(response)]


def test_five_answers_give_three_practices_each_with_the_reason(client, shelf):
    assert picked(client.get(FIVE)) == [
        ("Tel de punten op", [
            "Het gaat over wat u noemde.", "Het hoort bij selecteren.", "Het past bij een bedrijf van uw omvang.",
            "Wij zijn zeker over het effect (4 van 5).", "Eén persoon kan het binnen een maand invoeren.",
        ]),
        ("Laat mensen een werkproef doen", [
            "Het gaat over wat u noemde.", "Het hoort bij selecteren.", "Het past bij een bedrijf van uw omvang.",
            "Wij zijn zeker over het effect (4 van 5).",
        ]),
        ("Zoek elders", ["Het is vooral bij grotere bedrijven gedaan.", "Wij zijn zeker over het effect (4 van 5)."]),
    ]  # fmt: skip


def test_the_answers_stay_in_the_form_and_the_plan_takes_them_along(client, shelf):
    page = read(client.get(FIVE))
    assert [(one.get("name"), one.get("value")) for one in page.all("input") if "checked" in one.attrib] == [
        ("omvang", "10-49"), ("fase", "selecteren"), ("probleem", "selectie"), ("tijd", "2"),
        ("al", "gestructureerd-interview"),
    ]  # fmt: skip
    links = dict(page.links())
    assert links["Download als plan (PDF)"] == FIVE.replace(URL, "/begin/plan.pdf")
    assert links["Zet deze naast elkaar"] == "/menukaart/vergelijken/?kaart=scores&kaart=werkproef&kaart=plekken"
    assert client.get(links["Download als plan (PDF)"]).headers["Content-Type"] == "application/pdf"


@pytest.mark.parametrize(
    "sent", ["", "?al=scores", "?omvang=reus&fase=x&probleem=%00&tijd=9", "?tijd=-1", "?tijd=2%00"]
)
def test_who_answered_nothing_gets_the_five_questions_and_no_advice(client, shelf, sent):
    page = read(client.get(URL + sent))
    assert page.section("drie") is None
    assert [words(one)[0] for one in page.all("legend")] == list("12345")


def test_one_answer_is_enough(client, shelf):
    assert names(client.get(f"{URL}?fase=werven"))[0] == "Zoek elders"
    assert len(names(client.get(f"{URL}?omvang=250%2B"))) == 3


def test_what_is_done_already_is_left_out(client, shelf):
    without = FIVE.replace("&al=gestructureerd-interview", "")
    assert "Stel vaste vragen" in names(client.get(without))
    assert "Stel vaste vragen" not in names(client.get(FIVE))


def test_nobody_is_sent_into_more_work_than_there_is_time_for(client, shelf):
    assert names(client.get(f"{URL}?tijd=1")) == ["Tel de punten op"]
    Card.objects.exclude(slug="jaar").update(state="draft")
    assert names(client.get(f"{URL}?tijd=2")) == []
    assert names(client.get(f"{URL}?tijd=3")) == ["Een jaar lang"]


def test_where_nothing_fits_the_page_says_what_to_change(client, shelf):
    Card.objects.update(state="draft")
    page = read(client.get(FIVE))
    assert page.said("drie") == "Kies meer tijd, of laat een antwoord open."
    assert page.all("form") != []


def test_nobody_is_advised_what_may_not_be_recommended_or_was_never_judged(client, shelf):
    Card.objects.filter(slug="scores").update(recommended=False)
    practice = make.card("werkproef").practice
    practice.verdict = None
    practice.save()
    assert names(client.get(f"{URL}?probleem=selectie&tijd=2")) == ["Stel vaste vragen", "Zoek elders"]


def test_what_fits_the_problem_is_found_behind_a_hundred_surer_ones(client, db, tmp_path):
    make.practice(
        make.shelf(tmp_path), "krapte", titel="Over krapte", themas=["krapte"], oordeel=VERDICT | {"start": 2}
    )
    for number in range(101):
        make.practice(tmp_path, f"zeker-{number:03}")
    make.load(tmp_path)
    assert names(client.get(f"{URL}?probleem=krapte"))[0] == "Over krapte"


def test_the_same_answers_give_the_same_three_every_time(client, shelf):
    first = client.get(FIVE)
    assert [client.get(FIVE).content for _ in range(5)] == [first.content] * 5
    assert dict(first.cookies) == {}


def test_thirty_practices_cost_no_more_queries_than_three(client, db, tmp_path):
    make.shelf(tmp_path)
    counts = []
    for cards in (3, 30):
        for number in range(cards):
            make.practice(tmp_path, f"proef-{number}")
        make.load(tmp_path)
        with CaptureQueriesContext(connection) as asked:
            client.get(FIVE)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8


def test_every_answer_that_can_be_given_stands_for_something_real(content):
    slugs = {seed.slug for seed in content.seeds if seed.kind == "praktijk"}
    assert {slug for slug, _ in forms.ALREADY} <= slugs
    assert {problem for problem, _ in forms.PROBLEMS} <= set(Theme.values)


@pytest.mark.parametrize(
    ("changes", "wish", "fits"),
    [
        ({}, Wish(), True), ({"direction": "gemengd"}, Wish(), True), ({"advice": "experimenteren"}, Wish(), True),
        ({"advice": "doen-met-voorwaarden"}, Wish(), True), ({"advice": "vermijden"}, Wish(), False),
        ({"direction": "geen"}, Wish(), False), ({"direction": "negatief"}, Wish(), False),
        ({}, Wish(time=2), True), ({}, Wish(time=1), False), ({"effort": 3}, Wish(time=3), True),
        ({}, Wish(already=frozenset({"een"})), False), ({}, Wish(already=frozenset({"twee"})), True),
    ],
)  # fmt: skip
def test_what_may_be_advised_helps_fits_the_time_and_is_new(changes, wish, fits):
    assert rules.fits(replace(ONE, **changes), wish) is fits


@pytest.mark.parametrize(
    ("changes", "wish", "points"),
    [
        ({}, Wish(), 8), ({}, Wish(theme="selectie"), 20), ({}, Wish(phase="selecteren"), 16), ({}, Wish(scale="klein"), 12),
        ({}, Wish(theme="taal", phase="werven", scale="groot"), 8), ({"certainty": 5}, Wish(), 10), ({"cost": 3}, Wish(), 6),
        ({"effort": 1}, Wish(), 9), ({"advice": "doen-met-voorwaarden"}, Wish(), 5), ({"advice": "experimenteren"}, Wish(), 2),
        ({"themes": (), "phases": (), "scales": ()}, Wish(theme="selectie", phase="selecteren", scale="klein"), 8),
    ],
)  # fmt: skip
def test_the_problem_counts_most_then_the_phase_then_the_size(changes, wish, points):
    assert rules.points(replace(ONE, **changes), wish) == points


@pytest.mark.parametrize(
    ("changes", "wish", "reasons"),
    [
        ({}, Wish(), [SURE]),
        ({"certainty": 0}, Wish(), ["Het effect is nog niet onderbouwd (0 van 5)."]),
        ({"certainty": 5}, Wish(theme="taal"), ["Wij zijn heel zeker over het effect (5 van 5)."]),
        ({"scales": ("groot",)}, Wish(scale="klein"),
         ["Het is vooral bij grotere bedrijven gedaan.", SURE]),
        ({"scales": ("klein",)}, Wish(scale="groot"),
         ["Het is vooral bij kleinere bedrijven gedaan.", SURE]),
        ({"scales": ("klein", "groot")}, Wish(scale="midden"),
         ["Het is vooral bij bedrijven van een andere omvang gedaan.", SURE]),
        ({"scales": ()}, Wish(scale="klein"), [SURE]),
        ({"advice": "doen-met-voorwaarden", "phases": ("arbeidstoeleiding",)}, Wish(phase="arbeidstoeleiding"),
         ["Het hoort bij aan het werk helpen.", SURE, "Let op de voorwaarden op de kaart."]),
        ({"advice": "experimenteren", "effort": 1, "certainty": 1}, Wish(theme="selectie"),
         ["Het gaat over wat u noemde.", "Wij zijn heel onzeker over het effect (1 van 5).",
          "Eén persoon kan het binnen een maand invoeren.", "Er is nog weinig bewijs: probeer het klein en meet het."]),
    ],
)  # fmt: skip
def test_every_reason_follows_from_an_answer_or_from_what_we_know(changes, wish, reasons):
    assert rules.reasons(replace(ONE, **changes), wish) == reasons


def test_the_best_three_whatever_order_they_come_in_and_fewer_when_fewer_fit():
    four = [
        ONE,
        replace(ONE, slug="aap"),
        replace(ONE, slug="beter", certainty=5),
        replace(ONE, slug="nooit", advice="vermijden"),
    ]
    told = {tuple(one.slug for one, _ in rules.start_with_three(list(order), Wish())) for order in permutations(four)}
    assert told == {("beter", "aap", "een")}
    assert [one.slug for one, _ in rules.start_with_three([ONE], Wish())] == ["een"]
    assert rules.start_with_three([], Wish()) == []
