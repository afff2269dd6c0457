"""How a view answers: the page, the part htmx asks for, a refusal in words; and the counting of who asks too often."""

import pytest
from django import forms
from django.core.cache import cache
from django.http import HttpResponse
from django.test import RequestFactory

from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.ui.forms import Input
from doenwatwerkt.ui.limits import address, limited
from doenwatwerkt.ui.pages import wanted_part

ASK = RequestFactory().get


@pytest.mark.parametrize(
    ("headers", "part"),
    [
        ({}, None),
        ({"HX-Request": "true"}, None),
        ({"HX-Request": "true", "HX-Target": "results"}, "results"),
        ({"HX-Request": "true", "HX-Target": "section#results"}, "results"),
        ({"HX-Request": "true", "HX-Target": "div#other"}, None),
        ({"HX-Request": "true", "HX-Target": "results", "HX-History-Restore-Request": "true"}, None),
        ({"HX-Target": "results"}, None),
    ],
)
def test_htmx_gets_a_part_only_when_the_view_offers_it(headers, part):
    assert wanted_part(ASK("/", headers=headers), ("results",)) == part


class Withdraw(Input):
    why = forms.CharField()


def test_a_form_calls_the_operation_with_what_was_sent():
    called = []
    done = Withdraw({"why": "te duur"}).attempt(
        lambda *subject, **given: called.append((subject, given)), "pan", by="anna"
    )
    assert (done, called) == (True, [(("pan",), {"why": "te duur", "by": "anna"})])


def test_a_refusal_becomes_a_sentence_on_the_form():
    def refuse(*subject, **given):
        raise Refused("Dit kan niet meer.")

    form = Withdraw({"why": "te duur"})
    assert not form.attempt(refuse)
    assert form.errors == {"__all__": ["Dit kan niet meer."]}


@pytest.mark.parametrize(("sent", "errors"), [(None, {}), ({"why": ""}, {"why": ["Dit veld is verplicht."]})])
def test_nothing_is_called_before_the_form_is_right(sent, errors):
    form = Withdraw(sent)
    assert not form.attempt(lambda **given: pytest.fail("called too early"))
    assert form.errors == errors


@pytest.mark.parametrize(
    ("proxies", "forwarded", "who"),
    [
        (0, "", "127.0.0.1"), (0, "192.0.2.1", "127.0.0.1"), (1, "", "127.0.0.1"), (1, "192.0.2.1", "192.0.2.1"),
        (1, "192.0.2.1, 198.51.100.2", "198.51.100.2"), (2, "192.0.2.1, 198.51.100.2, 203.0.113.3", "198.51.100.2"),
        (2, "192.0.2.1", "127.0.0.1"), (1, " , 192.0.2.1 ,", "192.0.2.1"),
    ],
)  # fmt: skip
def test_who_asks_is_what_a_proxy_we_trust_saw(settings, proxies, forwarded, who):
    settings.TRUSTED_PROXIES = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert address(ASK("/", headers=headers)) == who


def test_a_limit_counts_per_visitor_and_per_page(db):
    once, twice = (limited(name, per_minute=1)(lambda request: HttpResponse("ja")) for name in ("een", "twee"))
    asked = [once(ASK("/")), once(ASK("/")), once(ASK("/", REMOTE_ADDR="192.0.2.9")), twice(ASK("/"))]
    assert [answer.status_code for answer in asked] == [200, 429, 200, 200]
    assert asked[1].headers["Retry-After"] == "60"
    cache.clear()
    assert once(ASK("/")).status_code == 200


def test_who_asks_as_the_minute_ends_starts_a_new_one(db, monkeypatch):
    view = limited("een", per_minute=2)(lambda request: HttpResponse("ja"))
    view(ASK("/"))
    with monkeypatch.context() as patched:
        add = cache.add
        patched.setattr(cache, "add", lambda key, *more, **kept: add(key, *more, **kept) or cache.delete(key))
        assert view(ASK("/")).status_code == 200
    assert [view(ASK("/")).status_code for _ in range(2)] == [200, 429]


def test_what_is_counted_does_not_name_the_visitor(db):
    limited("een", per_minute=1)(lambda request: HttpResponse("ja"))(ASK("/", REMOTE_ADDR="192.0.2.9"))
    assert [key for key in cache._cache if "192.0.2.9" in key] == []
