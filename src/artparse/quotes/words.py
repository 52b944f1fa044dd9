"""The English word lists by which mentions and entities are found: `languages/en/words.txt`.

    word_list("relatives")  ->  frozenset({"mother", "father", …})
    word_table("titles")     ->  {"sen": ("senator", "lawmaker"), …}

In the file, `(kind): word word …` is a list, which may have several lines, and `(kind) word: word word …`
is one row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from artparse.languages import packs

FILE = packs.path_of("en", "words.txt")
ROW = re.compile(r"\(([^()]+)\)(?: ([^ :]+))?: (.*)")


@cache
def word_list(kind: str) -> frozenset[str]:
    """The words of a kind, as the file spells them."""
    return frozenset(word for name, head, row in _rows() if name == kind and not head for word in row)


@cache
def word_table(kind: str) -> Mapping[str, tuple[str, ...]]:
    """A word to the words that its row of a table has."""
    return {head: row for name, head, row in _rows() if name == kind and head}


@cache
def kinds() -> tuple[str, ...]:
    """The names of all lists and tables of the file."""
    return tuple(dict.fromkeys(name for name, *_ in _rows()))


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Each line of the file: its kind, the word that a row of a table is for, the words."""
    found = map(ROW.fullmatch, FILE.read_text(encoding="utf-8").split("\n"))
    return tuple((row[1], row[2] or "", tuple(row[3].split())) for row in found if row)
