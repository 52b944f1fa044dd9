"""What was found that an article reports."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.article import Span
from artparse.quotes.choice.reader import Reader
from artparse.values import dataclass, field


@dataclass(slots=True, eq=False)
class Found:
    """Something that is reported, with words in quotation marks in it or without."""

    cue: int
    """Token of the word that reports."""
    span: Span
    mention: int
    """Index of the mention that is its source, or -1."""
    phrase: Span | None
    """The words that are its source, where they are no mention."""
    quoted: list[int]
    """The stretches in quotation marks that it holds."""
    tail: Span | None = None
    """Where it goes on after the words that say who said it."""
    rules: tuple[str, ...] = ()
    """The names of what decided of it (see `rules.REPORTS`)."""
    entity: int = -1
    """Index of the entity that `phrase` stands for, or -1."""
    measures: list[float] = field(default_factory=list)
    confidence: float = 0.0
    told: bool = False
    """Whether the sentence itself told all of this, with `word` for the word that reports."""
    word: Span | None = None

    @property
    def pieces(self) -> tuple[Span, ...]:
        """What is reported, in its pieces."""
        return (self.span,) if self.tail is None else (self.span, self.tail)

    def mention_span(self, reader: Reader) -> Span | None:
        """The words that say whose it is."""
        return reader.mentions[self.mention].span if self.mention >= 0 else self.phrase


def entity_named(reader: Reader, words: Sequence[str]) -> int:
    """The one entity whose name ends in words that are no mention ("Brown", which may be a colour), or -1."""
    last = tuple(words)
    found = [
        number
        for number, entity in enumerate(reader.entities)
        if last and entity.being in ("person", "organization") and entity.name[-len(last) :] == last
    ]
    return found[0] if len(found) == 1 else -1


def overlap(one: Span, other: Span) -> float:
    """IoU of two spans."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, max(one[1], other[1]) - min(one[0], other[0]))
