"""The word lists about names, read when first used."""

from __future__ import annotations

import os
from functools import cache
from itertools import repeat

from artparse.data.tables import Numbers, packed_table
from artparse.languages import packs

DATA = os.path.join(os.path.dirname(__file__), "data")
GENDERS = "mfu"


def lines(name: str) -> list[str]:
    """The lines of a data file that are no comments; of a pack's, where a folder is named."""
    return packs.lines(os.path.join(packs.FOLDER if "/" in name else DATA, name))


@cache
def words(name: str) -> frozenset[str]:
    """All words of a data file."""
    return frozenset(" ".join(lines(name)).split())


@cache
def entries(name: str) -> frozenset[str]:
    """The lines of a data file."""
    return frozenset(lines(name))


class Genders:
    """The genders of given names, as a mapping has them."""

    __slots__ = ("numbers",)

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers

    def get(self, name: str, default: str = "") -> str:
        """The gender of a name, or what else is given."""
        number = self.numbers.get(name)
        return default if number is None else GENDERS[number]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.numbers.get(name) is not None


@cache
def given_names() -> Genders:
    """Given name, lower case, to gender: `m`, `f`, or `u` where both bear it."""
    return Genders(packed_table(os.path.join(DATA, "given_names.txt")))


def genders_of_names() -> dict[str, str]:
    """The same from the readable files, which are not installed."""
    found: dict[str, str] = {}
    for file in ("given_names.txt", "given_names_locales.txt", "given_names_world.txt"):
        for line in lines(file):
            gender, *names = line.lower().split()
            found.update(zip(names, repeat(gender)))
    for line in lines("en/nicknames.txt"):
        name, *shorts = line.split()
        for short in shorts:
            found.setdefault(short, found.get(name, "u"))
    return found


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Given name or short form, lower case, to all the names it may stand for."""
    found: dict[str, set[str]] = {}
    for line in lines("en/nicknames.txt"):
        group = line.split()
        for short in group:
            found.setdefault(short, set()).update((group[0], short))
        found[group[0]].update(group)
    return {name: frozenset(others) for name, others in found.items()}


@cache
def same_bodies() -> dict[str, frozenset[str]]:
    """Noun for an organisation to the words, beside itself, of the names that it stands for."""
    rows = (line.split() for line in lines("en/same_bodies.txt"))
    return {noun: frozenset(words) for noun, *words in rows}


@cache
def issuing() -> dict[str, frozenset[str]]:
    """Noun for a document to the verbs of whoever issues it: `letter` to `wrote`."""
    rows = (line.split() for line in lines("en/issuing.txt"))
    return {noun: frozenset(verbs) for noun, *verbs in rows}


@cache
def same_roles() -> dict[str, tuple[str, ...]]:
    """Noun for a person to the other nouns of roles that it stands for."""
    rows = (line.split() for line in lines("en/same_roles.txt"))
    return {noun: tuple(others) for noun, *others in rows}


@cache
def honorifics() -> dict[str, str]:
    """Title that is no part of a name, without dot, to gender: `m`, `f`, `u`. Some only in capitals."""
    found: dict[str, str] = {}
    for line in lines("en/honorifics.txt"):
        word, gender = line.split()
        found[word] = gender
    return found


@cache
def people() -> dict[str, str]:
    """Noun for one person to the gender it tells: `m`, `f`, `u`."""
    found: dict[str, str] = {}
    for line in reversed((*lines("en/people.txt"), *lines("en/persons.txt"))):  # The first line counts.
        gender, *nouns = line.split()
        found.update(dict.fromkeys(nouns, gender))
    return found
