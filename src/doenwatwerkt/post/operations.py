"""Write a letter with the change that gives the reason; send it once that change is certain."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template import Context
from django.template.loader import get_template

from doenwatwerkt.lib.rows import change
from doenwatwerkt.post import tasks
from doenwatwerkt.post.models import Letter

HEADERS = {"Auto-Submitted": "auto-generated"}


def write(kind: str, *, to: str, at: datetime, **context: Any) -> Letter:
    """A letter from the template `post/<kind>.txt` of the room that asks (its first line is the subject), sent by the worker.

    Belongs inside the operation that gives the reason: no change, no letter. `context` is what the template names;
    `site_url` is always there."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("write() belongs inside an operation's transaction")
    told = Context({"site_url": settings.SITE_URL} | context, autoescape=False)
    words = get_template(f"post/{kind}.txt").template.render(told)  # type: ignore[attr-defined]  # plain text, no HTML
    subject, _, text = words.strip().partition("\n")
    letter = Letter.objects.create(kind=kind, to=to, subject=subject.strip(), text=text.strip() + "\n", written_at=at)
    tasks.deliver.enqueue(letter.pk)
    return letter


@transaction.atomic
def send(letter: Letter, *, at: datetime) -> None:
    """Send a letter and forget what it said. Refused when another worker was first: then it went out already."""
    message = EmailMessage(letter.subject, letter.text, to=[letter.to], headers=HEADERS)
    change(letter, only_if={"sent_at": None}, sent_at=at, to="", subject="", text="")
    message.send()
