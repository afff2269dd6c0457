"""What the API says about cards: each field with its Dutch name and meaning. The downloads take their columns from here."""

from datetime import date
from typing import Annotated, TypedDict

from pydantic import with_config

from doenwatwerkt.catalogue.rules import Availability
from doenwatwerkt.lib import codes
from doenwatwerkt.people.api import Party
from doenwatwerkt.ui.api import Codes, Page, WebAddress, here, told

ESTIMATE = "Inschatting van de redactie, niet uit onderzoek"
BANK = "Bewijsbank: ons eigen oordeel over het onderzoek"


@with_config(title="Bron")
class Source(TypedDict):
    title: Annotated[str, told("titel", "Titel van de bron.")]
    authors: Annotated[str, told("auteurs", "Wie de bron schreef.")]
    year: Annotated[int | None, told("jaar", "Jaar van uitgave.")]
    publication: Annotated[str, told("uitgave", "Waar de bron verscheen.")]
    url: Annotated[str, told("url", "Adres van de bron.")]
    read_level: Annotated[
        str, told("gelezen", f"Hoe ver wij de bron zelf lazen: {', '.join(codes.ReadLevel.values)}, of leeg.")
    ]
    seen: Annotated[bool, told("zelfGezien", "Waar als wij de bron zelf hebben gezien.")]
    doi: Annotated[str | None, told("doi", "Het vaste nummer van de studie (DOI). Leeg: nog onbekend.")]
    maryland: Annotated[
        int | None,
        told(
            "maryland",
            "Hoe sterk de opzet van de studie is, van 1 tot en met 5 op de schaal van Maryland. Leeg: nog onbekend.",
        ),
    ]
    population: Annotated[str | None, told("onderzochtBij", "Waar en bij wie is onderzocht. Leeg: nog onbekend.")]
    correction: Annotated[
        str | None, told("verbetering", "Of de studie is ingetrokken of verbeterd. Leeg: daar weten wij niets van.")
    ]


@with_config(title="Bewijsoordeel")
class Verdict(TypedDict):
    certainty: Annotated[int, told("zekerheid", "Hoe zeker wij zijn, van 0 tot en met 5.")]
    words: Annotated[str, told("woorden", "De zekerheid in woorden.")]
    ladder: Annotated[str, told("erkenning", "De trede op de Nederlandse ladder van erkenning die hierbij past.")]
    start: Annotated[
        int, told("startscore", "De score waarmee het oordeel begint, volgens de opzet van het onderzoek.")
    ]
    deductions: Annotated[list[str], told("aftrek", "Letters van de redenen om een punt af te trekken.")]
    reasons: Annotated[
        list[str],
        told(
            "aftrekRedenen", "Waarom elk punt eraf ging, in de volgorde van de aftrek. Leeg: dat is niet opgeschreven."
        ),
    ]
    arithmetic: Annotated[str, told("berekening", "De som achter de zekerheid, in woorden.")]
    basis: Annotated[str, told("basis", "Op welk onderzoek het oordeel rust.")]
    context: Annotated[str, told("context", "Waar en bij wie het is onderzocht.")]
    figures_seen: Annotated[str, told("getallenGezien", "Of wij de getallen zelf zagen: ja, deels of nee.")]
    given_on: Annotated[date, told("gegevenOp", "Dag van het oordeel.")]
    valid_until: Annotated[date, told("geldigTot", "Tot wanneer het oordeel geldt.")]
    expired: Annotated[bool, told("verlopen", "Waar als het oordeel niet meer geldt.")]
    assessor: Annotated[str, told("beoordelaar", "Wie het oordeel gaf.")]
    interests: Annotated[
        str | None, told("belangen", "Belangen van wie het oordeel voorstelde en nakeek. Leeg: nog onbekend.")
    ]
    standing: Annotated[str, told("status", "Status van het oordeel.")]


@with_config(title="Verwante kaart")
class Ref(TypedDict):
    kind: Annotated[str, Codes(codes.CardKind), told("soort", "Soort kaart.")]
    title: Annotated[str, told("titel", "Titel van de kaart.")]
    url: Annotated[str, here("de kaart")]
    web_url: WebAddress


