"""The code lists of the field (domain.md, appendix C): Dutch slugs as values, Dutch labels for people."""

from django.db.models import IntegerChoices, TextChoices


class CardKind(TextChoices):
    """The three kinds of cards on the menukaart."""

    PRACTICE = "praktijk", "Aanpak"
    ANSWER = "antwoord", "Antwoord"
    MATERIAL = "materiaal", "Hulpmiddel"


class Phase(TextChoices):
    """Where in the life of a job something happens (evidence bank)."""

    POLICY = "beleid", "Beleid"
    RECRUIT = "werven", "Werven"
    SELECT = "selecteren", "Selecteren"
    ONBOARD = "onboarding", "Inwerken"
    RETAIN = "behoud", "Behouden"
    ADVANCE = "doorstroom", "Doorgroeien"
    INTERNSHIP = "stage", "Stage"
    NEWCOMERS = "arbeidstoeleiding", "Aan het werk helpen"


class Theme(TextChoices):
    """What a card is about, in the words of the asker."""

    VACANCY = "vacature", "Vacaturetekst"
    RECRUITING = "werving", "Kandidaten vinden"
    SELECTION = "selectie", "Eerlijk kiezen"
    INTERVIEW = "gesprek", "Sollicitatiegesprek"
    LANGUAGE = "taal", "Taal"
    RELIGION = "geloof", "Geloof en feestdagen"
    ALLOWED = "wat-mag", "Wat mag wel en niet"
    PREFERENCE = "voorkeursbeleid", "Voorkeursbeleid"
    REQUESTS = "verzoeken", "Discriminerende verzoeken"
    COMPLAINTS = "klachten", "Klachten en meldingen"
    POLICY = "beleid", "Beleid en doelen"
    SUPPORT = "draagvlak", "Draagvlak"
    MEASURING = "meten", "Meten"
    PRIVACY = "privacy", "Privacy"
    PAY = "beloning", "Beloning"
    ONBOARDING = "inwerken", "Inwerken"
    RETAINING = "behoud", "Mensen houden"
    ADVANCING = "doorstroom", "Doorgroeien"
    INTERNSHIP = "stage", "Stage en leerbaan"
    NEWCOMERS = "nieuwkomers", "Statushouders en nieuwkomers"
    MONEY = "geld", "Kosten en subsidies"
    SHORTAGE = "krapte", "Moeilijk vervulbare vacatures"
    LEARNING = "samen-leren", "Samen leren"
    DECLARATION = "verklaring", "Verklaring en Charter"
    LAW = "wetgeving", "Wetten en regels"
    TRAINING = "training", "Training en cursus"
    HELP = "hulp", "Hulp vragen"
    TECHNOLOGY = "techniek", "Tests en techniek"


class Audience(TextChoices):
    """For whom a card is written."""

    EMPLOYER = "werkgever", "Werkgever"
    HR = "hr", "HR"
    MANAGER = "leidinggevende", "Leidinggevende"
    RECRUITER = "recruiter", "Recruiter"
    AGENCY = "uitzendbureau", "Uitzendbureau"
    COUNCIL = "ondernemingsraad", "Ondernemingsraad"
    COACH = "jobcoach", "Jobcoach"
    ADVISER = "adviseur", "Adviseur"
    STUDENT = "student", "Student HR"


class SizeClass(TextChoices):
    """Size of an organisation in employees, as stored with an organisation."""

    ONE = "1", "1 medewerker"
    MICRO = "2-9", "2 tot en met 9"
    SMALL = "10-49", "10 tot en met 49"
    MEDIUM = "50-249", "50 tot en met 249"
    LARGE = "250+", "250 of meer"


class Scale(TextChoices):
    """Size as the evidence bank words it. "Klein" = fewer than 50 employees is our stated assumption."""

    SMALL = "klein", "Klein (minder dan 50)"
    MEDIUM = "midden", "Middelgroot (50 tot en met 249)"
    LARGE = "groot", "Groot (250 of meer)"

    @classmethod
    def of(cls, size: str) -> "Scale":
        """The scale of a size class: Scale.of("10-49") is klein."""
        small = {SizeClass.ONE, SizeClass.MICRO, SizeClass.SMALL}
        return cls.SMALL if size in small else cls.MEDIUM if size == SizeClass.MEDIUM else cls.LARGE


