"""The lines that a paragraph announces by its colon: `You will need: / a net / a boat / In the morning, …`.

Models leave out lists whose items are a few words each. Where the body goes on right behind them, five in six
of such lines are of the article by the gold of `wcxb`, and most others are code that it prints otherwise (227
of 270 lines on pages that the models have learnt from, November 2026).
"""

from __future__ import annotations

from collections.abc import Sequence

from artparse.layout.labels import BODY_LINES, NOISE, Labels, LineLabel
from artparse.layout.lines.signs import announces
from artparse.layout.lines.units import Unit

FEWEST, MOST = 2, 8
"""Lines of such a list."""
MISTAKEN = ("metadata", "navigation")
"""What the words of one of its lines may seem to say that it is: `Managing the data`."""


def with_announced(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where a few lines left out between a paragraph that ends with a colon and the next line of
    the body are of it, unless they say that they are something else."""
    result = list(labels)
    for i, label in enumerate(labels):
        if label != "paragraph" or units[i].text[-1] != ":" or announces(units[i].text):
            continue
        end = next((k for k in range(i + 1, len(labels)) if labels[k] not in NOISE), len(labels))
        if end < len(labels) and labels[end] in BODY_LINES and _may_be_listed(units[i + 1 : end]):
            result[i + 1 : end] = ["paragraph"] * (end - i - 1)
    return result


def _may_be_listed(lines: Sequence[Unit]) -> bool:
    """Whether so many lines may be a list; one of them may seem to be something else."""
    if not FEWEST <= len(lines) <= MOST:
        return False
    reasons = [reason for unit in lines if (reason := unit.says.reason) is not None]
    return len(reasons) <= 1 and all(reason in MISTAKEN for reason in reasons)
