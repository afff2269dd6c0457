"""What can be written on a card, per kind: sections with fields in the order in which a person thinks. No database."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from doenwatwerkt.catalogue.queries import AVAILABILITY
from doenwatwerkt.lib.codes import (
    Advice,
    Audience,
    Basis,
    CardKind,
    Cost,
    Direction,
    Effort,
    Magnitude,
    MaterialKind,
    Phase,
    Price,
    Scale,
    Theme,
)

type Sort = Literal["line", "text", "lines", "date", "number", "one", "select", "many", "yes", "pick", "picks", "rows"]
"""line, text: what is typed · lines: one thing a line · date · number · one, select, many: out of a fixed list · yes: a
tick · pick, picks: out of what we know (`of`) · rows: repeated lines of `columns`."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to write: its key in the content file, its question, and how it is asked."""

    key: str
    label: str
    sort: Sort
    help: str = ""
    most: int = 0
    choices: tuple[tuple[str, str], ...] = ()
    of: str = ""
    columns: tuple["Field", ...] = ()
    whole: bool = False
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A step of the form."""

    anchor: str
    title: str
    help: str
    fields: tuple[Field, ...]


def _list(choices: list[tuple[int, str]] | list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), str(label)) for value, label in choices)


MARKDOWN = (
    "Een lege regel begint een nieuwe alinea. Een streepje en een spatie maken een lijst. **Zo** wordt een woord vet."
)
LINES = "Zet elk punt op een eigen regel."

ASKED = Field(
    "varianten",
    "Zo vragen mensen ernaar",
    "lines",
    f"Drie tot zes manieren, in gewone woorden. Ook slordig mag. {LINES}",
)
MONDAY = Field(
    "maandag", "Dit kunt u maandag doen", "text", "De eerste kleine stap, in één of twee zinnen. Mag leeg blijven."
)
CHECKED = Field(
    "nagekeken_op", "Nagekeken op", "date", "De dag waarop iemand dit voor het laatst heeft nagekeken.", needed=True
)

ABOUT = Section("over", "Voor wie en waarover", "Hiermee vinden lezers de kaart in de menukaart en het zoeken.", (
    Field("themas", "Thema’s", "many", "Kies er minstens één.", choices=_list(Theme.choices), needed=True),
    Field("fasen", "Waar het om gaat", "many", choices=_list(Phase.choices)),
    Field("omvang", "Voor een bedrijf dat zo groot is", "many", choices=_list(Scale.choices)),
    Field("doelgroep", "Voor wie", "many", choices=_list(Audience.choices)),
))  # fmt: skip
_PRACTICES = Field(
    "praktijken", "Hoort bij deze aanpakken", "picks", "Typ een paar letters en kies uit de lijst.", of="praktijken"
)
_MATERIALS = Field(
    "materialen", "Hulpmiddelen hierbij", "picks", "Typ een paar letters en kies uit de lijst.", of="materialen"
)
_EXPLAINS = Field("gaat_over", "Deze rechtsfeiten legt de kaart uit", "picks", of="rechtsfeiten")
_LEANS = Field(
    "leunt_op", "Op deze rechtsfeiten steunt de kaart", "picks",
    "Vervalt zo’n regel, dan raden wij de kaart vanzelf niet meer aan.", of="rechtsfeiten",
)  # fmt: skip
_PAGES = Field("bronnen", "Bronnen", "rows", "Minstens één pagina waarop dit te lezen is.", needed=True, columns=(
    Field("titel", "Titel", "line", most=300), Field("url", "Webadres", "line", most=500), Field("uitgever", "Van wie", "line"),
))  # fmt: skip

PRACTICE = (
    Section("kern", "De aanpak in het kort", "Wat een werkgever doet, en waarom.", (
        Field("titel", "Titel", "line", "Een actie, zoals: Laat mensen een werkproef doen.", most=120, needed=True),
        Field("title_en", "Titel in het Engels", "line", "Voor wie bronnen zoekt. Staat niet op de kaart.", most=160, needed=True),
        Field("samenvatting", "Samenvatting", "text", "Wat het is en waarom, in twee of drie zinnen.", most=420, needed=True),
        MONDAY, ASKED,
    )),
    Section("doen", "Zo doet u het", "Kort en praktisch. Een lezer moet het zo kunnen doen.", (
        Field("stappen", "Stappen", "lines", f"Drie tot zes stappen, elk één zin. {LINES}", most=300, needed=True),
        Field("voorwaarden", "Voorwaarden", "lines", f"Wanneer werkt het? {LINES}", most=300),
        Field("risicos", "Waar het mis kan gaan", "lines", LINES, most=300),
        Field("werking", "Hoe het werkt", "text", "Waardoor het werkt of niet werkt. Niet bekend? Laat het leeg."),
        Field("kosten", "Wat kost het? (inschatting)", "one", choices=_list(Cost.choices), whole=True, needed=True),
        Field("moeite", "Wat vraagt het? (inschatting)", "one", choices=_list(Effort.choices), whole=True, needed=True),
    )),
    Section("bewijs", "Wat onderzoek zegt", "Neem cijfers letterlijk over en zeg van wie ze zijn. Verzin niets.", (
        Field("effect", "Effect", "text", f"De uitkomst met de cijfers uit de bron. {MARKDOWN}", most=4000, needed=True),
        Field("richting", "Welke kant werkt het op?", "one", choices=_list(Direction.choices), needed=True),
        Field("grootte", "Hoe groot is het effect?", "one", choices=_list(Magnitude.choices), needed=True),
        Field("advies", "Ons advies", "one", "Een oordeel van de redactie, geen uitkomst van een formule.",
            choices=_list(Advice.choices), needed=True),
        Field("doelgroepen", "Onderzocht bij", "lines", f"Bij wie is het onderzocht? {LINES}", most=300),
        Field("twee_kanten", "Spreekt onderzoek elkaar tegen?", "rows", "Zet de twee kanten naast elkaar.", columns=(
            Field("wie", "Wie", "line", most=300), Field("zegt", "Zegt", "text", most=4000), Field("bron", "Bron", "pick", of="bronnen"),
        )),
        Field("bronnen", "Onderzoeken", "picks", "Typ een naam of jaar en kies uit de lijst.", of="bronnen", needed=True),
    )),
    ABOUT,
    Section("wet", "Wat zegt de wet?", "‘Verplicht’ schrijft u alleen als een wet dat zegt.", (
        Field("juridisch", "Wat de wet ermee te maken heeft", "text", MARKDOWN), _EXPLAINS, _LEANS,
    )),
    Section("samen", "Wat erbij hoort", "", (_MATERIALS, CHECKED)),
)  # fmt: skip

ANSWER = (
    Section("kern", "De vraag en het korte antwoord", "Schrijf de vraag zoals een werkgever haar stelt.", (
        Field("vraag", "Vraag", "line", "Zoals: Mag ik vragen of iemand goed Nederlands spreekt?", most=140, needed=True),
        Field("kort", "Kort antwoord", "text", "Eén tot drie zinnen. Begin met ja, nee of ‘dat hangt ervan af’ als dat past.",
            most=600, needed=True),
        ASKED,
    )),
    Section("uitleg", "Uitleg", "Laat weg wat u niet zeker weet.", (
        Field("waarom", "Waarom", "text", MARKDOWN, most=4000),
        Field("wanneer_niet", "Wanneer dit niet geldt", "text", MARKDOWN),
        MONDAY,
    )),
    Section("zeker", "Hoe zeker is dit?", "", (
        Field("zekerheid", "Zekerheid", "one", needed=True,
            choices=(("vast", "De bron zegt het"), ("nakijken", "De bron is niet zeker: laat het nakijken"))),
        Field("nakijken_bij", "Laat dit nakijken bij", "pick", "Nodig als de bron niet zeker is.", of="organisaties"),
    )),
    Section("waarheen", "Waar u verder terechtkunt", "", (
        Field("waarheen", "Organisaties", "rows", columns=(
            Field("organisatie", "Organisatie", "pick", of="organisaties"), Field("waarvoor", "Waarvoor", "line", most=300),
            Field("url", "Webadres", "line", most=500),
        )),
    )),
    ABOUT,
    Section("wet", "Wat zegt de wet?", "‘Verplicht’ schrijft u alleen als een wet dat zegt.", (_EXPLAINS, _LEANS)),
    Section("samen", "Bronnen en wat erbij hoort", "", (_PAGES, _PRACTICES, _MATERIALS, CHECKED)),
)  # fmt: skip

MATERIAL = (
    Section("kern", "Het hulpmiddel in het kort", "Wat is het, en wat doet een werkgever ermee?", (
        Field("titel", "Titel", "line", most=160, needed=True),
        Field("samenvatting", "Samenvatting", "text", "Wat het is en wat u ermee doet, in twee of drie zinnen.", most=420, needed=True),
        Field("soort", "Soort", "select", choices=_list(MaterialKind.choices), needed=True),
        Field("eigenaar", "Van welke organisatie", "pick", "Typ een paar letters en kies uit de lijst.", of="organisaties", needed=True),
        Field("url", "Webadres", "line", "Waar het hulpmiddel staat, met https:// ervoor.", most=300),
        ASKED, MONDAY,
    )),
    Section("krijgen", "Hoe u eraan komt", "Wat niet bekend is, laat u leeg. De pagina zegt dan ‘nog onbekend’.", (
        Field("kosten", "Kosten", "one", choices=_list(Price.choices), needed=True),
        Field("commercieel", "Dit is een commercieel aanbod", "yes"),
        Field("alleen_leden", "Alleen voor leden van", "pick", "Leeg als iedereen erbij kan.", of="organisaties"),
        Field("hoe_te_krijgen", "Hoe u eraan komt", "text", "Schrijf dit erbij als het alleen voor leden is."),
        Field("tijd", "Hoeveel tijd het kost", "line", "Alleen als de bron het zegt.", most=120),
        Field("status", "Beschikbaarheid", "one", choices=_list(AVAILABILITY), needed=True),
    )),
    Section("kwaliteit", "Kwaliteit", "Een hulpmiddel heeft kwaliteit. Alleen een aanpak heeft bewijs.", (
        Field("bewijs", "Waar het label op rust", "one", choices=_list(Basis.choices), needed=True),
        Field("bewijs_uitleg", "Uitleg daarbij", "text"),
        Field("taalniveau", "Taalniveau", "line", "B1, B2 of C1, als de bron het zegt.", most=10),
        Field("toegankelijkheid", "Toegankelijkheid", "line", most=200),
        Field("licentie", "Licentie", "line", "Onder welke voorwaarden anderen het mogen gebruiken.", most=120),
        Field("jaar", "Jaar van uitgave", "number", "Vier cijfers."),
    )),
    ABOUT,
    Section("samen", "Bronnen en wat erbij hoort", "", (_PAGES, _PRACTICES, _EXPLAINS, _LEANS, CHECKED)),
)  # fmt: skip

SECTIONS: dict[str, tuple[Section, ...]] = {
    CardKind.PRACTICE: PRACTICE, CardKind.ANSWER: ANSWER, CardKind.MATERIAL: MATERIAL,
}  # fmt: skip

TITLES: dict[str, str] = {CardKind.PRACTICE: "titel", CardKind.ANSWER: "vraag", CardKind.MATERIAL: "titel"}
"""Under which key the title of a card stands."""

JUDGED = frozenset({"richting", "grootte"})
"""What reviewers say of a practice once there is a verdict: a draft does not change it."""


def fields_of(kind: str) -> Iterator[Field]:
    """All fields of a kind, in order."""
    for section in SECTIONS[kind]:
        yield from section.fields
