"""What happens to drafts, reviews and proposed verdicts, in words."""

from doenwatwerkt.editing import facts
from doenwatwerkt.journal.subjects import says

says(facts.DraftBegun, "begon aan een concept")
