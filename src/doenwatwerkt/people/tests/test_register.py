"""Somebody registers the firm they work for: numbers, look-alikes, and who sees what of it."""

import pytest
from django.db import IntegrityError, transaction

from doenwatwerkt.journal import queries as journal
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people import content, operations, queries
from doenwatwerkt.people.models import Alias, Membership, Organisation, Region, User
from doenwatwerkt.people.tests import make
from doenwatwerkt.ui.tests.reading import read, words

URL = "/organisaties/nieuw/"
FIRM = {"name": "Bakkerij Noord", "kind": "bedrijf"}
RSIN = "123456782"


@pytest.fixture
def noor(db):
    """Somebody with an account and no role."""
    return User.objects.create(email="noor@example.org", name="Noor")


@pytest.fixture
def femke(db):
    return make.person("femke", make.organisation("Redactie"), "redacteur")


def register(user, **given):
    told = FIRM | {"different": False, "by": make.actor(user), "at": make.AT} | given
    return operations.register(user, **told)


def errors(response):
    return {name: list(wrong) for name, wrong in response.context["form"].errors.items()}


def test_who_registers_a_firm_becomes_its_contact_and_works_for_it(client, noor):
    Region.objects.create(code="AM18", name="Groot Amsterdam")
    make.sign_in(client, noor)
    more = {"size": "2-9", "sector": "C", "region": "AM18", "kvk": "0012 3456", "vestiging": "", "rsin": RSIN}
    response = client.post(URL, FIRM | more, follow=True)
    firm = Organisation.objects.get()
    assert response.redirect_chain == [("/organisaties/bakkerij-noord/beheer/", 302)]
    assert (firm.kvk, firm.rsin, firm.size, firm.sector, firm.region.code, firm.listed) == (
        "00123456", RSIN, "2-9", "C", "AM18", False,
    )  # fmt: skip
    assert (read(response).h1, response.wsgi_request.actor.roles) == ("Bakkerij Noord", {"werkgever"})
    assert journal.last(journal.subject(firm), "people.OrganisationRegistered").data == {"kind": "bedrijf"}


def test_a_firm_that_registered_itself_is_known_to_its_own_people_and_the_redactie_only(client, noor, femke, cast):
    firm = register(noor, name="Slagerij West")
    page = f"/organisaties/{firm.slug}/"
    assert client.get(page).status_code == 404
    assert firm not in queries.organisations()
    seen = {
        name: make.sign_in(client, who).get(page).status_code
        for name, who in (("noor", noor), ("femke", femke), ("anna", cast.anna))
    }
    assert seen == {"noor": 200, "femke": 200, "anna": 404}
    own = read(make.sign_in(client, noor).get(page))
    assert ("Leden en gegevens", f"{page}beheer/") in own.links()
    assert "Alleen mensen van deze organisatie en de redactie zien deze pagina." in own.text


def test_an_editor_registers_any_organisation_for_others(client, femke):
    make.sign_in(client, femke)
    client.post(URL, {"name": "Ministerie van Voorbeelden", "kind": "ministerie"})
    made = Organisation.objects.get(slug="ministerie-van-voorbeelden")
    assert (made.listed, made.memberships.count(), client.session.get("acting_for")) == (True, 0, None)


def test_only_an_editor_registers_a_ministry(client, noor):
    make.sign_in(client, noor)
    response = client.post(URL, FIRM | {"kind": "ministerie"})
    assert errors(response) == {"kind": ["Kies een van de mogelijkheden."]}
    with pytest.raises(Refused, match="meldt de redactie aan"):
        register(noor, kind="ministerie")


