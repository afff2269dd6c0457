"""Writing on a draft: the form (edit), save, autosave, and two people at once. Nothing that was typed is lost."""

import json

import pytest

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import forms, operations, rules
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.tests import desk
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people.models import Membership
from doenwatwerkt.people.tests import make as people
from doenwatwerkt.ui.tests.reading import read

SLUGS = ["werkproef", "taaleis", "vacaturecheck"]


def kept(draft):
    return Draft.objects.get(pk=draft.pk)


def url(draft, part):
    return f"/redactie/{draft.pk}/{part}/"


@pytest.mark.parametrize("slug", SLUGS)
def test_what_stands_in_the_form_comes_back_the_same(it, slug):
    draft, browser = desk.begun(slug, it.femke), desk.browser(it.femke)
    answer = browser.post(url(draft, "bewaren"), desk.page_of(draft))
    assert (answer.status_code, answer.headers["Location"]) == (302, url(draft, "schrijven"))
    assert (kept(draft).data, kept(draft).revision) == (draft.data, 1)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_form_costs_at_most_twelve_queries(it, slug, django_assert_max_num_queries):
    draft, browser = desk.begun(slug, it.femke), desk.browser(it.femke)
    sent = desk.page_of(draft) | {"maandag": "Iets anders."}
    with django_assert_max_num_queries(12):
        assert browser.get(url(draft, "schrijven")).status_code == 200
    with django_assert_max_num_queries(12):
        assert browser.post(url(draft, "bewaren"), sent).status_code == 302
    with django_assert_max_num_queries(12):
        assert browser.post(url(draft, "bewaren/vanzelf"), sent | {"revision": 2}).status_code == 200
    with django_assert_max_num_queries(12):
        assert browser.post(url(draft, "bewaren"), sent | {"maandag": "Te laat."}).status_code == 409


def test_a_half_draft_is_kept_whatever_was_typed(it):
    draft = desk.new("materiaal", "Een nieuwe gids", it.femke)
    sent = {"revision": 1, "titel": "G", "jaar": "vorig jaar", "soort": "iets", "eigenaar": "Wie dan ook", "url": "geen adres",
            "themas": ["taal", "mini"], "praktijken": ["LAAT mensen een werkproef  doen", "iets", ""], "nagekeken_op": "morgen",
            "bronnen-1-titel": "Alleen een titel", "commercieel": "ja", "varianten": "een\r\n\r\n twee \r\ndrie\x00"}  # fmt: skip
    assert desk.browser(it.femke).post(url(draft, "bewaren"), sent).status_code == 302
    says = kept(draft).data
    assert says["themas"] == ["taal", "mini"]
    assert says["praktijken"] == ["werkproef", "iets"]
    assert says["bronnen"] == [{"titel": "Alleen een titel", "url": None, "uitgever": None}]
    assert says["varianten"] == ["een", "twee", "drie"]
    assert {key: says[key] for key in ("titel", "jaar", "soort", "eigenaar", "url", "nagekeken_op", "commercieel")} == {
        "titel": "G", "jaar": "vorig jaar", "soort": "iets", "eigenaar": "Wie dan ook", "url": "geen adres",
        "nagekeken_op": "morgen", "commercieel": True,
    }  # fmt: skip
    page = read(desk.browser(it.femke).get(url(draft, "schrijven") + "?nakijken=ja"))
    text = page.text
    for words in ("Dit is te kort: minstens 3 tekens.", "Schrijf een webadres dat begint met https://.", "Schrijf een heel getal.",
                  "Dit kennen wij niet. Kies iets uit de lijst.", "Schrijf een datum, zoals 2026-11-22."):  # fmt: skip
        assert words in text
    assert desk.page_of(kept(draft))["jaar"] == "vorig jaar"


def test_relations_and_organisations_are_chosen_by_their_words_or_their_key(it):
    draft = desk.new("antwoord", "Waar meld ik mij?", it.femke)
    sent = {"revision": 1, "nakijken_bij": "college voor de rechten van de mens", "leunt_op": ["Algemene wet gelijke behandeling"],
            "praktijken": ["werkproef"], "waarheen-0-organisatie": "ser-dib", "waarheen-0-waarvoor": "raad"}  # fmt: skip
    desk.browser(it.femke).post(url(draft, "bewaren"), sent)
    says = kept(draft).data
    assert (says["nakijken_bij"], says["leunt_op"], says["praktijken"]) == ("college", ["awgb"], ["werkproef"])
    assert says["waarheen"] == [{"organisatie": "ser-dib", "waarvoor": "raad", "url": None}]


