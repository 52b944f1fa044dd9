"""Which language a text is in, by its commonest words."""

from __future__ import annotations

import re
from functools import cache

from artparse.data import load

SAMPLE = 20_000
"""Code points from the middle of the text that are looked at."""
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The primary tag of the language `text` is most likely in; null where too few words tell."""
    middle = max(0, len(text) // 2 - SAMPLE // 2)
    counts: dict[str, int] = {}
    for word in _WORD.findall(text[middle : middle + SAMPLE].casefold()):
        for language in _languages().get(word, ()):
            counts[language] = counts.get(language, 0) + 1
    best = max(counts, key=lambda k: counts[k], default=None)
    return best if best and counts[best] >= 3 else None


@cache
def _languages() -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for language, words in load("stopwords").items():
        for word in words:
            known.setdefault(word, []).append(language)
    return known
