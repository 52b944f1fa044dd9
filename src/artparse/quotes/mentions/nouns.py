"""Nouns that may be a source: what each stands for, its gender, and whether it is a plural.

nouns()["mayor"]  ->  ("person", "u", False)
"""

from __future__ import annotations

from functools import cache

from artparse.names import lists
from artparse.quotes.mentions.mention import Being

AGED = "-year-old"


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
    for noun in lists.people():
        found[plural_of(noun)] = ("group", "u", True)
    for noun, gender in lists.people().items():
        found[noun] = ("person", gender, False)
    for noun in lists.words("en/groups.txt"):
        found[noun] = ("group", "u", True)
    return found


def plural_of(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
