"""What the bylines tell of an article's own words: whom "I" means, and whom a given name alone.

by Ann Roe … "I said"                        I is Ann Roe
by Ann Roe and Sam Holm … "It took Ann"      Ann is Ann Roe
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.names import lists
from artparse.names.persons import gender_of, is_person
from artparse.quotes.entities.entity import Entity, folded
from artparse.quotes.mentions.mention import Mention


def let_write(authors: Sequence[str], mentions: list[Mention], entities: list[Entity]) -> None:
    """Let every `I` of the reporter's own words mean the one author, and given names the authors of "we"."""
    if not authors:
        return
    if len(authors) == 1:
        if is_person(authors[0]) or _has_last_name(authors[0]):
            _let_say_i(authors[0], mentions, entities)
    elif any(m.words == ("we",) and m.quoted < 0 for m in mentions):
        _name_in_full(authors, entities)


def _has_last_name(author: str) -> bool:
    """Whether a byline of two words ends in a last name, and no common word opens it: "Esme Calloway"."""
    words = author.lower().split()
    named = len(words) == 2 and words[1] in lists.words("surnames.txt")
    return named and words[0] not in lists.words("en/common_words.txt") and words[0] not in lists.people()


def _name_in_full(authors: Sequence[str], entities: list[Entity]) -> None:
    """Give persons who have no more than a given name the full name of the author who has it."""
    for author in filter(is_person, authors):
        name = tuple(author.split())
        for entity in entities:
            if entity.being == "person" and folded(entity.name) == folded(name[:1]):
                entity.name = name


def _let_say_i(author: str, mentions: list[Mention], entities: list[Entity]) -> None:
    own = [m for m in mentions if m.words == ("i",) and m.quoted < 0]
    if not own:
        return
    name = tuple(author.split())
    known = (n for n, e in enumerate(entities) if e.name and folded(e.name) == folded(name))
    number = next(known, len(entities))
    if number == len(entities):
        entities.append(Entity(name, gender=gender_of(name), first=own[0].first))
        entities[number].names[author] = len(own)
    entities[number].writes = True
    for mention in own:
        mention.entity, mention.rule = number, "name/author"
