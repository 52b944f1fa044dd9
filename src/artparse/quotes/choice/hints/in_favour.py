"""What speaks for a mention as the speaker: a verb of saying or a colon lead from it to the words.

    Jane Doe (Lab, Oldbury) replied: “…”      “…?” asked Doe      Her brother objected: “…”

Each function: whether that is so of the mention with the number, for a stretch.
"""

from __future__ import annotations

from artparse.names import lists
from artparse.quotes.choice.hints.shared import employer_of
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.review import is_introduced
from artparse.quotes.choice.situation import Situation
from artparse.quotes.entities.descriptions import LONGEST_BRACKET
from artparse.quotes.kinds import CLAUSE_OPENERS
from artparse.quotes.mentions.nouns import nouns
from artparse.quotes.words import word_list

ISSUERS = word_list("signs of an issuer")

NOTE = 60
"""The authors of a note stand so many tokens at most before its words."""
WITHIN = 6
"""The verb of "quotes the miller Jane Doe" stands so many tokens at most before the name."""


def is_of_statement(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether it is said in a statement of the mention: "a statement by actor Jane Doe that “…”"."""
    mention, words, first = reader.mentions[number], reader.tokens.words, situation.first
    if mention.form != "name" or mention.last >= first or words[mention.last] not in CLAUSE_OPENERS:
        return False
    if mention.sentence != reader.tokens.sentences[first - 1] or any(
        map(reader.says, range(mention.last, first))
    ):
        return False
    i = mention.first - 1
    document = words[i] in ISSUERS and nouns().get(words[i - 1].lower(), ("",))[0] == "document"
    return i > 0 and document


def is_cited(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention is the first of the authors of a note: "Doe et al., Section 4: “…”"."""
    mention, words, first = reader.mentions[number], reader.tokens.words, situation.first
    here = mention.passage == situation.stretch.passage and mention.last < first <= mention.last + NOTE
    return here and words[first - 1] == ":" and words[mention.last : mention.last + 2] == ["et", "al"]


def says_it(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention and a verb of saying, and perhaps brackets between, lead up to the stretch.

    "Jane Doe (Lab, Oldbury) replied: “…”"
    """
    mention, words, first = reader.mentions[number], reader.tokens.words, situation.first
    if mention.governed or mention.possessive or words[first - 1] != ":" or mention.last >= first - 1:
        return False
    verb = first - 2
    if verb - mention.last >= LONGEST_BRACKET or not reader.says(verb):
        return False
    bracket = words[mention.last : verb]
    closed = bracket[-1:] == [")"] and bracket.count(")") == 1
    return mention.last == verb or (closed and bracket[0] == "(")


def is_said_by(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether a verb of saying right behind the stretch has the mention right behind it: "…?" asked Doe."""
    words, verb = reader.tokens.words, situation.last
    verb += verb < len(words) and words[verb] == ","
    if verb >= len(words) or not reader.says(verb):
        return False
    employer = employer_of(reader, number)
    mention = reader.mentions[employer if employer >= 0 else number]
    return mention.first == verb + 1


def is_quoted(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention is whom another quotes: "She quotes the miller Jane Doe: “…”"."""
    mention, words = reader.mentions[number], reader.tokens.words
    if words[situation.first - 1] != ":" or mention.last != situation.first - 1 or not mention.first:
        return False
    i = mention.first - 1
    quoting = lists.words("en/quoting.txt")
    while i and mention.first - i < WITHIN and words[i].islower() and words[i] not in quoting:
        i -= 1
    return words[i] in quoting


def introduces(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention, a word and a colon stand before the stretch: "Her brother objected: …"."""
    mention = reader.mentions[number]
    return not mention.governed and is_introduced(reader, situation, mention)
