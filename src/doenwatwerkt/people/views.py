"""The pages of this room. Door, input, act, answer."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from doenwatwerkt.journal import queries as journal
from doenwatwerkt.journal import subjects
from doenwatwerkt.people import access, content, forms, operations, queries, rules
from doenwatwerkt.people.access import ACTING_FOR, Permission, opens
from doenwatwerkt.people.models import HouseRequest, Organisation
from doenwatwerkt.people.rules import Role
from doenwatwerkt.ui import pages
from doenwatwerkt.ui.limits import limited

EVERYTHING = Permission.MERGE_ORGANISATIONS
LINES = 50


@login_not_required
def organisations(request: HouseRequest) -> HttpResponse:
    found = [(one, [alias.name for alias in one.aliases.all()]) for one in queries.organisations()]
    return pages.show(request, "people/organisations.html", organisations=found)


@login_not_required
def regions(request: HouseRequest) -> HttpResponse:
    return pages.show(request, "people/regions.html", regions=queries.regions())


@opens(EVERYTHING)
def all_organisations(request: HouseRequest) -> HttpResponse:
    search, page = forms.read_search(request.GET)
    rows, total = queries.all_organisations(search, page=page)
    return pages.show(
        request, "people/all_organisations.html",
        rows=rows, total=total, search=search, page=page, last=max(1, -(-total // queries.PER_PAGE)),
    )  # fmt: skip


@opens()
@limited("register", per_minute=60)
def register(request: HouseRequest) -> HttpResponse:
    """Register one's own firm. What looks like it is shown while typing, and asked about before anything is kept."""
    everything, sent = access.may(request.actor, EVERYTHING), request.POST or request.GET
    form = forms.Register(
        request.POST or None, regions=_regions(), every_kind=everything, initial=dict(request.GET.items())
    )
    if form.attempt(operations.register, request.user, by=request.actor, at=now()):
        if not everything:
            request.session[ACTING_FOR] = form.outcome.pk
        return pages.done(request, "people:manage", f"{form.outcome.name} is aangemeld.", form.outcome.slug)
    name, kvk = forms.read_alike(sent)
    return pages.show(
        request, "people/register.html", parts=("alike",), form=form, everything=everything,
        alike=queries.alike(name, everything=everything), known=queries.has_number(kvk=kvk),
    )  # fmt: skip


def _regions() -> forms.Choices:
    return [(one.code, one.name) for one in queries.regions()]


@opens(own=True, anywhere=[EVERYTHING])
def manage(request: HouseRequest, slug: str) -> HttpResponse:
    """The organisation as its own people see it: details, members, invitations, spellings."""
    one = access.organisation_of(request.actor, slug)
    if one.merged_into and not access.may(request.actor, EVERYTHING):
        return redirect("people:manage", one.merged_into.slug)
    held, may_change, at = queries.members(one.pk, now()), access.looks_after(request.actor, one), now()
    takeable = rules.takeable(request.actor.roles, own=access.own(request.actor, one)) if may_change else frozenset()
    return pages.show(
        request, "people/manage.html", organisation=one, sector=dict(content.sectors()).get(one.sector, ""),
        members=[(m, m.role in takeable and m.user_id != request.actor.user_id) for m in held], may_change=may_change,
        mine=[m.get_role_display() for m in held if m.user_id == request.actor.user_id],
        hands_over=any(m.role in rules.MANAGERS and m.user_id == request.actor.user_id for m in held),
        invitations=queries.open_invitations(one.pk, at) if may_change else [], aliases=queries.aliases(one.pk),
        may_merge=access.may(request.actor, EVERYTHING), merged=one.merged_into,
    )  # fmt: skip


@opens(Permission.MANAGE_MEMBERS, own=True, anywhere=[EVERYTHING])
def change_organisation(request: HouseRequest, slug: str) -> HttpResponse:
    one = access.managed(request.actor, slug)
    kind = forms.ChangeEverything if access.may(request.actor, EVERYTHING) else forms.ChangeOrganisation
    form = kind(request.POST or None, regions=_regions(), initial=forms.of_organisation(one))
    if form.attempt(operations.change_organisation, one, by=request.actor, at=now()):
        return pages.done(request, "people:manage", f"De gegevens van {one.name} zijn bewaard.", slug)
    return pages.show(request, "people/change_organisation.html", organisation=one, form=form)


