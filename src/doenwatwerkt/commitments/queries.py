"""What other rooms and our own pages may ask about agendas and commitments."""

from django.db.models import Count

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
