"""The words and marks of one passage, with what the language's grammar says of each.

    Er sagte „ja“.   ->  Er | sagte | q | .

What stands in quotation marks is one item of its sentence. A place is the number of an item; places outside
the passage may be asked for, too, and are of no kind.
"""

from __future__ import annotations

from artparse.patterns import pattern
from artparse.quotes.languages.grammar import NONE, Grammar
from artparse.values import NamedTuple, dataclass

REACH = 60
"""Nothing looks farther than so many items."""
ENDS = frozenset(".!?")
"""Marks that end a sentence."""
SMALL = frozenset(
    (
        *("nominative", "oblique", "personal", "preposition", "subordinating", "joining", "opening"),
        *("adverbs", "auxiliary", "before"),
    )
)
"""Kinds of words that have a capital only where they open a sentence."""
SOURCING = frozenset(("behind", "for", "whose", "article", "citing"))
"""Kinds of words that may tell a source, as any word may behind one that is "viewed"."""
TELLING = SOURCING | {"thus"}
NOUN_INSIDE = pattern(r"\d+-?[A-ZÄÖÜ][^\W\d_]+|\d+[-/][A-ZÄÖÜ][^\W\d_]+|[^\W\d_]+-[A-ZÄÖÜ][^\W\d_]+")
"""Nouns that open with digits or a small letter: "58-Jährige", "taz-Bericht"."""
OPENING_MARKS = frozenset((":", "–", "—", "(", "-", "•"))
"""Behind these a word may have the capital of one that opens a sentence."""


class Item(NamedTuple):
    """A word or mark, or a whole stretch in quotation marks."""

    word: str
    start: int
    end: int
    quote: int = -1
    """Number of the stretch."""


def low_of(item: Item) -> str:
    """The word in small letters; nothing for what stands in quotation marks."""
    return "" if item.quote >= 0 else item.word.lower().replace("ß", "ss")


@dataclass(frozen=True, slots=True)
class Text:
    """The items of one passage."""

    items: list[Item]
    grammar: Grammar
    lows: list[str]
    """Of each item what `low` says."""
    kinds: list[frozenset[str]]
    """And the kinds that it is of: both are asked often."""
    sentences: list[tuple[int, int]]
    """Where each begins and ends, in items."""
    sentence_of: list[int]
    """Of each item the number of its sentence."""

    def low(self, i: int) -> str:
        """The word of item `i` in small letters; nothing for what stands in quotation marks."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def has(self, kind: str, i: int) -> bool:
        """Whether item `i` is a word of a kind."""
        return 0 <= i < len(self.kinds) and kind in self.kinds[i]

    def ends(self, kind: str, i: int) -> bool:
        """Whether the word of item `i` ends like those of a kind, such as "adjective endings"."""
        return self.low(i).endswith(self.grammar.endings[kind])

    def is_none(self, kinds: frozenset[str], i: int) -> bool:
        """Whether item `i` is a word of none of some kinds."""
        return not 0 <= i < len(self.kinds) or kinds.isdisjoint(self.kinds[i])

    def is_function(self, i: int) -> bool:
        """Whether item `i` is a word of one of the kinds in `SMALL`."""
        return 0 <= i < len(self.kinds) and not SMALL.isdisjoint(self.kinds[i])

    def is_article(self, i: int) -> bool:
        """Whether item `i` is an article, or what stands in its place."""
        return self.has("nominative", i) or self.has("oblique", i)

    def is_noun(self, i: int) -> bool:
        """Whether item `i` has the capital of a noun or name."""
        if not 0 <= i < len(self.items):
            return False
        item = self.items[i]
        if item.quote >= 0:
            return False
        if not item.word[0].isupper():
            return bool(NOUN_INSIDE.fullmatch(item.word))
        return not (self.opens_sentence(i) and self.is_small(i))

    def is_small(self, i: int) -> bool:
        """Whether the word of item `i` is no noun: a small word, or a verb of saying."""
        return self.is_function(i) or self.low(i) in self.grammar.kinds_of_verbs

    def opens_sentence(self, i: int) -> bool:
        """Whether item `i` has its capital from its place."""
        start = self.sentences[self.sentence_of[i]][0]
        return i == start or self.items[i - 1].quote >= 0 or self.low(i - 1) in OPENING_MARKS

    def telling(self, start: int, stop: int) -> list[int]:
        """Those of some items that may tell who speaks."""
        verbs, lows, kinds = self.grammar.kinds_of_verbs, self.lows, self.kinds
        return [
            i
            for i in range(start, stop)
            if lows[i] in verbs or not TELLING.isdisjoint(kinds[i]) or (i and "viewed" in kinds[i - 1])
        ]

    def bounds(self, i: int) -> tuple[int, int]:
        """Where the sentence of item `i` begins and ends."""
        return self.sentences[self.sentence_of[i]]

    def around(self, i: int) -> tuple[int, int]:
        """The same, no farther from item `i` than `REACH`."""
        start, stop = self.sentences[self.sentence_of[i]]
        return max(start, i - REACH), min(stop, i + REACH)


def kinds_of(low: str, grammar: Grammar) -> frozenset[str]:
    """The kinds that a word in small letters is of."""
    return grammar.kinds_of.get(low, NONE)
