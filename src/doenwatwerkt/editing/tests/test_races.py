"""Two editors at the same moment: one is first, nothing is lost. On PostgreSQL each on a connection of their own."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from doenwatwerkt.catalogue import operations as cards
from doenwatwerkt.catalogue.models import Card, CardVersion
from doenwatwerkt.editing import operations, queries
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.tests import desk
from doenwatwerkt.lib.actor import WORKER
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people.tests import make as people

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def it(transactional_db, tmp_path):
    return desk.opened(tmp_path)


def at_once(*acts):
    """Every act on a thread and connection of its own, let go together. Per act: what it gave, or the Refused.

    SQLite has one writer, so there they come one after the other; what each of them read before, is as old as it was."""
    if connection.vendor == "sqlite":
        return [outcome(act) for act in acts]
    gate = threading.Barrier(len(acts))

    def run(act):
        try:
            gate.wait(10)
            return outcome(act)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def outcome(act):
    try:
        return act()
    except Refused as no:
        return no


def refusals(outcomes):
    return [str(one) for one in outcomes if isinstance(one, Refused)]


def test_two_editors_who_save_at_once_never_overwrite_each_other(it):
    draft, by = desk.begun("werkproef", it.femke), {name: people.actor(getattr(it, name)) for name in ("femke", "gijs")}

    def save(name):
        mine = Draft.objects.get(pk=draft.pk)
        operations.save(mine, data=mine.data | {"maandag": f"Van {name}."}, revision=1, by=by[name], at=desk.AT)

    assert len(refusals(at_once(lambda: save("femke"), lambda: save("gijs")))) == 1
    kept = Draft.objects.select_related("saved_by").get(pk=draft.pk)
    assert (kept.revision, kept.data["maandag"]) == (2, f"Van {str(kept.saved_by).lower()}.")


def test_two_editors_who_begin_at_once_get_the_same_draft(it):
    card, one, two = desk.card("werkproef"), people.actor(it.femke), people.actor(it.gijs)
    first, second = at_once(*(lambda by=by: operations.begin(card, by=by, at=desk.AT) for by in (one, two)))
    assert first == second == Draft.objects.get()


def test_two_who_publish_the_same_draft_at_once_make_one_version(it):
    draft, by = desk.ready("werkproef", it.femke, maandag="Een keer."), people.actor(it.femke)
    outcomes = at_once(
        *(
            lambda mine=mine: operations.publish(mine, by=by, at=desk.AT)
            for mine in [Draft.objects.get(pk=draft.pk) for _ in "ab"]
        )
    )
    assert len(refusals(outcomes)) == 1
    assert (CardVersion.objects.filter(card__slug="werkproef").count(), desk.card("werkproef").version) == (2, 2)


def test_two_workers_publish_what_is_due_once(it):
    draft = desk.ready("taaleis", it.femke, maandag="Op tijd.")
    Draft.objects.filter(pk=draft.pk).update(publish_at=desk.AT)
    found = [queries.due(desk.LATER)[0] for _ in "ab"]
    outcomes = at_once(*(lambda one=one: operations.publish_due(one, by=WORKER, at=desk.LATER) for one in found))
    assert sorted(outcomes) == [False, True]
    assert (desk.card("taaleis").version, Draft.objects.get(pk=draft.pk).state) == (2, "published")


def test_a_card_that_lapses_while_somebody_publishes_it_is_one_of_both(it):
    draft, by = desk.ready("vacaturecheck", it.femke, maandag="Net nog."), people.actor(it.gijs)
    card = desk.card("vacaturecheck")
    outcomes = at_once(
        lambda: operations.publish(draft, by=by, at=desk.AT),
        lambda: cards.retire(card, successor=None, by=by, at=desk.AT),
    )
    kept = Card.objects.get(pk=card.pk)
    assert len(refusals(outcomes)) <= 1
    assert CardVersion.objects.filter(card=card).count() == kept.version


def test_two_partners_who_bring_in_the_same_title_at_once_get_an_address_each(it):
    told = {
        "titel": "Praatplaat over taal", "url": "https://example.org/praatplaat", "soort": "folder", "samenvatting": "Tien plaatjes.",
        "themas": ["taal"], "doelgroep": ["werkgever"], "omvang": ["klein"], "tijd": "", "kosten": "gratis", "commercieel": False,
        "licentie": "", "toegankelijkheid": "", "hoe_te_krijgen": "", "opnieuw_nakijken_op": desk.AT.date(),
    }  # fmt: skip
    at_once(*(
        lambda who=who: operations.bring_in(
            who.memberships.get().organisation, is_anders=True, by=people.actor(who), at=desk.AT, **told
        )
        for who in (it.petra, it.pim)
    ))  # fmt: skip
    slugs = Draft.objects.order_by("slug").values_list("slug", flat=True)
    assert list(slugs) == ["praatplaat-over-taal", "praatplaat-over-taal-2"]
