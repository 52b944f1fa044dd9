"""What speaks against a mention as the speaker: it is spoken to, or tells only where somebody is from.

    according to the Echo      Jane Doe of the weather office said      Doe was told: “…”

Each function: whether that is so of the mention with the number, for a stretch.
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.names import lists
from artparse.quotes import cues
from artparse.quotes.choice.hints.shared import employer_of, is_full_person
from artparse.quotes.choice.reader import Reader
from artparse.quotes.choice.situation import Situation
from artparse.quotes.kinds import (
    CLAUSE_OPENERS,
    DEFINITE,
    DIRECTIONS,
    INDEFINITE,
    PLACING,
    POSTS,
    SOURCE_OPENERS,
)
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.mentions.nouns import nouns
from artparse.quotes.words import word_list

PREPOSITIONS_OF_HOMES = word_list("prepositions of homes")
PASSIVE_AUXILIARIES = word_list("passive auxiliaries")
RECEIVING = word_list("verbs of receiving")
OPENERS_OF_QUESTIONS = word_list("openers of questions")
COMPANY = word_list("signs of company")
AUDIENCE = word_list("signs of an audience")
THE_OR_A = DEFINITE | INDEFINITE

ANNOUNCING = 4
"""A line of more tokens does not only announce what follows."""
SPEAKERS_BEFORE = 4
"""Among so many mentions before "according to the Echo" somebody is looked for who says it."""
SHORTEST_HEADING = 4
"""A heading and colon before words have so many tokens at least."""
MESSAGE = 8
"""So many tokens at most stand between who got a message and the verb before its words."""
WITHIN = 6
"""The preposition before an outlet stands so many tokens at most before what was found of its name."""


def is_reporter(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention is where it was read: "“…,” the pope told them, according to the Echo"."""
    mention, words = reader.mentions[number], reader.tokens.words
    if mention.form != "name" or mention.first < situation.last:
        return False
    i = mention.first - (words[mention.first - 1] in DEFINITE)
    told = i >= situation.last and words[i - 2] in SOURCE_OPENERS and words[i - 1] in DIRECTIONS
    if not told or is_full_person(reader, mention):
        return False
    for other in reader.mentions[max(0, number - SPEAKERS_BEFORE) : number]:
        if situation.last <= other.first and other.being == "person" and other.sentence == mention.sentence:
            return any(reader.strengths.get(word, 0) >= cues.SURE for word in words[other.last : i - 2])
    return False


def is_aside(reader: Reader, _: Situation, number: int) -> bool:
    """Whether the mention only tells where the person before it is from, or in what somebody said something.

    "Jane Doe of the weather office said", "the bank said in a statement".
    """
    mention, words = reader.mentions[number], reader.tokens.words
    if not number or not mention.governed or mention.being == "person":
        return False
    if mention.being == "document" and words[mention.first - 1] in PLACING:
        return reader.says(mention.first - 2)
    before = reader.mentions[number - 1]
    person = before.form == "name" and reader.entities[before.entity].being == "person"
    return person and before.last == mention.first - 1 and words[before.last] in PREPOSITIONS_OF_HOMES


