"""The commands of the site: what they tell, and two loaders at the same time."""

import pytest
from django.core.management import CommandError, call_command

from doenwatwerkt.catalogue.models import Card
from doenwatwerkt.catalogue.tests import make as cards
from doenwatwerkt.people.models import Organisation
from doenwatwerkt.site.tests import make
from doenwatwerkt.site.tests.processes import finish, shared_database, start


def told(capsys):
    """What load_content counted: {outcome: number}."""
    lines = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("        ")]
    return {words.strip(): int(number) for number, words in (line.strip().split(" ", 1) for line in lines)}


def test_load_content_tells_what_it_did(db, tmp_path, capsys):
    call_command("load_content", "--map", str(make.three(tmp_path)))
    first = told(capsys)
    organisations = Organisation.objects.count()
    assert first == {
        "toegevoegd": 3 + organisations + 75, "gewijzigd": 0, "ongewijzigd gelaten": 0,
        "aangeboden (de kaart is bewerkt; het verschil staat klaar)": 0,
        "staat niet meer in de bestanden (niet verwijderd)": 0,
    }  # fmt: skip
    cards.practice(tmp_path, kosten=2)
    (tmp_path / "antwoorden/taaleis.yaml").unlink()
    call_command("load_content", "--map", str(tmp_path))
    out = capsys.readouterr().out.splitlines()
    assert out == [
        "    0 toegevoegd", "    1 gewijzigd", "        praktijken/werkproef.yaml",
        "    0 aangeboden (de kaart is bewerkt; het verschil staat klaar)", f"{76 + organisations:5} ongewijzigd gelaten",
        "    1 staat niet meer in de bestanden (niet verwijderd)", "        antwoorden/taaleis.yaml",
    ]  # fmt: skip


def test_load_content_refuses_a_broken_file_and_changes_nothing(db, tmp_path):
    cards.material(make.three(tmp_path), eigenaar="niemand")
    with pytest.raises(CommandError) as caught:
        call_command("load_content", "--map", str(tmp_path))
    assert str(caught.value) == (
        "Niets geladen. materialen/vacaturecheck.yaml: eigenaar: organisatie 'niemand' staat niet in organisaties.yaml"
    )
    assert (Card.objects.count(), Organisation.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_two_processes_that_load_at_once_end_with_the_same_content_once(tmp_path):
    shelf, var = tmp_path / "shelf", tmp_path / "var"
    var.mkdir()
    make.three(shelf)
    variables = shared_database(var)
    both = [start("load_content", "--map", str(shelf), **variables) for _ in range(2)]
    answers = [finish(process) for process in both]
    assert [(code, errors) for code, _, errors in answers] == [(0, ""), (0, "")]
    counted = sorted(
        [int(line.split()[0]) for line in out.splitlines() if not line.startswith("        ")] for _, out, _ in answers
    )
    total = counted[0][3]
    assert total > 78
    assert counted == [[0, 0, 0, total, 0], [total, 0, 0, 0, 0]], (
        "one adds everything; the other waits and finds it the same"
    )


def test_the_generated_pages_of_docs_are_fresh(db):
    call_command("docs", check=True)


def test_docs_writes_what_is_stale_and_says_so(settings, tmp_path, capsys):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/betekenissen.tsv").write_bytes((settings.ROOT / "docs/betekenissen.tsv").read_bytes())
    settings.ROOT = tmp_path
    with pytest.raises(CommandError) as caught:
        call_command("docs", check=True)
    assert str(caught.value) == "Verouderd: woordenlijst.md, doors.md, facts.md, privacy.md. Draai ./run manage docs."
    call_command("docs")
    assert capsys.readouterr().out.splitlines()[0] == "docs/woordenlijst.md geschreven"
    call_command("docs", check=True)


def test_where_prints_the_whole_thread_of_an_address(capsys):
    call_command("where", "/praktijken/werkproef/")
    lines = [line.split(":")[0].strip() for line in capsys.readouterr().out.splitlines()]
    room = "src/doenwatwerkt/catalogue"
    assert lines[0] == "catalogue"
    thread = ["urls", "views", "queries", "models", "templates/catalogue/practice.html", "tests/test_practice.py"]
    assert [part for part in thread if not any(line.startswith(f"{room}/{part}") for line in lines)] == []


def test_where_knows_a_word_from_the_screen(capsys):
    call_command("where", "bewijsoordeel")
    assert capsys.readouterr().out.splitlines()[0].startswith("| bewijsoordeel | Verdict |")


@pytest.mark.parametrize(
    ("what", "told"),
    [("/nergens/", "/nergens/ is geen adres van deze site."), ("xyzzy", "'xyzzy' staat niet in docs/woordenlijst.md.")],
)
def test_where_says_what_it_does_not_know(what, told):
    with pytest.raises(CommandError) as caught:
        call_command("where", what)
    assert str(caught.value) == told