@opens(Permission.MANAGE_MEMBERS, own=True, anywhere=[EVERYTHING])
def add_alias(request: HouseRequest, slug: str) -> HttpResponse:
    one = access.managed(request.actor, slug)
    form = forms.AddAlias(request.POST or None)
    if form.attempt(operations.add_alias, one, by=request.actor, at=now()):
        return pages.done(request, "people:manage", "De schrijfwijze is toegevoegd.", slug)
    return pages.show(request, "people/add_alias.html", organisation=one, form=form)


@opens(Permission.MANAGE_MEMBERS, own=True, anywhere=[EVERYTHING])
@require_POST
def remove_alias(request: HouseRequest, slug: str, pk: int) -> HttpResponse:
    alias = access.an_alias(request.actor, slug, pk)
    operations.remove_alias(alias, by=request.actor, at=now())
    return pages.done(request, "people:manage", f"‘{alias.name}’ is weggehaald.", slug)


@opens(EVERYTHING)
def merge(request: HouseRequest, slug: str) -> HttpResponse:
    one = access.to_merge(request.actor, slug)
    form = forms.Merge(request.POST or None)
    if form.attempt(operations.merge, one, by=request.actor, at=now()):
        into: Organisation = form.cleaned_data["into"]
        return pages.done(request, "people:manage", f"{one.name} is samengevoegd met {into.name}.", into.slug)
    return pages.show(
        request, "people/merge.html", organisation=one, form=form, alike=queries.twins(one), merged=one.merged_into
    )


@opens(EVERYTHING)
@require_POST
def undo_merge(request: HouseRequest, slug: str) -> HttpResponse:
    one = access.to_merge(request.actor, slug)
    form = forms.Yes(request.POST)
    if form.attempt(operations.undo_merge, one, by=request.actor, at=now()):
        return pages.done(request, "people:manage", f"{one.name} staat weer op zichzelf.", slug)
    return pages.done(request, "people:manage", str(form.non_field_errors()[0]), slug)


@opens(Permission.MANAGE_MEMBERS, own=True, anywhere=[EVERYTHING])
@limited("invite", per_minute=20)
def invite(request: HouseRequest, slug: str) -> HttpResponse:
    one = access.managed(request.actor, slug)
    roles = queries.givable(request.actor, one, now())
    form = forms.Invite(request.POST or None, roles=roles)
    if form.attempt(operations.invite, one, by=request.actor, at=now()):
        return pages.done(request, "people:manage", f"De uitnodiging gaat naar {form.cleaned_data['email']}.", slug)
    days = rules.INVITATION_LIVES.days
    return pages.show(request, "people/invite.html", organisation=one, form=form, roles=roles, days=days)


@opens(Permission.MANAGE_MEMBERS, own=True, anywhere=[EVERYTHING])
@require_POST
def withdraw_invitation(request: HouseRequest, slug: str, pk: int) -> HttpResponse:
    invitation = access.an_invitation(request.actor, slug, pk)
    form = forms.Yes(request.POST)
    if form.attempt(operations.withdraw_invitation, invitation, by=request.actor, at=now()):
        return pages.done(request, "people:manage", "De uitnodiging is ingetrokken. De link werkt niet meer.", slug)
    return pages.done(request, "people:manage", "Deze uitnodiging is al gebruikt of ingetrokken.", slug)


