"""What differs between two texts, word by word. Pure."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_WORD = re.compile(r"\s+|[^\s]+")
LONGEST = 6_000
"""Words and spaces. A longer text is shown as replaced whole: comparing would take seconds."""


LEAST = 0.25
"""Where fewer of the words stayed, one text after the other reads better than both mixed."""


class Part(NamedTuple):
    """A stretch of text that stayed, went or came."""

    sort: Literal["same", "gone", "new"]
    text: str


def differences(old: str, new: str) -> list[Part]:
    """The old and the new text in one, in parts: what stayed, what went, what came."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if old == new:
        return [Part("same", old)] if old else []
    if len(before) > LONGEST or len(after) > LONGEST:
        return [Part("gone", old), Part("new", new)]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if _alike(before, matcher) < LEAST:
        return [Part(sort, text) for sort, text in (("gone", old), ("new", new)) if text]  # type: ignore[arg-type]
    parts: list[Part] = []
    for sort, i, j, k, m in matcher.get_opcodes():
        if sort == "equal":
            parts.append(Part("same", "".join(before[i:j])))
            continue
        if i < j:
            parts.append(Part("gone", "".join(before[i:j])))
        if k < m:
            parts.append(Part("new", "".join(after[k:m])))
    return parts


def _alike(before: list[str], matcher: SequenceMatcher[str]) -> float:
    """Which part of the words, spaces not counted, stayed."""
    words = sum(not word.isspace() for word in before)
    stayed = sum(not word.isspace() for i, _, size in matcher.get_matching_blocks() for word in before[i : i + size])
    return stayed / words if words else 0
