"""The values that travel: an article's sentences, a stretch's place in them, and what tells its source."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.article import Span
from artparse.patterns import pattern
from artparse.quotes.languages.by_grammar.sentences.items import Text
from artparse.quotes.languages.by_grammar.sentences.phrases import Phrase, is_name_in_marks
from artparse.quotes.speech.marks import Stretch
from artparse.values import NamedTuple

WORD = pattern(r"[^\W_]+(?:[-'’.][^\W_]+)*")


class Frame(NamedTuple):
    """The words for a source."""

    source: Span
    head: Span
    """Its first run of names and nouns, with what stands before it."""
    cue: Span | None
    pronoun: bool = False
    carried: bool = False
    """Whether an earlier sentence tells it."""


class Verdict(NamedTuple):
    """What the sentence tells of a stretch: nobody's words (no frame), or its source."""

    frame: Frame | None
    said: bool = True
    """Whether somebody says the words."""


class Sentences(NamedTuple):
    """An article's sentences, and the stretches in quotation marks in them."""

    text: str
    stretches: Sequence[Stretch]
    texts: Sequence[Text]
    """Of each passage."""
    titles: frozenset[int]
    """The stretches that look like names."""
    sources: dict[tuple[int, int], Frame | None]
    """Who speaks in a sentence (number of its passage, its number there), once that was asked."""


class Place(NamedTuple):
    """A stretch in its sentence."""

    sentences: Sentences
    passage: int
    """Number of the passage."""
    text: Text
    i: int
    """The item that stands for the stretch."""
    start: int
    stop: int
    """The part of the sentence that is near it."""

    @property
    def number(self) -> int:
        """Number of the stretch."""
        return self.text.items[self.i].quote

    @property
    def sentence(self) -> int:
        """Number of its sentence in the passage."""
        return self.text.sentence_of[self.i]


def place_of(sentences: Sentences, passage: int, i: int) -> Place:
    """The place of item `i` of a passage."""
    text = sentences.texts[passage]
    return Place(sentences, passage, text, i, *text.around(i))


def framed(text: Text, phrase: Phrase | None, at: int) -> Frame | None:
    """A frame with the phrase for its source, and item `at` for what tells it.

    None for "man", and for what stands in quotation marks and is no name.
    """
    if phrase is None or text.has("anyone", phrase.first):
        return None
    if phrase.kind == "quote" and not is_name_in_marks(text, phrase.last - 1):
        return None
    items = text.items
    source = (items[phrase.first].start, items[phrase.last - 1].end)
    head = (items[phrase.first].start, items[max(phrase.first, phrase.head - 1)].end)
    cue = (items[at].start, items[at].end) if items[at].quote < 0 else None
    return Frame(source, head, cue, phrase.kind == "pronoun")
