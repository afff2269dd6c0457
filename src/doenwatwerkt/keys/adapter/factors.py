"""Second factors as django-allauth keeps and checks them: an app with codes, passkeys, recovery codes."""

import base64
import hashlib
from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString, mark_safe

from doenwatwerkt.people.models import User

ISSUER = "Doen Wat Werkt"
APP, PASSKEY, RECOVERY = (
    Authenticator.Type.TOTP.value, Authenticator.Type.WEBAUTHN.value, Authenticator.Type.RECOVERY_CODES.value,
)  # fmt: skip
STRONG = (APP, PASSKEY)


def _locks() -> Any:
    """One lock per secret key, the newest first: an old key (DWW_OLD_SECRET_KEYS) still opens what it closed."""
    from cryptography.fernet import Fernet, MultiFernet  # noqa: PLC0415 -- slow import

    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (hashlib.blake2b(key.encode(), digest_size=32, person=b"dww.keys").digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]  # untyped
    """Ours of allauth: secrets are locked in the database, and passkeys belong to the name of this site."""

    def get_totp_issuer(self) -> str:
        return ISSUER

    def encrypt(self, text: str) -> str:
        return str(_locks().encrypt(text.encode()).decode())

    def decrypt(self, encrypted_text: str) -> str:
        """Empty when no key of ours fits: then no code fits either."""
        from cryptography.fernet import InvalidToken  # noqa: PLC0415 -- slow import

        try:
            return str(_locks().decrypt(encrypted_text.encode()).decode())
        except InvalidToken:
            return ""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": urlsplit(settings.SITE_URL).hostname or "", "name": ISSUER}


def new_secret() -> str:
    from allauth.mfa.totp.internal.auth import generate_totp_secret  # noqa: PLC0415 -- slow import

    return str(generate_totp_secret())


def picture(user: User, secret: str) -> SafeString:
    """The QR code of a secret, as an SVG that we made ourselves."""
    ours = SecondFactors()
    drawn = ours.build_totp_svg(ours.build_totp_url(user, secret)).partition("?>")[2]
    svg: SafeString = mark_safe(drawn.replace("<svg ", '<svg role="img" aria-label="QR-code voor uw app" ', 1))  # noqa: S308 -- no input of anybody
    return svg


def fits(secret: str, typed: str) -> bool:
    """Whether an app with this secret shows this code now (or half a minute ago or on)."""
    from allauth.mfa.totp.internal.auth import validate_totp_code  # noqa: PLC0415 -- slow import

    return bool(secret) and bool(validate_totp_code(secret, typed))


def secret_of(app: Authenticator) -> str:
    return SecondFactors().decrypt(app.data["secret"])


def add_app(user: User, secret: str) -> Authenticator:
    from allauth.mfa.totp.internal.auth import TOTP  # noqa: PLC0415 -- slow import

    return TOTP.activate(user, secret).instance


def make_recovery_codes(user: User) -> Authenticator:
    """Ten codes for who lost their second step; who has them keeps them."""
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes  # noqa: PLC0415 -- slow import

    return RecoveryCodes.activate(user).instance


def recovery_codes(kept: Authenticator) -> list[str]:
    """Those that were not used yet; none when no secret key of ours opens them."""
    return list(kept.wrap().get_unused_codes()) if SecondFactors().decrypt(kept.data["seed"]) else []


def use_recovery_code(kept: Authenticator, typed: str) -> bool:
    return bool(SecondFactors().decrypt(kept.data["seed"])) and bool(kept.wrap().validate_code(typed))


def ask_new_passkey(user: User) -> dict[str, Any]:
    """What the browser must answer to make a passkey. The challenge is kept in the session."""
    from allauth.mfa.webauthn.internal.auth import begin_registration  # noqa: PLC0415 -- slow import

    return dict(begin_registration(user, passwordless=True))


def add_passkey(user: User, name: str, credential: dict[str, Any]) -> Authenticator | None:
    """Keep a passkey that answers the challenge; None when it does not."""
    from allauth.mfa.webauthn.internal import auth  # noqa: PLC0415 -- slow import

    try:
        auth.parse_registration_response(credential)
        auth.complete_registration(credential)
    except (ValidationError, ValueError, KeyError, TypeError):
        return None
    return auth.WebAuthn.add(user, name, credential).instance


def ask_passkey() -> dict[str, Any]:
    """What the browser must answer with a passkey that it has for this site, whoever's it is."""
    from allauth.mfa.webauthn.internal.auth import begin_authentication  # noqa: PLC0415 -- slow import

    return dict(begin_authentication())


def passkey_behind(credential: dict[str, Any]) -> Authenticator | None:
    """The passkey that answers the challenge, or None."""
    from allauth.mfa.webauthn.internal import auth  # noqa: PLC0415 -- slow import

    try:
        return auth.complete_authentication(auth.extract_user_from_response(credential), credential)
    except (ValidationError, ValueError, KeyError, TypeError, AttributeError):
        return None
