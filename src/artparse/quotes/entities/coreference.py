"""Which mentions are one and the same: an entity for each person, organisation or document."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from artparse.article import Span
from artparse.names import lists
from artparse.names.persons import bare, gender_of, same_given_name
from artparse.quotes import cues
from artparse.quotes.mentions.scan import (
    ADDRESSING,
    AUXILIARIES,
    HELD,
    ROYAL,
    SUFFIXES,
    TELLING,
    Being,
    Mention,
    after_aside,
    nouns,
    word_at,
)
from artparse.quotes.tokens import Tokens, ends_sentence


@dataclass(slots=True, eq=False)
class Entity:
    """One person, organisation or document of the article."""

    name: tuple[str, ...]
    """The fullest name."""
    being: Being = "person"
    body: bool = False
    """Whether the record calls it an organisation although it may be a person by its form: Tesla."""
    gender: str = "u"
    role: Span | None = None
    """The words that say who a person is, as printed."""
    roles: list[Span] = field(default_factory=list)
    """All such words, in source order of the names that they stand beside."""
    age: str = ""
    heads: set[str] = field(default_factory=set)
    """The nouns that such words had: `senator`, `spokesman`."""
    qualifiers: set[str] = field(default_factory=set)
    """The other words of roles, in lower case: `vermont`, `former`."""
    names: dict[str, int] = field(default_factory=dict)
    """Every form of the name, with its number of mentions."""
    count: int = 0
    first: int = 0
    """The token of its first mention."""
    evidence: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0])
    proof: float = 0.0
    """The most that one mention tells of a person."""
    genders: dict[str, float] = field(default_factory=dict)


PROVEN = 2.5
"""So much evidence for a person in one mention leaves no doubt: a given name and a last name."""
NAMESAKES = 20
"""At most so many entities of one last name, first name or acronym are told apart."""


NEARBY = 12
"""A misspelt last name is one of the last so many names."""
SPELT = 5
"""Shorter last names are taken for what they say, however like another."""
LONG_AGO = 3
"""So many passages after its last mention a last name may mean a namesake who came in between."""


FAR = 5
"""So many times farther back than its namesake somebody was named whom a last name means no more."""


def folded(name: Sequence[str]) -> tuple[str, ...]:
    """A name's words for comparison: small letters, no dots."""
    words = name[:-1] if len(name) > 2 and name[-1] in SUFFIXES else name
    return tuple(word.replace(".", "").casefold() for word in words)


def find_entities(tokens: Tokens, mentions: list[Mention], author: str | None = None) -> list[Entity]:
    """The entities behind the names of `mentions`; sets the `entity` of every mention that it can resolve.

    `author` is whom `I` means outside quotation marks.
    """
    entities: list[Entity] = []
    named = [m for m in mentions if m.form == "name"]
    _share_last_names(tokens, named)
    _join_long(named, entities)
    _join_short(tokens, named, entities)
    for mention in named:
        _count(mention, entities[mention.entity])
    for entity in entities:
        _decide(entity)
    _read_roles(tokens, mentions, entities)
    if author is not None:
        _let_write(author, mentions, entities)
    _Resolver(tokens, mentions, entities).run()
    _tell_bodies(mentions, entities)
    return entities


def _tell_bodies(mentions: list[Mention], entities: list[Entity]) -> None:
    """Let a name of one word that no list has and no "he" or "she" stands for be an organisation's: Tesla."""
    called = {m.entity for m in mentions if m.form == "pronoun" and m.gender in ("m", "f")}
    surnames, given = lists.words("surnames.txt"), lists.given_names()
    for number, entity in enumerate(entities):
        if entity.being in ("person", "other") and len(entity.name) == 1 and number not in called:
            word = entity.name[0].lower()
            if may_be_body(entity) and word not in given and word not in surnames:
                entity.body = True


def _is_proven(entity: Entity) -> bool:
    """Whether the text tells that a name is a person's: by a title, a role, or one name alone."""
    told = bool(entity.role or entity.age or entity.heads) or entity.proof >= PROVEN
    if len(entity.name) == 1:
        return told or entity.name[0].lower() in lists.given_names()
    return told or not entity.names.keys().isdisjoint(entity.name)


def may_be_body(entity: Entity) -> bool:
    """Whether what was taken for a person may be an organisation: nothing but its form tells a person."""
    if not entity.name or entity.role or entity.age or entity.evidence[0] >= 1.3 * entity.count:
        return False
    return entity.name[0].lower() not in lists.given_names()


def _let_write(author: str, mentions: list[Mention], entities: list[Entity]) -> None:
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
    for mention in own:
        mention.entity, mention.rule = number, "name/author"


# --- names -----------------------------------------------------------------------------------------


def _share_last_names(tokens: Tokens, named: list[Mention]) -> None:
    """Give the first of "Leo and Nora Holm" the last name of both."""
    given, surnames = lists.given_names(), lists.words("surnames.txt")
    for mention, other in pairwise(named):
        if len(mention.words) != 1 or len(other.words) != 2 or other.first != mention.last + 1:
            continue
        first = mention.words[0].lower()
        both = first in given and first not in surnames and other.words[0].lower() in given
        if both and tokens.words[mention.last] == "and" and not other.title:
            mention.words, mention.evidence = (mention.words[0], other.words[1]), other.evidence


def _join_long(named: list[Mention], entities: list[Entity]) -> None:
    """Join names of two words and more: one entity for names that may be one person's."""
    forms: dict[tuple[str, ...], list[Mention]] = {}
    for mention in named:
        if len(mention.words) > 1:
            forms.setdefault(folded(mention.words), []).append(mention)
    given, organization = lists.given_names(), lists.words("en/organization_words.txt")
    by_last: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    by_first: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for form in sorted(forms, key=lambda f: (-len(f), forms[f][0].first)):
        group = forms[form]
        match = -1
        gender = next((m.gender for m in group if m.title and m.gender != "u"), "u")
        namesakes = [
            (number, other)
            for number, other in by_last.get(form[-1], ())[:NAMESAKES]
            if {gender, entities[number].gender} != {"m", "f"}
        ]
        for number, other in namesakes:
            if other[-len(form) :] == form and other[-len(form) - 1 :][0] not in BELONGING:
                match = number  # but no "South Carolina" for the "University of South Carolina"
                break
        for number, other in namesakes if match < 0 else ():
            short = len(form) == 2 or len(other) == 2 or form[1] == other[1]
            lordly = form[0] in ("lord", "lady", "baroness") and short and other[0] in given
            if (same_given_name(form[0], other[0]) and short) or lordly:
                match = number
                break
            if (form[0] in given) != (other[0] in given) and not organization.isdisjoint(
                form[:-1] + other[:-1]
            ):
                match = number  # "Daily Mail Lacerda"
                break
        if match < 0 and len(form) == 2 and form[0] in ROYAL:
            match = next((n for n, _ in by_first.get(form[1], ())), -1)  # Sheikh Mohammed
        if match < 0 and (len(form) > 2 or form[-1] in organization):
            match = next(
                (
                    n
                    for n, other in by_first.get(form[0], ())[:NAMESAKES]
                    if other[: len(form)] == form and (len(form) > 2 or other[2:3] == ("of",))
                ),
                -1,
            )  # "Police Federation", of the Police Federation of Mercia
        if match < 0:
            match = len(entities)
            longest = max(group, key=lambda m: (len(" ".join(m.words)), not " ".join(m.words).isupper()))
            entities.append(Entity(longest.words, gender=gender))
        else:
            entity = entities[match]
            entity.gender = gender if gender != "u" else entity.gender
            spelt = group[0].words
            if len(spelt) == len(entity.name) and form[0] in given and len(spelt[0]) > len(entity.name[0]):
                entity.name = spelt  # William rather than Bill
        by_last.setdefault(form[-1], []).append((match, form))
        by_first.setdefault(form[0], []).append((match, form))
        for mention in group:
            mention.entity, mention.rule = match, "name/full"


