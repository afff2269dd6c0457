"""Fill the tables of one card from what its file says. Called by operations only; text becomes HTML here, once."""

import hashlib
from datetime import date, timedelta
from typing import cast

from doenwatwerkt.catalogue import content, rules
from doenwatwerkt.catalogue.models import (
    Answer,
    Card,
    Citation,
    LegalBasis,
    LegalFact,
    Material,
    Pointer,
    Practice,
    Source,
    Term,
    Verdict,
)  # fmt: skip
from doenwatwerkt.catalogue.operations.finishing import finish
from doenwatwerkt.lib.content import ContentError
from doenwatwerkt.lib.marking import Word, bare, mark
from doenwatwerkt.lib.text import to_html, to_plain

REVIEW_AFTER = timedelta(days=365)
ASSESSOR, STANDING = "bewijsbank", "voorlopig, niet door twee beoordelaars bekeken"


_MARKED = {Practice: ("effect_html", "legal_html"), Answer: ("why_html", "not_when_html")}
"""The texts in which hard words are explained, per kind of card."""


def words() -> list[Word]:
    """The hard words of the house, to mark in texts."""
    return [Word(one.slug, one.word, tuple(one.aliases), one.explanation) for one in Term.objects.order_by("slug")]


def mark_all[Under: (Practice, Answer)](under: type[Under]) -> None:
    """Mark the hard words again in all cards of a kind, because words came, changed or went."""
    known, fields = words(), _MARKED[under]
    changed: list[Under] = []
    for row in under.objects.order_by("pk"):
        marked = [mark(bare(getattr(row, name)), known, part=n) for n, name in enumerate(fields, 1)]
        if marked != [getattr(row, name) for name in fields]:
            for name, html in zip(fields, marked, strict=True):
                setattr(row, name, html)
            changed.append(row)
    under.objects.bulk_update(changed, fields)


def fill(card: Card, seed: content.Seed, folks: dict[str, int]) -> Verdict | None:
    """Save the card and all rows under it, and finish its page; whoever calls has set its version.

    Returns the new verdict of a practice when the judgement is new."""
    says = seed.says
    card.asked, card.phases, card.themes = says.varianten, says.fasen, says.themas
    card.scales, card.audiences, card.monday = says.omvang, says.doelgroep, says.maandag or ""
    card.checked_on, card.review_on = says.nagekeken_op, says.opnieuw_nakijken_op or says.nagekeken_op + REVIEW_AFTER
    verdict = None
    if isinstance(says, content.PracticeFile):
        verdict = _fill_practice(card, says)
    elif isinstance(says, content.AnswerFile):
        _fill_answer(card, says, seed.file, folks)
    else:
        _fill_material(card, cast(content.MaterialFile, says), seed.file, folks)
    _fill_legal(card, says)
    finish([card.pk])
    return verdict


def _organisation(slug: str, where: str, file: str, folks: dict[str, int]) -> int:
    if slug not in folks:
        raise ContentError(file, where, f"organisatie '{slug}' staat niet in organisaties.yaml")
    return folks[slug]


def _perhaps(slug: str | None, where: str, file: str, folks: dict[str, int]) -> int | None:
    return None if slug is None else _organisation(slug, where, file, folks)


def _fill_practice(card: Card, says: content.PracticeFile) -> Verdict | None:
    card.title, card.summary = says.titel, says.samenvatting
    if says.oordeel:
        card.review_on = rules.valid_until(says.nagekeken_op, _certainty(says.oordeel))
    elif until := Verdict.objects.filter(practice=card.pk).order_by("-given_on", "-pk").first():
        card.review_on = until.valid_until
    card.save()
    keys = [*says.bronnen, *(side.bron for side in says.twee_kanten)]
    cited = {source.key: source for source in Source.objects.filter(key__in=keys)}
    sides = [
        {"who": side.wie, "says": side.zegt, "source": cited[side.bron].title, "url": cited[side.bron].url}
        for side in says.twee_kanten
    ]
    known = words()
    practice, _ = Practice.objects.update_or_create(card=card, defaults={
        "title_en": says.title_en, "steps": says.stappen, "conditions": says.voorwaarden, "risks": says.risicos,
        "groups": says.doelgroepen, "mechanism": says.werking or "", "effect": says.effect,
        "effect_html": mark(to_html(says.effect), known, part=1),
        "legal_html": mark(to_html(says.juridisch or ""), known, part=2), "sides": sides,
        "direction": says.richting, "size": says.grootte, "advice": says.advies,
        "cost": says.kosten, "effort": says.moeite,
    })  # fmt: skip
    _cite(card, [cited[key] for key in says.bronnen])
    return _judge(practice, says.oordeel, says.nagekeken_op) if says.oordeel else None


