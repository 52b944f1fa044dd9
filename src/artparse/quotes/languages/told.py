"""What the sentence around a stretch tells of its speaker."""

from __future__ import annotations

from artparse.article import Span
from artparse.values import NamedTuple


class Told(NamedTuple):
    """The speaker of a stretch as its sentence tells it."""

    mention: int
    """Index of the mention; -1 where the words are nobody's, or somebody's not named."""
    word: Span | None
    """The word that reports the speech."""
    share: float
    """How sure it is, 0 to 1."""
    unnamed: bool = False
    """Whether somebody says the words whom nothing names, where `mention` is -1."""
    weak: bool = False
    """Whether it only holds where the words are somebody's and nothing else names him."""
