"""Titles of works and names of crimes, where no verb of saying tells whose words in marks are."""

from __future__ import annotations

from artparse.quotes.kinds import BELONGING, PLACING
from artparse.quotes.languages.by_verbs.ground import SENTENCE_ENDS, SURE, Ground
from artparse.quotes.languages.told import Told
from artparse.quotes.words import word_list

GUILT = word_list("words of guilt")
NOUNS_OF_WORKS = word_list("nouns of works")


def read_works(ground: Ground, found: dict[int, Told]) -> None:
    """Words in marks right behind "the book" are its title, unless a sentence ends with them.

    Those right behind "guilty of" are a crime.
    """
    for quote, (first, _) in ground.reader.bounds.items():
        stretch = ground.reader.stretches[quote]
        words = ground.reader.text[stretch.start : stretch.end].strip()
        named = ground.word(first - 1) in NOUNS_OF_WORKS and ground.quoted[first - 1] < 0
        named = named or is_set(ground, quote, first) or is_apposed(ground, quote, first)
        charge = ground.word(first - 2) in GUILT and ground.word(first - 1) in BELONGING
        if charge and quote not in found and not ground.opens_large(quote):
            found[quote] = Told(-1, None, SURE)
        if quote not in found and named and words[:1].isupper() and words[-1:] not in SENTENCE_ENDS | {","}:
            found[quote] = Told(-1, None, SURE)


def is_set(ground: Ground, quote: int, first: int) -> bool:
    """Whether a sentence opens with where it is set, and a comma: "Dans « Habiter le temps », elle écrit"."""
    tokens, behind = ground.reader.tokens, ground.reader.text[ground.reader.stretches[quote].outer[1] :][:1]
    alone = first < 2 or tokens.sentences[first - 2] != tokens.sentences[first - 1]
    return first > 0 and ground.words[first - 1] in PLACING and alone and behind == ","


def is_apposed(ground: Ground, quote: int, first: int) -> bool:
    """Whether commas set words in marks apart behind a noun for a work: "son essai, « Pause », …"."""
    behind = ground.reader.text[ground.reader.stretches[quote].outer[1] :][:1]
    return ground.word(first - 1) == "," == behind and ground.word(first - 2) in NOUNS_OF_WORKS
