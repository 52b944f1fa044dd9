"""What is known of each word: its number, what kind of word it may be, how surely it reports.

A word is looked up once in many documents (`Words`); features are made of these numbers alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache

from artparse.data.tables import Numbers, Table, packed_table
from artparse.languages import packs
from artparse.names import lists
from artparse.quotes.words import word_list
from artparse.values import NamedTuple

WEAK = 2
"""From this strength a word is looked at."""
SURE = 12
"""From this strength a word mostly reports."""
DENIALS, BE, HELPING, OPENERS = (
    word_list(kind) for kind in ("denials", "forms of be", "helping words", "small words beside clauses")
)
"""Of them, helping words stand between a subject and its verb; beside the last a clause or phrase may begin
or end."""
FINITE = {"md", "vz", "vd"}
PAUSES = frozenset(",;:—–-()")
QUOTED = "Q"
"""The symbol of what stands in quotation marks."""
ENDINGS = (4, 3, 2)
"""The kind of a word that is not known is that of its longest known ending."""


@cache
def irregular() -> dict[str, str]:
    """Forms of verbs that no ending tells to their base form."""
    return {form: base for base, *forms in table("irregular_verbs.txt") for form in forms}


@cache
def no_verbs() -> frozenset[str]:
    """Helping words that cannot be a clause's verb."""
    return frozenset(word for row in table("no_clause_verbs.txt") for word in row)


@cache
def stem(word: str) -> str:
    """A word without its ending, so that "claims", "claimed" and "claiming" are one."""
    word = irregular().get(word, word)
    for ending, put in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: -len(ending)] + put
            break
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


MOST_KNOWN = 8000
"""Of at most so many words it is kept what is known."""
SPREAD = 1 << 18
"""What numbers of words and templates are spread over, so that sums of a few of them hardly ever meet."""
WIDE = 5 * SPREAD + (1 << 12)
"""No sum of a template, four numbers and a small one reaches it."""


def spread(number: int, role: int) -> int:
    """A number in a role, anywhere below `SPREAD`."""
    mixed = (number * 0x85EBCA6B + role * 0xC2B2AE35) & 0xFFFFFFFF
    mixed = ((mixed ^ mixed >> 13) * 0xC2B2AE35) & 0xFFFFFFFF
    return (mixed ^ mixed >> 16) & (SPREAD - 1)


class Word(NamedTuple):
    """What is known of a word; all numbers but `strength` are spread."""

    text: str
    """Lower case."""
    number: int
    """Which word it is, among those that features know."""
    one: int
    """Its shape: a small word as it is, of others the kind and whether they report."""
    two: int
    """The same where it is the second of two."""
    verbal: bool
    """Whether it may be a clause's verb."""
    strength: int = -1
    """How surely it reports, in twentieths; -1 for words that never may."""
    root: int = 0
    kind: int = 0
    """What kind of word it may be, of one that may report."""
    does: int = 0
    """What it does if it reports (`saying.txt`), with its kind."""
    ending: int = 0
    told: tuple[int, int] = (0, 0)
    """The numbers of what it does and of its kind, not spread."""


SPECIAL = {"^^": 1, "^": 2, "$": 3, "M": 4, "P": 5, QUOTED: 6}
"""What stands beyond the ends of a sentence, and for mentions and quotations."""


def table(name: str) -> list[list[str]]:
    """The words of each line of a data file."""
    return list(map(str.split, packs.lines(packs.path_of("en", name))))


