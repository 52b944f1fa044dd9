"""Which body a noun means: "the company", "the shipping giant Acme", "a spokesperson".

In: what the article has told so far and the mention. Out: the number of an entity, or -1.
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.names import lists
from artparse.names.persons import bare
from artparse.quotes.cues import SURE, is_sure
from artparse.quotes.entities.discourse import Discourse, is_no_person, key_of_name, speaks, take_for_body
from artparse.quotes.entities.entity import Entity, folded, may_be_body
from artparse.quotes.entities.namesakes import is_definite
from artparse.quotes.kinds import INDEFINITE, KNOWN, SEATS
from artparse.quotes.mentions.beside import word_at
from artparse.quotes.mentions.mention import LIKELY_SUBJECT, Mention
from artparse.quotes.words import word_list

NAMING = word_list("naming words")
COMPOUND_TAILS = word_list("compound tails")

BODIES_OF_ONE_WORD = word_list("bodies of one word")
VERBS_OF_CLAUSES = word_list("verbs of clauses")
PARTS_OF_BODIES = word_list("parts of bodies")
CALLING = word_list("named and called")
A_OR_AN = word_list("a and an")
ARTICLES = word_list("articles")
MENTIONS_SINCE = 60
"""So many mentions before "the paper" it may be told that it is one that was published."""
BEHIND_BODIES = SEATS | {"with"}
"""What goes on with a noun for a body."""


def tells_where(word: str) -> bool:
    """Whether a capitalised word before a noun is no part of a name: "Norwegian", "Oslo-based"."""
    if "-" in word and word.rpartition("-")[2] in COMPOUND_TAILS:
        return True
    place = word in lists.entries("places.txt") or word in lists.entries("en/places.txt")
    return place or word.lower() in lists.words("en/demonyms.txt")


def body_named_behind(so_far: Discourse, number: int, mention: Mention) -> int:
    """Which body a noun introduces: "the shipping giant Acme", "a charity called Open Water"; or -1."""
    words = so_far.tokens.words
    for other in so_far.mentions[number + 1 : number + 4]:
        if other.first > mention.last + 6 or other.sentence != mention.sentence:
            break
        if other.form != "name" or so_far.entities[other.entity].being == "place":
            continue
        called = words[other.first - 1] in CALLING and not other.inside
        if other.first == mention.last + 1 and other.inside:
            continue
        between = words[mention.last : other.first - called]
        plain = not any(is_sure(w) or w in VERBS_OF_CLAUSES or not w[0].isalnum() for w in between)
        if other.first == mention.last or (called and plain) or _is_set_off(so_far, mention, other):
            if not (is_no_person(so_far, other.entity) or called):
                return -1
            take_for_body(so_far, other.entity)
            return other.entity
    return -1


def _is_set_off(so_far: Discourse, mention: Mention, other: Mention) -> bool:
    """Whether a name stands between commas right behind a noun: "the watchdog, Harbour Focus, said"."""
    words, comma = so_far.tokens.words, mention.last
    beside = other.first == comma + 1 and words[comma] == "," and mention.title in NAMING
    closed = word_at(words, other.last) == "," or so_far.cues.get(word_at(words, other.last), 0) >= SURE
    return beside and closed and mention.sentence == other.sentence


def name_in(phrase: Sequence[str], head: str) -> int:
    """Where a body's name starts in a noun phrase: "the Doe campaign"; -1 in "the Oslo-based company"."""
    known = lists.words("en/determiners.txt")
    capitals = [i for i, w in enumerate(phrase) if w[0].isupper() and w.lower() not in known]
    told = lists.words("en/generic_bodies.txt")
    if head in told and any(w.isdigit() for w in phrase):
        return -1  # "the FTSE 250 group"
    if head in told and all(tells_where(bare(phrase[i])) for i in capitals):
        return -1
    return capitals[0] if capitals else -1


def body_meant(so_far: Discourse, number: int, mention: Mention) -> int:
    """The body that a noun names, introduces or means; or -1."""
    head = mention.words[0]
    words = so_far.tokens.words
    own = words[mention.first : mention.last]
    followed = body_named_behind(so_far, number, mention)
    if followed >= 0:
        return followed
    whole = body_of_part(so_far, number, mention)
    if whole >= 0:
        return whole
    described = mention.title in A_OR_AN and head in lists.words("en/generic_bodies.txt")
    start = -1 if described else name_in(own, head)  # "a Baton Rouge newspaper"
    if start >= 0:
        name = (*own[start:-1], bare(own[-1]))
        key = key_of_name(name)
        if key not in so_far.bodies:
            so_far.bodies[key] = len(so_far.entities)
            so_far.entities.append(Entity(name, being="organization"))
        entity = so_far.entities[so_far.bodies[key]]
        entity.count += 1
        entity.names[" ".join(name)] = entity.names.get(" ".join(name), 0) + 1
        return so_far.bodies[key]
    if mention.title not in KNOWN or _is_published(so_far, number, mention):
        return -1
    return known_body(so_far, mention, head)


