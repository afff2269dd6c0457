"""The demo: sign in as somebody, read the mail that was sent, sign out. Outside the demo none of it exists."""

import pytest
from django.core.checks import run_checks
from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend
from django.core.management import CommandError, call_command

from doenwatwerkt.people.models import User
from doenwatwerkt.site import mail
from doenwatwerkt.site.management.commands.demo_people import PEOPLE
from doenwatwerkt.ui.tests.reading import read, words


@pytest.fixture
def demo(db, settings, tmp_path, capsys):
    """A demo with its example people and an empty mail folder."""
    settings.DEMO, settings.MAIL_FOLDER = True, tmp_path / "mail"
    call_command("demo_people")
    return settings


def sent_to(folder, *addresses, text="Dag.\n"):
    backend = EmailBackend(file_path=str(folder), alias="default")
    backend.send_messages([EmailMessage("Uw code", text, "site@example.org", [to]) for to in addresses])


def test_example_people_are_made_once(demo, capsys):
    call_command("demo_people")
    assert capsys.readouterr().out.splitlines() == [
        "8 voorbeeldmensen gemaakt, 0 waren er al.", "0 voorbeeldmensen gemaakt, 8 waren er al.",
    ]  # fmt: skip
    assert list(User.objects.order_by("pk").values_list("name", "demo")) == [(one["naam"], True) for one in PEOPLE]


def test_example_people_exist_in_the_demo_only(db):
    with pytest.raises(CommandError, match="alleen in de demo"):
        call_command("demo_people")


def test_a_visitor_chooses_whom_to_be(client, demo):
    page = read(client.get("/demo/"))
    people = [words(row.find(".//div")) for row in page.section("mensen").iter("li")]
    assert people[0] == "Anna Bakker (voorbeeld) Contactpersoon van een werkgever, Bakkerij Voorbeeld (demo)"
    assert len(people) == 8
    assert page.said("post") == "Er is nog niets verstuurd."


def test_signing_in_shows_on_every_page_until_signing_out(client, demo):
    anna = User.objects.get(email="anna@bakkerij.demo")
    response = client.post("/demo/aanmelden/", {"person": anna.pk}, follow=True)
    assert read(response).texts("p", "message") == [f"U bent nu aangemeld als {anna.name}."]
    bar = [words(one) for one in read(client.get("/")).root.iter("div") if one.get("aria-label") == "Aangemeld"]
    assert bar == [f"Aangemeld als {anna.name} Afmelden"]
    response = client.post("/afmelden/", follow=True)
    assert (response.redirect_chain, "Aangemeld als" in response.content.decode()) == ([("/", 302)], False)


@pytest.mark.parametrize("person", ["", "0", "9999", "anna", "-1", "9" * 40, "²", "٣"])
def test_nobody_signs_in_as_somebody_who_is_no_example(client, demo, person):
    real = User.objects.create(email="echt@example.org", name="Echt")
    for number in (person, real.pk):
        assert client.post("/demo/aanmelden/", {"person": number}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_signing_in_and_out_are_no_links(client, demo):
    for url in ("/demo/aanmelden/", "/afmelden/"):
        assert client.get(url).status_code == 405


def test_the_demo_shows_the_mail_that_was_sent_newest_first(client, demo, tmp_path):
    sent_to(tmp_path / "mail", "anna@bakkerij.demo", text="Uw code is 123.\n\n<script>alert(1)</script>\n")
    page = read(client.get("/demo/"))
    [message] = page.section("post").iter("li")
    assert words(message.find(".//summary")).startswith("Uw code aan anna@bakkerij.demo, ")
    assert words(message.find(".//div")) == "Uw code is 123. <script>alert(1)</script>"


def test_one_file_holds_several_mails_and_no_folder_none(tmp_path):
    assert mail.sent(tmp_path / "nergens") == []
    sent_to(tmp_path, "a@example.org", "b@example.org")
    assert [(one.subject, one.to, one.text.strip()) for one in mail.sent(tmp_path)] == [
        ("Uw code", "a@example.org", "Dag."), ("Uw code", "b@example.org", "Dag."),
    ]  # fmt: skip
    assert len(mail.sent(tmp_path, most=1)) == 1


@pytest.mark.parametrize(("method", "url"), [("get", "/demo/"), ("post", "/demo/aanmelden/")])
def test_outside_the_demo_none_of_it_exists(client, db, method, url):
    person = User.objects.create(email="x@example.org", name="X", demo=True)
    assert getattr(client, method)(url, {"person": person.pk}).status_code == 404


def ours():
    return [error for error in run_checks() if error.id.startswith("doenwatwerkt.")]


def test_a_demo_beside_a_public_name_is_refused(db, settings):
    """All checks run, and some of Django's own ask the database what it can."""
    settings.DEMO, settings.ALLOWED_HOSTS = True, ["localhost", "werkt.example"]
    assert [error.msg for error in ours()] == ["DWW_DEMO=1 staat aan naast echte sitenamen (werkt.example)."]
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
    assert ours() == []


def test_the_pages_for_demo_people_name_their_views(client, demo):
    """sign_in_demo and sign_out send people on; demo is where they land."""
    anna = User.objects.get(email="anna@bakkerij.demo")
    assert client.post("/demo/aanmelden/", {"person": anna.pk}).headers["Location"] == "/demo/"
