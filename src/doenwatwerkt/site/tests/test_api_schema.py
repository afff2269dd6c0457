"""Whatever the OpenAPI document allows is asked of the API: it answers as it promises, and never breaks."""

import pytest
import schemathesis
from django.conf import settings
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given
from hypothesis import settings as patience
from schemathesis import GenerationMode
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)  # fmt: skip
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance, unsupported_method

from doenwatwerkt.site.api import ninja
from doenwatwerkt.site.documenting import document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("programme")]

CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
    response_headers_conformance, negative_data_rejection, positive_data_acceptance, unsupported_method,
]  # fmt: skip
PATHS = list(document(ninja)["paths"])
WRONG = [path for path in PATHS if "{" not in path]
"""Only keys can be wrong: any text in an address is a name that may not exist."""
ASKED = [(path, GenerationMode.POSITIVE) for path in PATHS] + [(path, GenerationMode.NEGATIVE) for path in WRONG]


@pytest.fixture
def described():
    """The document as a program fetches it. The application may not close the connection that this test stands on."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application(), headers={"Host": "localhost"})
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.parametrize(("path", "mode"), ASKED)
def test_every_promise_of_the_document_is_kept(described, path, mode):
    @patience(max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=described[path]["GET"].as_strategy(generation_mode=mode))
    def ask(case):
        cache.clear()
        case.call_and_validate(headers={"Host": "localhost", "Accept-Encoding": "identity"}, checks=CHECKS)

    ask()


def test_the_document_is_about_this_site(described):
    assert described.raw_schema["servers"] == [{"url": f"{settings.SITE_URL}/api/v1"}]
