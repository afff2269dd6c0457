"""What people may send to this room: parses, never saves."""

from doenwatwerkt.editing.forms.contribution import BringIn
from doenwatwerkt.editing.forms.desk import Confirm, Turn, read_page
from doenwatwerkt.editing.forms.drafts import (
    BeginNew,
    CatchUp,
    HandIn,
    Plain,
    Retire,
    Schedule,
    Settle,
    Write,
    fixed,
)
from doenwatwerkt.editing.forms.judgements import ADD, COUNT, KEEP, JudgementForm, read_judgement
from doenwatwerkt.editing.forms.language import LookedAt, read_texts
from doenwatwerkt.editing.forms.reading import labels, read_data
from doenwatwerkt.editing.forms.reviews import AskByLink, AskColleague, Decide
from doenwatwerkt.editing.forms.saying import Trouble, troubles
from doenwatwerkt.editing.forms.showing import Shown, Step, shown

__all__ = [
    "ADD", "AskByLink", "AskColleague", "BeginNew", "BringIn", "COUNT", "CatchUp", "Confirm", "Decide",
    "HandIn", "JudgementForm", "KEEP", "LookedAt", "Plain", "Retire", "Schedule", "Settle", "Shown", "Step",
    "Trouble", "Turn", "Write", "fixed", "labels", "read_data", "read_judgement", "read_page", "read_texts",
    "shown", "troubles",
]  # fmt: skip
