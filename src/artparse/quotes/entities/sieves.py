"""Which entity a pronoun or a noun phrase stands for: an ordered table of sieves, the most certain first.

    "Ann Roe, the mayor, met Sam Holm. The mayor said"   the sieve `by_role` finds Ann Roe

A sieve is a function `find(so_far, number, mention) -> entity`: what the article has told so far, the number
of the mention and the mention itself; it gives the number of an entity, or -1, and the next one is asked.
"""

from __future__ import annotations

from collections.abc import Callable

from artparse.quotes.entities import bodies, documents, persons, pronouns, relative_pronouns
from artparse.quotes.entities.ahead import look_ahead
from artparse.quotes.entities.discourse import Discourse, begin, remember
from artparse.quotes.entities.entity import Entity, folded
from artparse.quotes.kinds import CLAUSE_OPENERS, OWN, PERSON_PRONOUNS, RELATIVE_PERSONS
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.tokens import Tokens
from artparse.values import NamedTuple

Find = Callable[[Discourse, int, Mention], int]


class Sieve(NamedTuple):
    """One way to find whom a mention stands for."""

    rule: str
    """Its name in `rules`."""
    kinds: frozenset[str]
    """The pronouns that it is for, or what a noun is (`Mention.being`, or `several`); any where empty."""
    find: Find


ANY: frozenset[str] = frozenset()
SOURCES = frozenset(("him",))
"""Of the pronouns of objects those that are asked for: "according to him"."""
PERSON = frozenset(("person",))
BODY = frozenset(("organization",))
DOCUMENT = frozenset(("document",))

PRONOUNS = (
    Sieve("name/relative", RELATIVE_PERSONS | CLAUSE_OPENERS | {"which"}, relative_pronouns.whom_who_means),
    Sieve("name/it", frozenset(("it",)), pronouns.what_it_means),
    Sieve("name/they", frozenset(("they",)), pronouns.whom_they_mean),
    Sieve("name/pronoun", PERSON_PRONOUNS | OWN | SOURCES, pronouns.whom_he_means),
)
NOUNS = (
    Sieve("name/person", ANY, persons.last_representative),
    Sieve("name/spokesperson", ANY, bodies.spoken_for),
    Sieve("name/person", PERSON, persons.name_behind),
    Sieve("name/person", PERSON, persons.relative_of),
    Sieve("name/person", PERSON, persons.of_age),
    Sieve("name/person", PERSON, persons.by_role),
    Sieve("name/person", PERSON, persons.by_variation),
    Sieve("name/person", PERSON, persons.somebody_unnamed),
    Sieve("name/body", BODY, bodies.body_meant),
    Sieve("name/issuer", DOCUMENT, documents.owner),
    Sieve("name/issuer", DOCUMENT, documents.of_body),
    Sieve("name/issuer", DOCUMENT, documents.issuer_behind),
    Sieve("name/issuer", DOCUMENT, documents.issuer_before),
    Sieve("name/issuer", DOCUMENT, documents.just_told),
    Sieve("name/issuer", DOCUMENT, documents.of_its_own),
)


def resolve(tokens: Tokens, mentions: list[Mention], entities: list[Entity]) -> None:
    """Set the `entity` of every pronoun and noun phrase outside quotation marks that stands for one."""
    so_far = begin(tokens, mentions, entities)
    for number, mention in enumerate(mentions):
        if mention.entity < 0 and mention.quoted < 0:
            if mention.form == "pronoun":
                mention.entity = _sifted(PRONOUNS, so_far, number, mention, mention.words[0])
            elif mention.form == "noun" and not mention.inside:
                mention.entity = noun_meant(so_far, number, mention)
        elif bodies.is_generic(so_far, mention):
            body = bodies.known_body(so_far, mention, folded(mention.words)[0])
            if body >= 0:
                mention.entity, mention.rule = body, "name/body"
        if mention.entity >= 0:
            remember(so_far, number)
    look_ahead(so_far)


def noun_meant(so_far: Discourse, number: int, mention: Mention) -> int:
    """The entity that a noun phrase stands for, or -1."""
    several = mention.plural and mention.being != "person"
    return _sifted(NOUNS, so_far, number, mention, "several" if several else mention.being)


def _sifted(sieves: tuple[Sieve, ...], so_far: Discourse, number: int, mention: Mention, kind: str) -> int:
    """What the first sieve finds that finds anything, or -1; tells the mention which one it was."""
    for sieve in sieves:
        if not sieve.kinds or kind in sieve.kinds:
            found = sieve.find(so_far, number, mention)
            if found >= 0:
                mention.rule = sieve.rule
                return found
    return -1
