"""How sure a body is, by what was said of the lines that were looked at again.

The trees that look again at lines (`web`, `second_look`) say how likely each is of the article. What they
left out all the same, and what they let in, come to so many words that may be wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import exp, log1p

from artparse.layout.labels import BODY_LINES, Labels
from artparse.layout.lines.look import PROSE, Look
from artparse.values import NamedTuple


class Scale(NamedTuple):
    """What words in doubt mean, for one kind of document."""

    most_lost: float
    """Words of prose left out that may be of the article, from which on there is a warning."""
    right: tuple[float, float, float, float] | None
    """Logistic regression of whether a body is right (F1 0.95): weights of the logarithms of the words of
    `Doubt`, and what is added; null where others tell (see `sureness`)."""
    least_untold: tuple[int, int] | None = None
    """Words left out that nothing told (see `untold`), of sentences and of all lines, from which on there is
    a warning, too; null where that tells too little."""


LONG_TEXTS = Scale(most_lost=24.0, right=(-0.231, -0.507, 0.627, -2.658))
SHORT_TEXTS = Scale(most_lost=15.0, right=(-0.545, -0.503, 1.286, -5.858), least_untold=(25, 50))
WEB_PAGES = Scale(most_lost=31.0, right=None)
"""With these bounds of words lost at most a twentieth of the right bodies (F1 0.95) pass for others; of short
texts fewer, as made ones with comments and notes on all sides have more in doubt than the copies that were
measured. `training/layout/FIGURES.md` says how often it comes where it should."""
PLAIN = frozenset(("comment", "duplicate", "share", "other", "navigation"))
"""Reasons for which prose is rightly left out: what was lost of articles had others."""


class Doubt(NamedTuple):
    """Words in doubt, and in the body."""

    left: Mapping[str, float]
    """By its text, of each line of prose that was left out, the words that are likely of the article."""
    excess: float
    """Words that are in the body and likely not of the article."""
    inside: int
    """Words of the body."""
    scale: Scale

    @property
    def lost(self) -> float:
        """Words that were left out and are likely of the article."""
        return sum(self.left.values())

    def lost_but(self, plain: Collection[str]) -> float:
        """The same, without lines that are `plain`; none if these are too few words to be said."""
        lost = sum(words for text, words in self.left.items() if text not in plain)
        return lost if lost > self.scale.most_lost else 0.0

    @property
    def right(self) -> float | None:
        """How likely the body is right, where that is known."""
        if self.scale.right is None:
            return None
        lost, excess, inside, added = self.scale.right
        worth = lost * log1p(self.lost) + excess * log1p(self.excess) + inside * log1p(self.inside) + added
        return 1 / (1 + exp(-worth))


def doubt_of(
    looks: Sequence[Look], labels: Labels, lines: Iterable[int], worths: Iterable[float], scale: Scale
) -> Doubt:
    """The doubt of a body by the log odds, `worths`, that each of some `lines` is of it."""
    excess = 0.0
    left: dict[str, float] = {}
    for i, worth in zip(lines, worths, strict=True):
        likely = 1 / (1 + exp(-worth))
        if labels[i] in BODY_LINES:
            excess += (1 - likely) * looks[i].parts
        elif looks[i].length >= PROSE:
            left[looks[i].text] = likely * looks[i].parts
    inside = sum(look.parts for look, label in zip(looks, labels, strict=True) if label in BODY_LINES)
    return Doubt(left, excess, inside, scale)