def _join_short(tokens: Tokens, named: list[Mention], entities: list[Entity]) -> None:
    """Join single words to the full names that they may stand for, the nearest first."""
    by_last: dict[str, list[int]] = {}
    by_first: dict[str, list[int]] = {}
    by_middle: dict[str, list[int]] = {}
    by_initials: dict[str, list[int]] = {}
    people: dict[int, bool] = {}
    sure: dict[int, bool] = {}
    called: set[int] = set()
    """Persons who were called by their last name alone, or said something."""
    latest: dict[int, tuple[int, int]] = {}
    """Passage and number of the last mention so far."""
    bodied: dict[int, bool] = {}
    """Whether an entity's first mention is a body's by its form: "Acme Foods"."""
    for mention in named:
        number = mention.entity
        if number < 0:
            continue
        person, organization, place = mention.evidence
        bodied.setdefault(number, organization > max(person, place) and not mention.title)
        people[number] = people.get(number, False) or person >= max(organization, place)
        sure[number] = sure.get(number, False) or person >= max(organization, place, 1.5)
    for number, entity in enumerate(entities):
        form = folded(entity.name)
        by_last.setdefault(form[-1], []).append(number)
        by_first.setdefault(form[0], []).append(number)
        if "-" in form[-1] and sure.get(number, False):
            for word in form[-1].split("-"):
                by_middle.setdefault(word, []).append(number)  # "Pell", of Ann Pell-Roe
        for word in form[1:-1] if sure.get(number, False) else ():
            by_middle.setdefault(word, []).append(number)
        letters = [w for w in entity.name if w[0].isupper()]
        if len(letters) > 1:
            by_initials.setdefault("".join(w[0] for w in letters).casefold(), []).append(number)
            if len(letters) < len(form):  # the MoD
                by_initials.setdefault("".join(w[0] for w in form), []).append(number)
    organizing = lists.words("en/organization_words.txt")
    given = lists.given_names()
    strengths = cues.strengths()
    bodies: dict[str, list[int]] = {}
    """A word such as "college" to the organisations so far that have it in their names."""
    acronyms: dict[str, int] = {}
    spelt = Counter(mention.words for mention in named)
    spellings = _spellings(named) if any(mention.words[0][0] == "@" for mention in named) else {}
    for position, mention in enumerate(named):
        if len(mention.words) == 1 and position:
            number = _spelt_out(tokens, named[position - 1], mention)
            if number >= 0:
                acronyms.setdefault(folded(mention.words)[0], number)
    for position, mention in enumerate(named):
        if len(mention.words) == 1 and position:
            number = _spelt_out(tokens, named[position - 1], mention)
            if number >= 0:  # "Bundesgerichtshof (BGH)", which is an entity only now
                acronyms.setdefault(folded(mention.words)[0], number)
        account = _owner(tokens, named, position, spellings) if mention.words[0][0] == "@" else -1
        if account >= 0:
            mention.entity, mention.rule = account, "name/account"
            mention.evidence = (0.0, 0.0, 0.0)
        elif len(mention.words) == 1 and folded(mention.words)[0] in acronyms:
            mention.entity, mention.rule = acronyms[folded(mention.words)[0]], "name/acronym"
        elif len(mention.words) == 1:
            word = folded(mention.words)[0]
            namesakes = by_last.get(word, ())[:NAMESAKES]
            found = [n for n in namesakes if people.get(n, True) or len(entities[n].name) == 1]
            place = mention.evidence[2] >= 3 and not mention.title
            ahead = tokens.words[mention.first - 1]
            ahead = ahead if tokens.passages[mention.first - 1] == mention.passage else "."
            rare = [n for n in found if n not in latest and spelt[mention.words] >= spelt[entities[n].name]]
            event = {n for n in rare if _is_event(entities[n].name) and ahead not in entities[n].name}
            found = [n for n in found if n not in event]
            if found and latest.keys().isdisjoint(found):
                known = [
                    n for n in by_first.get(word, ())[:NAMESAKES] if n in latest and people.get(n, False)
                ]
                found = known or found  # "Dar", of Dar Yasin, before any Yousuf Dar is named
            if not found and mention.words[0][0].isupper() and mention.words[0][-1].isupper():
                found = by_initials.get(word, [])[:NAMESAKES]
            if not found and not place:
                found = [n for n in by_first.get(word, ())[:NAMESAKES] if sure.get(n, False)]
            if not found and not place:
                found = by_middle.get(word, [])[:NAMESAKES]  # "García", of Ana García Ruiz
            if not found and not mention.evidence[2] and not mention.title:
                known = [n for n in by_first.get(word, ())[:NAMESAKES] if n in latest and bodied.get(n)]
                found = known if len(known) == 1 and _is_firm(entities[known[0]].name) else []
            if mention.gender != "u":
                fitting = [n for n in found if {mention.gender, _gender(entities[n])} != {"m", "f"}]
                found = fitting if fitting or mention.title else found
            if not found and word in organizing:
                found = bodies.get(word, [])[-1:]  # "The College", after "the Royal College of Physicians"
                if not _is_definite(tokens, mention) and len(set(bodies.get(word, ()))) > 1:
                    found = []  # but "Commission officials" after one commission only
            if not found and not place and word not in given:
                found = _misspelt(mention, word, named[max(0, position - NEARBY) : position], entities)
            if mention.evidence[2] >= 3.7 and any(len(entities[n].name) > 1 for n in found):
                found = [n for n in found if len(entities[n].name) == 1]
            if len(found) > 1:
                found = [n for n in found if not _is_part(entities[n].name)] or found
            if len(found) > 1:
                before = [n for n in found if n in latest]
                found = [_meant(before, called, latest, mention.passage)] if before else found[:1]
            if found:
                mention.entity, mention.rule = found[0], "name/short"
                called.add(found[0])
                if sure.get(found[0], False) and word == folded(entities[found[0]].name)[-1]:
                    mention.evidence = (mention.evidence[0], 0.0, 0.0)  # "Phoenix", of Ann Phoenix
            else:
                mention.entity = len(entities)
                entities.append(Entity(mention.words))
                by_last.setdefault(word, []).append(mention.entity)
        elif not mention.title:
            for word in organizing.intersection(_heads(folded(mention.words))):
                bodies.setdefault(word, []).append(mention.entity)
        latest[mention.entity] = (mention.passage, position)
        around = word_at(tokens.words, mention.last), tokens.words[mention.first - 1]
        if mention.quoted < 0 and max(strengths.get(around[0], 0), strengths.get(around[1], 0)) >= 7:
            called.add(mention.entity)


def _misspelt(mention: Mention, word: str, before: Sequence[Mention], entities: list[Entity]) -> list[int]:
    """The person named shortly before whose last name a word differs from by one letter: Wines for Wimes."""
    if len(word) < SPELT:
        return []
    for other in reversed(before):
        if len(other.words) < 2 or mention.passage - other.passage > LONG_AGO:
            continue
        if other.words[-1][0].lower() != word[0]:
            continue
        last = folded(entities[other.entity].name)[-1]
        if last[0] == word[0] and _is_one_off(last, word) and other.evidence[0] > max(other.evidence[1:]):
            return [other.entity]
    return []


