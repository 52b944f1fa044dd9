"""What the verbs of saying left open: verbs that nobody knows, and titles of works."""

from __future__ import annotations

from artparse.quotes.languages.telling.ground import SENTENCE_ENDS, SURE, Ground
from artparse.quotes.languages.told import Told
from artparse.quotes.words import word_list

NOUNS_OF_WORKS = word_list("nouns of works")
SHORT_WORD = 3
"""An unknown verb of saying has more letters."""


def read_unknown_verbs(ground: Ground, found: dict[int, Told]) -> None:
    """A small word that nothing is known of, between a quote and a person's name, is a verb of saying."""
    tokens = ground.reader.tokens
    for quote, (_, at) in ground.reader.bounds.items():
        at += ground.word(at) == ","
        if quote in found or at + 1 >= len(ground.words) or not ground.opens_large(quote):
            continue
        if not ground.ends_open(quote):
            continue
        word, number = ground.words[at], ground.reader.at.get(at + 1, -1)
        plain = word.islower() and ground.reader.text[tokens.starts[at] : tokens.ends[at]] == word
        if plain and number >= 0 and ground.is_person(number) and ground.quoted[at] < 0:
            mention = ground.reader.mentions[number]
            near = tokens.passages[at] == ground.reader.stretches[quote].passage
            if near and mention.first == at + 1 and not mention.governed and len(word) > SHORT_WORD:
                found[quote] = Told(number, (tokens.starts[at], tokens.ends[at]), SURE)


def read_works(ground: Ground, found: dict[int, Told]) -> None:
    """Words in marks right behind "the book" are its title, unless a sentence ends with them."""
    for quote, (first, _) in ground.reader.bounds.items():
        stretch = ground.reader.stretches[quote]
        words = ground.reader.text[stretch.start : stretch.end].strip()
        named = ground.word(first - 1) in NOUNS_OF_WORKS and ground.quoted[first - 1] < 0
        if quote not in found and named and words[:1].isupper() and words[-1:] not in SENTENCE_ENDS | {","}:
            found[quote] = Told(-1, None, SURE)
