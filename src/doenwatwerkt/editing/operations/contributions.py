"""A partner brings in a material of their own: it becomes a draft, for an editor to complete."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import facts
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.rules import OPEN
from doenwatwerkt.journal.operations import record
from doenwatwerkt.lib.actor import Actor
from doenwatwerkt.lib.codes import Basis, CardKind
from doenwatwerkt.lib.refusal import Refused
from doenwatwerkt.people.models import Organisation

WAITING = 20
"""Materials of one organisation that may wait at the same time: more is work nobody can look at."""


@transaction.atomic
def bring_in(organisation: Organisation, *, is_anders: bool, by: Actor, at: datetime, **says: Any) -> Draft:
    """A draft of a material out of what a partner tells. Refuses one that we have (unless they looked and it is something
    else), and more than can be looked at. Announces MaterialBroughtIn. `says` has the keys of forms.BringIn."""
    if not is_anders and catalogue.known_material(says["titel"], says["url"]):
        raise Refused("Dit materiaal lijkt op iets dat er al staat. Kijk hieronder of het hetzelfde is.")
    if Draft.objects.filter(organisation=organisation, card=None, state__in=OPEN).count() >= WAITING:
        raise Refused(f"Er wachten al {WAITING} materialen van uw organisatie. Wij kijken die eerst na.")
    slug = _free_slug(says["titel"])
    draft = Draft.objects.create(
        kind=CardKind.MATERIAL, slug=slug, organisation=organisation, author_id=by.user_id, saved_by_id=by.user_id,
        begun_at=at, saved_at=at, data=_as_content(organisation, says, localdate(at)),
    )  # fmt: skip
    record(facts.MaterialBroughtIn(by=by, at=at, slug=slug), about=draft)
    return draft


def _free_slug(title: str) -> str:
    """An address that no material or open draft has."""
    base = slugify(title)[:70].strip("-") or "materiaal"
    taken = catalogue.slugs_like(CardKind.MATERIAL, base)
    open_ = Draft.objects.filter(kind=CardKind.MATERIAL, slug__startswith=base, state__in=OPEN)
    taken |= set(open_.values_list("slug", flat=True))
    return next(slug for n in range(1, len(taken) + 2) if (slug := base if n == 1 else f"{base}-{n}") not in taken)


def _as_content(organisation: Organisation, says: dict[str, Any], today: date) -> dict[str, Any]:
    """What was told, under the keys of a material's content file. Evidence is not theirs to claim: it stays unknown."""
    keys = ("titel", "url", "samenvatting", "soort", "themas", "doelgroep", "omvang", "kosten", "commercieel", "licentie",
            "toegankelijkheid")  # fmt: skip
    page = {"titel": says["titel"], "url": says["url"], "uitgever": organisation.name}
    return {key: says[key] for key in keys} | {
        "eigenaar": organisation.slug, "alleen_leden": organisation.slug if says["kosten"] == "leden" else None,
        "tijd": says["tijd"] or None, "hoe_te_krijgen": says["hoe_te_krijgen"] or None, "bewijs": str(Basis.UNKNOWN),
        "status": "beschikbaar", "nagekeken_op": today.isoformat(),
        "opnieuw_nakijken_op": says["opnieuw_nakijken_op"].isoformat(), "bronnen": [page],
    }  # fmt: skip
