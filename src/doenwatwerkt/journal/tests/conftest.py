"""Listeners of the made-up kitchen, for one test at a time."""

from collections import defaultdict

import pytest

from doenwatwerkt.journal import reactions
from doenwatwerkt.journal.tests import make


@pytest.fixture
def listens(monkeypatch):
    """Let a function react to soup: listens(make.fill_bowl). Gives its name. After the test nobody listens."""
    monkeypatch.setattr(reactions, "_listeners", defaultdict(list))
    monkeypatch.setattr(reactions, "_functions", {})

    def register(function):
        reactions.on(make.SoupCooked)(function)
        return reactions.to(make.SoupCooked)[-1]

    return register