def _is_one_off(one: str, other: str) -> bool:
    """Whether one letter was put in, left out or changed, and it is no plural's or owner's `s`."""
    if abs(len(one) - len(other)) > 1 or one + "s" == other or other + "s" == one:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def _heads(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body's name that it may be called: "college", of the "Royal College of Physicians"."""
    of = next((i for i, word in enumerate(name) if word in ("of", "for") and i), len(name))
    return name[of - 1], name[-1]


def _is_firm(name: tuple[str, ...]) -> bool:
    """Whether a body is known by the first word of its name too: "Acme", of Acme Foods."""
    organizing = lists.words("en/organization_words.txt")
    tail = [word for word in folded(name)[1:] if word not in ("&", "and")]
    return all(word in organizing for word in tail) and name[0].lower() not in lists.words("surnames.txt")


def _is_event(name: tuple[str, ...]) -> bool:
    """Whether a name is rather of something that somebody has named for himself: "Camp Acme", of Acme."""
    first = name[0].lower()
    plain = first in lists.words("en/common_words.txt") or first in lists.words("en/organization_words.txt")
    return len(name) > 1 and plain and first not in lists.given_names()


def _is_part(name: tuple[str, ...]) -> bool:
    """Whether the last word of a name is not the whole of the last name, as in "Sadeq Abu Amer"."""
    return len(name) > 2 and name[-2].lower() in lists.words("en/particles.txt")


def _meant(found: list[int], called: set[int], latest: dict[int, tuple[int, int]], passage: int) -> int:
    """Which of several namesakes a last name alone means: whom it meant before, unless long ago."""
    last = max(found, key=lambda n: latest[n])
    known = max(found, key=lambda n: (n in called, latest[n]))
    since, before = passage - latest[last][0], passage - latest[known][0]
    return last if before - since >= LONG_AGO and (since < 2 or before > FAR * since) else known


def _is_definite(tokens: Tokens, mention: Mention) -> bool:
    return mention.first > 0 and tokens.words[mention.first - 1].lower() == "the"


def _spelt_out(tokens: Tokens, before: Mention, mention: Mention) -> int:
    """The entity whose acronym the mention is, because it stands in brackets right after its name; or -1."""
    if not mention.words[0][:2].isupper() or tokens.words[mention.first - 1] != "(":
        return -1
    whole = len(before.words) > 1 or len(before.words[0]) > 2 * len(mention.words[0])
    return before.entity if before.last == mention.first - 1 and whole else -1


def _owner(tokens: Tokens, named: list[Mention], position: int, spellings: dict[str, int]) -> int:
    """Whose account a name such as "@JaneDoe" is: who stands before its bracket, or is spelt so; or -1."""
    mention = named[position]
    before = named[position - 1] if position else None
    if before is not None and before.last == mention.first - 1 and tokens.words[before.last] == "(":
        return before.entity
    return spellings.get(_letters(mention.words), -1)


def _spellings(named: list[Mention]) -> dict[str, int]:
    """How the accounts of persons and bodies may be spelt: "janedoe", "jdoe", "realjanedoe"."""
    found: dict[str, int] = {}
    for mention in named:
        if len(mention.words) > 1 and mention.entity >= 0:
            whole = _letters(mention.words)
            short = mention.words[0][0].casefold() + _letters(mention.words[-1:])
            for spelling in (whole, short, f"real{whole}", f"the{whole}", f"{whole}official"):
                if found.setdefault(spelling, mention.entity) != mention.entity:
                    found[spelling] = -1  # of two of them
    return found


def _letters(words: Sequence[str]) -> str:
    return "".join(c for word in words for c in word.casefold() if c.isalpha())


def _gender(entity: Entity) -> str:
    if entity.gender != "u":
        return entity.gender
    return gender_of(entity.name)


def _count(mention: Mention, entity: Entity) -> None:
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


def _may_be_given(word: str) -> bool:
    """Whether a word may open a person's name: "Rush" and "Prince", but not "State" (of "State Twitter")."""
    return word not in nouns() or word in ROYAL


def _decide(entity: Entity) -> None:
    """What the entity is, and its gender, by what all its mentions tell."""
    person, organization, place = entity.evidence
    if organization > person and organization >= place:
        entity.being = "organization"
    elif place > person:
        entity.being = "place"
    elif person == 0:
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
            len(entity.name) > (2 if _may_be_given(entity.name[0].lower()) else 1)
            and entity.names.get(entity.name[-1], 0) > 2 * entity.names[" ".join(entity.name)]
        ):
            common = lists.words("en/common_words.txt")
            if all(w.lower() in common and w.lower() not in given for w in entity.name[:-1]):
                entity.name = entity.name[-1:]  # "Awful Thing Trump"
        if len(entity.name) > 1 and entity.name[0].lower() in given and all(w.isupper() for w in entity.name):
            entity.name = tuple(w.title() for w in entity.name)  # "ANN ROE", of a transcript
    if entity.being == "person" and entity.genders:
        entity.gender = max(sorted(entity.genders), key=lambda g: entity.genders[g])


def _read_roles(tokens: Tokens, mentions: list[Mention], entities: list[Entity]) -> None:
    """Roles before a name, and those set off by commas after or before it."""
    words = tokens.words
    for index, mention in enumerate(mentions):
        if mention.form != "name":
            continue
        entity = entities[mention.entity]
        if mention.title in ROYAL:
            entity.heads.add(mention.title)
        if len(entity.name) > 2 and entity.name[1] == "of":
            entity.heads.add(entity.name[0].lower())  # "the Duke", of the Duke of Rutland
        entity.heads.update(HELD.get(mention.title, ()))
        if entity.being == "place":
            continue
        after = words[mention.last : mention.last + 2]
        if len(after) == 2 and after[0] == "," and after[1].isdigit() and len(after[1]) < 3:
            entity.age = after[1]
        _add_role(tokens, entity, mention.role)
        _add_role(tokens, entity, _role_ahead(tokens, mentions, index))
        if mention.role is None:
            _add_role(tokens, entity, _role_behind(tokens, mentions, index, entity.being == "person"))
        _add_noun(tokens, entity, mention)
        if entity.being == "person" and after and (after[0] == "," or after[0] in ORIGINS):
            _join_origin(tokens, mentions, index)
        elif entity.being == "person" and after and after[0] == "(":
            _join_bracket(tokens, mentions, index)


def _join_origin(tokens: Tokens, mentions: list[Mention], index: int) -> None:
    """Let where somebody is from be part of the name, where a verb of saying follows.

    So "Jane Doe, 44, from Radbury, Eastshire, said" names one speaker, and "Jane Doe of Acme said".
    """
    words, i = tokens.words, mentions[index].last
    if word_at(words, i) == ",":
        i += 3 if word_at(words, i + 1).isdigit() else 1
    if word_at(words, i) not in ORIGINS:
        return
    parts: list[Mention] = []
    for other in mentions[index + 1 : index + 4]:
        between = words[i + 1 : other.first]
        plain = all(w[0].islower() and not _says(w) for w in between)
        if other.form == "pronoun" or len(between) > 3 or not plain:
            break
        if other.form == "noun":
            continue  # "of the force’s Crime Team"
        parts.append(other)
        i = other.last
        if word_at(words, i) != ",":
            break
    verb = word_at(words, i + (word_at(words, i) == ","))
    if _says(verb) and not verb.endswith("ing"):
        for part in parts:
            part.inside = True