@never_cache
@login_not_required
@limited("invitation", per_minute=60)
def accept(request: HouseRequest, token: str) -> HttpResponse:
    """The page of a link: GET shows what it offers, so a mail scanner changes nothing; POST, signed in, takes the role."""
    invitation = access.invitation_of(token)
    one = invitation.organisation.merged_into or invitation.organisation
    works = invitation.accepted_at is None and invitation.withdrawn_at is None and invitation.expires_at > now()
    known = request.actor.is_known
    form = forms.Yes(request.POST if request.method == "POST" and known else None)
    if form.attempt(operations.accept, invitation, user=request.user, by=request.actor, at=now()):
        request.session[ACTING_FOR] = one.pk
        return pages.done(request, "site:home", f"U hoort nu bij {one.name} en u werkt nu voor deze organisatie.")
    return pages.show(
        request, "people/accept.html", status=200 if works else 410, invitation=invitation, organisation=one, form=form,
        works=works, waits=invitation.role in rules.PRIVILEGED, sign_in=redirect_to_login(request.path).url,
    )  # fmt: skip


@opens(Permission.MANAGE_MEMBERS, own=True, anywhere=[EVERYTHING])
def take_role(request: HouseRequest, slug: str, pk: int) -> HttpResponse:
    held = access.a_membership(request.actor, slug, pk)
    form = forms.Yes(request.POST if request.method == "POST" else None)
    if form.attempt(operations.take_role, held, by=request.actor, at=now()):
        return pages.done(request, "people:manage", f"{held.user} heeft deze rol niet meer.", slug)
    return pages.show(request, "people/take_role.html", organisation=held.organisation, membership=held, form=form)


@opens(own=True)
def leave(request: HouseRequest, slug: str) -> HttpResponse:
    one = access.to_leave(request.actor, slug)
    form = forms.Yes(request.POST if request.method == "POST" else None)
    if form.attempt(operations.leave, request.user, organisation=one, by=request.actor, at=now()):
        return pages.done(request, "site:home", f"U hoort niet meer bij {one.name}.")
    return pages.show(request, "people/leave.html", organisation=one, form=form)


@opens(Permission.MANAGE_MEMBERS, own=True)
def hand_over(request: HouseRequest, slug: str) -> HttpResponse:
    mine = access.my_role(request.actor, slug)
    others = queries.other_members(mine, now())
    form = forms.HandOver(request.POST or None, members=others)
    if form.attempt(operations.hand_over, mine, by=request.actor, at=now()):
        return pages.done(request, "site:home", f"U heeft de rol ‘{mine.get_role_display()}’ overgedragen.")
    return pages.show(
        request, "people/hand_over.html", organisation=mine.organisation, membership=mine, form=form, others=others
    )


@opens()
@require_POST
def act_for(request: HouseRequest) -> HttpResponse:
    """Work for another of one's organisations from now on, in this session."""
    form = forms.ActFor(request.POST, choices=request.actor.choices)
    if not form.is_valid():
        return pages.done(request, "site:home", "U hoort niet (meer) bij deze organisatie.")
    request.session[ACTING_FOR] = form.cleaned_data["organisation"]
    return pages.done(
        request, "site:home", f"U werkt nu voor {dict(request.actor.choices)[form.cleaned_data['organisation']]}."
    )


@login_not_required
def who_may_what(request: HouseRequest) -> HttpResponse:
    """Which role may what and sees what: written out of people/rules.py."""
    roles = [
        (role, rules.SIGHTS[role], [p.label for p in Permission if p in rules.GRANTS[role]], role in rules.PRIVILEGED,
         [other.label for other in Role if other in rules.GIVES.get(role, ())])
        for role in Role
    ]  # fmt: skip
    walled = [role.label for role in Role if role in rules.CASE_ROLES]
    return pages.show(request, "people/who_may_what.html", roles=roles, walled=walled)


@opens(own=True, anywhere=[EVERYTHING], note="van een organisatie; van een kaart ook wie geschiedenis mag zien")
def history(request: HouseRequest, kind: str, pk: int) -> HttpResponse:
    """Who did what when, in words."""
    subject, shown = access.open_history(request.actor, kind, pk)
    page = forms.read_page(request.GET)
    found = journal.page(subject, first=(page - 1) * LINES, most=LINES + 1)
    lines = subjects.tell(found[:LINES], request.actor)
    return pages.show(request, "people/history.html", shown=shown, lines=lines, page=page, more=len(found) > LINES)
