"""The guards bite: reading never writes, templates never ask, doors are closed unless opened, rooms have front doors."""

import tomllib
from pathlib import Path

import pytest
from django.contrib.auth.decorators import login_not_required
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.http import HttpResponse
from django.urls import include, path
from grimp import ImportGraph

from doenwatwerkt.people.models import Region
from doenwatwerkt.site import urls
from doenwatwerkt.ui import pages
from doenwatwerkt.ui.middleware import only_reads
from tools import rig
from tools.front_doors import FrontDoors

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())


@login_not_required
def write(request):
    Region.objects.create(code="99", name="Regio van de proef")
    return HttpResponse("geschreven")


@login_not_required
def write_in_passing(request):
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH new AS (SELECT '98' AS code) "
            "INSERT INTO people_region (code, name, aliases) SELECT code, 'Regio', '[]' FROM new"
        )
    return HttpResponse("geschreven")


@login_not_required
def read(request):
    with connection.cursor() as cursor:
        cursor.execute("WITH codes AS (SELECT code FROM people_region) SELECT count(*) FROM codes")
        return HttpResponse(str(cursor.fetchone()[0]))


@login_not_required
def lazy(request):
    return pages.show(request, "people/regions.html", regions=Region.objects.order_by("code"))


@login_not_required
def finished(request):
    return pages.show(request, "people/regions.html", regions=list(Region.objects.order_by("code")))


def private(request):
    return HttpResponse("alleen voor wie is aangemeld")


views = [
    path("schrijf/", write, name="write"), path("schrijf-tussendoor/", write_in_passing, name="write_in_passing"),
    path("lees/", read, name="read"), path("lui/", lazy, name="lazy"), path("af/", finished, name="finished"),
    path("besloten/", private, name="private"),
]  # fmt: skip
listed = [path("zoeken/", write, name="search")]
urlpatterns = [*urls.urlpatterns, path("proef/", include((views, "proef"))), path("proef/", include((listed, "site")))]
made_up = pytest.mark.urls(__name__)


@made_up
@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("address", ["/proef/schrijf/", "/proef/schrijf-tussendoor/"])
def test_who_only_reads_changes_nothing(client, db, method, address):
    with pytest.raises(RuntimeError, match="A GET may not write"), transaction.atomic():
        getattr(client, method)(address)
    assert Region.objects.count() == 0


@made_up
def test_who_sends_something_may_change_something(client, db):
    assert client.post("/proef/schrijf/").content == b"geschreven"
    assert Region.objects.count() == 1


@made_up
def test_only_a_name_on_the_list_may_write_while_somebody_reads(client, db):
    assert client.get("/proef/zoeken/").content == b"geschreven"
    assert Region.objects.count() == 1


@made_up
def test_reading_in_a_roundabout_way_is_reading(client, db):
    Region.objects.create(code="01", name="Noord")
    assert client.get("/proef/lees/").content == b"1"


READING = [
    "SELECT 1", "  select 1", "EXPLAIN SELECT 1", 'SAVEPOINT "s1"', 'RELEASE SAVEPOINT "s1"', 'ROLLBACK TO SAVEPOINT "s1"',
    "BEGIN", "PRAGMA foreign_keys", "SHOW server_version", "FETCH 10 FROM c", "WITH a AS (SELECT 1) SELECT * FROM a",
    "WITH RECURSIVE a AS (SELECT 1 UNION SELECT 2) SELECT * FROM a", "SELECT 'DELETE FROM people_user'",
    "WITH a AS (SELECT 1 AS updated, 2 AS merged) SELECT updated, merged FROM a", "SELECT * FROM a FOR UPDATE",
    "(SELECT 1) UNION (SELECT 2)", "( WITH a AS (SELECT 1) SELECT * FROM a)",
]  # fmt: skip
WRITING = [
    "INSERT INTO a VALUES (1)", "update a set b = 1", "DELETE FROM a", "DROP TABLE a", "TRUNCATE a", "CREATE TABLE a (b int)",
    "ALTER TABLE a ADD b int", "REPLACE INTO a VALUES (1)", "VACUUM", "", "SELECTION",
    "WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a", "with a as (delete from b returning id) select * from a",
    "WITH a AS (UPDATE b SET c = 1 RETURNING c) SELECT * FROM a", "(WITH a AS (DELETE FROM b RETURNING c) SELECT c FROM a)",
    "WITH a AS (SELECT 1 AS c) UPDATE b AS x SET c = a.c FROM a", 'with a as (select 1) update "b" x set c = 2',
    "WITH a AS (SELECT 1) MERGE INTO b USING a ON true WHEN MATCHED THEN DELETE", "MERGE INTO b USING a ON true WHEN MATCHED THEN DELETE",
]  # fmt: skip