@with_config(title="Rechtsfeit")
class LegalFact(TypedDict):
    slug: Annotated[str, told("slug", "Korte naam van het rechtsfeit.")]
    subject: Annotated[str, told("onderwerp", "Waar het over gaat.")]
    statement: Annotated[str, told("stelling", "Wat er geldt.")]
    status: Annotated[str, Codes(codes.LegalStatus), told("status", "Of de regel geldt.")]
    since: Annotated[date | None, told("sinds", "Sinds wanneer.")]
    leans: Annotated[bool, told("steuntErop", "Waar als de kaart op deze regel steunt, en er niet alleen over gaat.")]
    source: Annotated[str, told("bron", "Waar het staat.")]
    source_url: Annotated[str, told("bronUrl", "Adres van die bron.")]
    checked_on: Annotated[date, told("nagekekenOp", "Dag waarop wij het voor het laatst nakeken.")]


@with_config(title="Verder bij")
class Pointer(TypedDict):
    organisation: Annotated[Party, told("organisatie", "Bij wie u verder kunt.")]
    what_for: Annotated[str, told("waarvoor", "Waarvoor u er terechtkunt.")]
    url: Annotated[str, told("url", "Adres van de pagina, als die er is.")]


@with_config(title="Kant")
class Side(TypedDict):
    who: Annotated[str, told("wie", "Wie dit zegt.")]
    says: Annotated[str, told("zegt", "Wat die zegt.")]
    source: Annotated[str, told("bron", "Titel van de bron.")]
    url: Annotated[str, told("url", "Adres van de bron.")]


class Card(TypedDict):
    slug: Annotated[str, told("slug", "Korte naam van de kaart in adressen.")]
    title: Annotated[str, told("titel", "Titel. Bij een antwoord is dat de vraag.")]
    summary: Annotated[str, told("samenvatting", "Kort gezegd. Bij een antwoord is dat het korte antwoord.")]
    url: Annotated[str, here("de kaart")]
    web_url: WebAddress
    phases: Annotated[
        list[Annotated[str, Codes(codes.Phase)]], told("fasen", "Waar in het werven en werken het om gaat.")
    ]
    themes: Annotated[list[Annotated[str, Codes(codes.Theme)]], told("themas", "Waar de kaart over gaat.")]
    scales: Annotated[
        list[Annotated[str, Codes(codes.Scale)]], told("omvang", "Voor welke omvang van bedrijf de kaart past.")
    ]
    audiences: Annotated[
        list[Annotated[str, Codes(codes.Audience)]], told("doelgroepen", "Voor wie de kaart is geschreven.")
    ]
    monday: Annotated[str, told("maandag", "Wat u maandag kunt doen.")]
    recommended: Annotated[
        bool,
        told(
            "aanbevolen",
            "Onwaar als de kaart steunt op een regel die niet (meer) geldt. Zo'n kaart raden wij niet aan.",
        ),
    ]
    checked_on: Annotated[date, told("nagekekenOp", "Dag waarop de kaart voor het laatst is nagekeken.")]
    review_on: Annotated[date, told("opnieuwNakijkenOp", "Dag waarop dat opnieuw moet.")]
    version: Annotated[int, told("versie", "Nummer van de versie van de kaart.")]
    sources: Annotated[list[Source], told("bronnen", "Waar de kaart op rust.")]


@with_config(title="Aanpak")
class Practice(Card):
    effect: Annotated[str, told("effect", "Wat het doet met gelijke kansen.", source=BANK)]
    direction: Annotated[str, Codes(codes.Direction), told("richting", "Welke kant het op werkt.", source=BANK)]
    size: Annotated[
        Annotated[str, Codes(codes.Magnitude)] | None,
        told("grootte", "Hoe groot het effect is. Leeg waar dat te veel zou beweren.", source=BANK),
    ]
    advice: Annotated[str, Codes(codes.Advice), told("advies", "Ons advies.", source=BANK)]
    cost: Annotated[int, Codes(codes.Cost), told("kosten", "Wat het kost, van 1 tot en met 3.", source=ESTIMATE)]
    effort: Annotated[
        int,
        Codes(codes.Effort),
        told("moeite", "Wat het vraagt van mensen en tijd, van 1 tot en met 3.", source=ESTIMATE),
    ]
    verdict: Annotated[Verdict | None, told("oordeel", "Hoe zeker wij zijn dat het effect er is.", source=BANK)]


