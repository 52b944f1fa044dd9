"""What a single word of a name may be: a firm, no event, a name misspelt; which of several namesakes.

is_firm(("Acme", "Foods"))     ->  True: "Acme" alone is the firm
is_event(("Camp", "Acme"))     ->  True: "Acme" alone is not the camp
is_one_off("wimes", "wines")   ->  True
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.names import lists
from artparse.quotes.entities.entity import Entity, folded
from artparse.quotes.kinds import BOTH, DEFINITE, POSTS
from artparse.quotes.mentions.mention import Mention
from artparse.quotes.tokens import Tokens
from artparse.quotes.words import word_list

LEGAL_FORMS = word_list("legal forms")
JOINTS = BOTH | {"&"}

NEARBY_NAMES = 12
"""A misspelt last name is one of the last so many names."""
SHORTEST_MISSPELT = 5
"""Letters; shorter last names are taken for what they say, however like another."""
PASSAGES_LONG_AGO = 3
"""So many passages after its last mention, a last name may mean a namesake who came in between."""
FARTHEST_NAMESAKE = 5
"""Max. ratio of distances (passages) at which a last name alone refers to the farther of two namesakes."""


def misspelt(mention: Mention, word: str, before: Sequence[Mention], entities: list[Entity]) -> list[int]:
    """The person named shortly before whose last name a word differs from by one letter: Wines for Wimes."""
    if len(word) < SHORTEST_MISSPELT:
        return []
    for other in reversed(before):
        if len(other.words) < 2 or mention.passage - other.passage > PASSAGES_LONG_AGO:
            continue
        if other.words[-1][0].lower() != word[0]:
            continue
        last = folded(entities[other.entity].name)[-1]
        if last[0] == word[0] and is_one_off(last, word) and other.evidence[0] > max(other.evidence[1:]):
            return [other.entity]
    return []


def is_one_off(one: str, other: str) -> bool:
    """Whether a letter was put in, left out or changed, or two changed places; no plural's or owner's `s`."""
    if abs(len(one) - len(other)) > 1 or one + "s" == other or other + "s" == one:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if one != other and short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]:
        return True  # "Keidis" for Kiedis
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def head_words(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body's name that it may be called: "college", of the "Royal College of Physicians"."""
    of = next((i for i, word in enumerate(name) if word in POSTS and i), len(name))
    return name[of - 1], name[-1]


def is_firm(name: tuple[str, ...]) -> bool:
    """Whether a body is known by the first word of its name too: "Acme", of Acme Foods."""
    organizing = lists.words("en/organization_words.txt")
    return all(word in organizing for word in folded(name)[1:] if word not in JOINTS)


def is_of_things(name: tuple[str, ...]) -> bool:
    """Whether a name is a word that is no other, and a thing: "Acme Trains", who are "Acme" unless "the"."""
    common, organizing = lists.words("en/common_words.txt"), lists.words("en/organization_words.txt")
    first, last = folded(name)[0], folded(name)[-1]
    own = first not in common and first not in organizing and first not in lists.words("surnames.txt")
    thing = len(name) == 2 and not common.isdisjoint((last, last.removesuffix("s")))
    return own and thing and last not in lists.words("en/place_words.txt")


def has_legal_form(name: tuple[str, ...]) -> bool:
    """Whether a name is a word and what tells that it is a firm: "Acme Corp"."""
    return len(name) == 2 and folded(name)[1] in LEGAL_FORMS


def is_event(name: tuple[str, ...]) -> bool:
    """Whether a name is rather of something that somebody has named for himself: "Camp Acme", of Acme."""
    first = name[0].lower()
    plain = first in lists.words("en/common_words.txt") or first in lists.words("en/organization_words.txt")
    return len(name) > 1 and plain and first not in lists.given_names()


def is_part(name: tuple[str, ...]) -> bool:
    """Whether the last word of a name is not the whole of the last name, as in "Sadeq Abu Amer"."""
    return len(name) > 2 and name[-2].lower() in lists.words("en/particles.txt")


def meant(found: list[int], called: set[int], latest: dict[int, tuple[int, int]], passage: int) -> int:
    """Which of several namesakes a last name alone means: whom it meant before, unless long ago."""
    last = max(found, key=lambda n: latest[n])
    known = max(found, key=lambda n: (n in called, latest[n]))
    since, before = passage - latest[last][0], passage - latest[known][0]
    return (
        last
        if before - since >= PASSAGES_LONG_AGO and (since < 2 or before > FARTHEST_NAMESAKE * since)
        else known
    )


def is_definite(tokens: Tokens, mention: Mention) -> bool:
    """Whether "the" stands before a mention."""
    return mention.first > 0 and tokens.words[mention.first - 1].lower() in DEFINITE
