"""An "I" in the reporter's own words is the author of the article."""

from __future__ import annotations

from artparse.names.persons import gender_of
from artparse.quotes.entities.entity import Entity, folded
from artparse.quotes.mentions.mention import Mention


def let_write(author: str, mentions: list[Mention], entities: list[Entity]) -> None:
    """Let every `I` of the reporter's own words mean the author."""
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
