"""What stands on the PDF of a card, a comparison and a plan, out of the same finished context that the page gets."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from doenwatwerkt.lib.codes import LegalStatus
from doenwatwerkt.ui import paper
from doenwatwerkt.ui.paper import Node, bullets, link, node, pairs, part, prose, say, told
from doenwatwerkt.ui.pdf import Document
from doenwatwerkt.ui.templatetags.ui import day, scales

_RETIRED = "Wij werken deze kaart niet meer bij."
_LAW_TONES = {LegalStatus.IN_FORCE: "strong", LegalStatus.PROPOSAL: "warm", LegalStatus.POSTPONED: "warm"}
_OTHER_RULE = "Zij steunt op een regel die is verworpen of vervallen. Lees bij ‘Wat zegt de wet?’ wat er wel geldt."
_FULLY, _IN_ALL = 3, 8
"""So many related cards are told of on paper, and so many named; the rest stands online."""
_COUNT = ("geen aanpak", "één aanpak", "twee aanpakken", "drie aanpakken")
_NO_EXPERIENCE = "Nog geen werkgevers meldden een ervaring met deze aanpak."
_APART = "Ervaringen staan apart van het bewijs. Zij veranderen niet hoe zeker wij zijn."
_QUALITY = "Een hulpmiddel heeft kwaliteit. Alleen een aanpak heeft bewijs."


def practice(*, site: str, on: date, glossary: Sequence[tuple[str, str]] = (), **page: Any) -> Document:
    """A practice. `page` is the context of catalogue/practice.html; `site` the address of the site, `on` the day of printing."""
    card, face, under = page["card"], page["face"], page["card"].practice
    body = [
        say(face.summary, "lead"), *_warnings(card, "Deze kaart is vervallen", "Wij raden deze kaart nu niet aan", _OTHER_RULE),
        say("In het kort", "h2"), _glance(face, card.scales), _monday(card),
        *part("Effect", *prose(under.effect_html, site), *_judgement(page), *_sides(page["sides"], site)),
        *part("Hoe het werkt", say(under.mechanism) if under.mechanism else _unknown(
            "Nog onbekend. Waardoor het werkt of niet werkt, staat nog niet op deze kaart.")),
        *_for_whom(under, page["verdict"]),
        *part("Zo doet u het", bullets(under.steps, "steps") if under.steps else "", say("Waar het mis kan gaan", "h3"),
              _list(under.risks, "Er zijn geen risico’s bekend."), *_tools(page["materials"], site)),
        *part("Kosten en moeite", pairs([("Kosten (inschatting)", face.cost_label), ("Moeite (inschatting)", face.effort_label),
                                         ("Uren per omvang", told(""))]),
              say("De inschattingen zijn van de redactie. Zij komen niet uit onderzoek.", "small")),
        *part("Wat zegt de wet?", *prose(under.legal_html, site), *_legal(page["legal"], site)),
        *part("Vragen hierover", *_titles(page["answers"], site)),
        *part("Bronnen, en hoe ver wij ze lazen", *_sources(page["citations"], site)),
        *part("Ervaringen van werkgevers", _unknown(_NO_EXPERIENCE), say(_APART, "small")),
        *_history(page), *_glossary(glossary),
    ]  # fmt: skip
    return _card(page, "Aanpak", f"Ons advies: {face.advice_label}", body, site, on)


def answer(*, site: str, on: date, glossary: Sequence[tuple[str, str]] = (), **page: Any) -> Document:
    """An answer. `page` is the context of catalogue/answer.html."""
    card, under = page["card"], page["card"].answer
    unsure = f"Laat dit nakijken bij {under.check_with.name} voordat u erop vertrouwt." if not under.sure else ""
    body = [
        node("notice", *prose(under.short_html, site), title="Het korte antwoord"),
        *_warnings(card, "Dit antwoord is vervallen", "Wij raden dit nu niet aan",
                   "Dit antwoord steunt op een regel die is verworpen of vervallen. Lees hieronder wat er wel geldt."),
        node("notice", say(unsure), title="Dit is nog niet zeker", tone="warm") if unsure else "",
        _monday(card),
        *part("Waarom", *prose(under.why_html, site)),
        *part("Wanneer niet", *prose(under.not_when_html, site)),
        *part("Waar u terechtkunt", *_pointers(page["pointers"], site)),
        *part("Wat zegt de wet?", *_legal(page["legal"], site)),
        *part("Wat u kunt doen of laten", *_faces(page["practices"], site)),
        *part("Hulpmiddelen", *_faces(page["materials"], site)),
        *part("Bronnen", *_sources(page["citations"], site), "" if page["citations"] else _unknown("Bij dit antwoord staat geen bron.")),
        *_history(page), *_glossary(glossary),
    ]  # fmt: skip
    return _card(page, "Antwoord", "", body, site, on)


def material(*, site: str, on: date, glossary: Sequence[tuple[str, str]] = (), **page: Any) -> Document:
    """A material. `page` is the context of catalogue/material.html."""
    card, face, under = page["card"], page["face"], page["card"].material
    warn = node(
        "notice",
        say("Kijk bij de eigenaar of u het nog kunt gebruiken."),
        title=under.get_availability_display(),
        tone="warm",
    )
    body = [
        say(face.summary, "lead"),
        *_warnings(card, "Deze kaart is vervallen", "Wij raden dit hulpmiddel nu niet aan", _OTHER_RULE.replace("Zij", "Het")),
        warn if under.availability != "beschikbaar" else "",
        say("In het kort", "h2"),
        pairs([("Van wie", told(face.owner_name)), ("Kosten", face.price_label),
               ("Tijd", told(_first_up(under.time_needed))), ("Bewijs", face.basis_label)]),
        _monday(card),
        *part("Werkt het?", node("p", say(f"{face.basis_label}.", "strong"), f" {under.basis_note}"),
              node("notice", say(f"{_QUALITY} Kijk dus vooral of de aanpak werkt waar dit hulpmiddel bij hoort."))),
        *_how_to_get(under, face, site),
        *part("Hoort bij deze aanpak", *_faces(page["practices"], site)),
        *part("Wat zegt de wet?", *_legal(page["legal"], site)),
        *part("Bronnen", *_sources(page["citations"], site), "" if page["citations"] else _unknown("Bij dit hulpmiddel staat geen bron.")),
        *_history(page), *_glossary(glossary),
    ]  # fmt: skip
    offer = " · Commercieel aanbod" if under.commercial else ""
    return _card(page, "Hulpmiddel", f"{face.sort_label}{offer}", body, site, on)


def comparison(
    faces: Sequence[Any], firsts: Sequence[str], fits: Sequence[list[str]], *, url: str, site: str, on: date
) -> Document:
    """Up to three practices beside each other. `firsts`: what to do on Monday, `fits`: scales, both in the order of `faces`."""
    head = node("row", *(_titled(face, site) for face in faces))
    rows: list[tuple[str, list[Node]]] = [
        ("In het kort", [face.summary for face in faces]),
        ("Ons advies", [say(face.advice_label, "strong") for face in faces]),
        ("Gelijke kansen", [paper.direction(face.direction, face.size_label) for face in faces]),
        ("Zekerheid", [_certainty(face) for face in faces]),
        ("Kosten (inschatting)", [paper.cost(face.cost) for face in faces]),
        ("Moeite (inschatting)", [paper.effort(face.effort) for face in faces]),
        ("Past bij", [scales(fit) for fit in fits]),
        ("Maandag", [told(first) for first in firsts]),
    ]
    lines = (node("row", *(node("cell", cell, term=label) for cell in cells)) for label, cells in rows)
    table = node("comparison", head, *lines)
    lead = say("Zekerheid is iets anders dan effect: wij kunnen ook heel zeker weten dat iets averechts werkt.", "lead")
    body = [lead, table, *_online(url, on, "De vergelijking", site)]
    return Document(f"Vergelijking van {_COUNT[len(faces)]}", "Vergelijking", "", f"{site}{url}", on, body)


def plan(
    chosen: Iterable[tuple[str, str]], steps: Sequence[tuple[Any, Sequence[str], str]], *, url: str, site: str, on: date
) -> Document:
    """Start with three. `chosen`: (question, answer); `steps`: (face, reasons as sentences, first step), with room to write by hand."""
    lead = "Kies wie begint en wanneer. Schrijf het op, hang het op en kijk er over een maand samen naar."
    body = [say(lead, "lead"), *part("Wat u invulde", pairs(chosen))]
    for number, (face, reasons, first) in enumerate(steps, 1):
        body.append(node(
            "keep", say(f"{number}. {face.title}", "h2"), node("p", say("Waarom deze: ", "strong"), " ".join(reasons)),
            _glance(face, None), _first_step(first), node("write", "Wie doet het?", "Wanneer klaar?", "Waaraan merken wij het?"),
            node("address", "Alles over deze aanpak: ", link(face.url, _shown(face.url, site), site)),
        ))  # fmt: skip
    body += _online(url, on, "Dit plan", site)
    return Document(f"Begin met {_COUNT[len(steps)]}", "Plan", "", f"{site}{url}", on, body)


def _card(page: Any, kind: str, about: str, body: list[Node], site: str, on: date) -> Document:
    url = page["face"].url
    held = [one for one in [*body, *_online(url, on, "Deze kaart", site)] if one]
    return Document(page["card"].title, kind, about, f"{site}{url}", on, held)


def _online(url: str, on: date, what: str, site: str) -> list[Node]:
    where = link(url, _shown(url, site), site)
    return [
        node("notice", node("small", f"{what} is afgedrukt op {day(on)}. De laatste stand leest u op ", where, "."))
    ]


def _shown(url: str, site: str = "") -> str:
    """An address as people write it down."""
    whole = f"{site}{url}" if url.startswith("/") else url
    return whole.removeprefix("https://").removeprefix("http://").removeprefix("www.").removesuffix("/")


def _unknown(text: str) -> Node:
    return say(text, "unknown")


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def _list(lines: Sequence[str], otherwise: str) -> Node:
    return bullets(lines) if lines else _unknown(otherwise)


def _warnings(card: Any, retired: str, not_advised: str, because: str) -> list[Node]:
    told = [node("notice", say(_RETIRED), title=retired, tone="warm")] if card.state == "retired" else []
    return told + ([] if card.recommended else [node("notice", say(because), title=not_advised, tone="warm")])


def _certainty(face: Any) -> Node:
    return paper.certainty(face.certainty, face.rung_words, face.expired)


def _glance(face: Any, fit: list[str] | None) -> Node:
    cells: list[tuple[str, Node]] = [
        ("Wat doet het met gelijke kansen?", paper.direction(face.direction, face.size_label)),
        ("Hoe zeker weten we dat?", _certainty(face)),
        ("Wat kost het? (inschatting)", paper.cost(face.cost)),
        ("Wat vraagt het? (inschatting)", paper.effort(face.effort)),
    ]
    if fit is not None:
        people = node("sign", drawing=paper.icon("mensen", "quiet"), words=scales(fit), light=True)
        cells.append(("Voor wie past het?", people))
    return node("glance", *(node("cell", sign, term=label) for label, sign in cells))


def _monday(card: Any) -> Node:
    return node("monday", say(card.monday), title="Dit kunt u maandag doen") if card.monday else ""


def _first_step(first: str) -> Node:
    return node("monday", say(first), title="Zo begint u", level=3) if first else ""


def _judgement(page: Any) -> list[Node]:
    """How sure we are, on a scale with its sum, and whether the verdict still holds."""
    rung, verdict, face = page["rung"], page["verdict"], page["face"]
    if rung is None:
        return [_unknown("Hoe zeker dit is, hebben wij nog niet beoordeeld.")]
    words = f"{rung.words} ({face.certainty} van 5)"
    alt = f"Schaal van zekerheid, van 0 niet onderbouwd tot 5 heel zeker. Deze aanpak staat op {face.certainty}: {rung.words}."
    found: list[Node] = [
        say("Hoe zeker weten we dat?", "h3"),
        node("scale", alt=alt, score=face.certainty, words=words, low="0 niet onderbouwd", high="5 heel zeker"),
        say(rung.meaning), say(page["sum"], "small"),
    ]  # fmt: skip
    if page["expired"]:
        late = (
            f"Het gold tot {day(verdict.valid_until)}. Er kan nieuw onderzoek zijn. Lees het als een eerste aanwijzing."
        )
        found.append(node("notice", say(late), title="Dit oordeel is verlopen", tone="warm"))
    return found


def _sides(sides: list[Any], site: str) -> list[Node]:
    if not sides:
        return []
    told = [
        node("entry", node("p", say(_first_up(side["who"]), "strong")), say(side["says"]),
             node("small", link(side["url"], side["source"], site) if side.get("url") else side["source"]))
        for side in sides
    ]  # fmt: skip
    why = "Deze uitkomsten staan naast elkaar. Wij kiezen er niet één uit."
    return [say("Onderzoek spreekt elkaar tegen", "h3"), say(why), *told]


def _for_whom(under: Any, verdict: Any) -> list[Node]:
    rows: list[tuple[str, Node]] = [("Onderzocht bij", told(_first_up(", ".join(under.groups))))]
    if verdict:
        rows += [
            ("Waar onderzocht", told(_first_up(verdict.context))),
            ("Soort onderzoek", told(_first_up(verdict.basis))),
        ]
    conditions = _list(under.conditions, "Er zijn geen voorwaarden bekend.")
    return part("Voor wie en waar", pairs(rows), say("Voorwaarden", "h3"), conditions)


def _tools(materials: list[Any], site: str) -> list[Node]:
    return [say("Hulpmiddelen hierbij", "h3"), say(_QUALITY), *_faces(materials, site)] if materials else []


def _how_to_get(under: Any, face: Any, site: str) -> list[Node]:
    ask = f" Vraag het aan {face.owner_name}." if face.owner_name else ""
    where = link(under.url, "Naar de pagina van dit hulpmiddel", site) if under.url else ""
    inner: list[Node] = [say(f"Dit hulpmiddel is voor leden van {face.members_name}.") if face.members_name else ""]
    inner.append(
        say(under.how_to_get)
        if under.how_to_get
        else ""
        if where
        else _unknown(f"Hoe u eraan komt, is nog onbekend.{ask}")
    )
    inner += [node("p", where), say(_shown(under.url), "address")] if where else []
    year = str(under.year) if under.year else ""
    inner.append(pairs([("Taalniveau", told(under.language_level)), ("Toegankelijkheid", told(under.accessibility)),
                        ("Licentie", told(under.licence)), ("Jaar", told(year))]))  # fmt: skip
    return part("Hoe u eraan komt", *inner)


def _pointers(pointers: Iterable[Any], site: str) -> list[Node]:
    return [
        node("entry", node("p", say(one.organisation.name, "strong")), say(f"Voor {one.what_for}"),
             *_address(one.url, "Naar de pagina", site))
        for one in pointers
    ]  # fmt: skip


def _address(url: str, words: str, site: str) -> list[Node]:
    return [node("p", link(url, words, site)), say(_shown(url), "address")] if url else []


def _legal(legal: Iterable[tuple[Any, bool, str]], site: str) -> list[Node]:
    return [node("entry", *_fact(fact, leans, fresh, site)) for fact, leans, fresh in legal]


def _fact(fact: Any, leans: bool, fresh: str, site: str) -> list[Node]:
    status = node("pill", str(LegalStatus(fact.status).label), tone=_LAW_TONES.get(LegalStatus(fact.status), "quiet"))
    since = f"Sinds {day(fact.since)}. " if fact.since else ""
    late = ", dat is langer dan een jaar geleden: kijk het na" if fresh == "nakijken" else ""
    checked = f"{since}Nagekeken op {day(fact.checked_on)}{late}. Bron: "
    return [
        node("p", say(fact.subject, "strong"), "  ", status), say(fact.statement),
        say("Deze kaart steunt op deze regel.", "small") if leans else "",
        node("small", checked, link(fact.source_url, fact.source_title, site)), say(_shown(fact.source_url), "address"),
    ]  # fmt: skip


def _titled(face: Any, site: str) -> Node:
    return link(face.url, face.title, site)


def _titles(faces: Sequence[Any], site: str) -> list[Node]:
    """Names with links, not too many of them."""
    more = f"Er staan er nog {len(faces) - _IN_ALL} op de pagina van deze kaart." if len(faces) > _IN_ALL else ""
    listed = [_titled(face, site) for face in faces[:_IN_ALL]]
    return [bullets(listed), say(more, "small") if more else ""] if listed else []


def _faces(faces: Sequence[Any], site: str) -> list[Node]:
    """Related cards: a few with what they are about, the others by name."""
    told = [
        node("entry", node("p", _titled(face, site)), say(face.summary, "small"), say(_face_line(face), "small"))
        for face in faces[:_FULLY]
    ]
    return [*told, *_titles(faces[_FULLY:], site)]


def _face_line(face: Any) -> str:
    """What a list says of a card, in one line of words."""
    if face.kind == "praktijk":
        sure = (
            f"zekerheid: {face.rung_words.lower()}, {face.certainty} van 5"
            if face.certainty is not None
            else "nog niet beoordeeld"
        )
        return f"{face.advice_label} · {face.direction_label}, {sure}"
    if face.kind == "materiaal":
        return " · ".join(filter(None, [face.sort_label, face.owner_name, face.price_label, face.basis_label]))
    return "" if face.sure else "Laat dit nakijken."


def _sources(citations: Iterable[Any], site: str) -> list[Node]:
    return [node("entry", *_source(source, site)) for source in citations]


def _source(source: Any, site: str) -> list[Node]:
    year = f" ({source.year})" if source.year else ""
    title = link(source.url, source.title, site) if source.url else node("em", source.title)
    where = f": {source.read_where}" if source.read_where else ""
    read = (
        f"{source.get_read_level_display()}{where}."
        if source.read_level
        else ""
        if source.seen
        else "Niet zelf gezien."
    )
    opened = "" if not source.url or source.link_seen else "De link hebben wij niet zelf geopend."
    return [
        node("p", f"{source.authors}{year}. " if source.authors else "", title, f". {source.publication}" if source.publication else ""),
        say(" ".join(filter(None, [read, opened, source.note])), "small"), say(_shown(source.url), "address"),
    ]  # fmt: skip


def _history(page: Any) -> list[Node]:
    card = page["card"]
    versions = [f"Versie {number}, {day(at)} {words}".strip() for number, at, words in page["versions"]]
    kept = say(f"Beheerd door {page['owner_name']}. Nagekeken op {day(card.checked_on)}. "
               f"Uiterlijk {day(card.review_on)} kijken wij er opnieuw naar.")  # fmt: skip
    if "verdicts" not in page:
        return part("Geschiedenis", kept, bullets(versions))
    judged = [
        node("entry", node("p", f"{day(one.given_on)}: ", say(f"{one.certainty} van 5", "strong"),
                           f" door {one.assessor}. Geldig tot {day(one.valid_until)}."),
             say(f"{_first_up(one.standing)}. Getallen zelf gezien: {one.figures_seen}.", "small"),
             *([say(f"Belangen van wie het voorstelde en nakeek: {one.interests}", "small")] if one.interests else []))
        for one in page["verdicts"]
    ]  # fmt: skip
    head = [say("Oordelen over het bewijs", "h3"), *judged] if judged else []
    return part("Geschiedenis", *head, say("Versies van deze kaart", "h3"), kept, bullets(versions))


def _glossary(glossary: Sequence[tuple[str, str]]) -> list[Node]:
    return part("Woorden", pairs(glossary)) if glossary else []
