"""What the clauses of the sentence tell of who speaks.

    “…,” as Jane Doe put it      the officer told those at the gate: “…”      the owner of Acme told us

Each function: whether that is so of the mention with the number, for a stretch.
"""

from __future__ import annotations

from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Situation
from artparse.quotes.kinds import BELONGING, SEATS
from artparse.quotes.mentions.beside import word_at
from artparse.quotes.mentions.nouns import speaks_for_others
from artparse.quotes.words import word_list

ADDRESSING_VERBS = word_list("addressing verbs")
MANNER = word_list("words of manner")
WAYS_OF_SAYING = word_list("ways of saying")
NOUNS_OF_WORDING = word_list("nouns of wording")

WORDS_OF = 8
"""Between "in the words of" and the words stand so few tokens: who says them."""
ADDRESSEE = 6
"""Between "told" and the colon stand so many tokens at most, who is told."""


def tells_somebody(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention tells somebody the words behind the colon: "doctors told those here: “…”"."""
    mention, words, colon = reader.mentions[number], reader.tokens.words, situation.first - 1
    verb = mention.last
    if words[colon] != ":" or not 0 < colon - verb <= ADDRESSEE or mention.governed or mention.possessive:
        return False
    return words[verb] in ADDRESSING_VERBS and not any(map(reader.says, range(verb + 1, colon)))


def puts_it(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether it is the mention's way of saying it: "“…,” as Jane Doe put it"."""
    mention, words = reader.mentions[number], reader.tokens.words
    i = mention.first - 1
    if _in_the_words_of(reader, situation, i):
        return True
    near = situation.last <= i <= situation.last + 1
    verb = word_at(words, mention.last)
    return near and words[i].lower() in MANNER and verb in WAYS_OF_SAYING


def _in_the_words_of(reader: Reader, situation: Situation, i: int) -> bool:
    """Whether token `i` ends "in the words of", a little before the stretch or right behind it."""
    words, first, last = reader.tokens.words, situation.first, situation.last
    beside = first - WORDS_OF <= i < first or last <= i < last + WORDS_OF
    return i > 0 and beside and words[i] in BELONGING and words[i - 1] in NOUNS_OF_WORDING


def is_owned(reader: Reader, _: Situation, number: int) -> bool:
    """Whether the mention only tells of what somebody unnamed is head: "the owner of Acme told us"."""
    mention, words = reader.mentions[number], reader.tokens.words
    before = reader.mentions[number - 1] if number else mention
    person = before.form == "noun" and before.being == "person" and not speaks_for_others(before.words[0])
    beside = before.last == mention.first - 1 and words[before.last] in SEATS
    verb = mention.last
    return person and beside and verb < len(words) and reader.says(verb)
