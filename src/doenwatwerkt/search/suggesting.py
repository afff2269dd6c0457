"""Suggestions while typing: whole questions and titles first, then completions of the last word."""

from collections.abc import Sequence

from django.db.models import Count

from doenwatwerkt.search import analyser, reading
from doenwatwerkt.search.folding import storable
from doenwatwerkt.search.models import Document, Posting, Token, Word
from doenwatwerkt.search.ranking import idf
from doenwatwerkt.search.retrieval import candidates

# Pages whose titles and questions are compared with what was typed, and words that may end it.
_COMPARED = 40
_ENDINGS = 20
_MOST_ENDINGS = 200


def suggest(text: str, *, limit: int = 6) -> list[str]:
    """At most `limit` questions, titles or completed texts for what was typed so far. Never raises on any text."""
    text = storable(text[: reading.LONGEST_TEXT])
    words = analyser.words(text)[-reading.MOST_WORDS :]
    if not words or limit < 1:
        return []
    last = "" if text[-1].isspace() else words[-1]
    before = [slot.word for slot in reading.read(" ".join(words[:-1] if last else words), correct=False).telling]
    endings = _endings(last, before) if last else []
    start = text[: len(text) - len(last)] if last and analyser.fold(text).endswith(last) else None
    completed = [f"{start}{ending}" for ending in endings if ending != last] if start is not None else []
    once = {line.casefold(): line for line in reversed(_lines(before, last, endings) + completed)}
    return list(reversed(once.values()))[:limit]


def _endings(prefix: str, before: Sequence[str]) -> list[str]:
    """Words of the index that begin like this, one of each family, the most used first.

    With words before it: only what goes with those, and the telling words first.
    """
    rows = Word.objects.filter(word__startswith=prefix, token__documents__gt=0).order_by("-token__documents", "word")
    found: dict[int, tuple[str, int]] = {}
    for word, token, documents in rows.values_list("word", "token_id", "token__documents")[:_MOST_ENDINGS]:
        if token not in found or len(word) < len(found[token][0]):
            found[token] = (word, documents)
    if not before:
        return [word for word, _ in found.values()][:_ENDINGS]
    asked = reading.read(" ".join(before), correct=False)
    best = [each.document for each in candidates(asked.leading, asked.following, common=asked.common, most=_COMPARED)]
    postings = Posting.objects.filter(document_id__in=best, token_id__in=list(found)).values_list("token_id")
    total = Token.objects.filter(token="").values_list("documents", flat=True).first() or 0
    scored = [
        (-times * idf(found[token][1], total), found[token][0])
        for token, times in postings.annotate(times=Count("pk")).order_by("token_id")
    ]
    return [word for _, word in sorted(scored)[:_ENDINGS]]


def _lines(before: Sequence[str], last: str, endings: Sequence[str]) -> list[str]:
    """Titles and questions that hold every word, the last one perhaps unfinished; titles first, the best first."""
    asked = reading.read(" ".join([*before, last, *endings[:8]]), correct=False)
    found = candidates(asked.leading, asked.following, common=asked.common, most=_COMPARED)
    rows = Document.objects.only("title", "asked").in_bulk([each.document for each in found])
    scored = [
        (number > 0, place, number, line)
        for place, each in enumerate(found)
        for number, line in enumerate(_texts(rows[each.document])) if _holds(line, before, last)
    ]  # fmt: skip
    return list(dict.fromkeys(line for *_, line in sorted(scored)))


def _texts(document: Document) -> list[str]:
    return [document.title, *filter(None, document.asked.split("\n"))]


def _holds(line: str, before: Sequence[str], last: str) -> bool:
    """Whether the line has all these words, in any form, and a word that begins with the last one."""
    there = analyser.words(line)
    tokens = {analyser.token_of(each) for each in there}
    return all(analyser.token_of(each) in tokens for each in before) and any(each.startswith(last) for each in there)
