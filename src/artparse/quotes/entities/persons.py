"""Whom a noun for a person means: "the mayor", "his sister", "the 44-year-old", "the actor".

In: what the article has told so far and the mention. Out: the number of an entity, or -1.
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.names import lists
from artparse.names.persons import bare
from artparse.quotes.cues import SURE
from artparse.quotes.entities.discourse import Discourse, speaks
from artparse.quotes.entities.entity import MOST_NAMESAKES, Entity, gender_of_entity, is_proven
from artparse.quotes.kinds import DEFINITE, KNOWN, OWN, POSSESSIVES
from artparse.quotes.mentions.beside import word_at
from artparse.quotes.mentions.mention import LIKELY_SUBJECT, Mention
from artparse.quotes.mentions.nouns import AGED
from artparse.quotes.words import word_list

RELATIVES = word_list("relatives")
EMPLOYING = word_list("prepositions of posts")
NEWCOMERS = word_list("openers of newcomers")
PERSONS_OF_ANY_KIND = word_list("persons of any kind")
CALLING = word_list("named and called")
AUTHORS_OWN = word_list("possessives of authors")
DEFINITE_TITLES = KNOWN | POSSESSIVES | AUTHORS_OWN

REACH_OF_BODY = 2
"""Tokens from a noun for a person to the body that employs them, at most."""
MENTIONS_SHORTLY = 6
"""Somebody mentioned at most so many mentions ago is still meant by a noun, though another came between."""
LONG_SINCE = 200
"""Mentions after which it makes no difference how long ago somebody was mentioned."""
MOST_RIVALS = 30
"""At most so many persons of one role are told apart."""
VARYING = "en/variations.txt"
"""List of heads of phrases that reporters use for somebody already named: "the actor", "the expert"."""


def name_behind(so_far: Discourse, number: int, mention: Mention) -> int:
    """Whose name follows: "the mayor, a quiet man named Walt Pruitt"; or -1."""
    words = so_far.tokens.words
    for other in so_far.mentions[number + 1 : number + 4]:
        if other.first > mention.last + 9 or other.sentence != mention.sentence:
            break
        named = other.form == "name" and words[other.first - 1] in CALLING
        if named and so_far.entities[other.entity].being == "person":
            between = words[mention.last : other.first - 1]
            if between[:1] in ([], [","]) and not any(so_far.cues.get(w, 0) >= SURE for w in between):
                return other.entity
    return -1


def relative_of(so_far: Discourse, number: int, mention: Mention) -> int:
    """Whom "Travis Holt's mother" means: the one woman with that last name; or -1."""
    if mention.words[0] not in RELATIVES:
        return -1
    for owner in reversed(so_far.mentions[max(0, number - 4) : number]):
        if owner.possessive and owner.form == "name" and mention.first <= owner.first and owner.entity >= 0:
            name = so_far.entities[owner.entity].name
            same = so_far.by_last.get(name[-1], ()) if name else ()
            found = [
                n
                for n in same
                if n != owner.entity and gender_of_entity(so_far.entities[n]) == mention.gender
            ]
            return found[0] if len(found) == 1 else -1
    return -1


def of_age(so_far: Discourse, number: int, mention: Mention) -> int:
    """The person whose age "the 44-year-old" has; or -1."""
    age, _, aged = mention.words[0].partition("-")
    return so_far.by_age.get(age, -1) if aged.endswith("year-old") else -1


def by_role(so_far: Discourse, number: int, mention: Mention) -> int:
    """The person who has the noun among the nouns of a role, rather one lately mentioned; or -1."""
    own = so_far.tokens.words[mention.first : mention.last]
    if not _is_definite(mention, own):
        return -1
    head = mention.words[0]
    words = {bare(w).lower() for w in own} - {head, "the"}
    best, found = 0.0, -1
    rivals = so_far.by_head.get(head, ())[:MOST_RIVALS] or ([] if words else bearers(so_far, head))
    for other in rivals:
        entity = so_far.entities[other]
        if mention.gender != "u" and entity.gender not in ("u", mention.gender):
            continue
        shared = len(words & entity.qualifiers)
        if words and not shared and (len(rivals) > 1 or _means_another(so_far, number, mention, other)):
            continue
        if other not in so_far.latest and not words and by_variation(so_far, number, mention) >= 0:
            continue  # "Okonkwo told us … the striker said" before a former striker is named
        since = number - so_far.latest[other] if other in so_far.latest else LONG_SINCE
        if not words and since > MENTIONS_SHORTLY and is_new(so_far, head, number, since):
            continue  # "the officer", after "a police officer" nearby
        score = 3 + shared - 0.3 * (len(words) - shared) - min(since, LONG_SINCE) * 0.01
        if score > best:
            best, found = score, other
    if found >= 0 and not words and (head in RELATIVES or head in PERSONS_OF_ANY_KIND):
        here = alone_here(so_far, mention)
        last = so_far.mentions[so_far.latest[found]].passage if found in so_far.latest else -1
        found = here if here >= 0 and last < mention.passage - 1 else found
    return found


def _means_another(so_far: Discourse, number: int, mention: Mention, other: int) -> bool:
    """Whether the acronym before a noun is of whoever spoke last: "the HU leader" is no leader of the SP."""
    before = so_far.tokens.words[mention.first + 1 : mention.last - 1]
    acronym = any(len(word) > 1 and word.isupper() for word in before)
    return acronym and by_variation(so_far, number, mention) not in (-1, other)


def _is_definite(mention: Mention, own: Sequence[str]) -> bool:
    """Whether a noun phrase is of somebody known: "the mayor", "Doe's sister", "President"."""
    if mention.title in DEFINITE_TITLES:
        return True
    return own[0].endswith(("'s", "’s")) or (own[0][0].isupper() and mention.title == "")


def by_variation(so_far: Discourse, number: int, mention: Mention) -> int:
    """Whoever spoke or was a subject last, where reporters vary names with the noun; or -1."""
    if mention.title not in DEFINITE or not _varies_name(so_far, mention):
        return -1
    if _is_of_body(so_far, number, mention):
        return -1
    newcomer = so_far.latest.get(so_far.unnamed.get(mention.words[0], -1), -MENTIONS_SHORTLY - 1)
    if number - newcomer <= MENTIONS_SHORTLY:
        return -1  # "he asked the priest. The priest replied"
    aged = mention.words[0].endswith(AGED)
    near = [
        m.entity
        for m in so_far.recent[-8:]
        if (m.subject == 1 or speaks(so_far, m)) and mention.sentence - m.sentence < 4
    ]
    for other in [*reversed(near), *reversed(so_far.spoke[-6:])]:
        entity = so_far.entities[other]
        fits = mention.gender == "u" or entity.gender in ("u", mention.gender)
        sure = not entity.name or is_proven(entity) or (aged and len(entity.name) > 1)
        if entity.being == "person" and fits and sure:
            return other
    return -1


def _is_of_body(so_far: Discourse, number: int, mention: Mention) -> bool:
    """Whether the body behind a noun tells that it is somebody else's: "the critic at the Echo"."""
    if word_at(so_far.tokens.words, mention.last) not in EMPLOYING:
        return False
    beside = so_far.mentions[number + 1 : number + 2]
    return any(m.form == "name" and m.first - mention.last <= REACH_OF_BODY for m in beside)


