"""A link in a letter: it shows on GET, acts on POST, works once, and says in words when it does not."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from doenwatwerkt.journal import queries as journal
from doenwatwerkt.lib.actor import WORKER
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people import operations, queries, rules, tasks
from doenwatwerkt.people.models import Invitation, Membership, Organisation, User
from doenwatwerkt.people.tests import make
from doenwatwerkt.post import operations as post
from doenwatwerkt.post.models import Letter
from doenwatwerkt.ui.tests.reading import read

AT = make.AT
INVITE = "/organisaties/bakkerij-noord/uitnodigen/"


@pytest.fixture
def bakery(cast):
    return Organisation.objects.get(slug="bakkerij-noord")


@pytest.fixture
def noor(db):
    return User.objects.create(email="noor@example.org", name="Noor")


def invite(who, organisation, *, email="noor@example.org", role="hr-professional", at=AT):
    return operations.invite(organisation, email=email, role=role, by=make.actor(who), at=at)


def accept(invitation, who, at=AT):
    return operations.accept(invitation, user=who, by=make.actor(who), at=at)


def link():
    """The address in the last letter."""
    return re.search(r"/uitnodiging/\S+", Letter.objects.latest("pk").text).group()


def refused(work, *args, **given):
    with pytest.raises(Refused) as caught:
        work(*args, **given)
    return str(caught.value)


def test_the_whole_way_from_a_letter_to_a_colleague(client, cast, bakery, noor):
    make.sign_in(client, cast.anna)
    client.post(INVITE, {"email": "noor@example.org", "role": "hr-professional"})
    address, letter = link(), Letter.objects.get()
    post.send(letter, at=AT)
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["noor@example.org"], "Bakkerij Noord nodigt u uit op Doen Wat Werkt")
    assert (address in sent.body, "HR-professional of recruiter" in sent.body) == (True, True)
    make.sign_in(client, noor)
    assert read(client.get(address)).h1 == "Bakkerij Noord nodigt u uit"
    page = client.post(address, follow=True)
    assert read(page).texts("p", "message") == ["U hoort nu bij Bakkerij Noord en u werkt nu voor deze organisatie."]
    assert (page.wsgi_request.actor.organisation, page.wsgi_request.actor.roles) == (
        "Bakkerij Noord",
        {"hr-professional"},
    )
    kinds = [entry.kind for entry in journal.about(journal.subject(bakery))][:2]
    assert kinds == ["people.MemberJoined", "people.MemberInvited"]


def test_the_link_is_kept_nowhere_and_the_address_only_as_long_as_needed(cast, bakery, noor):
    invitation = invite(cast.anna, bakery)
    token = link().split("/")[2]
    assert (token in invitation.digest, invitation.digest) == (False, queries.digest(token))
    accept(invitation, noor)
    kept = Invitation.objects.get()
    assert (kept.email, kept.accepted_by) == ("", noor)
    assert token not in str(journal.last(journal.subject(bakery), "people.MemberInvited").data)


def test_a_mail_scanner_that_opens_the_link_changes_nothing_and_gets_no_cookie(client, cast, bakery):
    invite(cast.anna, bakery, at=now())
    response = client.get(link())
    client.head(link())
    assert (response.status_code, dict(client.cookies), response.headers["Cache-Control"].count("no-store")) == (
        200,
        {},
        1,
    )
    assert "Meld u eerst aan" in read(response).text
    assert '<form method="post"' not in response.content.decode().partition("<main")[2]
    assert Invitation.objects.open(now()).count() == 1
    assert client.post(link()).status_code == 200
    assert Membership.objects.filter(user__email="noor@example.org").count() == 0


def test_who_is_not_signed_in_is_sent_to_sign_in_and_back(client, cast, bakery, settings):
    settings.LOGIN_URL = "/aanmelden/"
    invite(cast.anna, bakery, at=now())
    [button] = read(client.get(link())).all("a", "button")
    assert button.get("href") == f"/aanmelden/?next={link()}"


@pytest.mark.parametrize(("end", "told"), [
    ("used", "De uitnodiging is al gebruikt. Elke link werkt één keer."), ("withdrawn", "De uitnodiging is ingetrokken."),
    ("expired", "De uitnodiging is verlopen op 15 maart 2026."),
])  # fmt: skip
def test_a_link_that_does_not_work_any_more_says_why(client, cast, bakery, noor, end, told):
    invitation = invite(cast.anna, bakery)
    if end == "used":
        accept(invitation, noor)
    elif end == "withdrawn":
        operations.withdraw_invitation(invitation, by=make.actor(cast.anna), at=AT)
    make.sign_in(client, cast.carla)
    response = client.get(link())
    assert (response.status_code, told in read(response).text) == (410, True)
    assert (client.post(link()).status_code, cast.carla.memberships.count()) == (410, 1)


def test_a_wrong_link_leads_nowhere(client, db):
    assert client.get("/uitnodiging/verzonnen/").status_code == 404


def test_a_link_works_until_its_last_moment(cast, bakery, noor):
    invitation = invite(cast.anna, bakery)
    end = AT + rules.INVITATION_LIVES
    assert refused(accept, invitation, noor, at=end) == "Deze uitnodiging is verlopen. Vraag om een nieuwe."
    assert accept(invitation, noor, at=end - timedelta(seconds=1)).role == "hr-professional"


@pytest.mark.django_db(transaction=True)
def test_accepted_twice_at_once_one_is_told():
    bakery = make.organisation("Bakkerij")
    anna = make.person("anna", bakery, "werkgever")
    people = [User.objects.create(email=f"{name}@example.org", name=name) for name in ("noor", "otto")]
    pk = invite(anna, bakery).pk
    outcomes = make.at_once(*[
        lambda who=who: accept(Invitation.objects.select_related("organisation").get(pk=pk), who) for who in people
    ])  # fmt: skip
    assert sorted(type(one).__name__ for one in outcomes) == ["Membership", "Refused"]
    assert Membership.objects.filter(role="hr-professional").count() == 1


def test_who_has_the_role_already_needs_no_link(cast, bakery):
    assert refused(invite, cast.anna, bakery, email="BRAM@bakkerij-noord.test") == "Deze persoon heeft deze rol al."
    invitation = invite(cast.anna, bakery)
    assert refused(accept, invitation, cast.bram) == "U heeft deze rol al. U hoeft niets meer te doen."


def test_one_invitation_for_one_address_and_role_and_not_too_many(cast, bakery):
    invite(cast.anna, bakery)
    assert refused(invite, cast.anna, bakery, email="Noor@Example.org").startswith(
        "Voor dit adres staat deze uitnodiging al open"
    )
    assert invite(cast.anna, bakery, role="werkgever").role == "werkgever"
    for number in range(rules.MOST_OPEN - 2):
        invite(cast.anna, bakery, email=f"x{number}@example.org")
    assert (
        refused(invite, cast.anna, bakery, email="y@example.org")
        == "Er staan al 20 uitnodigingen open. Trek er eerst een in."
    )
    assert Letter.objects.count() == rules.MOST_OPEN


@pytest.mark.parametrize(("email", "role", "told"), [
    ("geen adres", "hr-professional", {"email": ["Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."]}),
    ("noor@example.org", "redacteur", {"role": ["Kies een van de mogelijkheden."]}),
    ("noor@example.org", "", {"role": ["Kies een van de mogelijkheden."]}),
])  # fmt: skip
def test_what_is_wrong_is_said_at_the_field(client, cast, bakery, email, role, told):
    make.sign_in(client, cast.anna)
    response = client.post(INVITE, {"email": email, "role": role})
    assert {name: list(texts) for name, texts in response.context["form"].errors.items()} == told
    assert (email in response.content.decode(), Letter.objects.count()) == (True, 0)


def test_a_role_that_one_may_not_give_is_refused_in_the_operation_too(cast, bakery):
    assert refused(invite, cast.anna, bakery, role="redacteur") == "Deze rol kunt u bij deze organisatie niet geven."
    assert refused(invite, cast.bram, bakery) == "Deze rol kunt u bij deze organisatie niet geven."


def test_an_invitation_is_withdrawn_once(client, cast, bakery):
    """withdraw_invitation on the page."""
    invitation = invite(cast.anna, bakery)
    make.sign_in(client, cast.anna)
    page = f"/organisaties/bakkerij-noord/uitnodigingen/{invitation.pk}/intrekken/"
    told = [read(client.post(page, follow=True)).texts("p", "message") for _ in range(2)]
    assert told == [
        ["De uitnodiging is ingetrokken. De link werkt niet meer."],
        ["Deze uitnodiging is al gebruikt of ingetrokken."],
    ]
    assert client.post(page.replace(str(invitation.pk), "9999")).status_code == 404


def test_after_a_merge_an_open_invitation_leads_to_where_the_organisation_is_now(client, cast, bakery, noor):
    invitation = invite(cast.anna, bakery, at=now())
    mill = make.organisation("Molen")
    femke = make.person("femke", make.organisation("Redactie"), "redacteur")
    operations.merge(bakery, into=mill, by=make.actor(femke), at=AT)
    assert read(client.get(link())).h1 == "Molen nodigt u uit"
    bakery.refresh_from_db()
    assert refused(invite, femke, bakery) == "Deze organisatie is samengevoegd met een andere. Nodig daar uit."
    assert accept(invitation, noor, at=now()).organisation == mill


def test_an_invitation_to_a_role_behind_the_wall_is_refused_at_the_end_too(cast, bakery, noor):
    invitation = invite(cast.anna, bakery, role="werkgever")
    Membership.objects.filter(organisation=bakery).update(until=AT + timedelta(hours=1))
    Organisation.objects.filter(pk=bakery.pk).update(kind="ministerie")
    assert "ministerie of toezichthouder" in refused(accept, invitation, noor)
    assert Invitation.objects.get().accepted_at is None


def test_addresses_of_expired_invitations_are_forgotten(cast, bakery):
    invite(cast.anna, bakery)
    tasks.forget_invitations.func()
    assert (Invitation.objects.get().email, Invitation.objects.get().withdrawn_at is None) == ("", False)
    assert operations.forget_invitations(by=WORKER, at=AT) == 0


def test_who_may_not_give_a_role_is_told_where_to_look(client, cast, bakery):
    femke = make.person("femke", make.organisation("Redactie"), "redacteur")
    office = Organisation.objects.get(slug="programmabureau")
    make.sign_in(client, femke)
    roles = [one.value for one in client.get(f"/organisaties/{office.slug}/uitnodigen/").context["roles"]]
    assert roles == ["partnerbeheerder", "programmabureau", "kennispartner", "redacteur"]


def test_the_database_refuses_an_invitation_that_cannot_be(cast, bakery, noor):
    invitation = invite(cast.anna, bakery)
    for wrong in (
        {"role": "baas"}, {"expires_at": AT}, {"accepted_at": AT}, {"accepted_by": noor}, {"withdrawn_at": AT},
        {"accepted_at": AT, "accepted_by": noor}, {"accepted_at": AT, "accepted_by": noor, "withdrawn_at": AT, "email": ""},
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            Invitation.objects.filter(pk=invitation.pk).update(**wrong)
    assert str(invitation) == f"hr-professional {bakery.pk}"