def _join_bracket(tokens: Tokens, mentions: list[Mention], index: int) -> None:
    """Let what stands in brackets behind a person be part of the name: "Jane Doe (Lab, Oldbury) said"."""
    first = mentions[index].last
    inside = tokens.words[first : first + BRACKET]
    if ")" in inside:
        for part in mentions[index + 1 : index + SET_OFF]:
            part.inside = part.inside or part.first < first + inside.index(")")


def _role_ahead(tokens: Tokens, mentions: list[Mention], index: int) -> Span | None:
    """The noun phrase before a name: "The minister of health, Jane Doe, said". It joins the name."""
    mention = mentions[index]
    comma = mention.first - 1
    if comma < 1 or tokens.words[comma] != "," or tokens.quoted[comma] != mention.quoted:
        return None
    for at in range(index - 1, max(-1, index - 5), -1):
        before = mentions[at]
        if before.sentence != mention.sentence or before.quoted != mention.quoted:
            return None
        if before.form == "noun" and before.being == "person" and not before.inside:
            if before.governed and before.title == "another":
                return None  # "While Doe waits for another customer, Roe has left"
            break
    else:
        return None
    told = before.first > 0 and _says(tokens.words[before.first - 1])
    ends = told and word_at(tokens.words, mention.last) in APPOSITION_ENDS
    said = tokens.glossed and told
    if not said and before.last != comma and not _is_closed(tokens, mention, before.last, comma, ends):
        return None
    for part in mentions[at:index]:
        part.inside = True
    before.entity = mention.entity
    mention.subject = max(mention.subject, before.subject)
    return before.span[0], tokens.ends[comma - 1]


def _is_closed(tokens: Tokens, mention: Mention, first: int, comma: int, ends: bool) -> bool:
    """Whether `first:comma` is what belongs to a noun ("of the town council") and the name no list's part.

    `ends`: a verb of saying stands before the noun and the sentence ends behind the name.
    """
    words = tokens.words
    if words[first] not in BELONGING | {"and"} or comma - first > 12 or not words[comma - 1][0].isalnum():
        return False
    following = word_at(words, mention.last)
    if not (ends or following == "," or _says(following)):
        return False
    return all(w[0].isalnum() and w.lower() not in VERBS and not _says(w) for w in words[first:comma])


def _says(word: str) -> bool:
    return cues.strengths().get(word.lower(), 0) >= 7


BELONGING = frozenset(("of", "in", "at", "for", "to", "from"))
"""What stands before the name of a place or body that is said of a person, or is part of a longer name."""
ORIGINS = frozenset(("of", "in", "at", "for", "from", "with"))
VERBS = frozenset(("is", "was", "has", "had", "have", "will", "were", "are", "who", "that", "which", "when"))


def _role_behind(tokens: Tokens, mentions: list[Mention], index: int, person: bool) -> Span | None:
    """The apposition after a name, of a `person` or not; the mentions in it are part of it."""
    found = _apposition(tokens, mentions[index])
    if found is None:
        return None
    parts = [m for m in mentions[index + 1 : index + 8] if m.first < found[1]]
    if any(
        m.form == "name" and m.last >= found[1] and (m.role is not None or m.title) and not m.governed
        for m in parts
    ):
        return None  # "In Leeds, police reporter Jane Doe said"
    told = found[1] < len(tokens.words) and _says(tokens.words[found[1]])
    if told and (mentions[index].governed or not person):
        return None  # "In the Commons, the MP said", "Appearing on Face the County, the MP said"
    for part in parts:
        part.inside = part.form != "pronoun"
    return tokens.starts[found[0]], tokens.ends[found[1] - 1]


def _add_noun(tokens: Tokens, entity: Entity, mention: Mention) -> None:
    """What "Smith is a teacher" tells of Smith; it is no role to print."""
    words = tokens.words
    i = mention.last
    if len(words) < i + 3 or words[i] not in ("is", "was") or words[i + 1] not in ("a", "an", "the"):
        return
    people = lists.people()
    for word in words[i + 2 : i + 6]:
        low = word.lower()
        if not word[0].isalpha() or low in BELONGING:
            return
        if low in people:
            entity.heads.add(low)
            if entity.gender == "u":
                entity.gender = people[low]
            return


def _add_role(tokens: Tokens, entity: Entity, span: Span | None) -> None:
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


def _apposition(tokens: Tokens, mention: Mention) -> tuple[int, int] | None:
    """The tokens of the role after a name: ", the mayor of Oslo,"."""
    words, passages = tokens.words, tokens.passages
    i = mention.last
    if i + 1 >= len(words) or words[i] != "," or tokens.quoted[i] != mention.quoted:
        return None
    if words[i + 1].isdigit() and i + 3 < len(words) and words[i + 2] == ",":
        i += 2
    first = i + 1
    if (
        words[first].endswith("ed")
        and words[first + 1 : first + 2]
        and words[first + 1] in ("his", "her", "the")
    ):
        return None  # "Jane Doe, 19, texted her mother."
    if words[first] in ("and", "or", "but"):
        return None
    if words[first] in ("who", "whose") and first + 2 < len(words) and words[first + 1] in ("is", "was"):
        first += 2
    known = nouns()
    head = -1
    j = first
    closed = False
    while j < len(words) and j < first + 18 and passages[j] == mention.passage:
        word = words[j]
        low = bare(word).lower()
        if tokens.quoted[j] != mention.quoted:
            break
        short = len(words[j - 1]) == 1 and words[j - 1].isupper()  # "George W. Bush"
        dotted = word == "." and (short or words[j - 1].lower() in lists.words("en/abbreviations.txt"))
        dotted = dotted and not ends_sentence(tokens, j)
        if (word in APPOSITION_ENDS or low in APPOSITION_STOPS) and not dotted:
            closed = True
            break
        if head < 0 and known.get(low, ("",))[0] == "person":
            head = j
        elif head < 0 and (low in VERBS_AND_PLACES or j > first + 8):
            return None
        j += 1
    if head < 0 or j <= first or not closed:
        return None
    return first, j


APPOSITION_ENDS = frozenset((",", ".", ";", ":", "(", ")", "—", "–"))
BRACKET = 9
"""Longest bracket behind a name that only tells party, seat or age, in tokens."""
SET_OFF = 6
"""Mentions that may stand between a name and what says more of it."""
APPOSITION_STOPS = frozenset(("who", "said", "says", "told", "whose", "but", "tells", "added", "wrote"))
VERBS_AND_PLACES = frozenset(
    (
        "is",
        "was",
        "has",
        "had",
        "have",
        "will",
        "were",
        "are",
        "to",
        "at",
        "in",
        "on",
        "by",
        "he",
        "she",
        "it",
        "they",
    )
)


# --- pronouns and noun phrases ---------------------------------------------------------------------

