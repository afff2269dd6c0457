"""The doors of the home page: by role, by size and the questions that most people have. Slugs of cards, so no text twice."""

ROLES: list[tuple[str, str, str]] = [
    ("Ik heb een klein bedrijf", "Geen HR-afdeling, wel een vacature. Begin met één eenvoudige stap.", "/antwoorden/aannemen-zonder-hr/"),
    ("Ik krijg mijn vacatures niet vervuld", "Bereik mensen die u nu niet bereikt.", "/antwoorden/vacatures-blijven-open/"),
    ("Ik werk bij een uitzendbureau", "Wat zegt u als een klant om iets vraagt dat niet mag?", "/antwoorden/klant-wil-geen-buitenlanders/"),
    ("Ik ben van HR of recruiter", "Alle aanpakken, met hoe zeker we zijn dat ze werken.", "/menukaart/"),
    ("Ik geef leiding", "Zo krijgt u uw mensen mee.", "/antwoorden/iedereen-aan-boord-krijgen/"),
    ("Ik begeleid mensen naar werk", "Statushouders, stage en leerwerkplekken.", "/antwoorden/#nieuwkomers"),
]  # fmt: skip
"""(title, text, address) per kind of visitor."""

SCALES: list[tuple[str, str]] = [
    ("Minder dan 50 mensen", "klein"),
    ("50 tot en met 249", "midden"),
    ("250 of meer", "groot"),
]

THEMES = [
    "krapte", "vacature", "selectie", "gesprek", "wat-mag", "taal", "geloof", "verzoeken", "klachten", "draagvlak",
    "inwerken", "behoud", "nieuwkomers", "stage", "meten", "geld",
]  # fmt: skip

QUESTIONS = [
    "vacatures-blijven-open", "kiezen-zonder-de-klik", "taaleis-algemeen", "klant-wil-geen-buitenlanders",
    "vacaturetekst-zonder-drempels", "wat-helpt-tegen-discriminatie-bij-werving",
]  # fmt: skip
"""What employers ask most (domain.md, appendix H), as slugs of answers."""

THEME_PARTS = [
    ("doen", "Wat u kunt doen", "doen", "Het zekerst staat vooraan. Op elke kaart leest u wat het kost en onder welke voorwaarden.",
     "soort=praktijk&advies=doen&advies=doen-met-voorwaarden"),
    ("experimenteren", "Wat u klein kunt proberen", "proberen", "Hier is nog te weinig over bekend. Probeer het klein en meet.",
     "soort=praktijk&advies=experimenteren"),
    ("vermijden", "Waar u beter mee stopt", "stoppen", "Goed bedoeld is niet altijd goed voor gelijke kansen.",
     "soort=praktijk&advies=vermijden"),
    ("antwoord", "Antwoorden", "antwoorden", "Wat werkgevers hierover vragen.", "soort=antwoord"),
    ("materiaal", "Hulpmiddelen", "hulpmiddelen", "Een hulpmiddel heeft kwaliteit. Alleen een aanpak heeft bewijs.", "soort=materiaal"),
]  # fmt: skip
"""The parts of a theme page: (group of cards, heading, anchor, what it says, filters of the search for the rest)."""

IN_THE_REGION = ["loket-in-mijn-regio", "waar-kan-ik-met-mijn-vraag-terecht"]
"""Where to ask in a region, as slugs of answers."""
WHERE_TO_ASK = f"/antwoorden/{IN_THE_REGION[1]}/"


def way_to(contact: str) -> tuple[str, str] | None:
    """Where to write to out of a setting: (address, words). None where nothing was set."""
    if not contact:
        return None
    address = contact if ":" in contact else f"mailto:{contact}"
    return address, address.partition(":")[2].strip("/")
