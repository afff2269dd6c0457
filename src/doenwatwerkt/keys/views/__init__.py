"""The pages of this room. Door, input, act, answer."""

from doenwatwerkt.keys.views.elsewhere import oidc, oidc_back
from doenwatwerkt.keys.views.passkeys import new_passkey_options, passkey, passkey_options
from doenwatwerkt.keys.views.security import (
    add_app,
    add_passkey,
    close,
    end_others,
    end_visit,
    recovery_codes,
    remove_factor,
    security,
)  # fmt: skip
from doenwatwerkt.keys.views.signing_in import confirm_again, enter_code, second_step, sign_in, sign_up

__all__ = [
    "add_app", "add_passkey", "close", "confirm_again", "end_others", "end_visit", "enter_code", "new_passkey_options", "oidc",
    "oidc_back", "passkey", "passkey_options", "recovery_codes", "remove_factor", "second_step", "security", "sign_in", "sign_up",
]  # fmt: skip
