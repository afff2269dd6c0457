"""How easy a Dutch text reads, and what makes it hard: a help for whoever writes, never a judgement. Pure."""

import re
from dataclasses import dataclass, field
from statistics import fmean

LONG_SENTENCE, LONG_WORD, MANY_SYLLABLES, MOST_SHOWN = 20, 16, 5, 8
"""Words in a sentence, letters in a word and syllables in a word from which we say something; words named at the most."""

_SENTENCE = re.compile(r"[^.!?:;\n]+[.!?:;]*")
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['’-][A-Za-zÀ-ÖØ-öø-ÿ]+)*")
_LINK = re.compile(r"https?://\S+|\]\([^)]*\)|[*_#>`]+")
_ABBREVIATION = re.compile(r"\b(bijv|bv|d\.w\.z|enz|o\.a|i\.p\.v|ca|nr|blz|art|lid|mr|dr|prof)\.", re.IGNORECASE)
_NUCLEUS = re.compile(r"eeuw|ieuw|eau|aai|ooi|oei|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouyàáâèéêìíîòóôùúû]|[äëïöü]")
_PARTICIPLE = r"(?:ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her|er)\w{3,}(?:d|t|en))"
_PASSIVE = re.compile(
    rf"\b(?:word|wordt|worden|werd|werden)\b[^,.;!?]*?\b{_PARTICIPLE}\b|\b{_PARTICIPLE}\s+(?:wordt|worden|werd|werden)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(r"\b(?:moet|moeten|moest|moesten|dient te|dienen te|verplicht(?:e|ing|ingen)?)\b", re.IGNORECASE)
_AVOIDED = {
    "convenant": "verklaring", "convenanten": "verklaringen", "allochtoon": "iemand met een migratieachtergrond",
    "allochtonen": "mensen met een migratieachtergrond", "gender": "sekse",
    "middels": "met", "teneinde": "om", "alsmede": "en ook", "derhalve": "daarom", "indien": "als", "conform": "volgens",
    "betreffende": "over", "omtrent": "over", "aangaande": "over", "desalniettemin": "toch", "implementeren": "invoeren",
    "faciliteren": "helpen", "adequaat": "goed", "optimaliseren": "verbeteren", "dientengevolge": "daardoor",
}  # fmt: skip
"""Words that this house writes in another way (domain.md, appendix I), and stiff words with an everyday one beside them."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to look at: what sort, the words it is about, and what could be done."""

    sort: str
    found: str
    advice: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A text measured: words, sentences, syllables, the score (0 hard to 100 easy, None without words), and the hints."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    score: int | None = None
    level: str = ""
    hints: tuple[Hint, ...] = field(default_factory=tuple)

    @property
    def arithmetic(self) -> str:
        """The sum behind the score, in words."""
        if self.score is None:
            return ""
        per_sentence, per_hundred = self.words / self.sentences, 100 * self.syllables / self.words
        told = f"206,8 min 0,77 × {per_hundred:.0f} lettergrepen per 100 woorden, min 0,93 × {per_sentence:.1f} woorden per zin"
        return f"{told.replace('.', ',')}, is {self.score}."


def syllables(word: str) -> int:
    """How many syllables a Dutch word has, by its vowels: "werkgever" 3, "geïnteresseerd" 5. At least one."""
    return max(1, len(_NUCLEUS.findall(word.lower().replace("qu", "kw"))))


def sentences(text: str) -> list[list[str]]:
    """The sentences of a text (or items of a list) as words; marks of Markdown and addresses are not words."""
    plain = _ABBREVIATION.sub(lambda found: found[0].replace(".", ""), _LINK.sub(" ", text))
    return [words for part in _SENTENCE.findall(plain) if (words := _WORD.findall(part))]


def read(text: str, *, rests_on_law: bool = False) -> Reading:
    """Measure a text. `rests_on_law`: whether a legal fact stands under it, so that "moet" may be the right word.

    The score is Flesch-Douma (W.H. Douma 1960): 206.8 - 0.77 x syllables per 100 words - 0.93 x words per sentence."""
    parts = sentences(text)
    words = [word for part in parts for word in part]
    if not words:
        return Reading()
    count = sum(map(syllables, words))
    raw = 206.8 - 77 * count / len(words) - 0.93 * fmean(map(len, parts))
    score = min(100, max(0, round(raw)))
    hints = [*_long_sentences(parts), *_long_words(words), *_passives(text), *_tone(text, words, rests_on_law)]
    return Reading(len(words), len(parts), count, score, level(score), tuple(hints))


def level(score: int) -> str:
    """What Douma's own table calls a score."""
    steps = [(90, "zeer gemakkelijk"), (80, "gemakkelijk"), (70, "tamelijk gemakkelijk"), (60, "normaal"),
             (45, "tamelijk moeilijk"), (30, "moeilijk")]  # fmt: skip
    return next((words for least, words in steps if score >= least), "zeer moeilijk")


def _long_sentences(parts: list[list[str]]) -> list[Hint]:
    long = sorted((part for part in parts if len(part) > LONG_SENTENCE), key=len, reverse=True)
    return [
        Hint("lange zin", f"{' '.join(part[:6])} …", f"{len(part)} woorden. Maak er twee zinnen van.")
        for part in long[:MOST_SHOWN]
    ]


def _long_words(words: list[str]) -> list[Hint]:
    seen = {word.lower(): word for word in reversed(words)}
    hard = [word for key, word in seen.items() if len(key) >= LONG_WORD or syllables(key) >= MANY_SYLLABLES]
    hard.sort(key=lambda word: (-syllables(word), word.lower()))
    return [
        Hint("lang woord", word, f"{syllables(word)} lettergrepen. Kan het met een korter woord, of met een uitleg erbij?")
        for word in hard[:MOST_SHOWN]
    ]  # fmt: skip


def _passives(text: str) -> list[Hint]:
    return [
        Hint("lijdende vorm", " ".join(found[0].split()), "Wie doet het? Begin de zin met die persoon.")
        for found in list(_PASSIVE.finditer(text))[:MOST_SHOWN]
    ]


def _tone(text: str, words: list[str], rests_on_law: bool) -> list[Hint]:
    hints = []
    if not rests_on_law:
        duties = list(dict.fromkeys(found[0].lower() for found in _DUTY.finditer(text)))
        advice = "Staat dit in een wet? Hang het rechtsfeit onder de kaart. Zo niet, schrijf dan wat helpt."
        hints = [Hint("toon", duty, advice) for duty in duties]
    stiff = dict.fromkeys(word.lower() for word in words if word.lower() in _AVOIDED)
    return hints + [Hint("ander woord", word, f"Liever: {_AVOIDED[word]}.") for word in stiff]
