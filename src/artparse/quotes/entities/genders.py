"""The gender of persons whose given name tells none, by the article's own "he" and "she".

    "Robin Tarn said she would stay. … Cora Holm … he"   ->  Robin Tarn is `f`, so "he" is not hers

In: mentions and entities, before pronouns are told whom they mean. Out: `gender` of such persons. A pronoun
tells it where its sentence, or else the one before in the paragraph, has one person before it and no other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from artparse.quotes.entities.entity import Entity
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.tokens import Tokens

IN_SENTENCE, BEHIND_IT = 2, 1
"""How much a pronoun tells in the sentence of the person's name, and in the next one."""
MANY_TIMES = 3
"""One gender is told by so many times what tells the other."""

TIMES_TOLD = 2
"""So often "he" must mean what no list knows, until that is a person."""

Tells = tuple[int, str, int]
"""An entity, a gender, how much a pronoun tells of it."""


def tell_genders(mentions: Sequence[Mention], entities: Sequence[Entity]) -> None:
    """Set the gender of persons of whom nothing but pronouns tells it."""
    told: dict[int, Counter[str]] = {}
    for number, gender, weight in _pronouns(mentions, entities):
        if entities[number].gender == "u":
            told.setdefault(number, Counter())[gender] += weight
    for number, genders in told.items():
        gender, most = max(sorted(genders.items()), key=lambda item: item[1])
        if most >= IN_SENTENCE and most >= MANY_TIMES * (genders.total() - most):
            entities[number].gender = gender


def tell_persons(tokens: Tokens, mentions: Sequence[Mention], entities: Sequence[Entity]) -> None:
    """Let a lone word that no list has be a person's name, where "he" can mean nobody else.

    "Then Hadvar turned round. He grinned. … Hadvar … he", but no word that only opens sentences.
    """
    inner = {
        m.entity
        for m in mentions
        if m.form == "name" and m.first and tokens.sentences[m.first - 1] == m.sentence
    }
    told: Counter[int] = Counter()
    for number in _unknown_before_pronouns(mentions, entities):
        told[number] += 1
    for number, times in told.items():
        if times >= TIMES_TOLD and number in inner:
            entities[number].being = "person"


def _unknown_before_pronouns(mentions: Sequence[Mention], entities: Sequence[Entity]) -> Iterator[int]:
    """The entity of a lone word that alone is named before a "he", in its sentence or the one before."""
    for _, named, near in _named_before(mentions, entities, ("person", "other")):
        persons = named | near
        number = min(persons) if len(persons) == 1 else -1
        if number >= 0 and entities[number].being == "other" and len(entities[number].name) == 1:
            yield number


def _pronouns(mentions: Sequence[Mention], entities: Sequence[Entity]) -> Iterator[Tells]:
    """What each "he" and "she" tells that can mean one person only."""
    for pronoun, named, near in _named_before(mentions, entities, ("person",)):
        persons = named or near
        if len(persons) == 1 and min(persons) >= 0:
            yield min(persons), pronoun.gender, IN_SENTENCE if named else BEHIND_IT


def _named_before(
    mentions: Sequence[Mention], entities: Sequence[Entity], beings: Sequence[str]
) -> Iterator[tuple[Mention, set[int], set[int]]]:
    """Each "he" and "she", which entities are named before it in its sentence, and which in the one before.

    A noun for a person is somebody else, perhaps ("her brother"): a number below 0.
    """
    plain = (mention for mention in mentions if mention.quoted < 0)
    before: set[int] = set()
    last = (-1, -1)
    for (passage, sentence), group in groupby(plain, key=lambda m: (m.passage, m.sentence)):
        near = before if last == (passage, sentence - 1) else set()
        named: set[int] = set()
        for mention in group:
            if mention.form == "pronoun" and mention.gender in ("m", "f"):
                yield mention, named, near
            elif mention.form == "noun" and mention.being == "person":
                named.add(-1 - mention.first)
            elif mention.form == "name" and entities[mention.entity].being in beings:
                named.add(mention.entity)
        before, last = named, (passage, sentence)
