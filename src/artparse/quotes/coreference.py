"""Which mentions are one and the same: an entity for each person, organisation or document."""

from __future__ import annotations

from dataclasses import dataclass, field

from artparse.names import lists
from artparse.quotes.mentions import Being, Mention
from artparse.quotes.tokens import Tokens


@dataclass(slots=True)
class Entity:
    """One person, organisation or document of the article."""

    name: tuple[str, ...]
    """The fullest name."""
    being: Being
    gender: str
    role: str | None = None
    names: dict[str, int] = field(default_factory=dict)
    """Every form of the name, with its number of mentions."""


def find_entities(tokens: Tokens, mentions: list[Mention]) -> list[Entity]:
    """Set the `entity` of each named mention."""
    entities: list[Entity] = []
    by_last: dict[str, list[int]] = {}
    names = [m for m in mentions if m.form == "name"]
    for mention in sorted(names, key=lambda m: -len(m.name)):
        last = mention.name[-1].casefold()
        match = -1
        for number in by_last.get(last, ()):
            if _compatible(mention, entities[number]):
                match = number
                break
        if match < 0 and len(mention.name) == 1:
            first = [n for n, e in enumerate(entities) if len(e.name) > 1 and e.name[0] == mention.name[0]]
            acronym = [n for n, e in enumerate(entities) if _initials(e.name) == mention.name[0]]
            match = first[0] if first else acronym[0] if acronym else -1
        if match < 0:
            match = len(entities)
            entities.append(Entity(mention.name, mention.being, mention.gender))
            by_last.setdefault(last, []).append(match)
        entity = entities[match]
        mention.entity = match
        printed = " ".join(mention.name)
        entity.names[printed] = entity.names.get(printed, 0) + 1
        if entity.gender == "u":
            entity.gender = mention.gender
        if mention.role and (entity.role is None or len(mention.role) > len(entity.role)):
            entity.role = mention.role
            entity.being = mention.being
    return entities


def _initials(name: tuple[str, ...]) -> str:
    return "".join(word[0] for word in name if word[0].isupper()) if len(name) > 2 else ""


def _compatible(mention: Mention, entity: Entity) -> bool:
    if {mention.gender, entity.gender} == {"m", "f"}:
        return False
    if len(mention.name) == 1 or len(entity.name) == 1:
        return True
    first, other = mention.name[0].casefold(), entity.name[0].casefold()
    return first == other or (first[0] == other[0] and (len(first) == 1 or len(other) == 1))


def resolve(mention: Mention, before: list[Mention], entities: list[Entity], previous: int) -> int:
    """The entity that a pronoun or a noun phrase stands for, or -1.

    `before` are the mentions before it, `previous` is the entity that spoke last, or -1.
    """
    if mention.entity >= 0:
        return mention.entity
    if mention.form == "pronoun" and mention.name[0] in ("he", "she", "who"):
        if mention.name[0] != "who" and previous >= 0 and _fits(mention, entities[previous]):
            return previous
        for other in reversed(before):
            if other.entity >= 0 and _fits(mention, entities[other.entity]):
                return other.entity
    elif mention.form == "noun" and mention.being == "person":
        for other in reversed(before):
            if other.entity >= 0:
                role = entities[other.entity].role
                if role and role.lower().split()[-1] == mention.name[0]:
                    return other.entity
    return -1


def _fits(mention: Mention, entity: Entity) -> bool:
    if entity.being != "person":
        return False
    return mention.gender == "u" or entity.gender in ("u", mention.gender)


def display(entity: Entity) -> str:
    """The entity's name as the record gives it."""
    words = list(entity.name)
    if len(words) == 1 and words[0] in lists.honorifics():
        return words[0]
    text = " ".join(words)
    for initial in words:
        if len(initial) == 1:
            text = text.replace(f" {initial} ", f" {initial}. ")
    return text
