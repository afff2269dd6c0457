"""Which role somebody may hold where: the wall between the ministries and the cases of employers."""

import pytest

from doenwatwerkt.people import rules
from doenwatwerkt.people.rules import OrganisationKind, Role

BEHIND_THE_WALL = [Role.EMPLOYER, Role.FIRST_LINE, Role.DIB_ADVISER, Role.REGIONAL_DESK, Role.FACILITATOR]


@pytest.mark.parametrize("kind", OrganisationKind.values)
def test_only_ministries_and_supervisors_are_walled_off_from_cases(kind):
    refused = [role for role in Role.values if not rules.may_hold(role, kind)]
    walled = kind in ("ministerie", "toezichthouder")
    assert refused == (BEHIND_THE_WALL if walled else [])
