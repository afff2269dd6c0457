"""A passkey in software: answers as the browser of a phone would, so that real signatures are checked without a browser."""

import json
from secrets import token_bytes

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import sha256, websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

ORIGIN = "http://localhost:8000"
FLAGS = AuthenticatorData.FLAG


class SoftPasskey:
    """One passkey for this site. `create` and `get` answer what the server asks."""

    def __init__(self) -> None:
        self.key, self.id, self.handle = ec.generate_private_key(ec.SECP256R1()), token_bytes(16), b""

    def create(self, asked, *, origin=ORIGIN):
        """Make the passkey, as JSON for the form."""
        self.handle = websafe_decode(asked["user"]["id"])
        public = AttestedCredentialData.create(b"\0" * 16, self.id, ES256.from_cryptography_key(self.key.public_key()))
        about = AuthenticatorData.create(
            sha256(asked["rp"]["id"].encode()), FLAGS.UP | FLAGS.UV | FLAGS.AT, 0, bytes(public)
        )
        told = {
            "attestationObject": websafe_encode(AttestationObject.create("none", about, {})),
            "clientDataJSON": websafe_encode(self._said("webauthn.create", asked, origin)),
        }
        return self._answer(told)

    def get(self, asked, *, origin=ORIGIN, verified=True):
        """Sign with the passkey, as JSON for the form."""
        flags = FLAGS.UP | FLAGS.UV if verified else FLAGS.UP
        about = AuthenticatorData.create(sha256(asked["rpId"].encode()), flags, 1)
        said = self._said("webauthn.get", asked, origin)
        told = {
            "authenticatorData": websafe_encode(about), "clientDataJSON": websafe_encode(said),
            "signature": websafe_encode(self.key.sign(bytes(about) + sha256(said), ec.ECDSA(SHA256()))),
            "userHandle": websafe_encode(self.handle),
        }  # fmt: skip
        return self._answer(told)

    def _said(self, kind, asked, origin) -> bytes:
        return bytes(CollectedClientData.create(kind, websafe_decode(asked["challenge"]), origin))

    def _answer(self, told) -> str:
        here = websafe_encode(self.id)
        return json.dumps(
            {
                "id": here,
                "rawId": here,
                "type": "public-key",
                "response": told,
                "clientExtensionResults": {"credProps": {"rk": True}},
            }
        )