@pytest.mark.parametrize("sql", READING)
def test_a_statement_that_reads_goes_through(sql):
    assert only_reads(lambda *asked: asked, sql, None, False, {}) == (sql, None, False, {})


@pytest.mark.parametrize("sql", WRITING)
def test_a_statement_that_writes_is_stopped(sql):
    with pytest.raises(RuntimeError, match="A GET may not write"):
        only_reads(lambda *asked: asked, sql, None, False, {})


@made_up
def test_a_template_that_asks_the_database_is_stopped(client, db):
    with pytest.raises(RuntimeError, match="A template may not query"):
        client.get("/proef/lui/")


@made_up
def test_a_template_that_gets_a_finished_list_shows_it(client, db):
    Region.objects.create(code="07", name="Noord aan Zee")
    assert "Noord aan Zee" in client.get("/proef/af/").content.decode()


@made_up
def test_a_door_is_closed_unless_somebody_opened_it(client, cast):
    assert client.get("/proef/besloten/").status_code == 302
    client.force_login(cast.anna)
    assert client.get("/proef/besloten/").status_code == 200


def test_who_was_signed_out_elsewhere_reads_on_as_a_visitor(client, cast):
    client.force_login(cast.anna)
    assert "Aangemeld als" in client.get("/over/").content.decode()
    Session.objects.all().delete()
    response = client.get("/over/")
    assert (response.status_code, "Aangemeld als" in response.content.decode()) == (200, False)


def test_who_was_signed_in_under_an_older_key_reads_on_as_a_visitor(client, cast, settings):
    client.force_login(cast.anna)
    settings.SECRET_KEY = "een-nieuwe-sleutel-na-een-lek-die-lang-genoeg-is"
    response = client.get("/over/")
    assert (response.status_code, "Aangemeld als" in response.content.decode()) == (200, False)


def contract():
    told = next(one for one in PROJECT["tool"]["importlinter"]["contracts"] if one["type"] == "front_doors")
    options = {key: value for key, value in told.items() if key not in ("name", "type")}
    return FrontDoors(told["name"], session_options={}, contract_options=options)


def house(importer, imported):
    """A house of two modules, one of which imports the other."""
    graph = ImportGraph()
    graph.add_module(importer)
    graph.add_module(imported)
    graph.add_import(importer=importer, imported=imported)
    return graph


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("site.views", "catalogue.models"), ("commitments.operations", "catalogue.rules"), ("site.views", "people.forms"),
        ("catalogue.views", "search.ranking"), ("catalogue.operations.load", "search.models"),
        ("catalogue.tests.test_load", "people.middleware"), ("site.views", "catalogue.operations_of_mine"),
    ],
)  # fmt: skip
def test_who_climbs_in_through_a_window_is_seen(importer, imported, capsys):
    importer, imported = f"doenwatwerkt.{importer}", f"doenwatwerkt.{imported}"
    check = contract().check(house(importer, imported), verbose=False)
    assert (check.kept, check.metadata["windows"]) == (False, [(importer, imported)])
    contract().render_broken_contract(check)
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith(f"{importer} climbs in through {imported}; use one of: operations, queries")


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("site.views", "catalogue.queries"), ("commitments.operations", "catalogue.operations"),
        ("catalogue.operations.load", "search.operations"), ("catalogue.views", "people.models"),
        ("catalogue.views", "ui.pages"), ("people.operations", "lib.refusal"), ("site.views", "config.settings"),
        ("catalogue.views", "catalogue.rules"), ("catalogue.tests.make", "people.tests.make"), ("site.views", "catalogue"),
    ],
)  # fmt: skip
def test_who_comes_in_through_the_front_door_is_welcome(importer, imported):
    assert contract().check(house(f"doenwatwerkt.{importer}", f"doenwatwerkt.{imported}"), verbose=False).kept


def test_other_people_s_houses_have_their_own_doors():
    assert contract().check(house("doenwatwerkt.site.views", "django.db.models"), verbose=False).kept


def test_a_test_that_asks_no_database_runs_on_sqlite_alone(request):
    assert not rig.asks(request.node)


def test_a_test_with_a_database_runs_on_both(db, request):
    assert rig.asks(request.node)


@pytest.mark.django_db
def test_a_test_marked_for_a_database_runs_on_both(request):
    assert rig.asks(request.node)


@pytest.fixture
def world(django_db_setup):
    """As a whole module shares one."""


def test_a_test_in_a_world_with_a_database_runs_on_both(world, request):
    assert rig.asks(request.node)