class Direction(TextChoices):
    """Which way equal chances move. "Geen" is no demonstrable effect, which is not a proven zero."""

    POSITIVE = "positief", "Helpt"
    MIXED = "gemengd", "Wisselend"
    NONE = "geen", "Geen aantoonbaar effect"
    NEGATIVE = "negatief", "Werkt averechts"


class Magnitude(TextChoices):
    """How large the effect is, when it may be shown at all."""

    SMALL = "klein", "Klein effect"
    MEDIUM = "middel", "Middelgroot effect"
    LARGE = "groot", "Groot effect"
    UNKNOWN = "onbekend", "Grootte nog onbekend"


class Advice(TextChoices):
    """The compiler's judgement, not the outcome of a formula."""

    DO = "doen", "Doen"
    CONDITIONS = "doen-met-voorwaarden", "Doen, onder voorwaarden"
    EXPERIMENT = "experimenteren", "Klein proberen en meten"
    AVOID = "vermijden", "Liever niet"


class Cost(IntegerChoices):
    """Estimate by the compiler (evidence.md 1.4), not from research."""

    TIME = 1, "Vooral tijd"
    THOUSANDS = 2, "Duizenden euro's of vast personeel"
    PROGRAMME = 3, "Groot programma of systeem"


class Effort(IntegerChoices):
    """Estimate by the compiler (evidence.md 1.4), not from research."""

    MONTH = 1, "Eén persoon, binnen een maand"
    MONTHS = 2, "Meer mensen, enkele maanden"
    YEAR = 3, "Met anderen samen, of een jaar of langer"


class MaterialKind(TextChoices):
    """What sort of thing a material is."""

    GUIDE = "handreiking", "Handreiking"
    CHECKLIST = "checklist", "Checklist"
    COURSE = "e-learning", "E-learning"
    GAME = "spel", "Spel"
    VIDEO = "video", "Video"
    FORMAT = "format", "Voorbeeldformulier"
    STUDY = "onderzoek", "Onderzoek"
    TOOL = "tool", "Hulpmiddel"
    TRAINING = "training", "Training"
    LEAFLET = "folder", "Folder"
    EXAMPLE = "voorbeeld", "Voorbeeld"
    WEBSITE = "website", "Website"
    APP = "app", "App"
    CODE = "code", "Gedragscode"


class Price(TextChoices):
    """What a material costs."""

    FREE = "gratis", "Gratis"
    MEMBERS = "leden", "Voor leden"
    PAID = "betaald", "Betaald"
    UNKNOWN = "onbekend", "Kosten nog onbekend"


class Basis(TextChoices):
    """What the label of a material rests on (list "evidence")."""

    TESTED_POSITIVE = "getest-positief", "Getest, helpt"
    TESTED_NONE = "getest-geen-effect", "Getest, geen effect gevonden"
    EXPERT_POSITIVE = "expert-positief", "Experts verwachten dat het helpt"
    EXPERT_NEGATIVE = "expert-negatief", "Experts verwachten dat het niet helpt"
    PRACTICE = "praktijk", "Praktijkervaring"
    UNKNOWN = "onbekend", "Effect nog onbekend"


class LegalStatus(TextChoices):
    """Where a rule stands in its life."""

    IN_FORCE = "geldend", "Geldt nu"
    PROPOSAL = "voorstel", "Voorstel, geldt nog niet"
    REJECTED = "verworpen", "Verworpen, geldt niet"
    POSTPONED = "uitgesteld", "Uitgesteld, geldt nog niet"
    LAPSED = "vervallen", "Vervallen, geldt niet meer"


class ReadLevel(TextChoices):
    """How far we read a source ourselves."""

    FULL = "volledige-tekst", "Volledige tekst gezien"
    ABSTRACT = "samenvatting", "Samenvatting gezien"
    SECONDARY = "via-andere-tekst", "Gezien via een andere tekst"
    NEWS = "nieuwsbericht", "Gezien in het nieuws"
    DATASET = "databestand", "Nagerekend uit open data"


class Dimension(TextChoices):
    """Dimensions of diversity that desks register questions under."""

    ABILITY = "arbeidsvermogen", "Arbeidsvermogen"
    ETHNICITY = "etnisch-cultureel", "Etnisch en cultureel"
    AGE = "leeftijd", "Leeftijd"
    SEX = "sekse", "Sekse"
    ORIENTATION = "seksuele-orientatie", "Seksuele oriëntatie"
    GENERAL = "algemeen", "Algemeen (alleen helpdesk)"