@pytest.mark.parametrize(("sent", "wrong"), [
    ({"name": ""}, {"name": ["Vul een naam in."]}),
    ({"name": "x"}, {"name": ["Een naam heeft ten minste twee tekens."]}),
    ({"name": "Win op https://x.nl"}, {"name": ["Vul een naam in, geen webadres of e-mailadres."]}),
    ({"kvk": "1234567"}, {"kvk": ["Een KvK-nummer heeft 8 cijfers. Laat het leeg als u het niet weet."]}),
    ({"vestiging": "000012345678"}, {"vestiging": ["Een vestigingsnummer hoort bij een KvK-nummer. Vul dat ook in."]}),
    ({"kvk": "x", "vestiging": "000012345678"}, {"kvk": ["Een KvK-nummer heeft 8 cijfers. Laat het leeg als u het niet weet."]}),
    ({"rsin": "123456783"}, {"rsin": ["Dit RSIN klopt niet: er zit een cijfer verkeerd."]}),
    ({"kvk": "12345678", "vestiging": "000012345678", "rsin": RSIN},
     {"rsin": ["Een RSIN is van het hele bedrijf, niet van één vestiging. Vul een van de twee in."]}),
    ({"size": "miljoen"}, {"size": ["Kies een van de mogelijkheden."]}),
])  # fmt: skip
def test_what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost(client, noor, sent, wrong):
    make.sign_in(client, noor)
    response = client.post(URL, FIRM | sent)
    assert (errors(response), Organisation.objects.count()) == (wrong, 0)
    typed = {one.get("name"): one.get("value") for one in read(response).all("input")}
    assert (typed["name"] or "") == (FIRM | sent)["name"]


def test_a_look_alike_is_shown_first_and_another_firm_may_still_be_registered(client, noor):
    known = make.organisation("Bakkerij Noord B.V.")
    make.sign_in(client, noor)
    response = client.post(URL, FIRM)
    assert errors(response) == {
        "__all__": ["Er staat al een organisatie die hierop lijkt. Kijk hieronder of het dezelfde is."]
    }
    assert response.context["alike"] == [known]
    assert client.post(URL, FIRM | {"different": "on"}).status_code == 302
    assert Organisation.objects.filter(name="Bakkerij Noord").count() == 1


def test_look_alikes_come_while_typing_as_a_piece_of_the_page(client, noor, django_assert_max_num_queries):
    make.organisation("Bakkerij Noord BV")
    make.sign_in(client, noor)
    with django_assert_max_num_queries(10):
        part = client.get(URL, {"name": "bakkerij noor"}, headers={"HX-Request": "true", "HX-Target": "alike"})
    whole = client.get(URL, {"name": "bakkerij noor"})
    assert "Bakkerij Noord BV" in part.content.decode()
    assert part.content.decode().strip() in whole.content.decode()


def test_look_alikes_are_found_by_other_spellings_and_small_mistakes(db):
    firm = make.organisation("Academie voor Bakkers")
    Alias.objects.create(organisation=firm, name="De Bakschool")
    assert queries.alike("bakschol") == [firm]
    assert queries.alike("Academie v. Bakkers") == [firm]
    assert [queries.alike(name) for name in ("", "!!", "Garage Zuid")] == [[], [], []]


def test_a_firm_that_is_not_public_is_no_look_alike_but_for_an_editor(db, noor, femke):
    hidden = register(noor)
    assert queries.alike("Bakkerij Noord") == []
    assert queries.alike("Bakkerij Noord", everything=True) == [hidden]
    with pytest.raises(Refused):
        register(femke)


def test_a_number_that_is_known_is_told_without_saying_whose(client, noor, cast):
    register(noor, name="Slagerij West", kvk="12345678")
    make.sign_in(client, cast.carla)
    page = read(client.get(URL, {"kvk": "1234 5678", "name": "Iets anders"}))
    assert "Dit KvK-nummer kennen wij al" in page.text
    assert "Slagerij West" not in page.text
    assert "kennen wij al" not in read(client.get(URL, {"kvk": "1234"})).text
    assert queries.has_number() is False


