"""A table of contents, and the headings that it names: `In this article / How long they last / …`.

A guide's own list of its sections says which lines are headings better than their looks do. Entries that are
found again in the same order, before the body ends, are headings; what stands between them is the article's,
but for short lines at the end of a section (`Book now`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise

from artparse.data import load
from artparse.layout.labels import BODY_LINES, NOISE, Labels, LineLabel, first_of
from artparse.layout.lines.units import Unit
from artparse.patterns import pattern
from artparse.values import NamedTuple

LONGEST, LONGEST_OPENER = 120, 40
"""Code points of an entry, and of the line that opens a table."""
LEAST = 2
"""Entries that are found again, at least: one may be a teaser of the same name."""
MOST_OTHERS = 3
"""Lines of the table that are found nowhere, at most: headings that the page words otherwise."""
LARGEST = 60
"""Lines of a table, at most."""
MOSTLY = 0.6
"""Share of a section's lines in the body from which the others are, too."""
FEW = 4
"""Lines of a section, none of them in the body, that are the article's all the same: no section is empty."""
LEAST_PROSE = 80
"""Code points of a line behind a section's last one in the body that is of it, too."""
MOST_OPENERS = 10
"""Openers that are looked at in one dump."""

_COUNTED = pattern(r"^(?:[•●▪◦‣·*–-]|\(?\d{1,2}(?:\.\d{1,2})*[.):]?)\s+")


class Entry(NamedTuple):
    """A line of the table, and the line that it names."""

    listed: int
    heading: int


def with_contents(units: Sequence[Unit], labels: Labels) -> list[LineLabel]:
    """`labels`, where what a table of contents names are headings, and the table is not of the body."""
    result = list(labels)
    short = (i for i, unit in enumerate(units) if len(unit.text) <= LONGEST_OPENER)
    openers = list(islice((i for i in short if _key(units[i]) in _openers()), MOST_OPENERS))
    if not openers:
        return result
    places: dict[str, list[int]] = {}
    for i, unit in enumerate(units):
        places.setdefault(_key(unit), []).append(i)
    first = first_of(labels)
    end = max((i for i, label in enumerate(labels) if label == "paragraph"), default=-1)
    for opener in openers:
        entries = [entry for entry in _entries(units, opener, places) if entry.heading < end]
        if len(entries) < LEAST or entries[-1].heading < first:
            continue  # "Contents / Main menu / Search" leads to parts of the page, not of the article.
        place: LineLabel = "between" if "paragraph" in result[:opener] else "before"
        for i in range(opener, entries[-1].listed + 1):
            if result[i] in BODY_LINES:
                result[i] = place
        for entry in entries:
            if result[entry.heading] in BODY_LINES or result[entry.heading] in NOISE:
                result[entry.heading] = "heading"
        for entry, following in pairwise(entries):
            section = range(entry.heading + 1, following.heading)
            known = [i for i in section if result[i] in BODY_LINES]
            if len(known) >= MOSTLY * len(section) or (not known and len(section) <= FEW):
                for i in section:
                    # What ends a section is a picture's caption, a teaser or a button, unless it is prose.
                    last = known and i > known[-1] and len(units[i].text) < LEAST_PROSE
                    if result[i] in NOISE and not last and units[i].says.reason is None:
                        result[i] = "paragraph"
    return result


def _entries(units: Sequence[Unit], opener: int, places: dict[str, list[int]]) -> Iterator[Entry]:
    """The lines behind `opener` that stand again farther down, in the order of the table."""
    others, last = 0, opener
    for i in range(opener + 1, min(opener + LARGEST, len(units))):
        if len(units[i].text) > LONGEST or others > MOST_OTHERS:
            return
        same = places[_key(units[i])]
        following = bisect_right(same, max(i, last))
        if following == len(same):
            others += 1
            continue
        last = same[following]
        yield Entry(i, last)


def _key(unit: Unit) -> str:
    """A line's words as they compare: without its number, in small letters."""
    text = unit.text[: LONGEST + 1]
    bare = text if text[0].isalpha() else _COUNTED.sub("", text)
    return bare.rstrip(" :").casefold()


@cache
def _openers() -> frozenset[str]:
    return frozenset(words for language in load("contents").values() for words in language)
