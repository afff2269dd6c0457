"""What happens to the agenda in words."""

from doenwatwerkt.commitments import facts
from doenwatwerkt.journal.subjects import says

says(facts.AgendaLoaded, "bracht de Werkagenda bij: {added} nieuw, {changed} gewijzigd")
