"""What the roof announces, in words."""

from doenwatwerkt.journal.subjects import says
from doenwatwerkt.site import facts

says(facts.ContentLoaded, "bracht alle inhoud bij")