WORKS = frozenset(("story", "article", "profile", "piece", "feature", "interview"))
"""Nouns for one and the same work of a newspaper."""
UNIQUE = frozenset(("senate", "congress", "parliament", "cabinet", "kremlin", "pentagon", "vatican", "state"))
"""Bodies whose name is one word."""
FILED = frozenset(("filed", "published", "issued", "released", "written", "commissioned", "produced", "sent"))
"""What is done with documents, before "by"."""
KIN = frozenset(
    (
        "mother",
        "mom",
        "mum",
        "father",
        "dad",
        "wife",
        "husband",
        "sister",
        "brother",
        "son",
        "daughter",
        "widow",
    )
)
"""Relatives who mostly have the same last name."""
PERSONAL = frozenset(
    (
        "man",
        "woman",
        "teenager",
        "pensioner",
        "grandmother",
        "grandfather",
        "resident",
        "student",
        "neighbour",
    )
)
"""Nouns, beside those of relatives, that fit too many to mean one who was called so long ago."""
SHORTLY = 6
"""So many mentions ago somebody is still meant by a noun, though another came in between."""
REACH = 12
"""How many sentences back a pronoun may refer."""
# What speaks for an antecedent of "he" and "she"; found by search on the development articles.
W_GAP, W_BACK, W_PASSAGE, W_GENDER, W_SUBJECT = -0.65, -0.12, -0.55, 0.6, 1.0
W_UNPROVEN = -1.0
W_POSSESSIVE, W_PRONOUN, W_COUNT, W_INSIDE, W_AGAIN, W_SPOKE, W_UNNAMED = (
    -0.7,
    0.35,
    0.08,
    -0.5,
    0.05,
    0.05,
    -0.3,
)
AHEAD = 40
"""Among so many mentions somebody is looked for whom "an expert" introduces."""
EXPERTS = frozenset(
    ("expert", "leader", "commentator", "correspondent", "specialist", "analyst", "boss", "chief", "star")
)
"""Heads of phrases that open a piece of news and are followed by a name and another noun for the person."""
CONTRASTING = frozenset(("but", "however", "another", "meanwhile", "still", "yet", "others"))
"""Words that open a passage about somebody else."""
VARYING = "en/variations.txt"
"""List of heads of phrases that reporters use for somebody already named: "the actor", "the expert"."""


def _tells_where(word: str) -> bool:
    """Whether a capitalised word before a noun is no part of a name: "Norwegian", "Oslo-based"."""
    if "-" in word and word.rpartition("-")[2] in TELLING:
        return True
    place = word in lists.entries("places.txt") or word in lists.entries("en/places.txt")
    return place or word.lower() in lists.words("en/demonyms.txt")


def _key(name: Sequence[str]) -> frozenset[str]:
    """The words of a name that matter: "Nepal's aviation authority" is the "Aviation Authority of Nepal"."""
    return frozenset(bare(word).casefold() for word in name) - {"of", "the", "for"}


RULE_OF_PRONOUN = {
    "who": "name/relative",
    "which": "name/relative",
    "that": "name/relative",
    "it": "name/it",
    "they": "name/they",
}
RULE_OF_NOUN = {"organization": "name/body", "document": "name/issuer"}


