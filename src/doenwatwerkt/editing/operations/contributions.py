"""A partner brings in a material of their own: it becomes a draft, for an editor to complete."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import count
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from doenwatwerkt.catalogue import queries as catalogue
from doenwatwerkt.editing import facts
from doenwatwerkt.editing.models import Draft
from doenwatwerkt.editing.operations.drafts import address_of, keep_new
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
    data = _as_content(organisation, says, localdate(at))
    kept = (
        draft for slug in _free_addresses(says["titel"])
        if keep_new(draft := Draft(kind=CardKind.MATERIAL, slug=slug, data=data), of=organisation.pk, by=by, at=at)
    )  # fmt: skip
    draft = next(kept)
    record(facts.MaterialBroughtIn(by=by, at=at, slug=draft.slug), about=draft)
    return draft


def _free_addresses(title: str) -> Iterator[str]:
    """Addresses that no material or open draft has, the plainest first. Somebody may take one before we do."""
    base = address_of(title, room=10) or "materiaal"
    taken = catalogue.slugs_like(CardKind.MATERIAL, base)
    open_ = Draft.objects.filter(kind=CardKind.MATERIAL, slug__startswith=base, state__in=OPEN)
    taken |= set(open_.values_list("slug", flat=True))
    return (slug for n in count(1) if (slug := base if n == 1 else f"{base}-{n}") not in taken)


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