@pytest.mark.parametrize(("first", "second", "told"), [
    ({"kvk": "12345678"}, {"kvk": "12345678"}, "Dit KvK-nummer is al van een andere organisatie"),
    ({"kvk": "12345678", "vestiging": "000012345678"}, {"kvk": "12345678", "vestiging": "000012345678"},
     "Dit vestigingsnummer is al van een andere organisatie"),
    ({"rsin": RSIN}, {"rsin": RSIN}, "Dit RSIN is al van een andere organisatie"),
])  # fmt: skip
def test_a_number_belongs_to_one_organisation(noor, first, second, told):
    register(noor, **first)
    with pytest.raises(Refused, match=told):
        register(noor, name="Garage Zuid", **second)
    assert Organisation.objects.count() == 1


def test_a_firm_and_each_of_its_places_may_share_a_kvk_number(noor):
    whole = register(noor, kvk="12345678", rsin=RSIN)
    north = register(noor, name="Vestiging Een", kvk="12345678", vestiging="000000000001")
    south = register(noor, name="Filiaal Twee", kvk="12345678", vestiging="000000000002")
    assert {one.kvk for one in (whole, north, south)} == {"12345678"}


def test_an_address_is_free_or_gets_a_number(noor):
    names = ["Bakkerij Noord", "Bakkerij Noord", "Bakkerij Noord", "Nieuw", "Alle", "日本"]
    made = [register(noor, name=name, different=True).slug for name in names]
    assert made == ["bakkerij-noord", "bakkerij-noord-2", "bakkerij-noord-3", "nieuw-2", "alle-2", "organisatie"]


def test_the_database_refuses_numbers_that_cannot_be(db):
    firm, other = make.organisation("Een"), make.organisation("Twee")
    Organisation.objects.filter(pk=other.pk).update(kvk="12345678", rsin=RSIN)
    for wrong in (
        {"kvk": "1234567"}, {"kvk": "1234567a"}, {"vestiging": "000012345678"}, {"rsin": "12"},
        {"kvk": "87654321", "vestiging": "12"}, {"kvk": "87654321", "vestiging": "000012345678", "rsin": RSIN},
        {"size": "miljoen"}, {"sector": "Z"}, {"kvk": "12345678"}, {"rsin": RSIN},
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            Organisation.objects.filter(pk=firm.pk).update(**wrong)


def test_another_trouble_of_the_database_is_a_defect_and_no_sentence(noor, monkeypatch):
    monkeypatch.setattr("doenwatwerkt.people.operations.organisations._free_slug", lambda name: "bakkerij-noord")
    register(noor)
    with pytest.raises(IntegrityError):
        register(noor, name="Garage Zuid")


def test_the_sections_of_the_sbi_are_all_there():
    letters = [code for code, _ in content.sectors()]
    assert letters == [chr(65 + at) for at in range(21)]
    assert dict(content.sectors())["F"] == "Bouwnijverheid"


def test_an_editor_finds_every_organisation_by_name_spelling_or_number(
    client, noor, femke, django_assert_max_num_queries
):
    """The page all_organisations, also with what the public does not see."""
    firm = register(noor, kvk="12345678")
    Alias.objects.create(organisation=firm, name="De Bakker")
    make.sign_in(client, femke)
    for asked in ("noord", "de bak", "12345678"):
        page = read(client.get("/organisaties/alle/", {"q": asked}))
        assert [words(row) for row in page.all("li") if "Bakkerij" in words(row)] == [
            "Bakkerij Noord Bedrijf Niet openbaar Geen regio bekend · KvK 12345678"
        ]
    assert "Redactie" in read(client.get("/organisaties/alle/")).text
    assert "Wij vinden niets" in read(client.get("/organisaties/alle/?q=zzz&pagina=99999999")).text
    for number in range(60):
        Organisation.objects.create(slug=f"x{number}", name=f"X {number:02}", kind="bedrijf")
    with django_assert_max_num_queries(8):
        page = read(client.get("/organisaties/alle/?q=X&pagina=2"))
    assert len(page.all("ul", "lines")[0].findall("li")) == 10
    assert Membership.objects.filter(organisation=firm).count() == 1
