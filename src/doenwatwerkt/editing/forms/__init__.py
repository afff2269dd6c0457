"""What people may send to this room: parses, never saves."""

from doenwatwerkt.editing.forms.contribution import BringIn
from doenwatwerkt.editing.forms.desk import Confirm, Turn, read_page
from doenwatwerkt.editing.forms.language import LookedAt, read_texts

__all__ = ["BringIn", "Confirm", "LookedAt", "Turn", "read_page", "read_texts"]
