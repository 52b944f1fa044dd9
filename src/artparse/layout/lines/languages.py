"""Which language a text is in: by its script where that tells, else by its commonest words."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

from artparse.data import load
from artparse.layout.lines.words import letters_of

SAMPLE = 4_000
"""Code points that are looked at."""
LEAST = 2.0
"""Common words, those that languages share counted in part, that tell a language."""
NEARLY = 0.75
"""Share of the likeliest language's common words that make another one nearly as likely."""
SCRIPT_SHARE = 0.2
"""Share of the letters in a script that make it the text's."""
KANA_SHARE = 0.02
"""The same for the signs that tell Japanese from Chinese."""

LATIN = "\u0370"
"""No letter up to this one is of another script."""
_SCRIPTS = {
    "ja": (("\u3040", "\u30ff"),),
    "ko": (("\uac00", "\ud7af"), ("\u1100", "\u11ff")),
    "zh": (("\u3400", "\u9fff"),),
    "el": (("\u0370", "\u03ff"), ("\u1f00", "\u1fff")),
    "he": (("\u0590", "\u05ff"),),
    "th": (("\u0e00", "\u0e7f"),),
    "ka": (("\u10a0", "\u10ff"),),
    "hy": (("\u0530", "\u058f"),),
    "ta": (("\u0b80", "\u0bff"),),
    "te": (("\u0c00", "\u0c7f"),),
    "bn": (("\u0980", "\u09ff"),),
    "gu": (("\u0a80", "\u0aff"),),
    "pa": (("\u0a00", "\u0a7f"),),
    "am": (("\u1200", "\u137f"),),
    "my": (("\u1000", "\u109f"),),
    "km": (("\u1780", "\u17ff"),),
}
"""Scripts that one language is written in, or that are mostly seen in it; Japanese before Chinese, as it
has Chinese signs too."""


def language_of(text: str, declared: str | None = None) -> str | None:
    """The primary tag of the language `text` is most likely in; null where too few words tell.

    The middle of a long text is looked at. Of two that are nearly as likely (a short text in Spanish
    has few words that Galician has not) it is the `declared` one.
    """
    middle = max(0, len(text) // 2 - SAMPLE // 2)
    sample = text[middle : middle + SAMPLE]
    if found := _by_script(sample):
        return found
    scores: dict[str, float] = {}
    words = filter(all_common_words().__contains__, letters_of(sample))
    for word, times in Counter(words).items():
        found_in = _languages_with(word)
        share = times / len(found_in)
        for language in found_in:
            scores[language] = scores.get(language, 0.0) + share
    best = max(scores, key=scores.__getitem__, default=None)
    if best and declared and scores.get(declared, 0.0) >= NEARLY * scores[best]:
        best = declared
    return best if best and scores[best] >= LEAST else None


def _by_script(sample: str) -> str | None:
    if not any(character.isalpha() for character in set(sample) if character > LATIN):
        return None
    letters = Counter(filter(str.isalpha, sample))
    count = letters.total() or 1
    if sum(n for c, n in letters.items() if c > LATIN) < SCRIPT_SHARE / 2 * count:
        return None
    for language, ranges in _SCRIPTS.items():
        share = sum(n for c, n in letters.items() if any(a <= c <= b for a, b in ranges)) / count
        if share > (KANA_SHARE if language == "ja" else SCRIPT_SHARE):
            return language
    return None


@lru_cache(10_000)
def _languages_with(word: str) -> tuple[str, ...]:
    """The languages that a word is common in. A table of all words would take longer to make than a page."""
    return tuple(language for language, words in _common_words().items() if word in words)


@cache
def _common_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in load("stopwords").items()}


@cache
def all_common_words() -> frozenset[str]:
    """The words that are common in some language."""
    return frozenset().union(*_common_words().values())
