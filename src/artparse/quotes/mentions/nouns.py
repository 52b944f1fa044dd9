"""Nouns that may be a source: what each stands for, its gender, and whether it is a plural.

nouns()["mayor"]  ->  ("person", "u", False)
"""

from __future__ import annotations

from functools import cache

from artparse.names import lists
from artparse.quotes.mentions.mention import Being

AGED = "-year-old"
GROUP: tuple[Being, str, bool] = ("group", "u", True)
LETTERS_BEFORE_ES = "ysxh"
"""Last letters of the nouns to whose plural something else than an "s" may be added."""


@cache
def nouns() -> dict[str, tuple[Being, str, bool]]:
    """Noun that may be a source, lower case, to what it stands for, gender, and whether it is a plural."""
    found: dict[str, tuple[Being, str, bool]] = {}
    for noun in lists.words("en/documents.txt"):
        plural = noun.endswith("s") and not noun.endswith(("ss", "is", "ews"))
        found[noun] = ("document", "n", plural)
    for noun in lists.words("en/bodies.txt"):
        found[noun] = ("organization", "n", False)
        found[plural_of(noun)] = ("organization", "n", True)
    people = lists.people()
    person: dict[str, tuple[Being, str, bool]] = {
        gender: ("person", gender, False) for gender in lists.GENDERS
    }
    plurals = [f"{noun}s" if noun[-1] not in LETTERS_BEFORE_ES else plural_of(noun) for noun in people]
    found.update(dict.fromkeys(plurals, GROUP))
    found.update({noun: person[gender] for noun, gender in people.items()})
    found.update(dict.fromkeys(lists.words("en/groups.txt"), GROUP))
    return found


def speaks_for_others(noun: str) -> bool:
    """Whether a noun is for somebody who speaks for a body or person: "spokeswoman"."""
    return noun.startswith("spokes")


def plural_of(noun: str) -> str:
    """The plural of a noun."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