@with_config(title="Hele aanpak")
class WholePractice(Practice):
    title_en: Annotated[str, told("titelEngels", "Titel in het Engels.")]
    asked: Annotated[list[str], told("vragen", "Zo vragen mensen ernaar.")]
    steps: Annotated[list[str], told("stappen", "Wat u doet, in volgorde.")]
    conditions: Annotated[list[str], told("voorwaarden", "Wat ervoor nodig is.")]
    risks: Annotated[list[str], told("risicos", "Wat er mis kan gaan.")]
    groups: Annotated[list[str], told("onderzochtVoor", "Voor welke groepen het is onderzocht.")]
    mechanism: Annotated[str, told("werking", "Hoe het werkt. Leeg: nog onbekend.")]
    sides: Annotated[list[Side], told("tweeKanten", "Waar onderzoek en experts elkaar tegenspreken.")]
    legal_html: Annotated[str, told("juridischHtml", "Wat de wet ermee te maken heeft, als HTML.")]
    legal: Annotated[list[LegalFact], told("rechtsfeiten", "Regels die erbij horen.")]
    related: Annotated[list[Ref], told("verwant", "Kaarten die erbij horen.")]


@with_config(title="Antwoord")
class Answer(Card):
    sure: Annotated[bool, told("zeker", "Onwaar als u het antwoord moet laten nakijken.")]
    check_with: Annotated[Party | None, told("nakijkenBij", "Bij wie u het kunt laten nakijken.")]


@with_config(title="Heel antwoord")
class WholeAnswer(Answer):
    asked: Annotated[list[str], told("vragen", "Zo vragen mensen het ook.")]
    short_html: Annotated[str, told("kortHtml", "Het korte antwoord als HTML.")]
    why_html: Annotated[str, told("waaromHtml", "Waarom, als HTML.")]
    not_when_html: Annotated[str, told("wanneerNietHtml", "Wanneer niet, als HTML.")]
    pointers: Annotated[list[Pointer], told("verderBij", "Waar u verder kunt.")]
    legal: Annotated[list[LegalFact], told("rechtsfeiten", "Regels die erbij horen.")]
    related: Annotated[list[Ref], told("verwant", "Kaarten die erbij horen.")]


@with_config(title="Materiaal")
class Material(Card):
    sort: Annotated[str, Codes(codes.MaterialKind), told("soort", "Wat voor hulpmiddel het is.")]
    owner: Annotated[Party | None, told("eigenaar", "Van wie het is.")]
    link: Annotated[str, told("url", "Waar het staat. Leeg als er geen adres is.")]
    time_needed: Annotated[str, told("tijd", "Hoeveel tijd het kost.")]
    price: Annotated[str, Codes(codes.Price), told("prijs", "Wat het kost.")]
    commercial: Annotated[bool, told("commercieel", "Waar als het een commercieel aanbod is.")]
    members_of: Annotated[Party | None, told("alleenVoorLedenVan", "Alleen voor leden van deze organisatie.")]
    how_to_get: Annotated[str, told("hoeTeKrijgen", "Hoe u eraan komt.")]
    basis: Annotated[str, Codes(codes.Basis), told("bewijs", "Wat wij weten over het effect.")]
    basis_note: Annotated[str, told("bewijsUitleg", "Waar dat op rust.")]
    language_level: Annotated[str, told("taalniveau", "Taalniveau, als dat bekend is.")]
    accessibility: Annotated[str, told("toegankelijkheid", "Wat bekend is over de toegankelijkheid.")]
    licence: Annotated[str, told("licentie", "Licentie, als die bekend is.")]
    year: Annotated[int | None, told("jaar", "Jaar van uitgave.")]
    availability: Annotated[str, Codes(Availability), told("beschikbaarheid", "Of het te krijgen is.")]


@with_config(title="Heel materiaal")
class WholeMaterial(Material):
    asked: Annotated[list[str], told("vragen", "Zo vragen mensen ernaar.")]
    legal: Annotated[list[LegalFact], told("rechtsfeiten", "Regels die erbij horen.")]
    related: Annotated[list[Ref], told("verwant", "Kaarten die erbij horen.")]


@with_config(title="Thema")
class ThemeLine(TypedDict):
    slug: Annotated[str, Codes(codes.Theme), told("slug", "Korte naam van het thema.")]
    name: Annotated[str, told("naam", "Naam van het thema.")]
    url: Annotated[str, here("het thema")]
    web_url: WebAddress
    cards: Annotated[int, told("aantalKaarten", "Hoeveel kaarten over dit thema gaan.")]


RESULTS = "De kaarten op deze pagina."


@with_config(title="Aanpakken")
class Practices(Page):
    results: Annotated[list[Practice], told("resultaten", RESULTS)]


@with_config(title="Antwoorden")
class Answers(Page):
    results: Annotated[list[Answer], told("resultaten", RESULTS)]


@with_config(title="Materialen")
class Materials(Page):
    results: Annotated[list[Material], told("resultaten", RESULTS)]


@with_config(title="Thema's")
class Themes(Page):
    results: Annotated[list[ThemeLine], told("resultaten", "De thema's op deze pagina.")]
