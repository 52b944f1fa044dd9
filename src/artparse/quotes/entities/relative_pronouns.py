"""Whom "who" and "which" go on to tell of.

    "Jane Doe, 59, of Oslo, who said"  ->  Jane Doe

In: what the article has told so far and the mention. Out: the number of an entity, or -1.
"""

from __future__ import annotations

from bisect import bisect_left

from artparse.quotes.cues import is_sure
from artparse.quotes.entities.descriptions import MENTIONS_SET_OFF
from artparse.quotes.entities.discourse import Discourse
from artparse.quotes.entities.entity import Entity, may_be_body
from artparse.quotes.kinds import CLAUSE_OPENERS, PLACING, RELATIVE_PERSONS
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.words import word_list

PREPOSITIONS_OF_BELONGING = word_list("prepositions of belonging")
PREPOSITIONS_OF_ORIGIN = word_list("prepositions of origin")
WORDS_AFTER_APPOSITIONS = word_list("words after appositions")
PREPOSITIONS_BEFORE_PLACES_ALONE = frozenset(("in", "near"))
"""Behind these a "who" is not what they govern: "a cook in Leeds, who"."""


def whom_who_means(so_far: Discourse, number: int, mention: Mention) -> int:
    """What stands right before "who" or "which"; or -1.

    But "the Institute in Oslo, which" is the Institute, and "Jane Doe, 59, of Oslo, who" is Jane Doe.
    """
    previous = so_far.mentions[number - 1] if number else None
    if mention.words[0] in RELATIVE_PERSONS and (person := set_off(so_far, mention)) >= 0:
        return person
    if previous is None or mention.first - previous.last > 1:
        return -1
    found = previous.entity
    if mention.words[0] in CLAUSE_OPENERS and previous.form == "name" and _is_person(so_far, found):
        return -1  # "an interview with Jane Doe that aired"
    if mention.words[0] in RELATIVE_PERSONS and found < 0 and previous.inside:
        return told_of(so_far, number - 1)
    if mention.words[0] in RELATIVE_PERSONS and found >= 0 and previous.governed and previous.form == "name":
        return person_of(so_far, previous)
    if mention.words[0] in RELATIVE_PERSONS and previous.form == "noun" and previous.being == "organization":
        noun = somebody_of(so_far, previous)
        if noun is not None:
            return noun.entity  # "a guard at the station, who"
        return -1 if previous.governed else found
    if mention.words[0] == "which" and found >= 0 and so_far.entities[found].being == "place":
        before = so_far.tokens.words[previous.first - 1].lower() if previous.first else ""
        if before in PLACING and len(so_far.recent) > 1 and so_far.recent[-2].last == previous.first - 1:
            return so_far.recent[-2].entity
    return found


def _is_person(so_far: Discourse, number: int) -> bool:
    entity = so_far.entities[number] if number >= 0 else None
    return entity is not None and entity.being == "person" and not may_be_body(entity)


def told_of(so_far: Discourse, number: int) -> int:
    """The person of whom an apposition tells: "Jane Doe, a former diver who said"; or -1."""
    noun = so_far.mentions[number]
    for other in reversed(so_far.mentions[max(0, number - MENTIONS_SET_OFF) : number]):
        if other.form == "name" and not other.inside:
            person = other.entity >= 0 and so_far.entities[other.entity].being == "person"
            return other.entity if person and other.last == noun.first - 1 else -1
    return -1


def person_of(so_far: Discourse, home: Mention) -> int:
    """The person who is of the place or body `home`: "Sen. Jane Doe of Ohio, who"; or the body itself.

    Of "a nurse in Leeds, who" it is whoever the noun means, often nobody named.
    """
    words = so_far.tokens.words
    noun = somebody_of(so_far, home)
    if noun is not None:
        return noun.entity
    unnamed = home.first > 0 and words[home.first - 1] in PREPOSITIONS_BEFORE_PLACES_ALONE
    for other in so_far.recent[-2 : -MENTIONS_SET_OFF - 1 : -1]:
        if other.sentence != home.sentence:
            break
        if so_far.entities[other.entity].being == "person" and other.form == "name":
            return (
                other.entity if words[other.last] in PREPOSITIONS_OF_ORIGIN - {"for", "with"} else home.entity
            )
    return -1 if unnamed and may_be_place(so_far.entities[home.entity]) else home.entity


def may_be_place(entity: Entity) -> bool:
    """Whether nothing tells that an entity is a person."""
    return entity.being != "person" or may_be_body(entity)


def somebody_of(so_far: Discourse, home: Mention) -> Mention | None:
    """The noun for a person who is of the place or body `home`: "a nurse at a hospital in Leeds"."""
    words = so_far.tokens.words
    if home.entity >= 0 and not may_be_place(so_far.entities[home.entity]):
        return None
    number = bisect_left(so_far.mentions, home.first, key=lambda m: m.first)
    for other in reversed(so_far.mentions[max(0, number - MENTIONS_SET_OFF) : number]):
        if other.sentence != home.sentence or other.form == "name":
            return None
        if other.form == "noun" and other.being == "person" and not other.plural:
            between = words[other.last : home.first]
            belongs = between and between[0] in PREPOSITIONS_OF_ORIGIN - {"for", "with"}
            return other if belongs and all(w.isalpha() and not is_sure(w) for w in between) else None
    return None


def set_off(so_far: Discourse, mention: Mention) -> int:
    """The person whose apposition ends with a comma right before a mention, or -1."""
    words = so_far.tokens.words
    if not mention.first or words[mention.first - 1] != ",":
        return -1
    for other in so_far.recent[: -MENTIONS_SET_OFF - 1 : -1]:
        between = words[other.last : mention.first]
        if other.sentence != mention.sentence or not WORDS_AFTER_APPOSITIONS.isdisjoint(between):
            return -1
        belongs = other.first > 0 and words[other.first - 1] in PREPOSITIONS_OF_BELONGING
        if other.form != "name" or belongs or between[0] != ",":
            continue
        if so_far.entities[other.entity].being == "person":
            return other.entity
    return -1
