"""Everything that can happen to keys: codes by mail, second steps, where people are signed in."""

from doenwatwerkt.keys.operations.codes import send_code, send_code_again, sign_up, try_code
from doenwatwerkt.keys.operations.counting import forget_old
from doenwatwerkt.keys.operations.elsewhere import come_in
from doenwatwerkt.keys.operations.factors import (
    add_app,
    add_passkey,
    remove_factor,
    renew_recovery_codes,
    take_step,
    use_passkey,
)  # fmt: skip
from doenwatwerkt.keys.operations.visits import close, end_others, end_visit, note_visit

__all__ = [
    "add_app", "add_passkey", "close", "come_in", "end_others", "end_visit", "forget_old", "note_visit", "remove_factor",
    "renew_recovery_codes", "send_code", "send_code_again", "sign_up", "take_step", "try_code", "use_passkey",
]  # fmt: skip
