"""The values that travel: a sentence, the words in it that report, and what they report."""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal

from artparse.article import Span
from artparse.quotes.languages.by_grammar.sentences.items import Text
from artparse.quotes.languages.by_grammar.sources.frame import Frame
from artparse.values import NamedTuple

FARTHEST = 160
"""Nothing beyond so many items of a sentence is looked at."""
FEWEST_WORDS = 3
"""With fewer words outside quotation marks nothing is reported but what is in them."""
EDGES = frozenset(",;:–—-().!?…„“”\"'»«")
"""Marks that a clause neither begins nor ends with."""


class Telling(NamedTuple):
    """What a sentence reports."""

    pieces: tuple[Span, ...]
    frame: Frame | None
    """The words for its source."""
    cue: Span | None
    quoted: tuple[int, ...]
    """The stretches in quotation marks that it holds."""
    sure: float


class Cue(NamedTuple):
    """Words that say that something is reported: items `first` to `last` (not included), with its source."""

    first: int
    last: int
    frame: Frame | None
    kind: Literal["verb", "verb inverted", "aside", "behind"]
    """`verb inverted`: its subject follows it; `aside`: "laut X"; `behind`: ", so X"."""
    at: int
    """The item that stands for them."""


class Piece(NamedTuple):
    """Items `first` to `last`, not included."""

    first: int
    last: int


class Content(NamedTuple):
    """The items of what is reported."""

    pieces: tuple[Piece, ...]
    sure: float


class Sentence(NamedTuple):
    """One sentence of a passage: its items `start` to `stop`, not included."""

    text: Text
    start: int
    stop: int

    def span(self, at: int) -> Span:
        """The code points of item `at`."""
        item = self.text.items[at]
        return item.start, item.end

    def item_at(self, offset: int) -> int:
        """The first item of the sentence that starts at a code point or behind it."""
        return bisect_left(self.text.items, offset, self.start, self.stop, key=lambda item: item.start)

    def behind(self, frame: Frame) -> int:
        """The item after the words for a source."""
        return self.item_at(frame.source[1])

    def is_quoted(self) -> bool:
        """Whether anything in it stands in quotation marks."""
        return any(self.text.items[k].quote >= 0 for k in range(self.start, self.stop))


def sentence_of(text: Text, number: int) -> Sentence:
    """A sentence of a passage by its number."""
    start, stop = text.sentences[number]
    return Sentence(text, start, min(stop, start + FARTHEST))


def telling_of(one: Sentence, content: Content, frame: Frame | None, cue: Span | None) -> Telling | None:
    """The content in code points; none where it is hardly more than words in quotation marks."""
    items = one.text.items
    pieces = [piece for piece in (_trimmed(one.text, piece) for piece in content.pieces) if piece is not None]
    inside = [items[k] for piece in pieces for k in range(*piece)]
    outside = sum(item.quote < 0 and item.word[0].isalnum() for item in inside)
    if outside < FEWEST_WORDS:
        return None
    spans = tuple((items[p.first].start, items[p.last - 1].end) for p in pieces)
    quoted = tuple(item.quote for item in inside if item.quote >= 0)
    return Telling(spans, frame, cue, quoted, content.sure)


def overlap(one: Content, other: Content) -> bool:
    """Whether two contents share more than half of both."""
    size = sum(p.last - p.first for p in one.pieces), sum(p.last - p.first for p in other.pieces)
    shared = sum(
        max(0, min(a.last, b.last) - max(a.first, b.first)) for a in one.pieces for b in other.pieces
    )
    return 2 * shared > sum(size) - shared


def _trimmed(text: Text, piece: Piece) -> Piece | None:
    """A piece without marks at its ends; brackets that it closes stay."""
    first, last = piece
    items = text.items
    while first < last and items[first].quote < 0 and items[first].word in EDGES:
        first += 1
    while last > first and items[last - 1].quote < 0 and items[last - 1].word in EDGES:
        if items[last - 1].word == ")" and any(items[k].word == "(" for k in range(first, last)):
            break
        last -= 1
    return Piece(first, last) if first < last else None
