"""Fill the tables of one card from what its file says. Called by operations only; text becomes HTML here, once."""

import hashlib
from datetime import date, timedelta
from typing import Any, cast

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
    """Save the card and all rows under it. Whoever calls has set its version, and finishes its page after this.

    Returns the new verdict of a practice when the judgement is new."""
    says, new = seed.says, card.pk is None
    card.asked, card.phases, card.themes = says.varianten, says.fasen, says.themas
    card.scales, card.audiences, card.monday = says.omvang, says.doelgroep, says.maandag or ""
    card.checked_on, card.review_on = says.nagekeken_op, says.opnieuw_nakijken_op or says.nagekeken_op + REVIEW_AFTER
    verdict = None
    if isinstance(says, content.PracticeFile):
        verdict = _fill_practice(card, says, new=new)
    elif isinstance(says, content.AnswerFile):
        _fill_answer(card, says, seed.file, folks, new=new)
    else:
        _fill_material(card, cast(content.MaterialFile, says), seed.file, folks, new=new)
    _fill_legal(card, says, new=new)
    return verdict


def _organisation(slug: str, where: str, file: str, folks: dict[str, int]) -> int:
    if slug not in folks:
        raise ContentError(file, where, f"organisatie '{slug}' staat niet in organisaties.yaml")
    return folks[slug]


def _perhaps(slug: str | None, where: str, file: str, folks: dict[str, int]) -> int | None:
    return None if slug is None else _organisation(slug, where, file, folks)


def _under[Row: (Practice, Answer, Material)](kind: type[Row], card: Card, told: dict[str, Any]) -> Row:
    """The row under a card, written in one statement whether it is there or not. What is not told stays as it was."""
    [row] = kind.objects.bulk_create(
        [kind(card=card, **told)], update_conflicts=True, unique_fields=["card"], update_fields=list(told)
    )
    return row


def _fill_practice(card: Card, says: content.PracticeFile, *, new: bool) -> Verdict | None:
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
    practice = _under(Practice, card, {
        "title_en": says.title_en, "steps": says.stappen, "conditions": says.voorwaarden, "risks": says.risicos,
        "groups": says.doelgroepen, "mechanism": says.werking or "", "effect": says.effect,
        "effect_html": mark(to_html(says.effect), known, part=1),
        "legal_html": mark(to_html(says.juridisch or ""), known, part=2), "sides": sides,
        "direction": says.richting, "size": says.grootte, "advice": says.advies,
        "cost": says.kosten, "effort": says.moeite,
    })  # fmt: skip
    _cite(card, [cited[key] for key in says.bronnen], new=new)
    if not says.oordeel:
        return None
    stands = None if new else Practice.objects.select_related("verdict").get(card=card).verdict
    return _judge(practice, stands, says.oordeel, says.nagekeken_op)


def _certainty(told: content.VerdictFile) -> int:
    return rules.certainty(told.start, list(told.aftrek))


def _judge(practice: Practice, stands: Verdict | None, told: content.VerdictFile, given: date) -> Verdict | None:
    """The verdict of the file. A judgement that did not change is not given again."""
    new = {
        "start": told.start, "deductions": list(told.aftrek), "certainty": _certainty(told),
        "basis": told.basis, "context": told.context, "figures_seen": told.getallen_gezien,
    }  # fmt: skip
    if stands and all(getattr(stands, name) == value for name, value in new.items()):
        return None
    until = rules.valid_until(given, _certainty(told))
    verdict = Verdict.objects.create(
        practice=practice, given_on=given, valid_until=until, assessor=ASSESSOR, standing=STANDING, **new
    )
    Practice.objects.filter(pk=practice.pk).update(verdict=verdict)
    return verdict


def _fill_answer(card: Card, says: content.AnswerFile, file: str, folks: dict[str, int], *, new: bool) -> None:
    card.title, card.summary = says.vraag, to_plain(says.kort)
    card.save()
    known = words()
    _under(Answer, card, {
        "short_html": to_html(says.kort), "why_html": mark(to_html(says.waarom or ""), known, part=1),
        "not_when_html": mark(to_html(says.wanneer_niet or ""), known, part=2), "sure": says.zekerheid == "vast",
        "check_with_id": _perhaps(says.nakijken_bij, "nakijken_bij", file, folks),
    })  # fmt: skip
    if not new:
        Pointer.objects.filter(card=card).delete()
    Pointer.objects.bulk_create(
        Pointer(
            card=card, organisation_id=_organisation(there.organisatie, "waarheen", file, folks),
            what_for=there.waarvoor, url=there.url or "", position=n,
        )
        for n, there in enumerate(says.waarheen)
    )  # fmt: skip
    _cite(card, _page_sources(says.bronnen), new=new)


def _fill_material(card: Card, says: content.MaterialFile, file: str, folks: dict[str, int], *, new: bool) -> None:
    card.title, card.summary = says.titel, says.samenvatting
    card.owner_id = _organisation(says.eigenaar, "eigenaar", file, folks)
    card.save()
    _under(Material, card, {
        "sort": says.soort, "url": says.url or "", "time_needed": says.tijd or "", "price": says.kosten,
        "commercial": says.commercieel, "how_to_get": says.hoe_te_krijgen or "", "basis": says.bewijs,
        "members_of_id": _perhaps(says.alleen_leden, "alleen_leden", file, folks),
        "basis_note": says.bewijs_uitleg or "", "language_level": says.taalniveau or "",
        "accessibility": says.toegankelijkheid or "", "licence": says.licentie or "", "year": says.jaar,
        "availability": says.status,
    })  # fmt: skip
    _cite(card, _page_sources(says.bronnen), new=new)


def _fill_legal(card: Card, says: content.CardFile, *, new: bool) -> None:
    if not new:
        LegalBasis.objects.filter(card=card).delete()
    leans = dict.fromkeys(says.gaat_over, False) | dict.fromkeys(says.leunt_op, True)
    if leans:
        ids = dict(LegalFact.objects.filter(slug__in=leans).values_list("slug", "pk"))
        LegalBasis.objects.bulk_create(
            LegalBasis(card=card, fact_id=ids[slug], leans=lean) for slug, lean in leans.items()
        )


def _cite(card: Card, sources: list[Source], *, new: bool) -> None:
    if not new:
        Citation.objects.filter(card=card).delete()
    unique = {source.pk: source for source in sources}
    Citation.objects.bulk_create(
        Citation(card=card, source=source, position=n) for n, source in enumerate(unique.values())
    )


def _page_sources(pages: list[content.PageFile]) -> list[Source]:
    """Web pages as sources: the same page and title give the same source, whoever wrote it down first."""
    wanted = {one.key: one for one in map(_page_source, pages)}
    there = Source.objects.in_bulk(list(wanted), field_name="key")
    if missing := [one for key, one in wanted.items() if key not in there]:
        Source.objects.bulk_create(missing, ignore_conflicts=True)
        there = Source.objects.in_bulk(list(wanted), field_name="key")
    return [there[key] for key in wanted]


def _page_source(page: content.PageFile) -> Source:
    key = "p-" + hashlib.sha256(f"{page.url}|{page.titel}".encode()).hexdigest()[:16]
    return Source(key=key, title=page.titel, url=page.url or "", publication=page.uitgever or "")


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
