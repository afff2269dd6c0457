"""Finished contexts of three cards, made up, in the shape that the pages of the catalogue hand over."""

from datetime import date
from types import SimpleNamespace as It

DAY = date(2026, 11, 22)
SITE = "https://example.org"


def face(kind="praktijk", title="Laat mensen een werkproef doen", slug="werkproef", **says):
    base = {
        "kind": kind, "title": title, "summary": "Laat elke kandidaat hetzelfde stukje werk doen.", "url": f"/praktijken/{slug}/",
        "certainty": 4, "rung_words": "Zeker", "expired": False, "direction": "positief", "direction_label": "Helpt",
        "size_label": "Klein effect", "cost": 1, "cost_label": "Vooral tijd", "effort": 2, "effort_label": "Meer mensen",
        "advice_label": "Doen", "sort_label": "Checklist", "owner_name": "College", "price_label": "Gratis", "members_name": "",
        "basis_label": "Praktijkervaring", "sure": True,
    }  # fmt: skip
    return It(**base | says)


def source(**says):
    base = {
        "authors": "Schmidt & Hunter", "year": 1998, "title": "Selection methods", "publication": "Psychological Bulletin",
        "url": "https://example.org/schmidt", "read_level": "samenvatting", "read_where": "op de site", "seen": True,
        "link_seen": False, "note": "Alleen de tabel.", "get_read_level_display": lambda: "Samenvatting gezien",
    }  # fmt: skip
    return It(**base | says)


FACT = It(subject="Gelijke behandeling", status="geldend", statement="U behandelt iedereen gelijk.", since=DAY, checked_on=DAY,
          source_url="https://example.org/wet", source_title="De wet")  # fmt: skip
VERDICT = It(given_on=DAY, valid_until=date(2031, 11, 22), certainty=4, assessor="bewijsbank", standing="voorlopig", figures_seen="ja",
             reasons=[], interests="", context="VS", basis="een overzicht")  # fmt: skip


def page(**says):
    """What the page of every kind of card shows."""
    base = {
        "face": face(), "citations": [source()], "legal": [(FACT, True, "nakijken")], "practices": [], "answers": [], "materials": [],
        "versions": [(1, DAY, "uit de inhoud van het platform")], "owner_name": "de redactie", "next_steps": [],
    }  # fmt: skip
    return base | says


def card(title="Laat mensen een werkproef doen", **says):
    base = {
        "title": title, "scales": ["klein", "midden", "groot"], "monday": "Bedenk een proef van een uur.", "state": "published",
        "recommended": True, "checked_on": DAY, "review_on": date(2031, 11, 22),
    }  # fmt: skip
    return It(**base | says)


def practice(**says):
    under = {
        "effect_html": '<p>De proef voorspelde het <strong>werk</strong>: <a href="/zekerheid/">0,54</a>.</p><ul><li>een</li></ul>',
        "mechanism": "", "groups": ["vrouwen"], "conditions": ["Vaste vragen."], "risks": [], "steps": ["Kies een taak.", "Geef punten."],
        "legal_html": "<p>Vraag niets over gezondheid.</p>",
    }  # fmt: skip
    sides = [{"who": "het onderzoek", "says": "Het helpt.", "source": "TNO", "url": "https://example.org/tno"}]
    rung = It(words="Zeker", meaning="Er is sterk onderzoek.")
    base = page(card=card(practice=It(**under)), verdict=VERDICT, verdicts=[VERDICT], rung=rung, expired=False, sides=sides,
                sum="Begint op 5. Samen 4 van 5.", answers=[face("antwoord", f"Vraag {n}?", f"v{n}") for n in range(1, 11)],
                materials=[face("materiaal", "Vacaturecheck", "vacaturecheck")])  # fmt: skip
    return base | says


def answer(**says):
    under = It(short_html="<p>Ja, als dat <em>echt</em> nodig is.</p>", why_html="<p>Een taaleis sluit uit.</p>", not_when_html="",
               sure=False, check_with=It(name="het College"))  # fmt: skip
    pointers = [It(organisation=It(name="College"), what_for="een oordeel", url="https://example.org/college")]
    base = page(
        card=card("Mag ik Nederlands eisen?", answer=under),
        pointers=pointers,
        practices=[face()],
        legal=[],
        citations=[],
    )
    return base | says


def material(**says):
    under = {
        "availability": "aangekondigd", "get_availability_display": lambda: "Aangekondigd", "time_needed": "een uur",
        "basis_note": "Niet gemeten.", "how_to_get": "", "url": "https://example.org/check", "language_level": "B1",
        "accessibility": "", "licence": "", "year": None, "commercial": True,
    }  # fmt: skip
    base = page(card=card("Vacaturecheck", material=It(**under | says.pop("under", {})), monday=""),
                face=face("materiaal", "Vacaturecheck", "check", members_name="de AWVN"), practices=[face()], legal=[])  # fmt: skip
    return base | says
