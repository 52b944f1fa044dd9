"""The turns of a transcript or an interview: lines that the name of who speaks opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from artparse.layout.labels import Labels, LineLabel, body_of
from artparse.layout.lines.units import Unit
from artparse.names import lists
from artparse.patterns import pattern

LABEL = pattern(
    r"((?:[A-Z][\w.'’-]{0,20})(?:[ \t][A-Z][\w.'’-]{0,20}){0,3})"
    r"(?:[ \t]\([^()\n]{1,40}\)|,[ \t][A-Z][A-Z .,&'’-]{2,60})?:(?=\s)",
    signs=":",
)
"""A speaker label at the start of a line: `SMITH:`, `JANE DOE, HOST:`, `Jane Doe:`, `Q:`."""
LABELLED = 4
"""Labelled lines that a transcript has at least; it also has two last words of labels that come twice."""
MOSTLY = 0.5
"""The share of a transcript's lines that are turns, at least."""


def speakers_in(found: Mapping[int, str]) -> dict[int, str]:
    """Of the labels that lines begin with, those of speakers; empty where the text is no transcript."""
    last = {index: label.split()[-1].casefold() for index, label in found.items()}
    counts = Counter(last.values())
    if len(found) < LABELLED or sum(count > 1 for count in counts.values()) < 2:
        return {}
    again = {index for index in found if counts[last[index]] > 1 or last[index] in lists.people()}
    return {index: label for index, label in found.items() if index in again or label.isupper()}


def with_turns(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where the turns of a transcript, in its body and right behind it, are paragraphs.

    A body is a transcript where most of its lines open as turns do.
    """
    result = list(labels)
    body = body_of(labels)
    if not body:
        return result
    last = body[-1]
    lines = ((i, units[i].text) for i in range(body[0], len(units)))
    heads = ((i, LABEL.match(text)) for i, text in lines if ": " in text)
    turns = speakers_in({i: head[1] for i, head in heads if head})
    if len(turns.keys() & body) < MOSTLY * len(body):
        return result
    for i in turns:
        if i <= last + 1:
            result[i] = "paragraph"
            last = max(last, i)
    return result
