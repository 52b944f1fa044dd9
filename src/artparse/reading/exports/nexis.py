"""Nexis: `1 of 20 DOCUMENTS`, the publication, its date, the headline, labels, the text, more labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from artparse.reading.exports.articles import Line, Told
from artparse.reading.exports.cutting import Splitting
from artparse.reading.exports.days import day_in
from artparse.reading.exports.labelled import RIGHTS, Marks, foot_at, groups_of, head_labels, label_of

_COUNT = r"\d{1,6} (?:of|von|de|sur|van|di) \d{1,6} DO[CK]UMENT\w{0,4}"
_COUNTER = re.compile(rf"{_COUNT}$", re.IGNORECASE)
_PAGE = re.compile(r"(?i)(?:page|seite|página|pagina)\s\d+(?: (?:of|von|de|sur|van) \d+)?(?:\b|$)")
SPLITTING = Splitting(
    begins=re.compile(rf"\s*{_COUNT}\s*$".encode(), re.IGNORECASE),
    holds=re.compile(rf"(?mi)^\s*{_COUNT}\s*$[\s\S]*?^\s*\S".encode()),
    tag=re.compile(rf"(?i)<DOC NUMBER=|(?<=>)\s{{0,9}}{_COUNT}\s{{0,9}}(?=<)".encode()),
)


def shows(lines: Sequence[str]) -> bool:
    """Whether a line counts documents."""
    counted = re.compile(rf"(?:^|>)\s{{0,99}}{_COUNT}\s{{0,99}}(?:$|<)", re.IGNORECASE)
    return any(len(line) < 10_000 and counted.search(line) for line in lines)


def told(lines: Sequence[Line]) -> Told:
    """What each line of an article is; all above the counter is of a cover page."""
    marks = Marks(lines)
    counter = next((i for i, line in enumerate(lines) if _COUNTER.match(line.text)), -1)
    start = counter + 1
    label = next(
        (i for i in range(start, len(lines)) if lines[i].apart and label_of(lines[i], "nexis", head=True)),
        None,
    )
    headed(marks, start, len(lines) if label is None else label)
    if label is None:
        return marks.told()
    body = head_labels(marks, label, len(lines), "nexis")
    foot = max(foot_at(lines, body, "nexis"), body)
    if body < len(lines) and len(marks.given[body]) > 1:
        body += 1  # The label of the text stands on its first line.
    for i in range(body, foot):
        marks.say(i, "body" if lines[i].text != "[]" else "metadata")
    feet(marks, foot)
    return marks.told()


def feet(marks: Marks, foot: int) -> None:
    """Note what the labels below the body say; all of it is metadata."""
    for i in range(foot, len(marks.lines)):
        label = label_of(marks.lines[i], "nexis", head=False)
        if label and label[0] in ("language", "url"):
            marks.note(*label)


def headed(marks: Marks, start: int, end: int) -> None:
    """Tell the lines above the first label apart: the publication, its date, the headline last."""
    lines = marks.lines
    groups = [[i + start for i in group] for group in groups_of(lines[start:end])]
    groups = [g for g in groups if not RIGHTS.match(lines[g[0]].text) and not _PAGE.match(lines[g[0]].text)]
    dated = next(((n, i) for n, group in enumerate(groups) for i in group if day_in(lines[i].text)), None)
    if dated is None:
        named, titles = groups[:1], groups[1:]
    else:
        n, i = dated
        when = [lines[i].text, *(lines[k].text for k in groups[n] if k > i)]
        marks.note("date", " ".join(when))
        named, titles = [*groups[:n], [k for k in groups[n] if k < i]], groups[n + 1 :]
    if named and named[0]:
        marks.note("site", " ".join(lines[named[0][0]].text.split()))
    if titles:
        for i in titles[-1]:
            marks.say(i, "title")
        marks.note("title", " ".join(lines[i].text for i in titles[-1]))
