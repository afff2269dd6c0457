"""Set-up in words of the room: a few pages, put in the index by the real operation."""

from doenwatwerkt.search import operations
from doenwatwerkt.search.pages import Page

HEADSCARF = Page(
    kind="antwoord", ref=1, title="Mag een medewerker een hoofddoek dragen?", url="/antwoorden/hoofddoek/",
    asked=("Klant klaagt over hoofddoek", "Mag ik hoofddoeken verbieden?"),
    summary="Ja. Een verbod raakt een geloof meer dan een ander.",
    body="U mag geen kleding verbieden om wat een klant vindt. Vraag raad bij het College.",
    facets={"fase": ("behoud",), "thema": ("geloof", "wat-mag")},
)  # fmt: skip
INTERVIEW = Page(
    kind="praktijk", ref=1, title="Voer een gesprek met vaste vragen", url="/praktijken/vast-gesprek/",
    asked=("Hoe maak ik een sollicitatiegesprek eerlijker?",),
    summary="Stel elke kandidaat dezelfde vragen en geef punten.",
    body="Schrijf de vragen vooraf op. Geef punten voordat u overlegt.",
    facets={"fase": ("selecteren",), "thema": ("gesprek",)},
)  # fmt: skip
VACANCY = Page(
    kind="praktijk", ref=2, title="Schrijf de vacaturetekst zonder drempels", url="/praktijken/vacature/",
    asked=("Waarom reageert niemand op mijn vacature?",),
    summary="Noem alleen eisen die het werk echt vraagt.",
    facets={"fase": ("werven",), "thema": ("vacature",)},
)  # fmt: skip
ALL = (HEADSCARF, INTERVIEW, VACANCY)


def index(*pages: Page) -> int:
    return operations.index(pages or ALL)
