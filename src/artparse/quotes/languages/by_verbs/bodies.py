"""Bodies as the article names them, and names that commas set apart, before the verbs are read."""

from __future__ import annotations

from artparse.names import lists
from artparse.quotes.entities.entity import gender_of_entity
from artparse.quotes.languages.by_verbs.ground import Ground


def prepare(ground: Ground) -> None:
    """Name bodies as the article does, and part names from what stands before their comma."""
    _spell_bodies(ground)
    _spell_elided(ground)
    _lengthen_bodies(ground)
    _set_apart(ground)
    _tell_things(ground)


def _tell_things(ground: Ground) -> None:
    """What opens with an article or a place is no person: "La Encina", "Bologna Nord"."""
    for entity in ground.reader.entities:
        plain = entity.being == "person" and not (entity.heads or entity.role or entity.age)
        if plain and len(entity.name) > 1:
            first = entity.name[0].lower()
            placed = entity.name[0] in lists.entries("places.txt") and first not in lists.given_names()
            if placed or any(first in kind for _, kind in ground.genders):
                entity.being = "other"


def _spell_bodies(ground: Ground) -> None:
    """Bodies whose names begin with a small letter are named so: "ministère russe de la Défense"."""
    for mention in ground.reader.mentions:
        if mention.form == "name" and " " in mention.words[0] and mention.entity >= 0:
            entity = ground.reader.entities[mention.entity]
            if entity.name[:1] == mention.words[:1] and ground.reader.text[mention.span[0]].islower():
                entity.name = (entity.name[0][0].lower() + entity.name[0][1:], *entity.name[1:])


def _spell_elided(ground: Ground) -> None:
    """Spell names with an elided word as the text has them: "Quai d’Orsay", not "Quai D'Orsay"."""
    text, spelt = ground.reader.text, dict[str, str]()
    for mention in ground.reader.mentions:
        if mention.form == "name" and mention.entity >= 0:
            for word in mention.words:
                if "'" in word and word not in spelt:
                    spelt[word] = printed = _as_printed(word, text[slice(*mention.span)])
                    spelt.update(zip(word.split(), printed.split(), strict=False))
    for entity in ground.reader.entities if spelt else ():
        entity.name = tuple(spelt.get(word, word) for word in entity.name)
        names = list(entity.names.items())
        entity.names.clear()
        for name, times in names:
            printed = " ".join(spelt.get(word, word) for word in name.split())
            entity.names[printed] = entity.names.get(printed, 0) + times


def _as_printed(word: str, name: str) -> str:
    """A word of a name as the text has it, which may begin with a small letter or have another apostrophe."""
    forms = [word, word[0].lower() + word[1:]]
    forms += [form.replace("'", "’") for form in forms]
    return next((form for form in forms if form in name), word)


def _lengthen_bodies(ground: Ground) -> None:
    """A body's first word alone is the one body named so before: "Alcaldía de Medellín … la Alcaldía"."""
    long: dict[str, set[int]] = {}
    for mention in ground.reader.mentions:
        if mention.form != "name" or mention.entity < 0 or mention.quoted >= 0:
            continue
        entity = ground.reader.entities[mention.entity]
        words = " ".join(entity.name).split()
        if entity.being != "organization" or not words:
            continue
        if len(words) > 1:
            long.setdefault(words[0], set()).add(mention.entity)
        elif len(known := long.get(words[0], set())) == 1:
            mention.entity = next(iter(known))


def _set_apart(ground: Ground) -> None:
    """A person's name between commas is no longer governed by what stands before the first of them."""
    for mention in ground.reader.mentions:
        named = mention.form == "name" and mention.governed and mention.entity >= 0
        if named and len(mention.words) > 1 and ground.word(mention.first - 1) == ",":
            given = gender_of_entity(ground.reader.entities[mention.entity]) != "u"
            if given and ground.word(mention.last) in (",", ":"):
                mention.governed, mention.subject = False, max(mention.subject, 0.6)
