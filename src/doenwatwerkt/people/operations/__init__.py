"""Everything that can happen to people and organisations."""

from doenwatwerkt.people.operations.invitations import accept, forget_invitations, invite, withdraw_invitation
from doenwatwerkt.people.operations.members import close_account, hand_over, leave, take_role
from doenwatwerkt.people.operations.merging import merge, undo_merge
from doenwatwerkt.people.operations.organisations import add_alias, change_organisation, register, remove_alias
from doenwatwerkt.people.operations.people import join, load, make_account, settle_demo

__all__ = [
    "accept", "add_alias", "change_organisation", "close_account", "forget_invitations",
    "hand_over", "invite", "join", "leave", "load", "make_account",
    "merge",
    "register", "remove_alias", "settle_demo", "take_role", "undo_merge", "withdraw_invitation",
]  # fmt: skip
