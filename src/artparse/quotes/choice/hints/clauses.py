"""What the clauses of the sentence tell of who speaks.

    “…,” as Jane Doe put it      the officer told those at the gate: “…”      the owner of Acme told us

Each function: whether that is so of the mention with the number, for a stretch.
"""

from __future__ import annotations

from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Situation
from artparse.quotes.kinds import SEATS
from artparse.quotes.mentions.beside import word_at
from artparse.quotes.words import word_list

ADDRESSING_VERBS = word_list("addressing verbs")
MANNER = word_list("words of manner")
WAYS_OF_SAYING = word_list("ways of saying")

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
    near = situation.last <= i <= situation.last + 1
    verb = word_at(words, mention.last)
    return near and words[i].lower() in MANNER and verb in WAYS_OF_SAYING


def is_owned(reader: Reader, _: Situation, number: int) -> bool:
    """Whether the mention only tells of what somebody unnamed is head: "the owner of Acme told us"."""
    mention, words = reader.mentions[number], reader.tokens.words
    before = reader.mentions[number - 1] if number else mention
    person = before.form == "noun" and before.being == "person" and not before.words[0].startswith("spokes")
    beside = before.last == mention.first - 1 and words[before.last] in SEATS
    verb = mention.last
    return person and beside and verb < len(words) and reader.says(verb)
