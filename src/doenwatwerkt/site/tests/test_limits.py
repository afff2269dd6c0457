"""What may be tried so often is counted for all web processes together."""

import pytest

from doenwatwerkt.site.tests.processes import finish, shared_database, start

ASK = """
from django.db import transaction
from django.utils.timezone import now
from doenwatwerkt.keys import operations
from doenwatwerkt.keys.rules import Browser
from doenwatwerkt.lib.actor import VISITOR
from doenwatwerkt.lib.refusal import Refused
at, sent = now(), 0
at = at.replace(minute=at.minute // 15 * 15)
for number in range(20):
    try:
        operations.send_code(f"x{number}@example.org", browser=Browser("203.0.113.1"), by=VISITOR, at=at)
        sent += 1
    except Refused:
        pass
print(sent)
"""


@pytest.mark.django_db(transaction=True)
def test_two_web_processes_send_no_more_codes_than_one(tmp_path):
    """Forty questions from one network, spread over two processes at once: thirty codes, not forty."""
    var = tmp_path / "var"
    var.mkdir()
    both = [start("shell", "-v", "0", "-c", ASK, **shared_database(var)) for _ in range(2)]
    answers = [finish(process) for process in both]
    assert [(code, errors) for code, _, errors in answers] == [(0, ""), (0, "")]
    assert sum(int(out) for _, out, _ in answers) == 30
