"""One person, organisation or document of an article, and what its name and mentions tell of it.

Entity(("Ann", "Roe"), being="person", gender="f", heads={"mayor"})
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from artparse.article import Span
from artparse.names import lists
from artparse.names.persons import gender_of
from artparse.quotes.mentions.mention import Being
from artparse.quotes.words import word_list
from artparse.values import dataclass, field

NAME_SUFFIXES = word_list("name suffixes")


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
    printed: str = ""
    """The name with the dots and spaces of its initials, where it has any."""
    familiar: bool = False
    """Whether it is a relative or friend of the author's, who is known without a name: "my mother"."""
    writes: bool = False
    """Whether the article is this person's, who says "I" in it."""


PROOF_OF_PERSON = 2.5
"""So much evidence for a person in one mention leaves no doubt: a given name and a last name."""
MOST_NAMESAKES = 20
"""At most so many entities of one last name, first name or acronym are told apart."""


def folded(name: Sequence[str]) -> tuple[str, ...]:
    """A name's words for comparison: small letters, no dots."""
    words = name[:-1] if len(name) > 2 and name[-1] in NAME_SUFFIXES else name
    return tuple(map(_folded, words))


@lru_cache(4096)
def _folded(word: str) -> str:
    return word.replace(".", "").casefold()


def gender_of_entity(entity: Entity) -> str:
    if entity.gender != "u":
        return entity.gender
    return gender_of(entity.name)


def is_proven(entity: Entity) -> bool:
    """Whether the text tells that a name is a person's: by a title, a role, or one name alone."""
    told = bool(entity.role or entity.age or entity.heads) or entity.proof >= PROOF_OF_PERSON
    if len(entity.name) == 1:
        return told or entity.name[0].lower() in lists.given_names()
    return told or not entity.names.keys().isdisjoint(entity.name)


def may_be_body(entity: Entity) -> bool:
    """Whether what was taken for a person may be an organisation: nothing but its form tells a person."""
    if not entity.name or entity.role or entity.age or entity.evidence[0] >= 1.3 * entity.count:
        return False
    return entity.name[0].lower() not in lists.given_names()


def spelt(name: str) -> str:
    """The letters of a name without its dots and spaces."""
    return name.replace(".", "").replace(" ", "")


def display(entity: Entity) -> str:
    """The entity's name as the record gives it."""
    if entity.printed and spelt(entity.printed) == spelt("".join(entity.name)):
        return entity.printed
    short = len(entity.name) > 2 and entity.being == "person"
    words = [
        f"{w}." if len(w) == 1 and w.isalpha() and (i > 0 or short) and i < len(entity.name) - 1 else w
        for i, w in enumerate(entity.name)
    ]
    return " ".join(words).replace(" ,", ",")
