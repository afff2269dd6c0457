"""What an organisation brought in, and how far that is."""

from doenwatwerkt.editing.models import Draft
from doenwatwerkt.lib.codes import CardKind


def brought_in(organisation_ids: list[int]) -> list[tuple[str, str, str, Draft]]:
    """The materials of these organisations, the newest first: (title, state in words, address once public, draft)."""
    rows = Draft.objects.filter(kind=CardKind.MATERIAL, organisation__in=organisation_ids).select_related("card")
    return [
        (
            one.data.get("titel") or one.slug,
            one.get_state_display(),
            one.card.get_absolute_url() if one.card else "",
            one,
        )
        for one in rows.order_by("-begun_at", "-pk")[:100]
    ]
