"""Words as features see them: by what kind of word they are, never by themselves.

said -> V3      Tuesday -> C      quickly -> -ly
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from artparse.names import lists
from artparse.quotes import cues
from artparse.quotes.words import word_list, word_table

CLASSES = (
    "determiners",
    "personal",
    "prepositions",
    "function_words",
    "works",
    "labelled",
    "exemplified",
    "documents",
    "people",
    "past_verbs",
    "verbs",
    "numbers",
    "organization_words",
)
"""The lists of words that features see: a word is of the first that has it."""
ENDINGS = frozenset(("ed", "ng", "ly"))
"""Of the words of no list, those that end so are told from others."""
WORDS = 4096
"""The classes of so many words are kept."""
SPEECH_PRONOUNS = word_table("speech pronouns")
CONTRACTIONS = word_list("contractions")
ME, WE, YOU = "i", "we", "you"


@cache
def classes() -> Mapping[str, str]:
    """Word to the first of `CLASSES` that has it."""
    table: dict[str, str] = {}
    for kind in reversed(CLASSES):
        table.update(dict.fromkeys(lists.words(f"en/{kind}.txt"), kind))
    return table


def persons_of() -> Mapping[str, str]:
    """Pronouns of the first and second person, and what is drawn to them ("I’m"), to which they are."""
    drawn = CONTRACTIONS - {"t"}
    table = {word: person for person, words in SPEECH_PRONOUNS.items() for word in words}
    for person in SPEECH_PRONOUNS:
        table.update({f"{person}{mark}{verb}": person for mark in "'’" for verb in drawn})
    return table


@lru_cache(maxsize=WORDS)
def class_of(word: str) -> str:
    """The class of a word; a mark is its own."""
    low = word.lower()
    if not word[0].isalnum():
        return word
    strength = cues.strengths().get(low, 0)
    if strength >= 4:
        return f"V{strength // 3}"
    if low in classes():
        return classes()[low]
    if word[0].isdigit():
        return "n"
    return "C" if word[0].isupper() else f"-{low[-2:]}" if low[-2:] in ENDINGS else "w"
