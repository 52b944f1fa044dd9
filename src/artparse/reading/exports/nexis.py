"""Nexis: `1 of 20 DOCUMENTS`, the publication, its date, the headline, labels, the text, more labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from artparse.patterns import pattern
from artparse.reading.exports.articles import CENTRED, Line, Told, table
from artparse.reading.exports.cutting import Splitting
from artparse.reading.exports.days import day_in, month_in
from artparse.reading.exports.labelled import (
    RIGHTS,
    Marks,
    feet,
    foot_at,
    groups_of,
    head_labels,
    label_of,
    shouted,
)

_OF = r"(?:of|von|de|sur|van|di)"
_NOUN = r"DO[CK]UMENT\w{0,4}"
_COUNT = rf"(?:\d{{1,6}} {_OF} \d{{1,6}} {_NOUN}|{_NOUN} \d{{1,6}} {_OF} \d{{1,6}})"
_COUNTER = pattern(rf"{_COUNT}$", re.IGNORECASE)
_COUNTED = pattern(rf"(?:^|>)\s{{0,99}}{_COUNT}\s{{0,99}}(?:$|<)".replace(" ", "(?: |&nbsp;)"), re.IGNORECASE)
_NUMBERED = pattern(r"(?:^|>)\s{0,99}\d", re.IGNORECASE)
_PAGE = pattern(r"(?i)(?:page|seite|página|pagina)\s\d+(?: (?:of|von|de|sur|van) \d+)?(?:\b|$)")
_WORDS = "|".join(table()["words"])
_LENGTH = pattern(rf"\s{{0,99}}[^\W\d_a-z]{{4,12}}:\s+[\d.,]{{1,9}}\s+(?i:{_WORDS})\b")
_EDITION = pattern(r"(?i)\b(?:edition|ausgabe|édition|editie|edición)\b")
LEAST_LABELS = 3
"""Labels in capitals of an article that nothing counts, its length among them."""
LONGEST_DATE = 110
"""Code points of the line of the date."""
MOST_HEAD = 8
"""Groups of lines among which it stands."""
SPLITTING = Splitting(
    begins=re.compile(rf"\s*{_COUNT}\s*$".encode(), re.IGNORECASE),
    holds=re.compile(rf"(?mi)^[^\S\n]*{_COUNT}[^\S\n]*\n\s*\S".encode()),
    tag=re.compile(rf"(?i)(?<=>)\s{{0,9}}{_COUNT}\s{{0,9}}(?=<)".replace(" ", "(?: |&nbsp;)").encode()),
)


def shows(lines: Sequence[str]) -> bool:
    """Whether a line counts documents, or labels in capitals say a length and more, as for a single one."""
    counted = [
        line for line in lines if len(line) < 10_000 and "ument" in line.lower() and _COUNTED.search(line)
    ]
    if any(_NUMBERED.search(line) for line in counted):
        return True
    if not any(_LENGTH.match(line) for line in lines):
        return False
    labels = {line.partition(":")[0] for line in lines if _is_label(line.strip())}
    return len(labels) >= LEAST_LABELS


def _is_label(text: str) -> bool:
    line = Line((0, len(text)), text, True)
    return bool(text) and shouted(line) is not None and bool(label_of(line, "nexis", head=True))


def told(lines: Sequence[Line]) -> Told:
    """What each line of an article is; all above the counter is of a cover page."""
    marks = Marks(lines)
    counter = next((i for i, line in enumerate(lines) if _COUNTER.match(line.text)), -1)
    start = counter + 1
    foot = foot_at(lines, start, "nexis")
    found = (i for i in range(start, foot) if lines[i].apart)
    labels = [i for i in found if label_of(lines[i], "nexis", head=True)]
    capitals = [i for i in labels if lines[i].text.partition(":")[0].isupper()]
    loud = bool(capitals)
    # None, where all labels stand below the text.
    first = next(iter(capitals or labels), None)
    body = headed(marks, start, foot if first is None else first, labelled=first is not None)
    if first is not None:
        before = marks.found.pop("title", [])
        body = head_labels(marks, first, len(lines), "nexis", loud=loud)
        if "title" in marks.found and before:
            _untitle(marks, start, first)
        marks.found.setdefault("title", before)
    foot = max(foot, body) if first is None else max(foot_at(lines, body, "nexis"), body)
    if body < len(lines) and len(marks.given[body]) > 1:
        body += 1  # The label of the text stands on its first line.
    for i in range(body, foot):
        marks.say(i, "body" if lines[i].text != "[]" else "metadata")
    feet(marks, foot, "nexis")
    return marks.told()


def _untitle(marks: Marks, start: int, end: int) -> None:
    """Lines above the labels are no headline where a label has one."""
    for i in range(start, end):
        if any(kind in ("title", "subtitle") for _, kind in marks.given[i]):
            marks.say(i, "metadata")


def headed(marks: Marks, start: int, end: int, *, labelled: bool) -> int:
    """Tell the lines above the first label apart: the publication, its date, editions, the headline.

    Gives the line behind the headline, which the text begins with where no labels stand between.
    """
    lines = marks.lines
    groups = [[i + start for i in group] for group in groups_of(lines[start:end])]
    groups = [kept for group in groups if (kept := _without_rights(lines, group))]
    dated = next(
        (
            (n, i)
            for n, group in enumerate(groups[:MOST_HEAD])
            for i in group
            if len(lines[i].text) <= LONGEST_DATE and _dates(lines[i].text)
        ),
        None,
    )
    if dated is None:
        named, below, centred = groups[:1], groups[1:], False
    else:
        n, i = dated
        when = [lines[i].text, *(lines[k].text for k in groups[n] if k > i)]
        marks.note("date", " ".join(when))
        marks.note("edition", " ".join([*_editions(lines[i].text), *when[1:]]))
        named, below = [*groups[:n], [k for k in groups[n] if k < i]], groups[n + 1 :]
        centred = lines[i].indent >= CENTRED
    named = [group for group in named if group]
    if named:
        marks.note("site", " ".join(lines[named[-1][0] if dated else named[0][0]].text.split()))
    if centred:
        editions = [group for group in below if lines[group[0]].indent >= CENTRED]
        marks.note("edition", " ".join(lines[i].text for group in editions for i in group))
        below = [group for group in below if group not in editions]
        title, more = below[:1], below[1:]
    else:
        title, more = (below[-1:], []) if labelled else (below[:1], below[1:])
    for group in (*named, *title):
        marks.known.update(group)
    if not title:
        return below[0][0] if below and not labelled else end
    for i in title[0]:
        marks.say(i, "title")
    marks.note("title", " ".join(lines[i].text for i in title[0]))
    if labelled and len(more) == 1:
        for i in more[0]:
            marks.say(i, "subtitle")
    return title[0][-1] + 1


def _editions(date: str) -> list[str]:
    """What the line of the date says of the edition."""
    return [part.strip() for part in date.split(",") if _EDITION.search(part)]


def _dates(text: str) -> bool:
    return not RIGHTS.match(text) and (day_in(text) is not None or month_in(text))


def _without_rights(lines: Sequence[Line], group: list[int]) -> list[int]:
    """A group without what says whose the text is, and which page; the publication may stand below it."""
    if _PAGE.match(lines[group[0]].text):
        return []
    if not RIGHTS.match(lines[group[0]].text):
        return group
    kept = [i for i in group if not RIGHTS.match(lines[i].text)]
    dated = next((n for n, i in enumerate(kept) if _dates(lines[i].text)), None)
    below = group[-1] + 1
    if dated is None and kept and below < len(lines) and _dates(lines[below].text):
        # Of two or more lines of rights, the last is the publication where its date is next.
        return kept[-1:]
    return kept[max(0, dated - 1) :] if dated else []
