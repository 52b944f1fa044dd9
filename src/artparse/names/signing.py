"""Whether words may be the name of somebody who signs an article, by their form alone.

odds("Ridvika Arora")     above 0: a person's name, though no list has either word
odds("Fitness Trends")    far below 0: words of a menu, a heading, a label

What was learnt (`training/train_signers.py`) are weights of a logistic regression over the words, their
letters, shapes and lists.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from functools import cache

from artparse.data.tables import Table, packed_table
from artparse.names import lists
from artparse.patterns import pattern

SCALE = 20
"""Weights are stored as whole numbers, this many to one."""
LEVEL = "level"
"""The name of the weight that is always added."""

_WORD = pattern(r"[^\s,|/()]+")
_OTHER_LETTER = pattern(r"[^\W\d_A-Za-zÀ-ɏḀ-ỿ]")
"""A letter that is not Latin: nothing was learnt of names in such."""


def odds(name: str) -> float:
    """Log odds that a name is a person's, a desk's or a user's; 0 in other letters than Latin."""
    if not name.isascii() and _OTHER_LETTER.search(name):
        return 0.0
    table = weights()
    level: int = table[LEVEL] + sum(table.get(trait, 0) for trait in traits(name))
    return level / SCALE


@cache
def weights() -> Table:
    """Feature to weight."""
    return packed_table(os.path.join(lists.DATA, "signers.txt"))


def traits(name: str) -> set[str]:
    """The features of a name."""
    capitals = name.isupper()
    words = _WORD.findall(name.title() if capitals else name)
    lows = [word.lower().strip(".") for word in words]
    found = {f"n{min(len(words), 5)}", f"A{capitals}"}
    known = [_lists_of(low) for low in lows]
    for number, (word, low) in enumerate(zip(words, lows, strict=True)):
        place = "o" if len(words) == 1 else "f" if not number else "l" if number + 1 == len(words) else "m"
        found |= {f"w={low}", f"s{place}{_shape(word)}", f"k{place}{known[number]}"}
        if any(map(str.isdigit, word)):
            found.add(f"d{place}")
        found.update(_letters(f"^{low}$", alone=len(words) == 1))
    found.add("S" + "".join(lists_of[:1] or "-" for lists_of in known)[:4])
    return found


def _letters(word: str, alone: bool) -> Iterator[str]:
    """How a word begins and ends; of a word that is alone all its runs of three letters."""
    yield f"y{word[:4]}"
    for length in (3, 4):
        if len(word) > length:
            yield f"x{word[-length - 1 :]}"
    if alone:
        yield from (f"3{word[i : i + 3]}" for i in range(len(word) - 2))


def _shape(word: str) -> str:
    if len(word.strip(".")) == 1:
        return "I"
    if word.isupper():
        return "A"
    if word.islower():
        return "a"
    return "T" if word[0].isupper() and word[1:].islower() else "X"


def _lists_of(low: str) -> str:
    """Letters of the lists that have a word: given names, surnames, common words, bodies, people, places."""
    return "".join(letter for letter, words in _known() if low in words)


@cache
def _known() -> tuple[tuple[str, Container[str]], ...]:
    return (
        ("g", lists.given_names()),
        ("s", lists.words("surnames.txt")),
        ("c", lists.words("en/common_words.txt")),
        ("o", lists.words("en/organization_words.txt")),
        ("r", lists.people()),
        ("p", frozenset(map(str.lower, lists.entries("places.txt")))),
    )
