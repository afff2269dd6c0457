"""The cast and the strict rig: the same five people in every test, and nothing that leans on luck."""

import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    """anna (an employer), bram (her colleague), carla (another firm), dirk (programme office), gast (not signed in)."""
    from doenwatwerkt.people.tests import make

    noord, zuid = make.organisation("Bakkerij Noord"), make.organisation("Garage Zuid")
    office = make.organisation("Programmabureau", kind="ministerie")
    return SimpleNamespace(
        anna=make.person("anna", noord, "werkgever"),
        bram=make.person("bram", noord, "hr-professional"),
        carla=make.person("carla", zuid, "werkgever"),
        dirk=make.person("dirk", office, "programmabureau"),
        gast=None,
    )


@pytest.fixture(scope="session")
def content() -> Any:
    """The real content files, read once."""
    from doenwatwerkt.catalogue import content

    return content.library()


@pytest.fixture
def load_everything(db: None) -> Callable[[], Any]:
    """Puts all real content in an empty database: really loaded once a run. Gives the report of loading."""
    from doenwatwerkt.lib.tests.remembered import remembered
    from doenwatwerkt.site import loading

    return lambda: remembered("programme", lambda: loading.load(at=AT))


@pytest.fixture(autouse=True)
def fresh_counters() -> Iterator[None]:
    """Rate limits start at zero in every test."""
    from django.core.cache import cache

    cache.clear()
    yield


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Only this machine may be called: everything else is a mistake."""
    original = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> Any:
        host = address[0] if isinstance(address, tuple) else "unix"
        if host not in ("unix", "localhost", "127.0.0.1", "::1"):
            raise RuntimeError(f"A test may not reach the network: {host}")
        return original(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign]
    yield
    socket.socket.connect = original  # type: ignore[method-assign]


@pytest.fixture(autouse=True, scope="session")
def emptied_where_something_is() -> Iterator[None]:
    """After a test that really commits, rows are deleted where there are any. Django truncates every table and makes its
    content types anew, which takes PostgreSQL longer than the test."""
    from django.test import TransactionTestCase

    from doenwatwerkt.lib.tests import rows

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: rows.take_out())
        yield


@pytest.fixture(autouse=True, scope="session")
def static_files_are_found_once() -> Iterator[None]:
    """Each test client makes the middleware anew, and whitenoise then goes through every folder of static files."""
    from whitenoise.middleware import WhiteNoiseMiddleware

    find = WhiteNoiseMiddleware.add_files_from_finders
    found: dict[Any, dict[str, Any]] = {}

    def once(self: Any) -> None:
        key = self.static_prefix, self.max_age, self.charset, self.allow_all_origins
        if key not in found:
            before = set(self.files)
            find(self)
            found[key] = {url: file for url, file in self.files.items() if url not in before}
        self.files.update(found[key])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", once)
        yield


@pytest.fixture(autouse=True, scope="session")
def unordered_means_unordered() -> Iterator[None]:
    """A query without order_by comes back shuffled, so no test can lean on accidental order."""
    from django.db.models.expressions import OrderBy
    from django.db.models.functions import Random
    from django.db.models.sql.compiler import SQLCompiler

    original = SQLCompiler._order_by_pairs

    def shuffled(self: Any) -> Iterator[Any]:
        query = self.query
        asked = query.extra_order_by or query.order_by or query.group_by or query.distinct or query.combinator
        if asked or not self.select or query.is_sliced or (query.default_ordering and query.get_meta().ordering):
            yield from original(self)
        else:
            yield OrderBy(Random()), False

    SQLCompiler._order_by_pairs = shuffled
    yield
    SQLCompiler._order_by_pairs = original