def _varies_name(so_far: Discourse, mention: Mention) -> bool:
    """Whether a noun may stand for anybody named: "the actor", "the 44-year-old", "die Rathauschefin"."""
    head, last = mention.words[0], so_far.tokens.words[mention.last - 1]
    if head.endswith(AGED):
        return True
    if so_far.tokens.nouns_capital and mention.gender != "u" and mention.subject >= LIKELY_SUBJECT:
        return True
    paper = last.istitle() and not so_far.tokens.nouns_capital  # "the Union Leader"
    known = (head in lists.words(VARYING) and not paper) or head in lists.words("en/demonyms.txt")
    return known and (mention.subject == 1 or speaks(so_far, mention))


def bearers(so_far: Discourse, head: str) -> Sequence[int]:
    """The persons whose role has a noun that `head` stands for."""
    roles = lists.same_roles().get(head, ())
    found = [n for role in roles for n in so_far.by_head.get(role, ())[:MOST_NAMESAKES]]
    return [n for n in found if "general" not in so_far.entities[n].heads]  # "Attorney General Ann Roe"


def alone_here(so_far: Discourse, mention: Mention) -> int:
    """The only person named in the passage of a mention so far, if nothing is said of a role; or -1."""
    here = {
        m.entity
        for m in so_far.recent[-8:]
        if m.passage == mention.passage and so_far.entities[m.entity].being == "person"
    }
    if len(here) != 1:
        return -1
    number = here.pop()
    entity = so_far.entities[number]
    fits = entity.name and not entity.heads and {entity.gender, mention.gender} != {"m", "f"}
    return number if fits else -1


def last_representative(so_far: Discourse, number: int, mention: Mention) -> int:
    """Who spoke just now, of "the Labour representative added", if nobody else is named there; or -1."""
    if mention.words[0] != "representative" or mention.title not in DEFINITE or not speaks(so_far, mention):
        return -1
    near = {
        m.entity
        for m in so_far.recent[-8:]
        if mention.passage == m.passage
        and so_far.entities[m.entity].being == "person"
        and so_far.entities[m.entity].name
    }
    return so_far.spoke[-1] if so_far.spoke and near == {so_far.spoke[-1]} else -1


def is_new(so_far: Discourse, head: str, number: int, since: int) -> bool:
    """Whether somebody unnamed of that noun was mentioned later than so many mentions ago."""
    return number - so_far.latest.get(so_far.unnamed.get(head, -1), -since) < since


def somebody_unnamed(so_far: Discourse, number: int, mention: Mention) -> int:
    """An entity without a name, for pronouns to refer to; or -1."""
    head = mention.words[0]
    relative = head in lists.words("en/relations.txt")
    familiar, owned = relative and mention.title in AUTHORS_OWN, relative and mention.title in OWN
    known = f"{mention.title} {head}" if familiar or owned else head
    new = mention.title in NEWCOMERS
    if new or known not in so_far.unnamed:
        if not (new or familiar or owned or mention.title in DEFINITE):
            return -1
        so_far.unnamed[known] = len(so_far.entities)
        so_far.entities.append(Entity((), gender=mention.gender, familiar=familiar))
    entity = so_far.entities[so_far.unnamed[known]]
    entity.count += 1
    return so_far.unnamed[known]