class Aspect(TextChoices):
    """What a question to a desk is about."""

    SUPPORT = "draagvlak", "Draagvlak"
    INFLOW = "instroom", "Instroom, werving en selectie"
    ADVANCE = "doorstroom", "Doorstroom"
    EXIT = "uitstroom-behoud", "Uitstroom en behoud"
    COMMUNICATION = "communicatie", "Communicatie"
    MONITORING = "monitoring", "Monitoring"
    LEGAL = "juridisch", "Juridisch"
    PRACTICAL = "praktisch", "Praktisch"
    EXAMPLE = "voorbeeld", "Voorbeeld"
    UNKNOWN = "onbekend", "Onbekend"


class RecruitmentStep(TextChoices):
    """Steps of recruitment and selection."""

    NEED = "behoefte", "Behoefte"
    VACANCY = "vacature", "Vacature"
    RECRUITMENT = "werving", "Werving"
    SCREENING = "screening", "Eerste selectie"
    INTERVIEW = "interview", "Gesprek"
    DECISION = "besluit", "Besluit"
    ONBOARDING = "onboarding", "Inwerken"


class Ground(TextChoices):
    """The twelve grounds on which Dutch law forbids unequal treatment at work (domain.md 17a)."""

    RELIGION = "godsdienst", "Godsdienst"
    BELIEF = "levensovertuiging", "Levensovertuiging"
    POLITICS = "politiek", "Politieke overtuiging"
    RACE = "ras", "Ras (ook afkomst en huidskleur)"
    SEX = "geslacht", "Geslacht"
    NATIONALITY = "nationaliteit", "Nationaliteit"
    ORIENTATION = "gerichtheid", "Seksuele gerichtheid"
    CIVIL_STATUS = "burgerlijke-staat", "Burgerlijke staat"
    DISABILITY = "handicap-chronische-ziekte", "Handicap of chronische ziekte"
    AGE = "leeftijd", "Leeftijd"
    HOURS = "arbeidsduur", "Arbeidsduur"
    CONTRACT = "contractsoort", "Vast of tijdelijk contract"


class ReferralStatus(TextChoices):
    """Where a referral between desks stands."""

    RECEIVED = "ontvangen", "Ontvangen"
    ANSWERED_HERE = "zelf-beantwoord", "Zelf beantwoord"
    CONSENT_ASKED = "toestemming-gevraagd", "Toestemming gevraagd"
    OFFERED = "aangeboden", "Aangeboden"
    ACCEPTED = "geaccepteerd", "Geaccepteerd"
    RETURNED = "teruggegeven", "Teruggegeven"
    FORWARDED = "doorgeleid", "Doorgeleid"
    ANSWERED = "beantwoord", "Beantwoord"
    FOLLOWED_UP = "nagevraagd", "Nagevraagd"
    CLOSED = "gesloten", "Gesloten"
    COLD = "koud-verwezen", "Koud verwezen"


class NetworkMembership(TextChoices):
    """Where a member of a doe-netwerk stands."""

    APPLIED = "aangemeld", "Aangemeld"
    INTAKE = "intake", "Intake"
    WAITING = "wachtlijst", "Wachtlijst"
    ADMITTED = "toegelaten", "Toegelaten"
    ACTIVE = "actief", "Actief"
    PAUSED = "pauze", "Pauze"
    FINISHED = "afgerond", "Afgerond"
    DECLINED = "afgewezen", "Afgewezen"


class CommitmentStatus(TextChoices):
    """Where a commitment stands."""

    PROPOSED = "voorgesteld", "Voorgesteld"
    PROMISED = "toegezegd", "Toegezegd"
    UNDERWAY = "in-uitvoering", "In uitvoering"
    DONE = "gerealiseerd", "Gerealiseerd"
    ADJUSTED = "bijgesteld", "Bijgesteld"
    LAPSED = "vervallen", "Vervallen"
    BACKLOG = "backlog", "Idee zonder eigenaar"


LISTS: dict[str, type[TextChoices]] = {
    "dimensie": Dimension, "aspect": Aspect, "stap in werving en selectie": RecruitmentStep, "grond": Ground,
    "omvang": SizeClass, "bewijs": Basis, "status van een doorverwijzing": ReferralStatus,
    "lidmaatschap van een netwerk": NetworkMembership, "status van een toezegging": CommitmentStatus,
    "fase": Phase, "thema": Theme, "doelgroep": Audience, "status van een rechtsfeit": LegalStatus,
}  # fmt: skip
"""Every list by its Dutch name, for the page that shows them."""
