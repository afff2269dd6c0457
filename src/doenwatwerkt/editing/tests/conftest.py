"""The desk of the editors, with three cards on it."""

from types import SimpleNamespace

import pytest

from doenwatwerkt.editing.tests import desk


@pytest.fixture
def it(db: None, tmp_path) -> SimpleNamespace:
    """femke and gijs (editors), petra (partner, College) and pim (partner elsewhere), with three public cards."""
    return desk.opened(tmp_path)
