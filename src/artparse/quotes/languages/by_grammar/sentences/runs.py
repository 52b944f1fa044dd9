"""Runs of capitalised words: names, and nouns with what is joined to them.

sagte Hans von der Au der Zeitung   ->  Hans von der Au
die Gesundheits- und Sozialdirektion   ->  Gesundheits- und Sozialdirektion
"""

from __future__ import annotations

from artparse.names import lists
from artparse.quotes.languages.by_grammar.sentences.items import Item, Text

LONGEST_RUN = 16
"""Items."""
JOINTS = frozenset("/&.-’'")
"""Marks that may stand within a run."""
DOUBLE = "/&-"
"""Those of them that may stand behind any word; others only behind an initial."""


def run_end(text: Text, first: int, stop: int) -> int:
    """The item after the run that opens at item `first`; `first` where none does."""
    j = first
    while j < stop and j < first + LONGEST_RUN:
        if text.items[j].quote >= 0:
            break
        if _goes_on(text, j, first, stop):
            j += 1
        elif j > first and _is_shortened(text, j, stop):
            j += 2
        else:
            break
    return j


def is_given_name(text: Text, i: int) -> bool:
    """Whether item `i` is a known given name."""
    return text.low(i) in lists.given_names()


def _is_shortened(text: Text, j: int, stop: int) -> bool:
    """Whether item `j` stands for the end of a compound: "Gesundheits- und Sozialdirektor"."""
    mark = text.items[j]
    glued = mark.word == "-" and mark.start == text.items[j - 1].end
    return glued and j + 2 < stop and text.is_noun(j + 2) and text.has("shortened", j + 1)


def _goes_on(text: Text, j: int, first: int, stop: int) -> bool:
    """Whether item `j` belongs to the run that opens at `first`."""
    item = text.items[j]
    if text.is_noun(j):
        return j == first or not text.is_article(j)
    if j == first or j + 1 >= stop:
        return False
    if item.word[0].isdigit():
        return len(item.word) < 3 or "/" in item.word
    if not text.is_noun(j + 1):
        return False
    if item.word in text.grammar.kinds["particles"]:
        return not text.is_article(j) or is_given_name(text, j - 1)
    return _joins(item, text.items[j - 1])


def _joins(mark: Item, before: Item) -> bool:
    """Whether a mark may join the words of a run."""
    return mark.word in JOINTS and (mark.word in DOUBLE or len(before.word) < 3)
