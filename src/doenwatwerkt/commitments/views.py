"""The pages of this room. Door, input, act, answer."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.utils.timezone import localdate

from doenwatwerkt.commitments import access, queries, rules
from doenwatwerkt.commitments.models import Commitment
from doenwatwerkt.people.models import HouseRequest
from doenwatwerkt.ui import pages


@login_not_required
def index(request: HouseRequest) -> HttpResponse:
    return pages.show(
        request, "commitments/index.html",
        agendas=queries.agendas(), goals=queries.goals(), lines=queries.lines(), ideas=queries.ideas(),
    )  # fmt: skip


@login_not_required
def line(request: HouseRequest, slug: str) -> HttpResponse:
    found = access.open_line(request.actor, slug)
    commitments = queries.commitments_of_line(found)
    strands: dict[str, list[Commitment]] = {}
    for commitment in commitments:
        strands.setdefault(commitment.strand, []).append(commitment)
    goals = list(found.goals.all()) if found.goals_known else None
    return pages.show(request, "commitments/line.html", line=found, goals=goals, strands=list(strands.items()))


@login_not_required
def show(request: HouseRequest, ref: str) -> HttpResponse:
    commitment = access.open_commitment(request.actor, ref)
    late = rules.is_late(commitment.status, commitment.due, localdate())
    partners = list(commitment.partners.all())
    return pages.show(request, "commitments/show.html", commitment=commitment, partners=partners, late=late)