def _is_published(so_far: Discourse, number: int, mention: Mention) -> bool:
    """Whether a noun for a body or a document means one that was just spoken of: "In a paper … the paper"."""
    if mention.words[0] not in lists.words("en/documents.txt"):
        return False
    return any(
        other.form == "noun" and other.words == mention.words and other.title in INDEFINITE and other.governed
        for other in so_far.mentions[max(0, number - MENTIONS_SINCE) : number]
    )


def body_of_part(so_far: Discourse, number: int, mention: Mention) -> int:
    """The body that a noun tells a part of: "the Acme website", "the Tide editorial board"; or -1."""
    if mention.words[0] not in PARTS_OF_BODIES or so_far.tokens.words[mention.last - 1][0].isupper():
        return -1
    for other in so_far.mentions[max(0, number - 3) : number + 4]:
        within = other.form == "name" and mention.first <= other.first and other.last < mention.last
        between = so_far.tokens.words[other.last : mention.last]
        if within and not other.possessive and all(word.islower() for word in between):
            return other.entity if is_no_person(so_far, other.entity) else -1
    return -1


def is_generic(so_far: Discourse, mention: Mention) -> bool:
    """Whether a name is only a noun with a capital: "the Embassy", "the Council"."""
    if mention.form != "name" or len(mention.words) > 1 or mention.words[0][1:2].isupper():
        return False
    head = mention.words[0].lower()
    if (
        head in BODIES_OF_ONE_WORD
        or len(so_far.entities[mention.entity].name) > 1
        or head not in so_far.generic
    ):
        return False
    return is_definite(so_far.tokens, mention)


def opens_title_only(entity: Entity) -> bool:
    """Whether a name is a single word that the article has as its very first alone: "Ferry halted"."""
    return entity.first == 0 and entity.count == 1 and len(entity.name) == 1


def known_body(so_far: Discourse, mention: Mention, head: str) -> int:
    """The nearest organisation before the mention that a noun after "the" may mean, or -1."""
    near: list[Mention] = []
    same = {head, *lists.same_bodies().get(head, ())}
    for other in reversed(so_far.recent[-40:]):
        entity = so_far.entities[other.entity]
        if entity.being in ("place", "document") or other.entity == mention.entity:
            continue
        if entity.being == "person" and not may_be_body(entity):
            continue
        if opens_title_only(entity):
            continue
        if not same.isdisjoint(folded(entity.name)):
            return other.entity
        public = lists.words("en/public_bodies.txt").intersection(folded(entity.name))
        part = other.inside and not other.possessive
        if mention.sentence - other.sentence < 8 and not public and not part:
            near.append(other)
    if head not in lists.words("en/generic_bodies.txt"):
        near = [m for m in near if mention.sentence - m.sentence < 4 and speaks(so_far, m)]
        return near[0].entity if len({m.entity for m in near}) == 1 and speaks(so_far, mention) else -1
    if not near:
        return -1
    owned = {m.first for m in near}
    owners = (m for m in near if m.subject >= LIKELY_SUBJECT or (m.possessive and m.last not in owned))
    found = next(owners, near[0]).entity
    take_for_body(so_far, found)
    return found


def spoken_for(so_far: Discourse, number: int, mention: Mention) -> int:
    """The organisation that an unnamed spokesperson speaks for; or -1."""
    head = mention.words[0]
    if not head.startswith("spokes") and head != "representative":
        return -1
    words = so_far.tokens.words
    for other in reversed(so_far.mentions[max(0, number - 3) : number]):
        if other.last <= mention.first:
            break
        if other.entity >= 0 and is_no_person(so_far, other.entity):
            take_for_body(so_far, other.entity)
            return other.entity
    if mention.last < len(words) and words[mention.last] in BEHIND_BODIES:
        for other in so_far.mentions[number + 1 : number + 3]:
            if other.first > mention.last + 2:
                break
            if other.form == "noun" and other.entity < 0:
                from artparse.quotes.entities.sieves import noun_meant  # It asks this module in turn.

                other.entity = noun_meant(so_far, number + 1, other)
            if other.entity >= 0 and is_no_person(so_far, other.entity):
                take_for_body(so_far, other.entity)
                return other.entity
    before = words[mention.last - 2].lower() if mention.last - mention.first > 1 else ""
    if before in so_far.generic:
        body = known_body(so_far, mention, before)  # "a council spokesman"
        if body >= 0:
            return body
    if mention.title in ARTICLES:
        near = [m for m in reversed(so_far.recent[-5:]) if _may_have_voice(so_far, m, mention)]
        told = (m for m in near if m.subject == 1 and not m.inside)
        found = next(told, near[0] if near else None)
        return found.entity if found is not None else -1
    return -1


def _may_have_voice(so_far: Discourse, other: Mention, mention: Mention) -> bool:
    """Whether a name before "a spokesperson" is of a body that may have one: rather one that is a subject."""
    named = so_far.entities[other.entity].being in ("organization", "other")
    return named and other.form == "name" and mention.sentence - other.sentence <= 1
