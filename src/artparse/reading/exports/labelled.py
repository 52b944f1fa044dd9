"""Articles whose lines have labels in words (`BYLINE: ...`): head, body and foot told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from artparse.article import Span
from artparse.reading.exports.articles import Line, Told, kind_of

LABEL = re.compile(r"([^\W\d_][^:\n]{1,32}?)\s*:(?:\s+(.*))?$")
RIGHTS = re.compile(
    r"(?i)(?:copyright|©|\(c\)\s|all rights? reserved|alle rechten? vorbehalten|alle rechten voorbehouden"
    r"|tous droits|todos los derechos|derechos reservados)"
)
GIVEN = {"title": "title", "author": "byline", "text": "body"}
"""What of a labelled line's value is said of it to the layout stage."""


def label_of(line: Line, database: str, *, head: bool) -> tuple[str, str] | None:
    """What the label of a line tells, and its value; null for a line without one."""
    match = LABEL.match(line.text)
    if not match or not line.text[0].isupper():
        return None
    kind = kind_of(match[1].lower(), database, head=head)
    return (kind, (match[2] or "").strip()) if kind else None


def groups_of(lines: Sequence[Line]) -> list[list[int]]:
    """The numbers of lines that stand together, with nothing empty between them."""
    groups: list[list[int]] = []
    for i, line in enumerate(lines):
        if line.apart or not groups:
            groups.append([])
        groups[-1].append(i)
    return groups


def foot_at(lines: Sequence[Line], start: int, database: str) -> int:
    """The number of the line where the labels below the body begin, found from the end: a label inside the
    body, with a paragraph behind it, ends nothing."""
    firsts = [max(group[0], start) for group in groups_of(lines) if group[-1] >= start]
    labelled = [label_of(lines[i], database, head=False) is not None for i in firsts]
    # Behind the last labels may be what is of no article.
    last = len(firsts)
    while last > 0 and not (labelled[last - 1] and (labelled[last - 2 : last - 1] or [True])[0]):
        last -= 1
    if not last and any(labelled[-1:]):
        last = len(firsts)
    foot = firsts[last] if last < len(firsts) else len(lines)
    if not last:
        last, foot = len(firsts), len(lines)
    for n in range(last - 1, -1, -1):
        i = firsts[n]
        if labelled[n] or RIGHTS.match(lines[i].text) or lines[i].text == "[]":
            foot = i
        elif not (
            n and labelled[n - 1] and (_fills(lines, i, database, start) or _loud(lines[firsts[n - 1]]))
        ):
            break
    return foot


def _loud(line: Line) -> bool:
    """Whether a label is in capitals, as no paragraph's first words are."""
    return line.text.partition(":")[0].isupper()


def _fills(lines: Sequence[Line], first: int, database: str, start: int) -> bool:
    """Whether the line above is a label without a value, which this line is then."""
    if first <= start:
        return False
    label = label_of(lines[first - 1], database, head=False)
    return label is not None and not label[1]


class Marks:
    """What the lines of one article are told to be, line by line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.given: list[list[tuple[Span, str]]] = [[(line.span, "metadata")] for line in lines]
        self.found: dict[str, list[str]] = {}

    def say(self, i: int, given: str) -> None:
        """The whole line is that."""
        self.given[i] = [(self.lines[i].span, given)]

    def note(self, kind: str, value: str) -> None:
        """A label says that."""
        if value:
            self.found.setdefault(kind, []).append(value)

    def value(self, i: int, kind: str, value: str) -> None:
        """The end of a line, behind its label, is that."""
        line = self.lines[i]
        self.note(kind, value)
        if not value or kind not in GIVEN:
            return
        at = line.span[1] - len(value)
        label = line.text[: len(line.text) - len(value)].rstrip()
        parts = [((line.span[0], line.span[0] + len(label)), "metadata")] if label else []
        self.given[i] = [*parts, ((at, line.span[1]), GIVEN[kind])]

    def told(self) -> Told:
        """All of it."""
        return Told([part for parts in self.given for part in parts], self.found)


def head_labels(marks: Marks, start: int, end: int, database: str) -> int:
    """Mark the labelled lines above a body, and what goes on below them; where the body begins."""
    lines, current, i = marks.lines, "", start
    while i < end:
        line = lines[i]
        label = label_of(line, database, head=True) if line.apart or current else None
        if label:
            current = label[0]
            marks.value(i, current, label[1])
            if current == "text":
                if label[1]:
                    return i
                return i + 1
            empty = not label[1]
        elif not line.apart or empty:
            # A value that is wrapped, or stands below its label.
            if current in GIVEN:
                marks.say(i, GIVEN[current])
            marks.note(current, line.text)
            empty = False
        elif RIGHTS.match(line.text) or line.text == "[]":
            empty = False
        else:
            return i
        i += 1
    return end