class _Resolver:
    """Left to right over the mentions; remembers who was mentioned where."""

    def __init__(self, tokens: Tokens, mentions: list[Mention], entities: list[Entity]) -> None:
        self.tokens, self.mentions, self.entities = tokens, mentions, entities
        self.recent: list[Mention] = []
        """Resolved mentions outside quotation marks, in order."""
        self.by_head: dict[str, list[int]] = {}
        for number, entity in enumerate(entities):
            if entity.being == "person":
                for head in entity.heads:
                    self.by_head.setdefault(head, []).append(number)
        self.by_last: dict[str, list[int]] = {}
        for number, entity in enumerate(entities):
            if entity.being == "person" and len(entity.name) > 1:
                namesakes = self.by_last.setdefault(entity.name[-1], [])
                if len(namesakes) < NAMESAKES:
                    namesakes.append(number)
        self.by_age = {entity.age: number for number, entity in enumerate(entities) if entity.age}
        self.bodies = {
            _key(entity.name): number
            for number, entity in enumerate(entities)
            if entity.being == "organization" and len(entity.name) > 1
        }
        """Words of an organisation's name, in any order, to the organisation."""
        self.unnamed: dict[str, int] = {}
        """Head of a phrase for somebody never named to the entity made for them."""
        self.latest: dict[int, int] = {}
        """Entity to the number of its last mention so far."""
        self.spoke: list[int] = []
        """Entities of persons, in the order in which verbs of saying had them as subjects."""
        self.generic = lists.words("en/bodies.txt")
        self.cues = cues.strengths()

    def run(self) -> None:
        previous: Mention | None = None
        for number, mention in enumerate(self.mentions):
            if mention.entity < 0 and mention.quoted < 0:
                if mention.form == "pronoun":
                    mention.entity = self._pronoun(number, mention, previous)
                    mention.rule = RULE_OF_PRONOUN.get(mention.words[0], "name/pronoun")
                elif mention.form == "noun" and not mention.inside:
                    mention.entity = self._noun(number, mention)
            elif self._is_generic(mention):
                body = self._known_body(mention, folded(mention.words)[0])
                if body >= 0:
                    mention.entity, mention.rule = body, "name/body"
            if mention.entity >= 0:
                self.latest[mention.entity] = number
                if mention.quoted < 0:
                    self._remember(mention)
            previous = mention
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Let "an expert has claimed" be the expert, "a report" its issuer, whom a later passage names."""
        named: dict[int, int] = {}
        for number, mention in enumerate(self.mentions):
            opens = mention.title in ("a", "an") or (not mention.title and mention.passage == 0)
            if mention.form != "noun" or not opens or mention.quoted >= 0 or mention.inside or mention.plural:
                continue
            if mention.entity >= 0 and self.entities[mention.entity].name:
                continue
            if self._speaks(mention) or self._speaks_behind(mention):
                found = self._introduced(number, mention)
                if found >= 0 and mention.entity >= 0:
                    named[mention.entity] = found
                elif found >= 0:
                    mention.entity, mention.rule = found, "name/ahead"
        for mention in self.mentions if named else ():
            if mention.entity in named:
                mention.entity, mention.rule = named[mention.entity], "name/ahead"

    def _speaks_behind(self, mention: Mention) -> bool:
        """Whether a verb of saying follows a little later: "an expert has said", "a leader of Acme said"."""
        words, i = self.tokens.words, mention.last
        first = word_at(words, i)
        if first in ("has", "had"):
            return self.cues.get(word_at(words, i + 1), 0) >= 6
        if first not in ("of", "at", "from"):
            return False
        for word in words[i + 1 : i + 9]:
            if not word[0].isalnum() or word in VERBS:
                return False
            if self.cues.get(word, 0) >= 7:
                return True
        return False

    def _introduced(self, number: int, mention: Mention) -> int:
        """Who is named in one of the next passages as what the mention says; or -1."""
        head = mention.words[0]
        for other in self.mentions[number + 1 : number + AHEAD]:
            if other.passage > mention.passage + 2:
                break
            if other.passage == mention.passage or other.entity < 0 or other.quoted >= 0:
                continue
            entity = self.entities[other.entity]
            if mention.being == "document":
                if other.form == "noun" and other.words == mention.words and entity.name:
                    return other.entity
                continue
            new = other.form == "name" and entity.being == "person" and entity.first == other.first
            if not new or len(entity.name) < 2 or {entity.gender, mention.gender} == {"m", "f"}:
                continue
            opening = self.tokens.words[bisect_left(self.tokens.passages, other.passage)].lower()
            next_to = other.passage == mention.passage + 1 and opening not in CONTRASTING
            if head in entity.heads or (head in EXPERTS and next_to and other.subject == 1):
                return other.entity
        return -1

    def _remember(self, mention: Mention) -> None:
        words = self.tokens.words
        self.recent.append(mention)
        after = after_aside(words, mention.last)
        before = words[mention.first - 1].lower() if mention.first else "."
        told = self.cues.get(before, 0) >= 7 and after not in AUXILIARIES  # "Doe said the man had left"
        said = self.cues.get(after, 0) >= 7 or told
        if said and self.entities[mention.entity].being == "person" and before not in ADDRESSING:
            self.spoke.append(mention.entity)

    def _pronoun(self, number: int, mention: Mention, previous: Mention | None) -> int:
        word = mention.words[0]
        if word in ("who", "which", "that"):
            return self._relative(mention, previous)
        if word == "it":
            return self._it(mention)
        if word == "they":
            return self._they(number, mention)
        if word not in ("he", "she", "his", "her"):
            return -1
        best, found = -1e9, -1
        seen: set[int] = set()
        last = len(self.recent) - 1
        for at in range(last, max(-1, last - 30), -1):
            other = self.recent[at]
            entity = self.entities[other.entity]
            speaks = other.form == "noun" and other.words[0].startswith("spokes")
            if entity.being == "person":
                speaks = {entity.gender, mention.gender} != {"m", "f"}
            if not speaks or (other.form == "noun" and other.being == "document"):
                continue  # "he" may be the spokesman, who speaks for a body
            gap = mention.sentence - other.sentence
            if gap > REACH:
                break
            score = W_GAP * gap + W_BACK * (last - at) + W_PASSAGE * (mention.passage - other.passage)
            score += W_GENDER if entity.gender == mention.gender != "u" else 0.0
            score += W_SUBJECT * (other.subject + other.shift)
            score += W_POSSESSIVE if other.possessive else 0.0
            score += W_PRONOUN if other.form == "pronoun" and other.gender == mention.gender else 0.0
            score += W_COUNT * min(entity.count, 6)
            score += W_INSIDE if other.inside else 0.0
            score += W_AGAIN if other.entity in seen else 0.0
            score += W_SPOKE if self.spoke and self.spoke[-1] == other.entity else 0.0
            score += W_UNNAMED * (1 + 2 * other.governed) if not entity.name else 0.0
            score += W_UNPROVEN if other.form == "name" and not _is_proven(entity) else 0.0
            seen.add(other.entity)
            if score > best:
                best, found = score, other.entity
        return found

    def _relative(self, mention: Mention, previous: Mention | None) -> int:
        """ "who" and "which": what stands right before; "the Institute in Oslo, which" is the Institute, and
        "Jane Doe, 59, of Oslo, who" is Jane Doe."""
        if mention.words[0] == "who" and (person := self._set_off(mention)) >= 0:
            return person
        if previous is None or mention.first - previous.last > 1:
            return -1
        found = previous.entity
        if mention.words[0] == "who" and found >= 0 and previous.governed and previous.form == "name":
            return self._person_of(previous)
        if mention.words[0] == "which" and found >= 0 and self.entities[found].being == "place":
            before = self.tokens.words[previous.first - 1].lower() if previous.first else ""
            if before == "in" and len(self.recent) > 1 and self.recent[-2].last == previous.first - 1:
                return self.recent[-2].entity
        return found

    def _person_of(self, home: Mention) -> int:
        """The person who is of the place or body `home`: "Sen. Jane Doe of Ohio, who"; or the body itself."""
        words = self.tokens.words
        for other in self.recent[-2 : -SET_OFF - 1 : -1]:
            if other.sentence != home.sentence:
                break
            if self.entities[other.entity].being == "person" and other.form == "name":
                return other.entity if words[other.last] in ORIGINS - {"for", "with"} else home.entity
        return home.entity

    def _set_off(self, mention: Mention) -> int:
        """The person whose apposition ends with a comma right before a mention, or -1."""
        words = self.tokens.words
        if not mention.first or words[mention.first - 1] != ",":
            return -1
        for other in self.recent[: -SET_OFF - 1 : -1]:
            between = words[other.last : mention.first]
            if other.sentence != mention.sentence or not APPOSITION_STOPS.isdisjoint(between):
                return -1
            belongs = other.first > 0 and words[other.first - 1] in BELONGING
            if other.form != "name" or belongs or between[0] != ",":
                continue
            if self.entities[other.entity].being == "person":
                return other.entity
        return -1

    def _they(self, number: int, mention: Mention) -> int:
        """The organisation, or whom a spokesperson speaks for, that the sentence before is of; or -1."""
        if not self._speaks(mention):
            return -1
        for other in reversed(self.mentions[max(0, number - 12) : number]):
            says = other.form != "pronoun" and self._speaks(other)
            if other.quoted >= 0 or other.inside or other.governed or not (other.subject == 1 or says):
                continue
            if mention.sentence - other.sentence > 1 or other.plural or other.entity < 0:
                return -1
            body = self._is_no_person(other.entity) and self.entities[other.entity].being != "place"
            return other.entity if body else -1
        return -1

    def _it(self, mention: Mention) -> int:
        """An organisation, or a place that speaks as one: a subject nearby, rather one that speaks."""
        best, found = -1e9, -1
        for at in range(len(self.recent) - 1, max(-1, len(self.recent) - 12), -1):
            other = self.recent[at]
            if mention.sentence - other.sentence > 3:
                break
            entity = self.entities[other.entity]
            if entity.being == "person" or other.subject < 0.6 or other.possessive:
                continue
            score = other.subject - 0.4 * (mention.sentence - other.sentence)
            score += 0.4 * self._speaks(other) - 0.3 * (other.form == "name" and entity.being == "other")
            if score > best:
                best, found = score, other.entity
        return found

    def _noun(self, number: int, mention: Mention) -> int:
        head = mention.words[0]
        mention.rule = RULE_OF_NOUN.get(mention.being, "name/person")
        if head == "representative" and mention.title == "the" and self._speaks(mention):
            spoke = self._spoke_just_now(mention)
            if spoke >= 0:
                return spoke  # "the Labour representative added"
        if head.startswith("spokes") or head == "representative":
            body = self._speaks_for(number, mention)
            if body >= 0:
                mention.rule = "name/spokesperson"
                return body
        if mention.being == "person":
            found = self._person(number, mention, head)
            return self._somebody(mention, head) if found < 0 else found
        if mention.plural:
            return -1
        if mention.being == "organization":
            return self._body(number, mention, head)
        if mention.being == "document":
            for other in reversed(self.mentions[max(0, number - 4) : number]):
                part = mention.first <= other.first and other.entity >= 0
                if part and self._owns_document(other):
                    return other.entity
        if mention.being == "document":
            issuer = self._by(number, mention)
            if issuer >= 0:
                return issuer
        if (
            mention.being == "document"
            and mention.title in ("the", "this", "that")
            and head in lists.words("en/issued.txt")
        ):
            return self._issuer(mention, head)
        if head == "statement" and mention.title == "a" and mention.subject == 1:
            return self._just_told(mention)
        return -1

    def _owns_document(self, owner: Mention) -> bool:
        """Whether a mention before a document's noun tells whose it is: "the Acme report", "Doe's letter"."""
        being = self.entities[owner.entity].being
        if owner.form == "pronoun":
            return owner.words[0] in ("his", "her")
        named = being in ("organization", "other") or (owner.possessive and being == "person")
        return owner.inside and named

    def _just_told(self, mention: Mention) -> int:
        """The organisation that the sentence before tells of, as "a statement read" follows; or -1."""
        for other in reversed(self.recent[-8:]):
            if mention.sentence - other.sentence > 1:
                break
            if other.subject == 1 and mention.sentence - other.sentence == 1:
                return other.entity if self._is_no_person(other.entity) else -1
        return -1

    def _by(self, number: int, mention: Mention) -> int:
        """Who issued a document: "the lawsuit filed on Monday by Tillis", "a study from the union"; or -1."""
        words = self.tokens.words
        for at, other in enumerate(self.mentions[number + 1 : number + 4], number + 1):
            if other.first > mention.last + 8 or other.sentence != mention.sentence or other.quoted >= 0:
                break
            i = other.first - 1
            if words[i].lower() in lists.words("en/determiners.txt"):
                i -= 1
            between = words[mention.last : i]
            plain = all(w[0].isalnum() and (w in FILED or self.cues.get(w, 0) < 5) for w in between)
            if words[i] not in ("by", "from") or not plain or (words[i] == "from" and between):
                continue
            if other.form == "noun" and other.entity < 0:
                other.entity = self._noun(at, other)
            return other.entity
        return -1

    def _somebody(self, mention: Mention, head: str) -> int:
        """An entity without a name, for pronouns to refer to."""
        if mention.title in ("a", "an", "one", "another") or head not in self.unnamed:
            if mention.title not in ("a", "an", "one", "another", "the"):
                return -1
            self.unnamed[head] = len(self.entities)
            self.entities.append(Entity((), gender=mention.gender))
        entity = self.entities[self.unnamed[head]]
        entity.count += 1
        return self.unnamed[head]

    def _person(self, number: int, mention: Mention, head: str) -> int:
        own = self.tokens.words[mention.first : mention.last]
        called = self._called(number, mention)
        if called >= 0:
            return called
        relative = self._relative_of(number, mention, head)
        if relative >= 0:
            return relative
        if head.endswith("-year-old") and head.split("-")[0] in self.by_age:
            return self.by_age[head.split("-")[0]]
        possessive = own[0].endswith(("'s", "’s"))
        definite = mention.title in ("the", "his", "her", "this", "that", "their", "its") or possessive
        capital = own[0][0].isupper() and mention.title == ""
        if not (definite or capital):
            return -1
        words = {bare(w).lower() for w in own} - {head, "the"}
        best, found = 0.0, -1
        rivals = self.by_head.get(head, ())[:30] or ([] if words else self._bearers(head))
        for other in rivals:
            entity = self.entities[other]
            if mention.gender != "u" and entity.gender not in ("u", mention.gender):
                continue
            shared = len(words & entity.qualifiers)
            if words and not shared and len(rivals) > 1:
                continue
            since = number - self.latest[other] if other in self.latest else 200
            if not words and since > SHORTLY and self._is_new(head, number, since):
                continue  # "the officer", after "a police officer" nearby
            score = 3 + shared - 0.3 * (len(words) - shared) - min(since, 200) * 0.01
            if score > best:
                best, found = score, other
        aged = head.endswith("-year-old")
        paper = own[-1].istitle() and not self.tokens.nouns_capital  # "the Union Leader"
        known = (head in lists.words(VARYING) and not paper) or head in lists.words("en/demonyms.txt")
        told = (
            self.tokens.nouns_capital and mention.gender != "u" and mention.subject >= 0.6
        )  # "die Rathauschefin"
        varied = (
            aged or told or (known and (mention.subject == 1 or self._speaks(mention)))
        ) and mention.title == "the"
        if found >= 0 and not words and (head in KIN or head in PERSONAL):
            here = self._alone_here(mention)
            last = self.mentions[self.latest[found]].passage if found in self.latest else -1
            found = here if here >= 0 and last < mention.passage - 1 else found
        if found >= 0 or not varied:
            return found
        near = [
            m.entity
            for m in self.recent[-8:]
            if (m.subject == 1 or self._speaks(m)) and mention.sentence - m.sentence < 4
        ]
        for other in [*reversed(near), *reversed(self.spoke[-6:])]:
            entity = self.entities[other]
            fits = mention.gender == "u" or entity.gender in ("u", mention.gender)
            if entity.being == "person" and fits and (not entity.name or _is_proven(entity)):
                return other
        return -1

    def _bearers(self, head: str) -> Sequence[int]:
        """The persons whose role has a noun that `head` stands for."""
        roles = lists.same_roles().get(head, ())
        found = [n for role in roles for n in self.by_head.get(role, ())[:NAMESAKES]]
        return [n for n in found if "general" not in self.entities[n].heads]  # "Attorney General Ann Roe"

    def _alone_here(self, mention: Mention) -> int:
        """The only person named in the passage of a mention so far, if nothing is said of a role; or -1."""
        here = {
            m.entity
            for m in self.recent[-8:]
            if m.passage == mention.passage and self.entities[m.entity].being == "person"
        }
        if len(here) != 1:
            return -1
        number = here.pop()
        entity = self.entities[number]
        fits = entity.name and not entity.heads and {entity.gender, mention.gender} != {"m", "f"}
        return number if fits else -1

    def _relative_of(self, number: int, mention: Mention, head: str) -> int:
        """Whom "Travis Holt's mother" means: the one woman with that last name; or -1."""
        if head not in KIN:
            return -1
        for owner in reversed(self.mentions[max(0, number - 4) : number]):
            if (
                owner.possessive
                and owner.form == "name"
                and mention.first <= owner.first
                and owner.entity >= 0
            ):
                name = self.entities[owner.entity].name
                same = self.by_last.get(name[-1], ()) if name else ()
                found = [n for n in same if n != owner.entity and _gender(self.entities[n]) == mention.gender]
                return found[0] if len(found) == 1 else -1
        return -1

    def _spoke_just_now(self, mention: Mention) -> int:
        """The person of the same passage who spoke before, if nobody else is named there; or -1."""
        near = {
            m.entity
            for m in self.recent[-8:]
            if mention.passage == m.passage
            and self.entities[m.entity].being == "person"
            and self.entities[m.entity].name
        }
        return self.spoke[-1] if self.spoke and near == {self.spoke[-1]} else -1

    def _called(self, number: int, mention: Mention) -> int:
        """Whose name follows: "the mayor, a quiet man named Walt Pruitt"; or -1."""
        words = self.tokens.words
        for other in self.mentions[number + 1 : number + 4]:
            if other.first > mention.last + 9 or other.sentence != mention.sentence:
                break
            named = other.form == "name" and words[other.first - 1] in ("named", "called")
            if named and self.entities[other.entity].being == "person":
                between = words[mention.last : other.first - 1]
                if between[:1] in ([], [","]) and not any(self.cues.get(w, 0) >= 7 for w in between):
                    return other.entity
        return -1

    def _is_new(self, head: str, number: int, since: int) -> bool:
        """Whether somebody unnamed of that noun was mentioned later than so many mentions ago."""
        return number - self.latest.get(self.unnamed.get(head, -1), -since) < since

    def _speaks(self, mention: Mention) -> bool:
        """Whether a verb of saying stands right before or after the mention."""
        words = self.tokens.words
        after = after_aside(words, mention.last)
        before = words[mention.first - 1].lower() if mention.first else "."
        if before == "to" and words[mention.first - 2].lower() == "according":
            return True
        told = self.cues.get(before, 0) >= 6 and self._is_inverted(mention.first - 1)
        return after == ":" or self.cues.get(after, 0) >= 6 or told

    def _is_inverted(self, verb: int) -> bool:
        """Whether a verb follows what was said, so that its subject stands behind it: "…," said Doe."""
        tokens, before = self.tokens, verb - 1
        if before < 0 or tokens.sentences[before] != tokens.sentences[verb]:
            return True
        return tokens.quoted[before] >= 0 or not tokens.words[before][0].isalnum()

    def _named_behind(self, number: int, mention: Mention) -> int:
        """Which body a noun introduces: "the shipping giant Acme", "a charity called Open Water"; or -1."""
        words = self.tokens.words
        for other in self.mentions[number + 1 : number + 4]:
            if other.first > mention.last + 6 or other.sentence != mention.sentence:
                break
            if other.form != "name" or self.entities[other.entity].being == "place":
                continue
            called = words[other.first - 1] in ("called", "named") and not other.inside
            between = words[mention.last : other.first - called]
            plain = not any(_says(w) or w in VERBS or not w[0].isalnum() for w in between)
            if other.first == mention.last or (called and plain):
                return other.entity if self._is_no_person(other.entity) or called else -1
        return -1

    def _name_in(self, phrase: Sequence[str], head: str) -> int:
        """Where a body's name starts in a noun phrase: "the Doe campaign"; -1 in "the Oslo-based company"."""
        known = lists.words("en/determiners.txt")
        capitals = [i for i, w in enumerate(phrase) if w[0].isupper() and w.lower() not in known]
        told = lists.words("en/generic_bodies.txt")
        if head in told and all(_tells_where(bare(phrase[i])) for i in capitals):
            return -1
        return capitals[0] if capitals else -1

    def _body(self, number: int, mention: Mention, head: str) -> int:
        words = self.tokens.words
        own = words[mention.first : mention.last]
        followed = self._named_behind(number, mention)
        if followed >= 0:
            return followed
        start = self._name_in(own, head)
        if start >= 0:
            name = (*own[start:-1], bare(own[-1]))
            key = _key(name)
            if key not in self.bodies:
                self.bodies[key] = len(self.entities)
                self.entities.append(Entity(name, being="organization"))
            entity = self.entities[self.bodies[key]]
            entity.count += 1
            entity.names[" ".join(name)] = entity.names.get(" ".join(name), 0) + 1
            return self.bodies[key]
        if mention.title not in ("the", "this", "that"):
            return -1
        return self._known_body(mention, head)

    def _is_no_person(self, number: int) -> bool:
        entity = self.entities[number]
        return entity.being != "person" or may_be_body(entity)

    def _is_body(self, number: int) -> None:
        """Let what is called a company, or has somebody who speaks for it, be an organisation."""
        entity = self.entities[number]
        if entity.being == "other" or (entity.being == "person" and may_be_body(entity)):
            entity.being = "organization"

    def _is_generic(self, mention: Mention) -> bool:
        """Whether a name is only a noun with a capital: "the Embassy", "the Council"."""
        if mention.form != "name" or len(mention.words) > 1 or mention.words[0][1:2].isupper():
            return False
        head = mention.words[0].lower()
        if head in UNIQUE or len(self.entities[mention.entity].name) > 1 or head not in self.generic:
            return False
        return _is_definite(self.tokens, mention)

    def _known_body(self, mention: Mention, head: str) -> int:
        """The nearest organisation before the mention that a noun after "the" may mean, or -1."""
        near: list[Mention] = []
        same = {head, *lists.same_bodies().get(head, ())}
        for other in reversed(self.recent[-40:]):
            entity = self.entities[other.entity]
            if entity.being in ("place", "document") or other.entity == mention.entity:
                continue
            if entity.being == "person" and not may_be_body(entity):
                continue
            if not same.isdisjoint(folded(entity.name)):
                return other.entity
            public = lists.words("en/public_bodies.txt").intersection(folded(entity.name))
            part = other.inside and not other.possessive
            if mention.sentence - other.sentence < 8 and not public and not part:
                near.append(other)
        if head not in lists.words("en/generic_bodies.txt"):
            near = [m for m in near if mention.sentence - m.sentence < 4 and self._speaks(m)]
            return near[0].entity if len({m.entity for m in near}) == 1 and self._speaks(mention) else -1
        if not near:
            return -1
        owned = {m.first for m in near}
        owners = (m for m in near if m.subject >= 0.6 or (m.possessive and m.last not in owned))
        found = next(owners, near[0]).entity
        self._is_body(found)
        return found

    def _issuer(self, mention: Mention, head: str) -> int:
        """Who published the statement: the subject of the sentence before that mentions it first."""
        words, sentences = self.tokens.words, self.tokens.sentences
        for other in reversed(self.recent[-30:]):
            if mention.sentence - other.sentence > 8:
                break
            if other.form == "noun" and other.words == mention.words and self.entities[other.entity].name:
                return other.entity
        issuing = lists.issuing().get(head, frozenset())
        for other in reversed(self.recent[-6:]):
            named = self.entities[other.entity].name
            person = other.form == "noun" and other.being == "person"
            if other.sentence == mention.sentence and other.subject >= 0.6 and named and not person:
                return other.entity
        i = mention.first - 1
        limit = max(0, i - 200)
        while i > limit and sentences[i] > mention.sentence - 8:
            word = words[i].lower()
            same = word == head or word in issuing or (head in WORKS and word in WORKS)
            if same and self.tokens.quoted[i] < 0:
                for at in range(max(0, len(self.recent) - 30), len(self.recent)):
                    if self.recent[at].sentence == sentences[i] and self.recent[at].subject >= 0.6:
                        return self.recent[at].entity
                return -1
            i -= 1
        return -1

    def _speaks_for(self, number: int, mention: Mention) -> int:
        """The organisation that an unnamed spokesperson speaks for."""
        words = self.tokens.words
        for other in reversed(self.mentions[max(0, number - 3) : number]):
            if other.last <= mention.first:
                break
            if other.entity >= 0 and self._is_no_person(other.entity):
                self._is_body(other.entity)
                return other.entity
        if mention.last < len(words) and words[mention.last] in ("for", "of", "from", "with", "at"):
            for other in self.mentions[number + 1 : number + 3]:
                if other.first > mention.last + 2:
                    break
                if other.form == "noun" and other.entity < 0:
                    other.entity = self._noun(number + 1, other)
                if other.entity >= 0 and self._is_no_person(other.entity):
                    self._is_body(other.entity)
                    return other.entity
        before = words[mention.last - 2].lower() if mention.last - mention.first > 1 else ""
        if before in self.generic:
            body = self._known_body(mention, before)  # "a council spokesman"
            if body >= 0:
                return body
        if mention.title in ("a", "the"):
            for other in reversed(self.recent[-5:]):
                named = self.entities[other.entity].being in ("organization", "other")
                if named and other.form == "name" and mention.sentence - other.sentence <= 1:
                    return other.entity
        return -1


