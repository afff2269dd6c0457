"""Two people change one row at once: the second is told, and nothing is lost."""

import pytest

from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.lib.rows import change
from doenwatwerkt.people.models import Organisation
from doenwatwerkt.people.tests import make


def test_of_two_people_who_change_a_row_at_once_the_second_is_told(db):
    mine = make.organisation("Bakkerij")
    yours = Organisation.objects.get(pk=mine.pk)
    change(mine, only_if={"name": "Bakkerij"}, name="Van mij", note="eerst")
    assert (mine.name, mine.note) == ("Van mij", "eerst")
    with pytest.raises(Refused) as caught:
        change(yours, only_if={"name": "Bakkerij"}, name="Van jou")
    assert str(caught.value) == "Iemand anders heeft dit net gewijzigd. Ververs de pagina en probeer het opnieuw."
    assert yours.name == "Bakkerij"
    assert Organisation.objects.get(pk=mine.pk).name == "Van mij"
