"""What each entity is, by all of its mentions together: a person, a body, a place; and its gender.

    "Tesla said", "at Tesla", never "he"  ->  an organisation, although its form is a person's

In: entities whose mentions are known. Out: the same entities, with `being`, `gender`, `body` set.
"""

from __future__ import annotations

from artparse.names import lists
from artparse.names.signing import odds
from artparse.quotes.entities.entity import Entity, may_be_body
from artparse.quotes.kinds import RELATIVE_PERSONS
from artparse.quotes.mentions.beside import is_account
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.mentions.nouns import nouns
from artparse.quotes.words import word_list

MOSTLY = 0.25
"""So few of the times in other letters, a word is printed in capitals."""
LITTLE = 1.0
"""So little in each mention tells of a person, that the form of the name decides."""
UNLIKELY = 0.0
"""Log odds that a name is a person's, by its form alone."""
RULERS_TITLES = word_list("rulers titles")


def count(mention: Mention, entity: Entity) -> None:
    if not entity.count:
        entity.first = mention.first
    entity.count += 1
    printed = " ".join(mention.words)
    entity.names[printed] = entity.names.get(printed, 0) + 1
    entity.proof = max(entity.proof, mention.evidence[0])
    for kind, value in enumerate(mention.evidence):
        entity.evidence[kind] += value
    if mention.gender != "u":
        weight = 3.0 if mention.title or mention.role else 1.0
        entity.genders[mention.gender] = entity.genders.get(mention.gender, 0.0) + weight


def may_be_given(word: str) -> bool:
    """Whether a word may open a person's name: "Rush" and "Prince", but not "State" (of "State Twitter")."""
    return word not in nouns() or word in RULERS_TITLES


def gender_of_lone(word: str) -> str:
    """The gender of somebody who has no more than a given name in the article: "Nora"."""
    low = word.lower()
    return "u" if low in lists.words("surnames.txt") else lists.given_names().get(low, "u")


def is_acronym(entity: Entity) -> bool:
    """Whether a given name is mostly printed in capitals alone: "ISIS", once "Isis"."""
    if len(entity.name) > 1 or not entity.name[0].isupper() or not 2 < len(entity.name[0]) < 7:
        return False
    if entity.name[0].lower() in lists.words("surnames.txt") or entity.role or entity.heads:
        return False
    capitals = sum(n for form, n in entity.names.items() if form.isupper())
    return 0 < entity.count - capitals < MOSTLY * capitals


def is_unlike_person(entity: Entity) -> bool:
    """Whether only its length speaks for a person, and a common word opens it: "Midnight Magic"."""
    if len(entity.name) == 1 or entity.proof >= LITTLE:
        return False
    first = entity.name[0].lower()
    common = first in lists.words("en/common_words.txt") and first not in lists.given_names()
    return common and may_be_given(first) and odds(" ".join(entity.name)) < UNLIKELY


def decide(entity: Entity, learnt_on: bool = True) -> None:
    """What the entity is, and its gender, by what all its mentions tell.

    Which words are common is known of the language `learnt_on` alone: elsewhere "Marine Roux" is a person.
    """
    person, organization, place = entity.evidence
    if is_acronym(entity):
        organization += person + 1
    if organization > person and organization >= place:
        entity.being = "organization"
    elif place > person:
        entity.being = "place"
    elif person == 0 or (learnt_on and is_unlike_person(entity)):
        entity.being = "other"
    if entity.being == "person":
        given = lists.given_names()
        forms = [tuple(printed.split()) for printed in entity.names]
        small = lists.words("en/particles.txt")
        proper = [f for f in forms if len(f) > 1 and f[0].lower() in given and f[0].lower() not in small]
        marked = lists.words("en/organization_words.txt")
        if proper and len(entity.name) > 2 and entity.name[0].lower() not in given:
            # "Daily Mail Lacerda", "Crooked Hillary Clinton": not the fullest name but a wrong one
            best = max(proper, key=lambda f: (entity.names[" ".join(f)], len(f)))
            often = entity.names[" ".join(best)] > 2 * entity.names.get(" ".join(entity.name), 1)
            if often or any(w.lower() in marked for w in entity.name[:-1]):
                entity.name = best
        elif (
            len(entity.name) > (2 if may_be_given(entity.name[0].lower()) else 1)
            and entity.names.get(entity.name[-1], 0) > 2 * entity.names[" ".join(entity.name)]
        ):
            common = lists.words("en/common_words.txt")
            if all(w.lower() in common and w.lower() not in given for w in entity.name[:-1]):
                entity.name = entity.name[-1:]  # "Awful Thing Trump"
        if len(entity.name) > 1 and entity.name[0].lower() in given and all(w.isupper() for w in entity.name):
            entity.name = tuple(w.title() for w in entity.name)  # "ANN ROE", of a transcript
    if entity.being == "person" and entity.genders:
        entity.gender = max(sorted(entity.genders), key=lambda g: entity.genders[g])
    elif entity.being == "person" and len(entity.name) == 1 and entity.gender == "u":
        entity.gender = gender_of_lone(entity.name[0])


def tell_bodies(mentions: list[Mention], entities: list[Entity]) -> None:
    """Let a name of one word that no list has and no "he" or "who" means be an organisation's: Tesla."""
    called = {
        m.entity
        for m in mentions
        if m.form == "pronoun" and (m.gender in ("m", "f") or m.words[0].lower() in RELATIVE_PERSONS)
    }
    surnames, given = lists.words("surnames.txt"), lists.given_names()
    for number, entity in enumerate(entities):
        if entity.being in ("person", "other") and len(entity.name) == 1 and number not in called:
            word = entity.name[0].lower()
            unknown = may_be_body(entity) and not (is_account(word) or "_" in word)
            if unknown and word not in given and word not in surnames:
                entity.body = True
