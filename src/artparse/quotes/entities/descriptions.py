"""What is said of a person beside the name: roles, ages, where somebody is from.

    "The minister of health, Jane Doe, 44, from Radbury, said"
    ->  role "The minister of health", age "44", and one mention, not four

In: mentions and entities. Out: the entities with `role`, `roles`, `heads`, `qualifiers` and `age`; mentions
that are only part of what is said of somebody are `inside`.
"""

from __future__ import annotations

from artparse.article import Span
from artparse.names import lists
from artparse.names.persons import bare
from artparse.quotes.cues import is_sure
from artparse.quotes.entities.appositions import role_ahead, role_behind
from artparse.quotes.entities.entity import Entity
from artparse.quotes.kinds import BELONGING, DEFINITE
from artparse.quotes.mentions.beside import word_at
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.tokens import Tokens
from artparse.quotes.words import word_list, word_table

RULERS_TITLES = word_list("rulers titles")

PREPOSITIONS_OF_BELONGING = word_list("prepositions of belonging")
PREPOSITIONS_OF_ORIGIN = word_list("prepositions of origin")
TITLES = word_table("titles")
CLAUSE_WORDS = word_list("clause words")
FORMS_OF_IS = word_list("is and was")
BEFORE_DESCRIPTIONS = word_list("a and an") | DEFINITE
LONGEST_CLAUSE = 14
"""Tokens of a clause that tells more of where somebody is from, at most."""
LONGEST_BRACKET = 9
"""Longest bracket behind a name that only tells party, seat or age, in tokens."""
MENTIONS_SET_OFF = 6
"""Mentions that may stand between a name and what says more of it."""


def read_roles(tokens: Tokens, mentions: list[Mention], entities: list[Entity]) -> None:
    """Roles before a name, and those set off by commas after or before it."""
    words = tokens.words
    for index, mention in enumerate(mentions):
        if mention.form != "name":
            continue
        entity = entities[mention.entity]
        if mention.title in RULERS_TITLES:
            entity.heads.add(mention.title)
        if len(entity.name) > 2 and entity.name[1] in BELONGING:
            entity.heads.add(entity.name[0].lower())  # "the Duke", of the Duke of Rutland
        entity.heads.update(TITLES.get(mention.title, ()))
        if entity.being == "place":
            continue
        after = words[mention.last : mention.last + 2]
        if len(after) == 2 and after[0] == "," and after[1].isdigit() and len(after[1]) < 3:
            entity.age = after[1]
        add_role(tokens, entity, mention.role)
        ahead = role_ahead(tokens, mentions, index)
        add_role(tokens, entity, ahead)
        if entity.being == "other" and ahead is not None and tells_relative(tokens, ahead):
            entity.being = "person"  # "His daughter, Marites, was there"
        if mention.role is None:
            add_role(tokens, entity, role_behind(tokens, mentions, index, entity.being == "person"))
        add_noun(tokens, entity, mention)
        if entity.being == "person" and after and (after[0] == "," or after[0] in PREPOSITIONS_OF_ORIGIN):
            join_origin(tokens, mentions, index)
        elif entity.being == "person" and after and after[0] == "(":
            join_bracket(tokens, mentions, index)


def join_origin(tokens: Tokens, mentions: list[Mention], index: int) -> None:
    """Let where somebody is from be part of the name, where a verb of saying follows.

    So "Jane Doe, 44, from Radbury, Eastshire, said" names one speaker, and "Jane Doe of Acme said".
    """
    words, i = tokens.words, mentions[index].last
    if word_at(words, i) == ",":
        i += 3 if word_at(words, i + 1).isdigit() else 1
    if word_at(words, i) not in PREPOSITIONS_OF_ORIGIN:
        return
    parts: list[Mention] = []
    for other in mentions[index + 1 : index + 4]:
        between = words[i + 1 : other.first]
        plain = all(w[0].islower() and not is_sure(w) for w in between)
        if other.form == "pronoun" or len(between) > 3 or not plain:
            break
        if other.form == "noun":
            continue  # "of the force’s Crime Team"
        parts.append(other)
        i = other.last
        if word_at(words, i) != ",":
            break
    i = _behind_clause(tokens, i)
    verb = word_at(words, i + (word_at(words, i) == ","))
    if is_sure(verb) and not verb.endswith("ing"):
        for part in parts:
            part.inside = True


def _behind_clause(tokens: Tokens, comma: int) -> int:
    """The comma that ends the clause of where somebody is from: "of Acme, which was not there, said"."""
    words = tokens.words
    if word_at(words, comma) != "," or word_at(words, comma + 1) not in CLAUSE_WORDS:
        return comma
    ahead = range(comma + 2, min(len(words), comma + LONGEST_CLAUSE))
    return next(
        (i for i in ahead if words[i] == "," and tokens.sentences[i] == tokens.sentences[comma]), comma
    )


def join_bracket(tokens: Tokens, mentions: list[Mention], index: int) -> None:
    """Let what stands in brackets behind a person be part of the name: "Jane Doe (Lab, Oldbury) said"."""
    first = mentions[index].last
    inside = tokens.words[first : first + LONGEST_BRACKET]
    if ")" in inside:
        for part in mentions[index + 1 : index + MENTIONS_SET_OFF]:
            part.inside = part.inside or part.first < first + inside.index(")")


def add_noun(tokens: Tokens, entity: Entity, mention: Mention) -> None:
    """What "Smith is a teacher" tells of Smith; it is no role to print."""
    words = tokens.words
    i = mention.last
    if len(words) < i + 3 or words[i] not in FORMS_OF_IS or words[i + 1] not in BEFORE_DESCRIPTIONS:
        return
    people = lists.people()
    for word in words[i + 2 : i + 6]:
        low = word.lower()
        if not word[0].isalpha() or low in PREPOSITIONS_OF_BELONGING:
            return
        if low in people:
            entity.heads.add(low)
            if entity.gender == "u":
                entity.gender = people[low]
            return


def tells_relative(tokens: Tokens, span: Span) -> bool:
    """Whether words before a name tell whose relative or friend it is."""
    words = tokens.words[tokens.at(span[0]) : tokens.at(span[1])]
    return any(word.lower() in lists.words("en/relations.txt") for word in words)


def add_role(tokens: Tokens, entity: Entity, span: Span | None) -> None:
    if span is None:
        return
    people = lists.people()
    words = [bare(w).lower() for w in tokens.words[tokens.at(span[0]) : tokens.at(span[1])]]
    heads = [w for w in words if w in people]
    entity.heads.update(heads)
    if len(words) > 1:
        entity.heads.add("".join(w[:1] for w in words))  # "the CM", after "Chief Minister Jane Doe"
    entity.qualifiers.update(w for w in words if w not in heads and w[:1].isalpha())
    entity.roles.append(span)
    if entity.role is None:
        entity.role = span
    if tokens.genders:
        told = {
            tokens.genders[i] for i in range(tokens.at(span[0]), tokens.at(span[1])) if i in tokens.genders
        }
    else:
        told = {people[h] for h in heads}
    told -= {"u"}
    if entity.gender == "u" and len(told) == 1:
        entity.gender = told.pop()
