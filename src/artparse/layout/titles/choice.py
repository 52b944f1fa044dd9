"""Which line is the headline: the likeliest among those that stand before the body.

The labels of the neighbours decide for most lines; the headline is one of many, so a few candidates
(`candidates`) are ranked against each other, by trees over their measures (`measures`).

C. Burges: From RankNet to LambdaRank to LambdaMART, Microsoft Research MSR-TR-2010-82. The trees are grown by
`training/layout`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from artparse.layout.lines.trails import last_step
from artparse.layout.models.model import Model
from artparse.layout.titles.candidates import Option
from artparse.layout.titles.measures import MARGIN
from artparse.trees import Portions, best_of, portions_of

FEW = 20
"""Candidates that take less time than finding out how much the trees can add."""
LEAST_HEADLINE = 4
"""Words of a headline behind a kicker."""
LONGEST_KICKER = 5
"""Words of a kicker."""
LABEL = "Title:"
"""What archives of papers write before a headline."""
LEAST_KICKER = 10
"""Its letters."""


def choose(options: Sequence[Option], rows: Sequence[Sequence[float]], model: Model) -> Option | None:
    """The likeliest candidate; null where none is likelier than that there is no headline."""
    if not options:
        return None
    order = sorted(range(len(rows)), key=lambda k: -rows[k][MARGIN])
    while order:
        best = best_of(rows, order, _portions(model, len(rows) > FEW))
        if best == len(options):
            return None
        text = options[best].head.text
        start = last_step(text)
        said = text[start:]
        if not start:
            return options[best]
        if own := next((option for option in options if option.head.text == said), None):
            return own  # A trail that leads to it.
        if len(said.split()) >= LEAST_HEADLINE:
            return options[best]
        order.remove(best)
    return None


@cache
def _portions(model: Model, bounded: bool) -> Portions:
    return portions_of(model.title, bounded=bounded)


def headline_in(text: str) -> int:
    """Where in a line the headline begins: behind the trail that leads to it, behind `Title:`, behind a
    kicker in capitals that a copied page runs together with it.
    """
    if start := last_step(text):
        return start
    if text.startswith(LABEL) and len(text.split()) > LEAST_HEADLINE:
        return len(LABEL) + (text[len(LABEL)] == " ")
    words = text.split()
    kicker = next((k for k, word in enumerate(words) if not word.isupper() or len(word) < 2), len(words))
    rest = words[kicker:]
    if (
        len(rest) < LEAST_HEADLINE
        or not 2 <= kicker <= LONGEST_KICKER
        or sum(map(len, words[:kicker])) < LEAST_KICKER
        or not rest[0][0].isupper()
        or not any(map(str.islower, rest))
    ):
        return 0
    return len(text) - len(text.split(maxsplit=kicker)[kicker])
