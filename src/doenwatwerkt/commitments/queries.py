"""What other rooms and our own pages may ask about agendas and commitments."""

from django.db.models import Count, Q

from doenwatwerkt.commitments.models import ActionLine, Agenda, Commitment, Goal, Idea


def agendas() -> list[Agenda]:
    return list(Agenda.objects.order_by("starts", "pk"))


def goals() -> list[Goal]:
    return list(Goal.objects.order_by("number"))


def lines() -> list[tuple[ActionLine, list[Goal] | None, int]]:
    """The action lines with their goals (None where the source leaves them out) and the number of commitments."""
    promised = dict(Commitment.objects.order_by("line").values_list("line").annotate(n=Count("pk")))
    found = ActionLine.objects.order_by("letter").prefetch_related("goals")
    return [(line, list(line.goals.all()) if line.goals_known else None, promised.get(line.pk, 0)) for line in found]


def ideas() -> list[Idea]:
    return list(Idea.objects.order_by("slug").select_related("suggested_line"))


def commitments_of_line(line: ActionLine) -> list[Commitment]:
    return list(Commitment.objects.of_line(line).order_by("ref").select_related("owner"))


def promised_by(organisation_ids: list[int]) -> list[tuple[Commitment, bool]]:
    """What an organisation promised and (second value false) where it joins another's promise: pass people's family(id)."""
    joined = Commitment.partners.through.objects.filter(organisation__in=organisation_ids).values("commitment")
    found = Commitment.objects.filter(Q(owner__in=organisation_ids) | Q(pk__in=joined)).order_by("ref")
    return [(one, one.owner_id in organisation_ids) for one in found.select_related("owner")]


def addresses() -> list[str]:
    """The pages of this room about one action line or commitment, for the map of the site."""
    lines = ActionLine.objects.order_by("letter").only("slug")
    return [one.get_absolute_url() for one in [*lines, *Commitment.objects.order_by("ref").only("ref")]]
