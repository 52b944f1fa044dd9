"""A text that comes without a page around it: nearly all its lines are the article's."""

from __future__ import annotations

from collections.abc import Sequence

from artparse.layout.labels import NOISE, Labels, LineLabel, below_title
from artparse.layout.lines.units import Unit
from artparse.patterns import pattern

BARE = 0.8
"""Share of lines that end as sentences do in a text that has nothing around its article; half as many is
the most that a copied page has."""
LEAST_BARE = 4
LONG_SAID = 100
"""Code points of a line of a bare text that is of the article whatever words it has."""
CLOSING = frozenset(".!?\"'”’…:;)»。！？」")
"""What a line of the article ends with."""

_TWO_SENTENCES = pattern(r"[a-z\u00df-\u00ff][.!?][\"”’»]?\s+[\"“‘«„]?[A-Z\u00c0-\u00de][^.!?]*\s.*[.!?]")


def is_bare(units: Sequence[Unit]) -> bool:
    """Whether a text comes without a page around it: nearly all its lines end as sentences do."""
    ended = sum(_is_ended(unit.text) for unit in units)
    return ended >= (BARE if len(units) >= LEAST_BARE else 1) * len(units)


def _is_ended(text: str) -> bool:
    """Whether a line ends as sentences do; a bracket does what it opened, not `May 2019 (12)`."""
    return text[-1] in CLOSING and (text[-1] != ")" or text[0] == "(")


def is_story(units: Sequence[Unit], title: int) -> bool:
    """Whether what was chosen as the headline opens a text of sentences alone: it is two of them itself."""
    unit = units[title]
    return (
        not unit.hints.given
        and title == 0
        and _TWO_SENTENCES.search(unit.text) is not None
        and all(unit.text[-1] in CLOSING for unit in units)
    )


def unbroken(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """The labels of a bare text: all after the headline is the body, but for lines that say otherwise."""
    start = below_title(labels)
    return [
        "paragraph"
        if i >= start and label in NOISE and unit.hints.given != "metadata" and _is_said(unit)
        else label
        for i, (unit, label) in enumerate(zip(units, labels, strict=True))
    ]


def _is_said(unit: Unit) -> bool:
    """Whether a line of a bare text is of the article as far as its words tell."""
    text, told = unit.text, unit.says.reason
    if len(text) >= LONG_SAID:
        return "©" not in text
    if told in ("footer", "navigation", "caption"):
        return "©" not in text and text[-1] in CLOSING
    return told in (None, "metadata") and any(map(str.isalnum, text))