def labelled(entities: Sequence[Entity], label: str) -> int:
    """Whose name a speaker label of a transcript is: `ROE`, `Ann`, `AR`; or -1."""
    people = [n for n, e in enumerate(entities) if e.being == "person" and e.name]
    word = folded(label.split())[-1]
    named = [n for n in people if folded(entities[n].name)[-1] == word]
    if not named and " " not in label:
        full = [n for n in people if len(entities[n].name) > 1]
        named = [n for n in full if folded(entities[n].name)[0] == word] or [
            n for n in full if label.isupper() and "".join(w[0] for w in entities[n].name) == label
        ]
    found = max(named, key=lambda n: len(entities[n].name), default=-1)
    name = titled(label)
    if found >= 0 and len(entities[found].name) == 1 < len(name) and name[0].lower() in lists.given_names():
        entities[found].name = name  # the text has only "Roe"
    return found


def titled(label: str) -> tuple[str, ...]:
    """The words of a speaker label, with small letters where it is printed in capitals."""
    whole = label.isupper() and " " in label
    words = label.split()
    while (
        len(words) > 1 and words[0].lower() in lists.people() and words[0].lower() not in lists.given_names()
    ):
        words = words[1:]  # "HOST JOAN MARSH"
    return tuple(w.title() if w.isupper() and (len(w) > 3 or whole) else w for w in words)


def display(entity: Entity) -> str:
    """The entity's name as the record gives it."""
    short = len(entity.name) > 2 and entity.being == "person"
    words = [
        f"{w}." if len(w) == 1 and w.isalpha() and (i > 0 or short) and i < len(entity.name) - 1 else w
        for i, w in enumerate(entity.name)
    ]
    return " ".join(words).replace(" ,", ",")