def test_two_things_of_the_same_name_keep_their_key_in_the_list():
    told = forms.labels({"a": "Gids", "b": "Gids", "c": "Spel"})
    assert told == {"a": "Gids (a)", "b": "Gids (b)", "c": "Spel"}


@pytest.mark.parametrize(("field", "blank"), [("bronnen", 1 + 3), ("praktijken", 1 + 3)])
def test_more_lines_come_without_a_script_and_what_was_typed_stays(it, field, blank):
    draft, browser = desk.begun("vacaturecheck", it.femke), desk.browser(it.femke)
    answer = browser.post(url(draft, "bewaren"), desk.page_of(draft) | {"meer": field, "tijd": "een uur"})
    assert answer.headers["Location"] == f"{url(draft, 'schrijven')}?meer={field}#veld-{field}"
    page = browser.get(answer.headers["Location"]).content.decode()
    name = f'name="{field}"' if field == "praktijken" else '-titel" type="text"'
    assert page.count(name) == blank
    assert kept(draft).data["tijd"] == "een uur"


@pytest.mark.parametrize("strange", ["onzin", "bronnen\r\nX: y", "https://example.org"])
def test_more_lines_of_what_does_not_exist_is_only_saving(it, strange):
    draft, browser = desk.begun("vacaturecheck", it.femke), desk.browser(it.femke)
    answer = browser.post(url(draft, "bewaren"), desk.page_of(draft) | {"meer": strange})
    assert answer.headers["Location"] == url(draft, "schrijven")


def test_lines_keep_their_order_and_none_is_too_many(it):
    draft = desk.new("antwoord", "Waar meld ik mij?", it.femke)
    sent = {f"bronnen-{n}-titel": f"Bron {n}" for n in (90, 3, 11)} | {"revision": 1}
    desk.browser(it.femke).post(url(draft, "bewaren"), sent)
    assert [row["titel"] for row in kept(draft).data["bronnen"]] == ["Bron 3", "Bron 11", "Bron 90"]


def test_saving_and_handing_in_leads_to_the_check(it):
    draft, browser = desk.begun("taaleis", it.femke), desk.browser(it.femke)
    answer = browser.post(url(draft, "bewaren"), desk.page_of(draft) | {"aanbieden": "ja"})
    assert answer.headers["Location"] == url(draft, "aanbieden")


def test_who_is_second_sees_both_texts_and_loses_nothing(it):
    draft = desk.begun("werkproef", it.femke)
    gijs, femke = desk.browser(it.gijs), desk.browser(it.femke)
    sent = desk.page_of(draft)
    gijs.post(
        url(draft, "bewaren"),
        sent | {"maandag": "Gijs zegt dit.", "samenvatting": "Gijs schrijft ook een samenvatting."},
    )
    answer = femke.post(
        url(draft, "bewaren"), sent | {"maandag": "Femke zegt dat.", "risicos": "Femke ziet een risico."}
    )
    assert answer.status_code == 409
    page = read(answer)
    for words in (
        "Gijs zegt dit.",
        "Femke zegt dat.",
        "Gijs schrijft ook een samenvatting.",
        "Femke ziet een risico.",
        "Laatst bewaard door Gijs",
    ):
        assert words in page.text
    assert kept(draft).data["maandag"] == "Gijs zegt dit."
    names = catalogue.names()
    form = forms.Write(answer.wsgi_request.POST, draft=kept(draft), names=names)
    again = {}
    for name, value in form.carried():
        again.setdefault(name, []).append(value)
    assert {name for name, value in sent.items() if value != []} - {"revision"} <= set(again)
    chosen = {"revision": 2, "kies-maandag": "hun", "kies-samenvatting": "hun", "kies-risicos": "mijn"}
    assert femke.post(url(draft, "bewaren"), again | chosen).status_code == 302
    says = kept(draft).data
    assert says["maandag"] == "Gijs zegt dit."
    assert says["samenvatting"] == "Gijs schrijft ook een samenvatting."
    assert says["risicos"] == ["Femke ziet een risico."]


def test_who_is_overtaken_again_while_choosing_chooses_again(it):
    draft = desk.begun("werkproef", it.femke)
    sent, femke = desk.page_of(draft), desk.browser(it.femke)
    operations.save(draft, data=draft.data | {"maandag": "Een."}, revision=1, by=people.actor(it.gijs), at=desk.AT)
    operations.save(draft, data=draft.data | {"maandag": "Twee."}, revision=2, by=people.actor(it.gijs), at=desk.AT)
    answer = femke.post(url(draft, "bewaren"), sent | {"maandag": "Mijn.", "revision": 2, "kies-maandag": "hun"})
    assert answer.status_code == 409
    assert "Mijn." in read(answer).text and "Twee." in read(answer).text


