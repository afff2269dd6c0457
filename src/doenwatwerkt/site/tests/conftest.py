"""What the tests of the site share: the real programme, loaded once a module."""

import pytest

from doenwatwerkt.site.tests import make


@pytest.fixture(scope="module")
def programme(django_db_setup, django_db_blocker):
    """The report of loading all real content. Use it together with `db`."""
    with make.programme(django_db_blocker) as report:
        yield report
