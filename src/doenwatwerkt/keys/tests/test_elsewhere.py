"""Signing in with an account of somebody's organisation, against a small server that speaks OpenID Connect."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount

from doenwatwerkt.journal.models import Entry
from doenwatwerkt.keys.tests import make
from doenwatwerkt.people.models import User

CLIENT, SECRET = "doenwatwerkt", "een-geheim-dat-lang-genoeg-is-voor-een-proef"


class Organisation(BaseHTTPRequestHandler):
    """What an organisation says of whoever it signed in: `who`. Remembers what it was asked."""

    who: dict[str, object] = {}
    asked: list[dict[str, list[str]]] = []

    def do_GET(self):
        base = f"http://localhost:{self.server.server_port}"
        if self.path.startswith("/.well-known/"):
            return self.answer({
                "issuer": base, "authorization_endpoint": f"{base}/in", "token_endpoint": f"{base}/token",
                "userinfo_endpoint": f"{base}/wie", "jwks_uri": f"{base}/sleutels",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            })  # fmt: skip
        return self.answer(self.who)

    def do_POST(self):
        asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.asked.append(asked)
        if asked["code"] != ["goed"]:
            return self.answer({"error": "invalid_grant"}, status=400)
        base = f"http://localhost:{self.server.server_port}"
        token = {
            "iss": base,
            "aud": CLIENT,
            "sub": self.who["sub"],
            "exp": int(time.time()) + 60,
            "iat": int(time.time()),
        }
        return self.answer({"access_token": "a", "id_token": jwt.encode(token, SECRET, algorithm="HS256")})

    def answer(self, told, status=200):
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said):
        """Nothing: a test is quiet."""


@pytest.fixture
def organisation(settings):
    """The organisation, and our settings that name it."""
    server = HTTPServer(("localhost", 0), Organisation)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    Organisation.who = {"sub": "n-1", "email": "Noor@Example.org", "email_verified": True, "name": "Noor Smit"}
    Organisation.asked = []
    url = f"http://localhost:{server.server_port}"
    settings.OIDC = {"url": url, "client": CLIENT, "secret": SECRET, "name": "Voorbeeld Inlog"}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [{
        "provider_id": "organisatie", "name": "Voorbeeld Inlog", "client_id": CLIENT, "secret": SECRET,
        "settings": {"server_url": url},
    }]}}  # fmt: skip
    yield Organisation
    server.shutdown()
    server.server_close()
    thread.join()


def go(client, **more):
    """Press the button. Returns the question that the browser carries to the organisation."""
    response = client.post("/aanmelden/organisatie/", more)
    return parse_qs(urlsplit(response.headers["Location"]).query)


def come_back(client, question, code="goed"):
    return client.get("/aanmelden/organisatie/terug/", {"state": question["state"][0], "code": code})


def test_a_new_person_comes_in_with_the_account_of_their_organisation(client, db, organisation):
    assert "Aanmelden met Voorbeeld Inlog" in make.said(client.get("/aanmelden/"))
    question = go(client, next="/mijn/beveiliging/")
    assert question["redirect_uri"] == ["http://localhost:8000/aanmelden/organisatie/terug/"]
    assert (question["code_challenge_method"], "openid" in question["scope"][0]) == (["S256"], True)
    response = come_back(client, question)
    assert (response.headers["Location"], make.is_in(client)) == ("/mijn/beveiliging/", True)
    noor, kept = User.objects.get(), SocialAccount.objects.get()
    assert (noor.email, noor.name, kept.user, kept.uid, kept.extra_data) == (
        "noor@example.org",
        "Noor Smit",
        noor,
        "n-1",
        {},
    )
    assert "code_verifier" in organisation.asked[0]
    assert [one.kind for one in Entry.objects.order_by("pk")] == ["people.AccountMade", "keys.AccountLinked"]


def test_the_second_time_the_account_opens_the_same_person_whatever_the_address_is_now(client, db, organisation):
    noor = make.someone("noor")
    come_back(client, go(client))
    client.post("/afmelden/")
    organisation.who = organisation.who | {"email": "nieuw@example.org", "email_verified": False}
    come_back(client, go(client))
    assert (make.is_in(client), list(User.objects.all())) == (True, [noor])


def test_an_account_elsewhere_does_not_skip_the_second_step(client, cast, organisation):
    organisation.who = organisation.who | {"email": cast.dirk.email}
    make.come_in(client, cast.dirk)
    make.add_app(client)
    client.post("/afmelden/")
    assert come_back(client, go(client)).headers["Location"] == "/aanmelden/tweede-stap/"
    assert not make.is_in(client)


@pytest.mark.parametrize("email_verified", [False, None, "misschien"])
def test_an_address_that_nobody_vouches_for_opens_nothing(client, db, organisation, email_verified):
    make.someone("noor")
    organisation.who = organisation.who | {"email_verified": email_verified}
    page = client.get(come_back(client, go(client)).headers["Location"])
    assert "Uw organisatie zegt niet zeker dat dit e-mailadres van u is." in page.content.decode()
    assert (make.is_in(client), SocialAccount.objects.count()) == (False, 0)


def test_a_closed_account_stays_closed(client, db, organisation):
    come_back(client, go(client))
    User.objects.update(is_active=False)
    assert come_back(client, go(client)).headers["Location"] == "/aanmelden/"
    assert not make.is_in(client)


@pytest.mark.parametrize("code", ["fout", ""])
def test_a_code_that_the_organisation_refuses_is_told_in_words(client, db, organisation, code):
    page = client.get(come_back(client, go(client), code).headers["Location"])
    assert "Het aanmelden bij uw organisatie is niet gelukt." in page.content.decode()


def test_an_answer_counts_once_and_only_in_the_browser_that_asked(client, db, organisation):
    from django.test import Client

    question = go(client)
    assert come_back(Client(), question).headers["Location"] == "/aanmelden/"
    come_back(client, question)
    client.post("/afmelden/")
    assert come_back(client, question).headers["Location"] == "/aanmelden/"
    assert not make.is_in(client)


def test_who_turned_back_there_is_told_to_try_a_code(client, db, organisation):
    question = go(client)
    response = client.get("/aanmelden/organisatie/terug/", {"state": question["state"][0], "error": "access_denied"})
    assert response.headers["Location"] == "/aanmelden/"


def test_an_organisation_that_cannot_be_reached_is_told_in_words(client, db, settings, organisation):
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    apps[0]["settings"] = {"server_url": "http://localhost:9"}
    assert client.post("/aanmelden/organisatie/").headers["Location"] == "/aanmelden/"


def test_where_nothing_is_set_up_none_of_it_exists(client, db):
    """Neither oidc nor oidc_back is there, and no page names them."""
    assert client.post("/aanmelden/organisatie/").status_code == 404
    assert client.get("/aanmelden/organisatie/terug/").status_code == 404
    assert "organisatie/" not in make.said(client.get("/aanmelden/"))