class Words(dict[str, Word]):
    """What is known of the words that were met last, each looked up once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        special = lexicon.special
        self.before = [special("^^"), special("^")]
        self.behind = [special("$"), special("$"), special("$")]
        self.mention, self.pronoun, self.quoted = special("M"), special("P"), special(QUOTED)

    def __missing__(self, word: str) -> Word:
        if len(self) >= MOST_KNOWN:
            self.clear()
        found = self[word] = self.lexicon.look_up(word)
        return found


class Lexicon:
    """All that is known of words."""

    def __init__(self, strengths: Numbers, roots: Numbers) -> None:
        self.strengths = strengths
        kinds = packed_table(packs.path_of("en", "word_kinds.txt"))
        self.kinds = kinds
        """Word, or `-` and an ending, to the number of its kind."""
        names: list[str] = json.loads(kinds.rest)
        self.other = len(names) + 1
        finite = [n for n, kind in enumerate(names, 1) if FINITE & {*kind.split("+")}]
        self.finite = frozenset(finite)
        self.numbers = packed_table(packs.path_of("en", "report_vocabulary.txt"))
        """Of the words that features know, in their order; behind those of `SPECIAL`."""
        self.small = {word: n for n, word in enumerate(sorted(_shown()), len(SPECIAL) + 1)}
        self.past = len(SPECIAL) + 1 + len(self.small)
        self.does = {stem(w): n for n, (_, *words) in enumerate(table("saying.txt"), 1) for w in words}
        self.roots = roots
        self.unlisted = spread(0, 1)
        """The number of words that features do not know."""
        self.shapes: dict[int, tuple[int, int]] = {}
        """A shape to its numbers as the first and the second of two, once that is asked: there are few."""
        self.known = Words(self)
        """What was asked before."""
        self.low_kinds: dict[str, int] = {}
        """Of words that features know, their kinds in small letters, where that was asked before."""

    def kind(self, word: str, low: str) -> int:
        """The number of a word's kind."""
        found: int | None = self.kinds.get(low)
        if found is not None:
            return found
        if not low[0].isalpha():
            return self.other + 1 + low[0].isdigit()
        if word[0].isupper():
            return self.other + 3
        for size in ENDINGS:
            found = self.kinds.get("-" + low[-size:])
            if found is not None:
                return found
        return self.other

    def low_kind(self, word: str) -> int:
        """The number of a word's kind, whatever capitals it is printed with."""
        found = self.low_kinds.get(word)
        if found is None:
            found = self.kind(word, word)
            if self.numbers.get(word) is not None:
                self.low_kinds[word] = found
        return found

    def read(self, word: str) -> Word:
        """What is known of a word."""
        return self.known[word]

    def look_up(self, word: str) -> Word:
        """The same, from the tables."""
        low = word.lower()
        strength = self.strengths.get(low, -1)
        listed = self.numbers.get(low, 0)
        number = spread(listed, 1) if listed else self.unlisted
        small = self.small.get(low)
        if small is not None and strength < 0:
            verbal = low in HELPING and low not in no_verbs()
            return Word(low, number, *self._shape(small), verbal)
        kind = self.kind(word, low)
        shape = small or self.past + 3 * kind + (strength >= 4) + (strength >= SURE)
        one, two = self._shape(shape)
        if strength < 0:
            return Word(low, number, one, two, kind in self.finite)
        root = stem(low)
        does = self.does.get(root, 0)
        return Word(
            low,
            number,
            one,
            two,
            kind in self.finite,
            strength,
            root=spread(self.roots.get(root, 0), 4),
            kind=spread(kind, 5),
            does=spread(does << 8 | kind, 6),
            ending=spread(ending_of(low), 7),
            told=(does, kind),
        )

    def _shape(self, shape: int) -> tuple[int, int]:
        found = self.shapes.get(shape)
        if found is None:
            found = self.shapes[shape] = spread(shape, 2), spread(shape, 3)
        return found

    def special(self, symbol: str) -> Word:
        """What stands beyond an end, or for a mention or quotation."""
        number = SPECIAL[symbol]
        return Word(symbol, spread(number, 1), spread(number, 2), spread(number, 3), False)


def ending_of(word: str) -> int:
    """The number of a word's last three letters."""
    number = 0
    for letter in word[-3:]:
        number = number * 31 + ord(letter)
    return number


@cache
def _shown() -> frozenset[str]:
    return lists.words("en/small_words.txt") | OPENERS | PAUSES | HELPING | DENIALS | frozenset(".!?")


def strengths() -> Table:
    """Word, lower case, to how surely it reports something, in twentieths of its uses."""
    return packed_table(packs.path_of("en", "report_words.txt"))


def roots_of(strengths: Iterable[str]) -> dict[str, int]:
    """The stems of words, numbered in order: `report_roots.txt` has them, as finding them takes long."""
    return {root: n for n, root in enumerate(sorted({stem(word) for word in strengths}), 1)}


@cache
def idioms() -> frozenset[tuple[str, str]]:
    """A word that may report and the word after it, lower case, that together report nothing."""
    return frozenset((word, after) for *words, after in table("no_reports.txt") for word in words)


@cache
def no_contents() -> frozenset[str]:
    """How what is reported does not begin: "declined to comment"."""
    return frozenset(" ".join(row) for row in table("no_contents.txt"))


@cache
def lexicon() -> Lexicon:
    """What the package knows of words."""
    return Lexicon(strengths(), packed_table(packs.path_of("en", "report_roots.txt")))
