"""Set-up in the words of the domain: read what was mailed, come in, keep an app or a passkey."""

import re
import time

from django.test import Client
from django.utils.timezone import now

from doenwatwerkt.people.models import User
from doenwatwerkt.post.models import Letter
from doenwatwerkt.ui.tests.reading import read

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1"


def someone(name: str = "noor", **more) -> User:
    return User.objects.create(email=f"{name}@example.org", name=name.title(), **more)


def letters(kind: str | None = None) -> list[Letter]:
    return list(Letter.objects.filter(**({"kind": kind} if kind else {})).order_by("pk"))


def mailed_code() -> str:
    """The code in the newest letter."""
    return re.search(r"^    (\d{4} \d{4})$", letters("code")[-1].text, re.MULTILINE).group(1)


def ask(client: Client, email: str, **more):
    """Ask for a code on the page, as from a network of one's own: `network`."""
    network = more.pop("network", "192.0.2.1")
    return client.post("/aanmelden/", {"email": email} | more, REMOTE_ADDR=network)


def come_in(client: Client, user: User, **more):
    """Sign in by mail, as far as a code brings somebody."""
    ask(client, user.email, **more)
    return client.post("/aanmelden/code/", {"typed": mailed_code()})


def wrong(code: str) -> str:
    return f"{(int(code.replace(' ', '')) + 1) % 10**8:08}"


def is_in(client: Client) -> bool:
    return "Aangemeld als" in client.get("/over/").content.decode()


def said(response) -> str:
    """All that a page says in its main part."""
    return read(response).text


def app_code(secret: str, at: float | None = None) -> str:
    """What an app with this secret shows."""
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    return format_hotp_value(hotp_value(secret, int(at or time.time()) // 30))


def add_app(client: Client) -> str:
    """Make an app the second step of who is signed in. Returns its secret."""
    page = read(client.get("/mijn/beveiliging/app/"))
    secret = next(one.text for one in page.root.iter("code"))
    signed = next(one.get("value") for one in page.root.iter("input") if one.get("name") == "secret")
    response = client.post("/mijn/beveiliging/app/", {"secret": signed, "code": app_code(secret)})
    assert response.headers["Location"] == "/mijn/beveiliging/herstelcodes/"
    return secret


__all__ = [
    "PHONE",
    "add_app",
    "app_code",
    "ask",
    "come_in",
    "is_in",
    "letters",
    "mailed_code",
    "now",
    "said",
    "someone",
    "wrong",
]
