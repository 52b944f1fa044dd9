"""Articles whose lines have labels in words (`BYLINE: ...`): head, body and foot told apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from artparse.article import Span
from artparse.patterns import pattern
from artparse.reading.exports.articles import Line, Told, kind_of, table

LABEL = pattern(r"([^\W\d_][^:\n]{1,32}?)\s*:(?:\s+(.*))?$")
RIGHTS = pattern(
    r"(?i)(?:copyright|©|\(c\)\s|all rights? reserved|alle rechten? vorbehalten|alle rechten voorbehouden"
    r"|tous droits|todos los derechos|derechos reservados)"
)
LONGEST_VALUE = 120
"""Code points behind a label that no table has."""
_SHOUTED = pattern(r"([^\W\d_a-z][^\n:a-zß-öø-ÿ]{2,28}):(?:\s+(.*))?$")
"""A label in capitals."""
GIVEN = {"title": "title", "subtitle": "subtitle", "author": "byline", "text": "body"}
"""What of a labelled line's value is said of it to the layout stage."""


def label_of(line: Line, database: str, *, head: bool) -> tuple[str, str] | None:
    """What the label of a line tells, and its value; null for a line without one."""
    match = LABEL.match(line.text)
    if not match or not line.text[0].isupper():
        return None
    kind = kind_of(match[1].lower(), database, head=head)
    return (kind, (match[2] or "").strip()) if kind else None


def name_of(line: Line) -> str:
    """The label of a line that has one, as it is printed."""
    return line.text.partition(":")[0].rstrip()


def shouted(line: Line) -> tuple[str, str] | None:
    """A label in capitals that no table has, with a short value, and that value."""
    match = _SHOUTED.match(line.text)
    value = (match[2] or "").strip() if match else ""
    return ("head", value) if match and len(value) <= LONGEST_VALUE and match[1].upper() == match[1] else None


def groups_of(lines: Sequence[Line]) -> list[list[int]]:
    """The numbers of lines that stand together, with nothing empty between them."""
    groups: list[list[int]] = []
    for i, line in enumerate(lines):
        if line.apart or not groups:
            groups.append([])
        groups[-1].append(i)
    return groups


def heading_above(lines: Sequence[Line], title: Sequence[int]) -> list[int]:
    """The first of the lines of a headline that are none of it: each ends before it had to, since the first
    word of the next would have had its place on it. What stands there is the section."""
    widest = max((len(lines[i].text) for i in title), default=0)
    above: list[int] = []
    for i, following in pairwise(title):
        first = lines[following].text.split(" ")[0]
        if lines[following].apart or len(lines[i].text) + 1 + len(first) > widest:
            break
        above.append(i)
    return above


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
        elif shouted(lines[i]):
            # It is of the foot where a label that is known stands above it, or its name is none of prose.
            foot = i if "-" in lines[i].text.partition(":")[0] else foot
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
        self.labels: dict[str, list[str]] = {}
        self.known: set[int] = set()
        self._last: list[str] = []

    def say(self, i: int, given: str) -> None:
        """The whole line is that."""
        self.known.add(i)
        self.given[i] = [(self.lines[i].span, given)]

    def headline(self, numbers: Sequence[int]) -> None:
        """These lines are the headline, or the section that it stands in and then the headline."""
        above = heading_above(self.lines, numbers)
        title = numbers[len(above) :]
        self.known.update(above)
        for i in title:
            self.say(i, "title")
        self.note("section", " ".join(self.lines[i].text for i in above))
        self.note("title", " ".join(self.lines[i].text for i in title))

    def note(self, kind: str, value: str) -> None:
        """A label says that."""
        if value:
            self.found.setdefault(kind, []).append(value)

    def label(self, name: str, value: str) -> None:
        """A label, as it is printed, has that value; `goes_on` says what more."""
        self._last = self.labels.setdefault(name, [])
        self._last.append(value)

    def goes_on(self, text: str) -> None:
        """The value of the last label goes on with that."""
        if self._last:
            self._last[-1] = f"{self._last[-1]} {text}".strip()

    def value(self, i: int, kind: str, value: str) -> None:
        """The end of a line, behind its label, is that."""
        self.known.add(i)
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
        unknown = frozenset(range(len(self.lines))) - self.known
        return Told([part for parts in self.given for part in parts], self.found, unknown, self.labels)


def head_labels(marks: Marks, start: int, end: int, database: str, *, loud: bool = False) -> int:
    """Mark the labelled lines above a body, and what goes on below them; where the body begins.

    With `loud`, labels are in capitals, and those that no table has are such, too.
    """
    lines, current, i, empty = marks.lines, "", start, False
    while i < end:
        line = lines[i]
        label = label_of(line, database, head=True) if line.apart or current or i == start else None
        if loud and not (label and _loud(line)):
            label = shouted(line) if line.apart else None
        if label:
            current = label[0]
            marks.value(i, current, label[1])
            if current != "text":
                marks.label(name_of(line), label[1])
            if current == "text":
                return i if label[1] else i + 1
            empty = not label[1]
        elif not line.apart or empty:
            # A value that is wrapped, or stands below its label.
            marks.say(i, GIVEN.get(current, "metadata"))
            marks.note(current, line.text)
            if current:
                marks.goes_on(line.text)
            empty = False
        elif RIGHTS.match(line.text) or line.text == "[]":
            marks.say(i, "metadata")
            empty = False
        else:
            return i
        i += 1
    return end


def feet(marks: Marks, foot: int, database: str) -> None:
    """Note what the labels below the body say; all of it is metadata, and known as far as labels reach."""
    lines = marks.lines
    labelled = False
    for group in groups_of(lines[foot:]):
        first = lines[group[0] + foot]
        label = label_of(first, database, head=False) or shouted(first)
        if labelled or label or RIGHTS.match(first.text):
            marks.known.update(i + foot for i in group)
        for i in group:
            line = lines[i + foot]
            said = label_of(line, database, head=False)
            if said and said[0] in ("language", "url", "id"):
                marks.note(*said)
            if RIGHTS.match(line.text) or line.text.lower() in table()["end"]:
                break
            if named := said or shouted(line):
                marks.label(name_of(line), named[1])
            elif labelled or label:
                marks.goes_on(line.text)
        labelled = bool(label)
