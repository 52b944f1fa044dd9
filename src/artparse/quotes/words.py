"""The English word lists by which mentions and entities are found: `languages/en/words.txt`.

    word_list("relatives")  ->  frozenset({"mother", "father", …})
    word_table("titles")     ->  {"sen": ("senator", "lawmaker"), …}

In the file, `(kind): word word …` is a list, which may have several lines, and `(kind) word: word word …`
is one row of a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from artparse.languages import packs

FILE = packs.path_of("en", "words.txt")


@cache
def word_list(kind: str) -> frozenset[str]:
    """The words of a kind, as the file spells them."""
    return frozenset(_rows().get((kind, ""), ()))


@cache
def word_table(kind: str) -> Mapping[str, tuple[str, ...]]:
    """A word to the words that its row of a table has."""
    return {head: tuple(words) for (name, head), words in _rows().items() if name == kind and head}


@cache
def kinds() -> tuple[str, ...]:
    """The names of all lists and tables of the file."""
    return tuple(dict.fromkeys(name for name, _ in _rows()))


@cache
def _rows() -> Mapping[tuple[str, str], list[str]]:
    """A kind, and the word that a row of a table is for (nothing in lists), to the words."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in packs.text_of(FILE).split("\n"):
        if line[:1] == "(":
            kind, _, row = line[1:].partition(")")
            head, _, words = row.partition(": ")
            found.setdefault((kind, head.strip()), []).extend(words.split())
    return found
