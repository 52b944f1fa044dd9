"""What an article has told so far, for words that stand for somebody mentioned before.

    "Ann Roe, the mayor, spoke. The mayor said"
    ->  by_head["mayor"] has Ann Roe, `recent` has her mentions, `spoke` has her after "spoke"

In: tokens, mentions, entities. Each sieve (`sieves.py`) looks at this value; `remember` adds a mention to it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from artparse.names import lists
from artparse.names.persons import bare
from artparse.quotes import cues
from artparse.quotes.cues import LIKELY, SURE
from artparse.quotes.entities.entity import MOST_NAMESAKES, Entity, may_be_body
from artparse.quotes.kinds import DEFINITE, DIRECTIONS, POSTS, SOURCE_OPENERS
from artparse.quotes.mentions.beside import after_aside
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.tokens import Tokens
from artparse.quotes.words import word_list
from artparse.values import NamedTuple

ADDRESSING_VERBS = word_list("addressing verbs")
AUXILIARIES = word_list("auxiliaries")
SMALL = POSTS | DEFINITE
"""Small words that tell nothing of a name."""


class Discourse(NamedTuple):
    """All mentions and entities of an article, and who was mentioned where up to some mention."""

    tokens: Tokens
    mentions: list[Mention]
    entities: list[Entity]
    by_head: Mapping[str, Sequence[int]]
    """Noun of a role to the persons who have it."""
    by_last: Mapping[str, Sequence[int]]
    """Last name to the persons of that name, not more than are told apart."""
    by_age: Mapping[str, int]
    bodies: dict[frozenset[str], int]
    """Words of an organisation's name, in any order, to the organisation."""
    generic: Collection[str]
    """Nouns for bodies, in small letters."""
    cues: Mapping[str, int]
    recent: list[Mention]
    """Resolved mentions outside quotation marks, in order."""
    unnamed: dict[str, int]
    """Head of a phrase for somebody never named to the entity made for them."""
    latest: dict[int, int]
    """Entity to the number of its last mention so far."""
    spoke: list[int]
    """Entities of persons, in the order in which verbs of saying had them as subjects."""
    asked: dict[tuple[int, int], bool]
    """First token of a mention and the one after it, to what `speaks` said."""


def begin(tokens: Tokens, mentions: list[Mention], entities: list[Entity]) -> Discourse:
    """An article of which nothing was read so far."""
    by_head: dict[str, list[int]] = {}
    by_last: dict[str, list[int]] = {}
    for number, entity in enumerate(entities):
        if entity.being == "person":
            for head in entity.heads:
                by_head.setdefault(head, []).append(number)
            if len(entity.name) > 1:
                namesakes = by_last.setdefault(entity.name[-1], [])
                if len(namesakes) < MOST_NAMESAKES:
                    namesakes.append(number)
    by_age = {entity.age: number for number, entity in enumerate(entities) if entity.age}
    bodies = {
        key_of_name(entity.name): number
        for number, entity in enumerate(entities)
        if entity.being == "organization" and len(entity.name) > 1
    }
    generic = lists.words("en/bodies.txt")
    strengths = cues.strengths()
    return Discourse(
        tokens, mentions, entities, by_head, by_last, by_age, bodies, generic, strengths, [], {}, {}, [], {}
    )


def key_of_name(name: Sequence[str]) -> frozenset[str]:
    """The words of a name that matter: "Nepal's aviation authority" is the "Aviation Authority of Nepal"."""
    return frozenset(bare(word).casefold() for word in name) - SMALL


def remember(so_far: Discourse, number: int) -> None:
    """Note that the mention of that number, which has an entity, was read."""
    mention = so_far.mentions[number]
    so_far.latest[mention.entity] = number
    if mention.quoted >= 0:
        return
    words = so_far.tokens.words
    so_far.recent.append(mention)
    after = after_aside(words, mention.last)
    before = words[mention.first - 1].lower() if mention.first else "."
    told = so_far.cues.get(before, 0) >= SURE and after not in AUXILIARIES  # "Doe said the man had left"
    said = so_far.cues.get(after, 0) >= SURE or told
    if said and so_far.entities[mention.entity].being == "person" and before not in ADDRESSING_VERBS:
        so_far.spoke.append(mention.entity)


def speaks(so_far: Discourse, mention: Mention) -> bool:
    """Whether a verb of saying stands right before or after the mention."""
    place = mention.first, mention.last
    found = so_far.asked.get(place)
    if found is None:
        found = so_far.asked[place] = _speaks(so_far, *place)
    return found


def _speaks(so_far: Discourse, first: int, last: int) -> bool:
    words = so_far.tokens.words
    after = after_aside(words, last)
    before = words[first - 1].lower() if first else "."
    if before in DIRECTIONS and words[first - 2].lower() in SOURCE_OPENERS:
        return True
    told = so_far.cues.get(before, 0) >= LIKELY and is_inverted(so_far, first - 1)
    return after == ":" or so_far.cues.get(after, 0) >= LIKELY or told


def is_inverted(so_far: Discourse, verb: int) -> bool:
    """Whether a verb follows what was said, so that its subject stands behind it: "…," said Doe."""
    tokens, before = so_far.tokens, verb - 1
    if before < 0 or tokens.sentences[before] != tokens.sentences[verb]:
        return True
    return tokens.quoted[before] >= 0 or not tokens.words[before][0].isalnum()


def is_no_person(so_far: Discourse, number: int) -> bool:
    entity = so_far.entities[number]
    return entity.being != "person" or may_be_body(entity)


def take_for_body(so_far: Discourse, number: int) -> None:
    """Let what is called a company, or has somebody who speaks for it, be an organisation."""
    entity = so_far.entities[number]
    if entity.being == "other" or (entity.being == "person" and may_be_body(entity)):
        entity.being = "organization"