def test_autosave_keeps_and_never_overwrites(it):
    draft, browser = desk.begun("werkproef", it.femke), desk.browser(it.femke)
    sent = desk.page_of(draft)
    answer = browser.post(url(draft, "bewaren/vanzelf"), sent | {"maandag": "Vanzelf."})
    told = json.loads(answer.content)
    assert (answer.status_code, told["revision"], told["said"][:16]) == (200, 2, "Vanzelf bewaard ")
    late = browser.post(url(draft, "bewaren/vanzelf"), sent | {"maandag": "Oud."})
    assert (late.status_code, json.loads(late.content)["said"]) == (409, operations.drafts.OVERTAKEN)
    assert kept(draft).data["maandag"] == "Vanzelf."


@pytest.mark.parametrize("revision", ["", "abc", "-1", "9" * 30])
def test_a_broken_revision_saves_nothing_and_keeps_the_text_on_the_page(it, revision):
    draft, browser = desk.begun("werkproef", it.femke), desk.browser(it.femke)
    answer = browser.post(
        url(draft, "bewaren"), desk.page_of(draft) | {"maandag": "Blijft staan.", "revision": revision}
    )
    assert answer.status_code in (200, 409)
    assert "Blijft staan." in answer.content.decode()
    assert kept(draft).revision == 1


def test_what_was_handed_in_meanwhile_stays_as_it_is_and_the_text_stays_on_the_page(it):
    draft = desk.begun("werkproef", it.femke)
    sent = desk.page_of(draft)
    operations.hand_in(draft, revision=1, by=people.actor(it.gijs), at=desk.AT)
    browser = desk.browser(it.femke)
    answer = browser.post(url(draft, "bewaren"), sent | {"maandag": "Blijft staan."})
    assert "Blijft staan." in answer.content.decode()
    assert "Haal het terug als u verder wilt schrijven." in read(answer).text
    assert browser.get(url(draft, "schrijven")).headers["Location"] == f"/redactie/{draft.pk}/"
    stale = Draft.objects.get(pk=draft.pk)
    stale.state = "writing"
    with pytest.raises(rules.Overtaken):  # it was handed in between reading and writing
        operations.save(stale, data={}, revision=1, by=people.actor(it.femke), at=desk.AT)


def test_saving_the_same_changes_nothing(it):
    draft = desk.begun("werkproef", it.femke)
    operations.save(draft, data=dict(draft.data), revision=1, by=people.actor(it.gijs), at=desk.LATER)
    assert (kept(draft).revision, kept(draft).saved_by) == (1, it.femke)


def test_who_left_or_lost_the_role_gets_no_further_and_changes_nothing(it):
    draft, browser = desk.begun("werkproef", it.femke), desk.browser(it.femke)
    sent = desk.page_of(draft) | {"maandag": "Te laat."}
    assert browser.get(url(draft, "schrijven")).status_code == 200
    Membership.objects.filter(user=it.femke).update(until=desk.AT)
    for part in ("bewaren", "bewaren/vanzelf", "voorbeeld", "terughalen", "uitgeven", "plannen"):
        assert browser.post(url(draft, part), sent).status_code == 404
    assert browser.get("/redactie/").status_code == 404
    assert kept(draft).data["maandag"] == draft.data["maandag"]


def test_an_editor_without_a_second_factor_finds_no_desk(it, client):
    people.sign_in(client, it.femke, second_factor=False)
    assert client.get("/redactie/").status_code == 404


def test_a_judged_practice_keeps_its_direction_and_size_in_the_form(it):
    draft, browser = desk.begun("werkproef", it.femke), desk.browser(it.femke)
    page = browser.get(url(draft, "schrijven")).content.decode()
    assert 'name="richting"' not in page
    browser.post(url(draft, "bewaren"), desk.page_of(draft) | {"richting": "negatief", "grootte": "groot"})
    assert (kept(draft).data["richting"], kept(draft).data["grootte"]) == ("positief", "middel")


def test_saving_names_no_reason_for_a_draft_that_does_not_exist(it):
    assert desk.browser(it.femke).post("/redactie/999999/bewaren/", {}).status_code == 404
    assert desk.browser(it.femke).get("/redactie/99999999999999999999999/schrijven/").status_code == 404


def test_refused_is_the_sentence_that_a_person_reads(it):
    draft = desk.ready("werkproef", it.femke)
    with pytest.raises(Refused, match="Haal het terug"):
        operations.save(draft, data={}, revision=1, by=people.actor(it.femke), at=desk.AT)