def _certainty(told: content.VerdictFile) -> int:
    return rules.certainty(told.start, list(told.aftrek))


def _judge(practice: Practice, told: content.VerdictFile, given: date) -> Verdict | None:
    """The verdict of the file. A judgement that did not change is not given again."""
    new = {
        "start": told.start, "deductions": list(told.aftrek), "certainty": _certainty(told),
        "basis": told.basis, "context": told.context, "figures_seen": told.getallen_gezien,
    }  # fmt: skip
    if practice.verdict and all(getattr(practice.verdict, name) == value for name, value in new.items()):
        return None
    until = rules.valid_until(given, _certainty(told))
    verdict = Verdict.objects.create(
        practice=practice, given_on=given, valid_until=until, assessor=ASSESSOR, standing=STANDING, **new
    )
    Practice.objects.filter(pk=practice.pk).update(verdict=verdict)
    return verdict


def _fill_answer(card: Card, says: content.AnswerFile, file: str, folks: dict[str, int]) -> None:
    card.title, card.summary = says.vraag, to_plain(says.kort)
    card.save()
    known = words()
    Answer.objects.update_or_create(card=card, defaults={
        "short_html": to_html(says.kort), "why_html": mark(to_html(says.waarom or ""), known, part=1),
        "not_when_html": mark(to_html(says.wanneer_niet or ""), known, part=2), "sure": says.zekerheid == "vast",
        "check_with_id": _perhaps(says.nakijken_bij, "nakijken_bij", file, folks),
    })  # fmt: skip
    Pointer.objects.filter(card=card).delete()
    Pointer.objects.bulk_create(
        Pointer(
            card=card, organisation_id=_organisation(there.organisatie, "waarheen", file, folks),
            what_for=there.waarvoor, url=there.url or "", position=n,
        )
        for n, there in enumerate(says.waarheen)
    )  # fmt: skip
    _cite(card, [_page_source(page) for page in says.bronnen])


def _fill_material(card: Card, says: content.MaterialFile, file: str, folks: dict[str, int]) -> None:
    card.title, card.summary = says.titel, says.samenvatting
    card.owner_id = _organisation(says.eigenaar, "eigenaar", file, folks)
    card.save()
    Material.objects.update_or_create(card=card, defaults={
        "sort": says.soort, "url": says.url or "", "time_needed": says.tijd or "", "price": says.kosten,
        "commercial": says.commercieel, "how_to_get": says.hoe_te_krijgen or "", "basis": says.bewijs,
        "members_of_id": _perhaps(says.alleen_leden, "alleen_leden", file, folks),
        "basis_note": says.bewijs_uitleg or "", "language_level": says.taalniveau or "",
        "accessibility": says.toegankelijkheid or "", "licence": says.licentie or "", "year": says.jaar,
        "availability": says.status,
    })  # fmt: skip
    _cite(card, [_page_source(page) for page in says.bronnen])


def _fill_legal(card: Card, says: content.CardFile) -> None:
    ids = dict(LegalFact.objects.values_list("slug", "pk"))
    LegalBasis.objects.filter(card=card).delete()
    leans = dict.fromkeys(says.gaat_over, False) | dict.fromkeys(says.leunt_op, True)
    LegalBasis.objects.bulk_create(LegalBasis(card=card, fact_id=ids[slug], leans=lean) for slug, lean in leans.items())


def _cite(card: Card, sources: list[Source]) -> None:
    Citation.objects.filter(card=card).delete()
    unique = {source.pk: source for source in sources}
    Citation.objects.bulk_create(
        Citation(card=card, source=source, position=n) for n, source in enumerate(unique.values())
    )


def _page_source(page: content.PageFile) -> Source:
    """A web page as a source: the same page and title give the same source."""
    key = "p-" + hashlib.sha256(f"{page.url}|{page.titel}".encode()).hexdigest()[:16]
    told = {"title": page.titel, "url": page.url or "", "publication": page.uitgever or ""}
    return Source.objects.get_or_create(key=key, defaults=told)[0]


def source_of(row: content.SourceFile) -> Source:
    """The table row of one study."""
    return Source(
        key=row.id, authors=row.auteurs or "", year=row.jaar, title=row.titel, publication=row.uitgave or "",
        url=row.url or "", read_level=str(row.gelezen), read_where=row.gelezen_waar or "", seen=row.gezien,
        link_seen=row.link_gezien, note=row.opmerking or "",
    )  # fmt: skip


def term_of(row: content.TermFile) -> Term:
    """The table row of one hard word."""
    from_whom = {"source_title": row.bron.titel, "source_url": row.bron.url or ""} if row.bron else {}
    return Term(slug=row.id, word=row.woord, aliases=row.ook, explanation=row.uitleg, **from_whom)
