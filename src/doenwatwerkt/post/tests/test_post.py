"""A letter goes out once, only when its reason is certain, and nothing of it stays behind."""

from datetime import UTC, datetime

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.post import operations, queries, tasks
from doenwatwerkt.post.models import Letter

AT = datetime(2026, 11, 27, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def one_template(settings, tmp_path):
    (tmp_path / "post").mkdir()
    (tmp_path / "post" / "proef.txt").write_text("Dag {{ name }}\n\nLees {{ site_url }}/x/?a=1&b=2\n")
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]


@transaction.atomic
def written(to="anna@example.org", name="Anna & Bram"):
    return operations.write("proef", to=to, at=AT, name=name)


def test_a_letter_is_plain_words_and_goes_once(db, settings):
    letter = written()
    tasks.deliver.func(letter.pk)
    tasks.deliver.func(letter.pk)
    (sent,) = mail.outbox
    assert (sent.subject, sent.to) == ("Dag Anna & Bram", ["anna@example.org"])
    assert sent.body == f"Lees {settings.SITE_URL}/x/?a=1&b=2\n"
    assert sent.extra_headers == {"Auto-Submitted": "auto-generated"}


def test_what_was_sent_is_forgotten(db):
    letter = written()
    operations.send(letter, at=AT)
    kept = Letter.objects.get()
    assert (kept.kind, kept.to, kept.subject, kept.text, kept.sent_at) == ("proef", "", "", "", AT)


def test_two_workers_send_one_letter(db):
    letter = written()
    other = queries.unsent(letter.pk)
    operations.send(letter, at=AT)
    with pytest.raises(Refused):
        operations.send(other, at=AT)
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_a_letter_belongs_to_a_change():
    with pytest.raises(RuntimeError, match="inside an operation"):
        operations.write("proef", to="a@example.org", at=AT, name="A")


def test_no_change_no_letter(db):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        operations.write("proef", to="a@example.org", at=AT, name="A")
        1 / 0  # noqa: B018
    assert (Letter.objects.count(), DBTaskResult.objects.count()) == (0, 0)


def test_a_post_office_that_is_closed_is_tried_again_and_then_told_without_the_address(db, monkeypatch, caplog):
    letter = written()
    DBTaskResult.objects.all().delete()
    monkeypatch.setattr(
        "django.core.mail.EmailMessage.send", lambda self: (_ for _ in ()).throw(ConnectionError("nee"))
    )
    tasks.deliver.func(letter.pk)
    again = DBTaskResult.objects.get()
    assert again.args_kwargs["args"] == [letter.pk, 2]
    assert queries.unsent(letter.pk) == letter
    tasks.deliver.func(letter.pk, tasks.TRIES)
    assert "was not sent after 6 tries: ConnectionError" in caplog.text
    assert "anna@" not in caplog.text


@pytest.mark.parametrize("wrong", [{"sent_at": AT}, {"to": ""}])
def test_the_database_keeps_no_words_of_a_sent_letter_and_no_letter_without_an_address(db, wrong):
    letter = written()
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(**wrong)
