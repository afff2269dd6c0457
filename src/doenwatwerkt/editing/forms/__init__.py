"""What people may send to this room: parses, never saves. What was typed is kept, whatever it is."""

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
)  # fmt: skip
from doenwatwerkt.editing.forms.judgements import ADD, COUNT, KEEP, JudgementForm, read_judgement
from doenwatwerkt.editing.forms.reading import labels, read_data
from doenwatwerkt.editing.forms.reviews import AskByLink, AskColleague, Decide
from doenwatwerkt.editing.forms.saying import Trouble, troubles
from doenwatwerkt.editing.forms.showing import Shown, Step, shown

__all__ = [
    "ADD", "AskByLink", "AskColleague", "COUNT", "Decide", "JudgementForm", "KEEP", "read_judgement",
    "BeginNew", "CatchUp", "HandIn", "Plain", "Retire", "Schedule", "Settle", "Shown", "Step", "Trouble", "Write", "fixed",
    "labels", "read_data", "shown", "troubles",
]  # fmt: skip