def is_asked(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention is who was asked or told the words of the stretch: "Doe was told: “…”"."""
    mention, words, sentences = reader.mentions[number], reader.tokens.words, reader.tokens.sentences
    verb = mention.last + 1
    if not situation.first - 3 <= verb < situation.first or sentences[verb] != sentences[situation.first - 1]:
        return False
    return words[mention.last].lower() in PASSIVE_AUXILIARIES and words[verb].lower() in lists.words(
        "en/asked.txt"
    )


def is_recipient(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention got the message that has the words: "Doe received a letter saying “…”"."""
    mention, words, verb = reader.mentions[number], reader.tokens.words, situation.first - 1
    verb -= words[verb] in OPENERS_OF_QUESTIONS
    got = mention.last
    if not got < verb <= got + MESSAGE or words[got].lower() not in RECEIVING or not reader.says(verb):
        return False
    noun = words[verb - 1 - (words[verb - 1] in CLAUSE_OPENERS)].lower()
    return nouns().get(noun, ("",))[0] == "document"


def is_of_others(reader: Reader, _: Situation, number: int) -> bool:
    """Whether the mention only tells whose relatives, friends or lawyers speak: "the family of Jane Doe"."""
    mention, words = reader.mentions[number], reader.tokens.words
    before = reader.mentions[number - 1] if number else mention
    while number > 1 and before.form == "name" and before.governed and _is_placed(words, before, mention):
        number -= 1  # "allies of the president in the House said"
        mention, before = before, reader.mentions[number - 1]
    group = before.form == "noun" and (before.being == "group" or before.plural)
    return group and before.last == mention.first - 1 and words[before.last] in POSTS


def _is_placed(words: Sequence[str], before: Mention, mention: Mention) -> bool:
    """Whether nothing but "in" and an article stands between two mentions."""
    between = words[before.last : mention.first]
    return between[:1] != [] and between[0] in PLACING and THE_OR_A.issuperset(between[1:])


def is_employer(reader: Reader, _: Situation, number: int) -> bool:
    """Whether the mention only tells whose officer speaks: "Acme’s chief officer, Jane Doe"."""
    return reader.mentions[number].possessive and employer_of(reader, number + 2) == number


def is_topic(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention is a common word in a line that only announces what follows: "The Concept:"."""
    mention = reader.mentions[number]
    if mention.form != "name" or len(mention.words) > 1 or mention.passage == situation.stretch.passage:
        return False
    first, last = reader.passage_ends[mention.passage]
    if last - first > ANNOUNCING or reader.entities[mention.entity].count > 1:
        return False
    word = mention.words[0].lower()
    common = lists.words("en/common_words.txt")
    speaks = word in lists.words("en/organization_words.txt") or word in lists.people()
    given = word in lists.given_names()
    return not speaks and not given and (word in common or word.removesuffix("s") in common)


def is_in_heading(reader: Reader, situation: Situation, number: int) -> bool:
    """Whether the mention is a noun of a heading and colon before words: "Less pressure on buyers: “…”"."""
    mention, words, first = reader.mentions[number], reader.tokens.words, situation.first
    begin = line_begin(reader, situation)
    headed = first - begin >= SHORTEST_HEADING and words[first - 1] == ":" and ends_line(reader, situation)
    first_noun = mention.first == begin and (not mention.plural or mention.title)  # "The family of Roe: “…”"
    if not headed or mention.form != "noun" or first_noun or not begin <= mention.first < first:
        return False
    return not any(reader.strengths.get(w.lower(), 0) >= cues.WEAK for w in words[begin:first])


def is_spoken_to(reader: Reader, _: Situation, number: int) -> bool:
    """Whether the mention is the outlet that was spoken to or saw a paper, or to whom a letter went.

    "Speaking on Morning Wave, he said", "in an interview with the Echo", "in a letter to Jane Doe".
    """
    mention, words = reader.mentions[number], reader.tokens.words
    i = mention.first - 1
    if mention.form != "name" or mention.quoted >= 0:
        return False
    while i > 1 and mention.first - i < WITHIN and (words[i][0].isupper() or words[i] in THE_OR_A):
        i -= 1
    if i < 1 or reader.tokens.sentences[i] != mention.sentence:
        return False
    verb = words[i - 1].lower()
    if words[i] in DIRECTIONS and verb in lists.words("en/sent_to.txt"):
        return True
    if words[i] in COMPANY and verb in lists.words("en/seen_by.txt"):
        return True
    place = words[i] in AUDIENCE and verb in lists.words("en/spoken_on.txt")
    return place and not is_full_person(reader, mention)


def line_begin(reader: Reader, situation: Situation) -> int:
    """The first token of the line that a stretch begins in."""
    start = reader.passages[situation.stretch.passage].span[0]
    line = reader.text.rfind("\n", start, situation.stretch.outer[0])
    return reader.tokens.at(max(start, line))


def ends_line(reader: Reader, situation: Situation) -> bool:
    """Whether a stretch ends its passage or its line."""
    end = situation.stretch.outer[1]
    return situation.closes or reader.text[end : end + 1] == "\n"
