"""What happens to keys, in words for a history."""

from doenwatwerkt.journal.subjects import says
from doenwatwerkt.keys import facts

KINDS = {"totp": "een app met codes", "webauthn": "een passkey"}


def _kind(value: str) -> str:
    return KINDS.get(value, value)


says(facts.SecondStepAdded, "voegde {kind} toe als tweede stap", kind=_kind)
says(facts.SecondStepRemoved, "haalde {kind} weg als tweede stap", kind=_kind)
says(facts.RecoveryCodesMade, "maakte nieuwe herstelcodes")
says(facts.AccountLinked, "meldde zich voor het eerst aan via een organisatie")
